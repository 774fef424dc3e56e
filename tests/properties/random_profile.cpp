// SPDX-License-Identifier: Apache-2.0
#include "tests/properties/random_profile.hpp"

#include <algorithm>
#include <cmath>

#include "tests/properties/dice.hpp"
#include "tests/support/world.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;

constexpr double Day = 86'400;

// Moments near the edges of the windows that random expressions use.
double moment() {
    const double back = one_of(std::vector<double>{0, 1, 3, 7, 14, 28, 100, 365.2425, 3000});
    const double beside = one_of(std::vector<double>{0, 1, -1, 3600, -3600, 40'000});
    return std::floor(AsOf - back * Day + beside);
}

double amount(const dsl::Bounds& bounds, double unit) {
    const bool bounded = std::isfinite(bounds.max);
    const double low = std::isfinite(bounds.min) ? bounds.min : -20 * unit;
    const double high = bounded ? bounds.max : 20 * unit;
    if (chance(20)) return low;
    if (chance(10)) return high;
    return low + (high - low) * below(41) / 40;
}

PlainValue random_value(const dsl::Type& type, const dsl::Bounds& bounds) {
    switch (type.kind) {
        case Kind::YesNo:
            return chance(50) ? 1.0 : 0.0;
        case Kind::Category:
            return static_cast<double>(below(static_cast<int>(type.category->values.size())));
        case Kind::Date:
            return std::floor(moment() / Day) * Day;
        case Kind::Time:
            return moment();
        case Kind::Text:
            return word({"", "a", "Cat", "Größe und Maß", "ein cat", "ABC def GHI jkl"});
        case Kind::Share:
            return below(21) / 20.0;
        case Kind::Duration:
            return one_of(std::vector<double>{0, 1, 3600, Day, 3 * Day, 7 * Day, 30 * Day});
        case Kind::Rate:
            return between(0, 6) / (one_of(std::vector<double>{1, 7, 28}) * Day);
        default:
            return amount(bounds, 1);
    }
}

PlainRecord random_record(const dsl::Fact& list, int percent_known) {
    PlainRecord record;
    for (const auto& field : list.fields) {
        if (chance(percent_known)) record[field.name] = random_value(field.type, field.bounds);
    }
    return record;
}

std::vector<PlainRecord> random_list(const dsl::Fact& list, int percent_known) {
    std::vector<PlainRecord> records;
    const int size = below(5);
    for (int i = 0; i < size; ++i)
        records.push_back(random_record(list, percent_known));
    return records;
}

// Elements that lie before the day from which on a list is complete, and not before the profile.
void add_earlier(PlainProfile& profile, const dsl::Fact& list, double covered_from, int percent) {
    const auto joined = find_in(profile.facts, std::string("joined"));
    const int count = below(4);
    for (int i = 0; i < count; ++i) {
        auto record = random_record(list, percent);
        const double at = covered_from - one_of(std::vector<double>{1, Day, 20 * Day, 400 * Day});
        if (joined && at < std::get<double>(*joined)) continue;
        record["at"] = at;
        profile.lists[list.name].push_back(std::move(record));
    }
}

}  // namespace

PlainProfile random_profile(int percent_known) {
    PlainProfile profile;
    profile.as_of = AsOf;
    for (const auto& fact : everything().facts) {
        if (!chance(percent_known)) continue;
        if (!fact.type.is(Kind::List)) {
            profile.facts[fact.name] = random_value(fact.type, fact.bounds);
            continue;
        }
        profile.lists[fact.name] = random_list(fact, percent_known);
        if (fact.at >= 0 && percent_known < 100 && chance(20))
            profile.covered_from[fact.name] = moment();
    }
    return profile;
}

PlainProfile completed(const PlainProfile& profile, int percent) {
    PlainProfile whole = profile;
    for (const auto& fact : everything().facts) {
        // Without `joined` a profile is taken to reach back as far as its lists do.
        if (fact.name == "joined") continue;
        if (!fact.type.is(Kind::List)) {
            if (!whole.facts.contains(fact.name) && chance(percent))
                whole.facts[fact.name] = random_value(fact.type, fact.bounds);
            continue;
        }
        if (!whole.lists.contains(fact.name)) {
            if (chance(percent)) whole.lists[fact.name] = random_list(fact, percent);
            whole.covered_from.erase(fact.name);
            continue;
        }
        for (auto& record : whole.lists[fact.name]) {
            for (const auto& field : fact.fields) {
                if (!record.contains(field.name) && chance(percent))
                    record[field.name] = random_value(field.type, field.bounds);
            }
        }
        const auto covered = find_in(whole.covered_from, fact.name);
        if (!covered || !chance(percent)) continue;
        add_earlier(whole, fact, *covered, percent);
        whole.covered_from.erase(fact.name);
    }
    return whole;
}

}  // namespace colonnade::tests
