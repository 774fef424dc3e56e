// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/synthetic.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "dsl/types/moment.hpp"
#include "tests/bench/chance.hpp"

namespace colonnade::bench {
namespace {

constexpr std::int64_t Now = 1'795'219'199;  // 2026-11-20T23:59:59Z

// A moment in the last year.
std::string time_of(Chance& chance) {
    return dsl::time_text(Now - static_cast<std::int64_t>(chance.below(365 * 86'400)));
}

std::string_view yes_no(Chance& chance) {
    return chance.one_in(2) ? "true" : "false";
}

constexpr std::array<std::string_view, 5> Titles = {"Leiterin Controlling", "Head of Sales",
                                                    "Software engineer", "Praktikant", "Owner"};
constexpr std::array<std::string_view, 4> Kinds = {"text", "link", "media", "repost"};
constexpr std::array<std::string_view, 3> Likes = {"like", "praise", "interest"};

// `"name":[{…},…]` with about `count` records, each written by `record`.
template <typename Record>
void add_list(std::string& json, Chance& chance, std::string_view name, std::uint64_t count,
              const Record& record) {
    json += fmt::format(",\n\"{}\":[", name);
    const auto number = count / 2 + chance.below(count);
    for (std::uint64_t i = 0; i < number; ++i)
        json += fmt::format("{}{{{}}}", i == 0 ? "" : ",", record());
    json += "]";
}

void add_activity(std::string& json, Chance& chance) {
    const auto at = [&] { return fmt::format(R"("at":"{}")", time_of(chance)); };
    add_list(json, chance, "posts", 30, [&] {
        return fmt::format(
            R"({},"kind":"{}","words":{},"links":{},"text":"Notes on a budget that held")", at(),
            chance.of(Kinds), chance.below(200), chance.below(2));
    });
    add_list(json, chance, "comments", 40, [&] {
        return fmt::format(R"({},"words":{},"text":"A good point")", at(), chance.below(60));
    });
    add_list(json, chance, "reactions", 80,
             [&] { return fmt::format(R"({},"kind":"{}")", at(), chance.of(Likes)); });
    add_list(json, chance, "messages", 60, [&] {
        return fmt::format(R"({},"thread":{},"sent":{})", at(), 1 + chance.below(20),
                           yes_no(chance));
    });
    for (const auto* name : {"searches", "logins", "votes", "follows"})
        add_list(json, chance, name, 20, at);
}

void add_network(std::string& json, Chance& chance) {
    add_list(json, chance, "connections", 100, [&] {
        return fmt::format(R"("at":"{}","title":"{}","coworker":{})", time_of(chance),
                           chance.of(Titles), yes_no(chance));
    });
    add_list(json, chance, "invitations", 30, [&] {
        return fmt::format(R"("at":"{}","sent":{},"accepted":{},"note":{})", time_of(chance),
                           yes_no(chance), yes_no(chance), yes_no(chance));
    });
    add_list(json, chance, "skills", 15, [&] {
        return fmt::format(R"("name":"Skill {}","endorsements":{})", chance.below(50),
                           chance.below(30));
    });
    add_list(json, chance, "endorsements", 20,
             [&] { return fmt::format(R"("at":"{}","skill":"Planning")", time_of(chance)); });
}

}  // namespace

std::string make_profile(std::uint64_t seed) {
    Chance chance(seed);
    auto json = fmt::format(
        R"({{"profile":1,"id":"p{}","as_of":"2026-11-20T23:59:59Z","coverage":{{"invitations":)"
        R"("2026-03-01"}},"headline":"{} who explains numbers","summary":"Ten years of budgets.",)"
        R"("industry":"Software","location":"Farnborg","photo":{},"joined":"2014-03-01",)"
        R"("education":[{{"started":"2008-09-01","ended":"2011-06-01"}}],"languages":[],)"
        R"("positions":[{{"title":"{}","started":"2016-01-01","current":true,"words":40}}])",
        seed, chance.of(Titles), yes_no(chance), chance.of(Titles));
    add_activity(json, chance);
    add_network(json, chance);
    return json + "}";
}

}  // namespace colonnade::bench
