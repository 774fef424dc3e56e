// SPDX-License-Identifier: Apache-2.0
#include "tests/properties/small_expressions.hpp"

#include <array>
#include <optional>

namespace colonnade::tests {
namespace {

using Texts = std::vector<std::string>;

constexpr double AsOf = 1'800'000'000;  // in January 2027

struct OfKind {
    Texts numbers;
    Texts yes_no;
};

void add(Texts& all, const Texts& left, std::string_view before, std::string_view between,
         const Texts& right) {
    for (const auto& a : left) {
        for (const auto& b : right)
            all.push_back(std::string(before) + a + std::string(between) + b + ")");
    }
}

void add_one(Texts& all, std::string_view before, const Texts& parts) {
    for (const auto& part : parts)
        all.push_back(std::string(before) + part + ")");
}

void add_choices(Texts& all, const Texts& conditions, const Texts& left, const Texts& right) {
    for (const auto& condition : conditions)
        add(all, left, "(if " + condition + " then ", " else ", right);
}

void add_two(OfKind& all, const OfKind& left, const OfKind& right) {
    for (const auto* sign : {" + ", " - ", " * ", " / "})
        add(all.numbers, left.numbers, "(", sign, right.numbers);
    for (const auto* name : {"(min(", "(max(", "(average(", "(first known of ("}) {
        Texts calls;
        add(calls, left.numbers, name, ", ", right.numbers);
        add_one(all.numbers, "", calls);
    }
    for (const auto* sign : {" = ", " != ", " < ", " <= ", " > ", " >= "})
        add(all.yes_no, left.numbers, "(", sign, right.numbers);
    for (const auto* word : {" and ", " or ", " = ", " != "})
        add(all.yes_no, left.yes_no, "(", word, right.yes_no);
    Texts calls;
    add(calls, left.yes_no, "(first known of (", ", ", right.yes_no);
    add_one(all.yes_no, "", calls);
}

void add_one_part(OfKind& all, const OfKind& part) {
    add_one(all.numbers, "(- ", part.numbers);
    add_one(all.yes_no, "(not ", part.yes_no);
    for (const auto* word : {"(has ", "(known "}) {
        add_one(all.yes_no, word, part.numbers);
        add_one(all.yes_no, word, part.yes_no);
    }
}

// What is left of the operators is shared out among the parts in every way.
std::vector<OfKind> up_to(std::size_t operators) {
    std::vector<OfKind> by_count{{{"n", "m"}, {"flag"}}};
    for (std::size_t count = 1; count <= operators; ++count) {
        OfKind all;
        add_one_part(all, by_count[count - 1]);
        for (std::size_t left = 0; left < count; ++left)
            add_two(all, by_count[left], by_count[count - 1 - left]);
        for (std::size_t condition = 0; condition < count; ++condition) {
            for (std::size_t left = 0; condition + left < count; ++left) {
                const auto& chosen = by_count[left];
                const auto& other = by_count[count - 1 - condition - left];
                const auto& decides = by_count[condition].yes_no;
                add_choices(all.numbers, decides, chosen.numbers, other.numbers);
                add_choices(all.yes_no, decides, chosen.yes_no, other.yes_no);
            }
        }
        by_count.push_back(std::move(all));
    }
    return by_count;
}

PlainProfile profile(std::optional<double> n, std::optional<double> m, std::optional<double> flag) {
    PlainProfile made{AsOf, {}, {}, {}};
    if (n) made.facts.emplace("n", *n);
    if (m) made.facts.emplace("m", *m);
    if (flag) made.facts.emplace("flag", *flag);
    return made;
}

}  // namespace

std::vector<std::string> small_expressions(std::size_t operators) {
    auto all = up_to(operators).back();
    all.numbers.insert(all.numbers.end(), all.yes_no.begin(), all.yes_no.end());
    return std::move(all.numbers);
}

std::vector<PlainProfile> small_profiles() {
    using Values = std::array<std::optional<double>, 4>;
    std::vector<PlainProfile> profiles;
    for (const auto n : Values{std::nullopt, 0, 1, 3}) {
        for (const auto m : Values{std::nullopt, -2, 1, 0.1}) {
            for (const auto flag : {std::optional<double>(), {0}, {1}})
                profiles.push_back(profile(n, m, flag));
        }
    }
    for (const auto n : Values{std::nullopt, 0.1, 100, 5e-324}) {
        for (const auto m : Values{1e308, -1e308, -5e-324, 9007199254740993})
            profiles.push_back(profile(n, m, 1));
    }
    return profiles;
}

}  // namespace colonnade::tests
