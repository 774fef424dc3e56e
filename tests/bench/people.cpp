// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/people.hpp"

#include <fmt/format.h>

#include <array>
#include <random>

#include "dsl/types/moment.hpp"

namespace colonnade::bench {
namespace {

using dsl::Kind;

constexpr std::int64_t Now = 1'795'219'199;  // 2026-11-20T23:59:59Z
constexpr std::size_t YesNoFacts = 8;
constexpr std::array<const char*, 12> Names = {"followers",      "headline_words",  "summary_words",
                                               "profile_views",  "appearances",     "certificates",
                                               "courses",        "recommendations", "skill_entries",
                                               "share_answered", "words_a_post",    "idle_days"};
constexpr std::array<const char*, 4> Plans = {"free", "career", "business", "sales"};
constexpr std::array<const char*, 8> Events = {"post",       "repost",       "comment",
                                               "reaction",   "message_sent", "message_received",
                                               "invitation", "search"};
constexpr std::array<const char*, 6> Titles = {"Head of Controlling",
                                               "Director of Sales",
                                               "Software engineer",
                                               "Recruiter",
                                               "Founder and managing partner",
                                               "Leiterin Einkauf und Logistik für Süddeutschland"};

// The standard says what this generator gives, but not what its distributions do.
class Chance {
public:
    std::uint64_t below(std::uint64_t end) { return engine_() % end; }
    template <class Choices>
    const char* of(const Choices& choices) {
        return choices[below(choices.size())];
    }
    const char* yes_no() { return below(2) == 0 ? "true" : "false"; }
    std::string time() {
        return dsl::time_text(Now - static_cast<std::int64_t>(below(365 * 86'400)));
    }

private:
    std::mt19937_64 engine_{20261120};
};

void add_fact(dsl::Catalogue& catalogue, std::string name, dsl::Type type) {
    auto& fact = catalogue.facts.emplace_back();
    fact.name = std::move(name);
    fact.type = std::move(type);
    if (fact.type.is(Kind::Number)) fact.bounds.min = 0;
}

dsl::Type category_of(const auto& values) {
    dsl::Category category;
    category.values.assign(values.begin(), values.end());
    return {Kind::Category, std::make_shared<const dsl::Category>(std::move(category))};
}

// `count` single facts: eight yes or no, one category, numbers.
dsl::Catalogue catalogue_of(std::size_t count) {
    dsl::Catalogue catalogue;
    for (std::size_t i = 0; i < YesNoFacts; ++i)
        add_fact(catalogue, fmt::format("has_item_{}", i), {Kind::YesNo});
    add_fact(catalogue, "plan", category_of(Plans));
    for (std::size_t i = 0; catalogue.facts.size() < count; ++i)
        add_fact(catalogue, fmt::format("{}_{}", Names[i % Names.size()], i), {Kind::Number});
    return catalogue;
}

std::string fact_text(const dsl::Fact& fact, std::size_t i, Chance& chance) {
    if (fact.type.is(Kind::YesNo)) return chance.yes_no();
    if (fact.type.is(Kind::Category)) return fmt::format("\"{}\"", chance.of(Plans));
    if (i % 4 == 0) return fmt::format("{:.3f}", static_cast<double>(chance.below(100'000)) / 1000);
    const std::array<std::uint64_t, 3> most = {10, 500, 40'000};
    return fmt::format("{}", chance.below(most[i % 3]));
}

// The profile without its last brace.
std::string profile_text(const dsl::Catalogue& catalogue, std::size_t row, Chance& chance) {
    auto text = fmt::format(R"({{"profile":1,"id":"p{:07}","as_of":"2026-11-20T23:59:59Z")", row);
    for (std::size_t i = 0; i < catalogue.facts.size(); ++i) {
        const auto& fact = catalogue.facts[i];
        if (!fact.type.is(Kind::List))
            text += fmt::format(",\"{}\":{}", fact.name, fact_text(fact, i, chance));
    }
    return text;
}

void add_records(std::string& text, const char* name, std::uint64_t count, const auto& record) {
    text += fmt::format(",\"{}\":[", name);
    for (std::uint64_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : ",") + record();
    text += "]";
}

void add_lists(std::string& text, Chance& chance) {
    add_records(text, "positions", 3 + chance.below(6), [&] {
        return fmt::format(R"({{"title":"{}","started":"20{:02}-0{}-01","ended":"2026-01-31",)"
                           R"("current":{},"words":{}}})",
                           chance.of(Titles), 10 + chance.below(15), 1 + chance.below(9),
                           chance.yes_no(), chance.below(120));
    });
    add_records(text, "skills", 5 + chance.below(36), [&] {
        return fmt::format(R"({{"name":"Skill number {}","endorsements":{}}})", chance.below(500),
                           chance.below(30));
    });
    add_records(text, "connections", 50 + chance.below(101), [&] {
        return fmt::format(R"({{"at":"{}","title":"{}","coworker":{}}})", chance.time(),
                           chance.of(Titles), chance.yes_no());
    });
    add_records(text, "events", 20 + chance.below(361), [&] {
        return fmt::format(R"({{"at":"{}","kind":"{}"}})", chance.time(), chance.of(Events));
    });
}

void add_list(dsl::Catalogue& catalogue, const char* name,
              std::vector<std::pair<const char*, dsl::Type>> fields) {
    add_fact(catalogue, name, {Kind::List});
    for (auto& [field_name, type] : fields) {
        auto& field = catalogue.facts.back().fields.emplace_back();
        field.name = field_name;
        field.type = std::move(type);
    }
}

void write_people(People& people, std::size_t count, const auto& add_more) {
    Chance chance;
    people.projection = engine::Projection::all(people.catalogue);
    people.count = count;
    for (std::size_t row = 0; row < count; ++row) {
        people.lines += profile_text(people.catalogue, row, chance);
        add_more(people.lines, chance);
        people.lines += "}\n";
    }
}

}  // namespace

People flat_people(std::size_t count) {
    People people;
    people.catalogue = catalogue_of(47);
    write_people(people, count, [](std::string&, Chance&) {});
    return people;
}

People deep_people(std::size_t count) {
    People people;
    people.catalogue = catalogue_of(20);
    add_list(people.catalogue, "positions",
             {{"title", {Kind::Text}},
              {"started", {Kind::Date}},
              {"ended", {Kind::Date}},
              {"current", {Kind::YesNo}},
              {"words", {Kind::Number}}});
    add_list(people.catalogue, "skills",
             {{"name", {Kind::Text}}, {"endorsements", {Kind::Number}}});
    add_list(people.catalogue, "connections",
             {{"at", {Kind::Time}}, {"title", {Kind::Text}}, {"coworker", {Kind::YesNo}}});
    add_list(people.catalogue, "events", {{"at", {Kind::Time}}, {"kind", category_of(Events)}});
    write_people(people, count, add_lists);
    return people;
}

}  // namespace colonnade::bench
