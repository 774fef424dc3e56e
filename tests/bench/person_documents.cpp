// SPDX-License-Identifier: Apache-2.0
// The two documents of a person. What the flat one counts, population/deep.yaml counts the same
// way.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dsl/types/moment.hpp"
#include "tests/bench/person.hpp"

namespace colonnade::bench {
namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::int64_t Day = 86'400;
constexpr int WeeksOfRate = 8;

constexpr std::array<std::string_view, 8> YesNoNames = {
    "photo",          "cover_image",  "open_profile",    "verified",
    "custom_address", "creator_mode", "contact_details", "newsletter"};

constexpr std::array<std::string_view, 11> NumberNames = {
    "headline_words",     "summary_words",     "followers",      "profile_views",
    "search_appearances", "education_entries", "course_entries", "certificate_entries",
    "language_entries",   "recommendations",   "featured_items"};

constexpr std::array<std::string_view, 8> KindNames = {
    "post",         "repost",           "comment",    "reaction",
    "message_sent", "message_received", "invitation", "search"};

void write_number(Out out, std::string_view name, double value) {
    fmt::format_to(out, ",\"{}\":{}", name, value);
}

// What both begin with: the head and the single facts.
void write_head(const Person& person, Out out) {
    fmt::format_to(out, R"({{"profile":1,"id":"p{:07}","as_of":"{}")", person.number,
                   dsl::time_text(PopulationAsOf));
    for (std::size_t i = 0; i < YesNoNames.size(); ++i)
        fmt::format_to(out, ",\"{}\":{}", YesNoNames[i], person.yes_no[i]);
    fmt::format_to(out, ",\"plan\":\"{}\"", person.plan);
    for (std::size_t i = 0; i < NumberNames.size(); ++i)
        fmt::format_to(out, ",\"{}\":{}", NumberNames[i], person.numbers[i]);
}

template <typename List, typename Condition>
double count(const List& list, const Condition& holds) {
    return static_cast<double>(std::count_if(list.begin(), list.end(), holds));
}

template <typename Element>
bool is_in_last(const Element& element, std::int64_t days) {
    return element.at > PopulationAsOf - days * Day;
}

// Titles here write these words in two ways, so no general search is needed.
bool says(std::string_view title, std::string_view lower, std::string_view upper) {
    return title.find(lower) != title.npos || title.find(upper) != title.npos;
}

void count_positions(const Person& person, Out out) {
    const auto& list = person.positions;
    double words = 0;
    for (const auto& position : list)
        words += position.words;
    write_number(out, "position_entries", static_cast<double>(list.size()));
    write_number(out, "current_positions",
                 count(list, [](const Position& one) { return one.current; }));
    write_number(out, "position_words", words);
    write_number(out, "leading_positions", count(list, [](const Position& one) {
                     return says(one.title, "head of", "Head of");
                 }));
    write_number(out, "described_positions",
                 count(list, [](const Position& one) { return one.words >= 30; }));
}

void count_skills(const Person& person, Out out) {
    const auto& list = person.skills;
    int sum = 0;
    int most = 0;
    for (const auto& skill : list) {
        sum += skill.endorsements;
        most = std::max(most, skill.endorsements);
    }
    write_number(out, "skill_entries", static_cast<double>(list.size()));
    write_number(out, "endorsed_skills",
                 count(list, [](const Skill& one) { return one.endorsements >= 5; }));
    write_number(out, "endorsement_entries", sum);
    write_number(out, "most_endorsed", most);
}

void count_connections(const Person& person, Out out) {
    const auto& list = person.connections;
    const auto titled = [&](std::string_view name, std::string_view lower, std::string_view upper) {
        write_number(out, name, count(list, [&](const Connection& one) {
                         return says(one.title, lower, upper);
                     }));
    };
    const auto within = [&](std::int64_t days) {
        return count(list, [&](const Connection& one) { return is_in_last(one, days); });
    };
    write_number(out, "connection_entries", static_cast<double>(list.size()));
    write_number(out, "new_connections", within(90));
    write_number(out, "weekly_connections", within(7 * WeeksOfRate) / WeeksOfRate);
    titled("directors", "director", "Director");
    titled("recruiters", "recruiter", "Recruiter");
    titled("founders", "founder", "Founder");
    write_number(out, "coworkers", count(list, [](const Connection& one) { return one.coworker; }));
}

double count_kind(const Person& person, EventKind kind, std::int64_t days) {
    return count(person.events,
                 [&](const Event& one) { return one.kind == kind && is_in_last(one, days); });
}

void count_events(const Person& person, Out out) {
    const auto lately = [&](std::string_view name, EventKind kind) {
        write_number(out, name, count_kind(person, kind, 90));
    };
    const auto weekly = [&](std::string_view name, EventKind kind) {
        write_number(out, name, count_kind(person, kind, 7 * WeeksOfRate) / WeeksOfRate);
    };
    lately("posts", EventKind::Post);
    weekly("weekly_posts", EventKind::Post);
    lately("reposts", EventKind::Repost);
    lately("comments", EventKind::Comment);
    weekly("weekly_comments", EventKind::Comment);
    lately("reactions", EventKind::Reaction);
    lately("messages_sent", EventKind::MessageSent);
    lately("messages_received", EventKind::MessageReceived);
    lately("invitations_sent", EventKind::Invitation);
    write_number(out, "recent_events",
                 count(person.events, [](const Event& one) { return is_in_last(one, 30); }));
    std::int64_t latest = 0;
    for (const auto& event : person.events)
        latest = std::max(latest, event.at);
    write_number(out, "idle_days", static_cast<double>(PopulationAsOf - latest) / double{Day});
}

// `,"name":[…]` with an object for each element, whose fields `write` adds.
template <typename List, typename Write>
void write_list(Out out, std::string_view name, const List& list, const Write& write) {
    fmt::format_to(out, ",\"{}\":[", name);
    std::string_view before = "{";
    for (const auto& element : list) {
        fmt::format_to(out, "{}", before);
        write(element);
        fmt::format_to(out, "}}");
        before = ",{";
    }
    fmt::format_to(out, "]");
}

void write_lists(const Person& person, Out out) {
    write_list(out, "positions", person.positions, [&](const Position& one) {
        fmt::format_to(out, R"("title":"{}","started":"{}")", one.title,
                       dsl::date_text(one.started));
        if (!one.current) fmt::format_to(out, R"(,"ended":"{}")", dsl::date_text(one.ended));
        fmt::format_to(out, R"(,"current":{},"words":{})", one.current, one.words);
    });
    write_list(out, "skills", person.skills, [&](const Skill& one) {
        fmt::format_to(out, R"("name":"{}","endorsements":{})", one.name, one.endorsements);
    });
    write_list(out, "connections", person.connections, [&](const Connection& one) {
        fmt::format_to(out, R"("at":"{}","title":"{}","coworker":{})", dsl::date_text(one.at),
                       one.title, one.coworker);
    });
    write_list(out, "events", person.events, [&](const Event& one) {
        fmt::format_to(out, R"("at":"{}","kind":"{}")", dsl::time_text(one.at),
                       KindNames[static_cast<std::size_t>(one.kind)]);
    });
}

}  // namespace

void write_flat(const Person& person, std::string& out) {
    const Out end(out);
    write_head(person, end);
    count_positions(person, end);
    count_skills(person, end);
    count_connections(person, end);
    count_events(person, end);
    out += "}\n";
}

void write_deep(const Person& person, std::string& out) {
    const Out end(out);
    write_head(person, end);
    write_lists(person, end);
    out += "}\n";
}

}  // namespace colonnade::bench
