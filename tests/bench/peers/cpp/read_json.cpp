// SPDX-License-Identifier: Apache-2.0
// The readers by simdjson. The deep one counts what population/deep.yaml counts.
#include <simdjson.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "tests/bench/peers/cpp/lines.hpp"
#include "tests/bench/peers/cpp/readers.hpp"

namespace peer {
namespace {

using simdjson::ondemand::object;
using simdjson::ondemand::parser;

static_assert(Lines::Padding >= simdjson::SIMDJSON_PADDING);

constexpr double Day = 86'400;

// Functions of their own: written out for each field, all of simdjson's code is there 47 times, and
// a compiler that adds checks to it needs half an hour.
[[gnu::noinline]] double number_of(object& from, std::string_view key) {
    return from.find_field(key).get_double();
}

[[gnu::noinline]] bool yes_no_of(object& from, std::string_view key) {
    return from.find_field(key).get_bool();
}

[[gnu::noinline]] std::string_view text_of(object& from, std::string_view key) {
    return from.find_field(key).get_string();
}

template <typename Work>
void for_each_line(std::string_view lines, Facts& facts, const Work& work) {
    static thread_local parser json;
    while (!lines.empty()) {
        const auto size = lines.find('\n') + 1;
        facts.make_room(facts.rows + 1);
        auto document = json.iterate(lines.data(), size, size + Lines::Padding);
        auto root = document.get_object().value();
        work(root, facts.rows++);
        lines.remove_prefix(size);
    }
}

double date_of(const char* text) {
    const auto digit = [&](std::size_t place) { return text[place] - '0'; };
    const int month = 10 * digit(5) + digit(6);
    // Years begin in March here, so that the leap day is the last of one.
    const int year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3) - (month < 3);
    const int day = (153 * ((month + 9) % 12) + 2) / 5 + 10 * digit(8) + digit(9);
    return Day * (365 * year + year / 4 - year / 100 + year / 400 + day - 719'469);
}

// `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SSZ`.
double moment_of(std::string_view text) {
    if (text.size() != 10 && text.size() != 20) give_up("no time");
    if (text.size() == 10) return date_of(text.data());
    const auto two = [&](std::size_t place) {
        return 10 * (text[place] - '0') + (text[place + 1] - '0');
    };
    return date_of(text.data()) + 3600 * two(11) + 60 * two(14) + two(17);
}

// Whatever the case; `word` is in lower case.
bool says(std::string_view text, std::string_view word) {
    const auto equal = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), equal) != text.end();
}

// The first ones; gives `as_of`.
double read_single_facts(object& root, Facts& facts, std::size_t row, std::size_t fields) {
    facts.id[row] = text_of(root, "id");
    const auto as_of = moment_of(text_of(root, "as_of"));
    std::size_t field = 0;
#define YES_NO(name) \
    if (field++ < fields) facts.name[row] = yes_no_of(root, #name) ? 1 : 0;
#define NUMBER(name) \
    if (field++ < fields) facts.name[row] = number_of(root, #name);
#define CATEGORY(name) \
    if (field++ < fields) facts.name[row] = category_of(text_of(root, #name));
    FOR_EACH_FACT(YES_NO, NUMBER, CATEGORY)
#undef YES_NO
#undef NUMBER
#undef CATEGORY
    return as_of;
}

void read_positions(object& root, Facts& f, std::size_t row) {
    double number = 0;
    double current = 0;
    double words = 0;
    double leading = 0;
    double described = 0;
    for (object position : root.find_field("positions").get_array()) {
        const std::string_view title = text_of(position, "title");
        current += yes_no_of(position, "current") ? 1 : 0;
        const double length = number_of(position, "words");
        words += length;
        described += length >= 30 ? 1 : 0;
        leading += says(title, "head of") ? 1 : 0;
        ++number;
    }
    f.position_entries[row] = number;
    f.current_positions[row] = current;
    f.position_words[row] = words;
    f.leading_positions[row] = leading;
    f.described_positions[row] = described;
}

void read_skills(object& root, Facts& f, std::size_t row) {
    double number = 0;
    double endorsed = 0;
    double sum = 0;
    double most = 0;
    for (object skill : root.find_field("skills").get_array()) {
        const double endorsements = number_of(skill, "endorsements");
        endorsed += endorsements >= 5 ? 1 : 0;
        sum += endorsements;
        most = std::max(most, endorsements);
        ++number;
    }
    f.skill_entries[row] = number;
    f.endorsed_skills[row] = endorsed;
    f.endorsement_entries[row] = sum;
    f.most_endorsed[row] = most;
}

void read_connections(object& root, double as_of, Facts& f, std::size_t row) {
    std::array<double, 7> counts{};
    auto& [number, lately, weekly, directors, recruiters, founders, coworkers] = counts;
    for (object connection : root.find_field("connections").get_array()) {
        const double at = moment_of(text_of(connection, "at"));
        const std::string_view title = text_of(connection, "title");
        coworkers += yes_no_of(connection, "coworker") ? 1 : 0;
        lately += at > as_of - 90 * Day ? 1 : 0;
        weekly += at > as_of - 56 * Day ? 1 : 0;
        directors += says(title, "director") ? 1 : 0;
        recruiters += says(title, "recruiter") ? 1 : 0;
        founders += says(title, "founder") ? 1 : 0;
        ++number;
    }
    f.connection_entries[row] = number;
    f.new_connections[row] = lately;
    f.weekly_connections[row] = weekly / 8;
    f.directors[row] = directors;
    f.recruiters[row] = recruiters;
    f.founders[row] = founders;
    f.coworkers[row] = coworkers;
}

struct Events {
    double posts = 0;
    double weekly_posts = 0;
    double reposts = 0;
    double comments = 0;
    double weekly_comments = 0;
    double reactions = 0;
    double messages_sent = 0;
    double messages_received = 0;
    double invitations_sent = 0;
    double other = 0;

    double& of_kind(std::string_view kind) {
        if (kind == "post") return posts;
        if (kind == "repost") return reposts;
        if (kind == "comment") return comments;
        if (kind == "reaction") return reactions;
        if (kind == "message_sent") return messages_sent;
        if (kind == "message_received") return messages_received;
        return kind == "invitation" ? invitations_sent : other;
    }
};

void read_events(object& root, double as_of, Facts& f, std::size_t row) {
    Events events;
    double recent = 0;
    double latest = 0;
    for (object event : root.find_field("events").get_array()) {
        const double at = moment_of(text_of(event, "at"));
        const std::string_view kind = text_of(event, "kind");
        recent += at > as_of - 30 * Day ? 1 : 0;
        latest = std::max(latest, at);
        if (at > as_of - 90 * Day) ++events.of_kind(kind);
        if (at > as_of - 56 * Day) {
            events.weekly_posts += kind == "post" ? 0.125 : 0;
            events.weekly_comments += kind == "comment" ? 0.125 : 0;
        }
    }
    f.posts[row] = events.posts;
    f.weekly_posts[row] = events.weekly_posts;
    f.reposts[row] = events.reposts;
    f.comments[row] = events.comments;
    f.weekly_comments[row] = events.weekly_comments;
    f.reactions[row] = events.reactions;
    f.messages_sent[row] = events.messages_sent;
    f.messages_received[row] = events.messages_received;
    f.invitations_sent[row] = events.invitations_sent;
    f.recent_events[row] = recent;
    f.idle_days[row] = (as_of - latest) / Day;
}

}  // namespace

void read_flat(std::string_view lines, Facts& facts) {
    for_each_line(lines, facts,
                  [&](object& root, std::size_t row) { read_single_facts(root, facts, row, 47); });
}

void read_deep(std::string_view lines, Facts& facts) {
    for_each_line(lines, facts, [&](object& root, std::size_t row) {
        const auto as_of = read_single_facts(root, facts, row, 20);
        read_positions(root, facts, row);
        read_skills(root, facts, row);
        read_connections(root, as_of, facts, row);
        read_events(root, as_of, facts, row);
    });
}

void read_structure(std::string_view lines, Facts& facts) {
    for_each_line(lines, facts,
                  [&](object& root, std::size_t row) { facts.id[row] = text_of(root, "id"); });
}

}  // namespace peer
