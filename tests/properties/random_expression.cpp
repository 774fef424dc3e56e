// SPDX-License-Identifier: Apache-2.0
// One function per kind: at depth 0 a literal, a fact or a field, above it an operator over smaller
// parts. Every part that is no name stands in brackets.
#include "tests/properties/random_expression.hpp"

#include "tests/properties/dice.hpp"

namespace colonnade::tests {
namespace {

std::string literal_number() {
    return word({"0", "1", "2", "3", "0.5", "7", "40"});
}

std::string choice_of(const std::string& a, const std::string& b, int depth, About about) {
    if (chance(50)) return "(first known of (" + a + ", " + b + "))";
    return "(if " + random_yes_no(depth - 1, about) + " then " + a + " else " + b + ")";
}

std::string window() {
    return chance(50) ? ""
                      : " in last " + word({"1 day", "1 week", "2 weeks", "4 weeks", "1 year"});
}

std::string where(int depth, About about) {
    return chance(40) ? "" : " where " + random_yes_no(depth - 1, about);
}

std::string events(int depth) {
    return "events" + window() + where(depth, About::Events);
}

std::string items(int depth) {
    return "items" + where(depth, About::Items);
}

// An aggregate of a field, for instance `sum(events.words in last 1 week)`.
std::string over(const std::string& function, const std::string& field, int depth) {
    return function + "(events." + field + window() + where(depth, About::Events) + ")";
}

std::string field(About about, const std::string& of_events, const std::string& of_items,
                  const std::string& of_profile) {
    if (about == About::Events && !of_events.empty()) return of_events;
    if (about == About::Items && !of_items.empty()) return of_items;
    return of_profile;
}

std::string compared(const std::string& a, const std::string& b) {
    return "(" + a + " " + word({"=", "!=", "<", "<=", ">", ">="}) + " " + b + ")";
}

std::string two(const std::string& a, const std::string& sign, const std::string& b) {
    return "(" + a + " " + sign + " " + b + ")";
}

std::string category_comparison(About about) {
    if (about == About::Events) {
        return word({"(kind = link)", "(kind in (media, note))", "(grade >= middle)",
                     "(grade < high)", "(rank(text) = medium)"});
    }
    return word({"(mood = loud)", "(mood != calm)", "(mood in (odd, calm))", "(level >= senior)",
                 "(level < chief)", "(rank(headline) > short)"});
}

// What stands in the data, compared with what stands in the rulebook.
std::string fact_comparison(About about) {
    if (chance(50)) return category_comparison(about);
    const auto number = field(about, "words", "size", "m");
    if (chance(50)) return compared(number, literal_number());
    return two(field(about, "text", "name", "headline"), "contains",
               word({R"("a")", R"("Cat")", R"("ä")", R"("")"}));
}

std::string simple_yes_no(About about) {
    if (chance(10)) return word({"true", "false"});
    if (chance(40)) return fact_comparison(about);
    return field(about, "done", "good", word({"flag", "other"}));
}

std::string match(int depth, About about) {
    return "(" + random_text(depth - 1, about) + " matches " +
           word({R"("^a")", R"("[äöü]")", R"("\\bcat\\b|dog")", R"("\pL{3,}")", R"("^$")"}) + ")";
}

std::string presence(int depth, About about) {
    const auto part = below(5);
    const std::string what = word({"has ", "known "});
    if (part == 0) return "(" + what + "(" + random_number(depth - 1, about) + "))";
    if (part == 1 && about == About::Profile) return "(" + what + "(" + events(depth - 1) + "))";
    if (part == 2) return "(" + what + field(about, "text", "name", "headline") + ")";
    return "(" + what + field(about, "words", "size", "m") + ")";
}

std::string comparison(int depth, About about) {
    switch (below(6)) {
        case 0:
            return compared(random_number(depth - 1, about), random_number(depth - 1, about));
        case 1:
            return compared(random_share(depth - 1, about), random_share(depth - 1, about));
        case 2:
            return compared(random_duration(depth - 1, about), random_duration(depth - 1, about));
        case 3:
            return compared(random_rate(depth - 1, about), random_rate(depth - 1, about));
        case 4:
            return compared(random_moment(depth - 1, about), random_moment(depth - 1, about));
        default:
            return two(random_text(depth - 1, about), word({"=", "!=", "contains"}),
                       random_text(depth - 1, about));
    }
}

}  // namespace

std::string random_yes_no(int depth, About about) {
    if (depth <= 0) return simple_yes_no(about);
    const auto a = [&] { return random_yes_no(depth - 1, about); };
    switch (below(10)) {
        case 0:
            return simple_yes_no(about);
        case 8:
            return match(depth, about);
        case 1:
            return "(not " + a() + ")";
        case 2:
            return "(" + a() + " and " + a() + (chance(30) ? " and " + a() : "") + ")";
        case 3:
            return "(" + a() + " or " + a() + ")";
        case 4:
            return presence(depth, about);
        case 5:
            return choice_of(a(), a(), depth, about);
        case 6:
            return "(" + random_number(depth - 1, about) + " in " + word({"0..3", "(1, 2, 3)"}) +
                   ")";
        case 7:
            return "(" + random_moment(depth - 1, about) + " in last 2 weeks)";
        default:
            return comparison(depth, about);
    }
}

std::string random_number(int depth, About about) {
    if (depth <= 0)
        return chance(30) ? literal_number() : field(about, "words", "size", word({"n", "m"}));
    const auto a = [&] { return random_number(depth - 1, about); };
    switch (below(14)) {
        case 0:
            return two(a(), word({"+", "-", "*"}), a());
        case 1:
            return two(a(), "/", a());
        case 2:
            return "min(" + a() + ", " + a() + ")";
        case 3:
            return "average(" + a() + ", " + a() + ", " + a() + ")";
        case 4:
            return "(-" + a() + ")";
        case 5:
            return choice_of(a(), a(), depth, about);
        case 6:
            return word({"length(", "words("}) + random_text(depth - 1, about) + ")";
        case 7:
            return "days(" + random_duration(depth - 1, about) + ")";
        case 8:
            return two(random_rate(depth - 1, about), "*", random_duration(depth - 1, about));
        case 9:
            return "twice(" + a() + ")";
        case 10:
            return "distinct(events." + word({"kind", "text", "words", "done"}) + window() +
                   where(depth, About::Events) + ")";
        case 11:
            return over(word({"sum", "average", "median", "min", "max"}), "words", depth);
        case 12:
            if (about == About::Profile) return "active_days(2 weeks, " + events(depth) + ")";
            return "matches_of(" + random_text(depth - 1, about) + ")";
        default:
            return "count(" + (chance(70) ? events(depth) : items(depth)) + ")";
    }
}

std::string random_share(int depth, About about) {
    if (depth <= 0)
        return chance(30) ? word({"0%", "50%", "100%"}) : field(about, "part", "", "part");
    switch (below(6)) {
        case 0:
            return "share(events" + window() + " where " + random_yes_no(depth - 1, About::Events) +
                   ")";
        case 1:
            return "ramp(" + random_number(depth - 1, about) + ", 0, 10)";
        case 2:
            return "saturate(" + random_number(depth - 1, about) + ", 5)";
        case 3:
            return over(word({"average", "median", "max"}), "part", depth);
        case 4:
            return choice_of(random_share(depth - 1, about), random_share(depth - 1, about), depth,
                             about);
        default:
            return "share(items where " + random_yes_no(depth - 1, About::Items) + ")";
    }
}

std::string random_duration(int depth, About about) {
    if (depth <= 0)
        return chance(40) ? word({"1 day", "2 weeks", "0 days"})
                          : field(about, "took", "", "length");
    const auto a = [&] { return random_duration(depth - 1, about); };
    switch (below(7)) {
        case 0:
            return two(a(), word({"+", "-"}), a());
        case 1:
            return two(a(), word({"*", "/"}), random_number(depth - 1, about));
        case 2:
            return "age(" + random_moment(depth - 1, about) + ")";
        case 3:
            return two(random_moment(depth - 1, about), "-", random_moment(depth - 1, about));
        case 4:
            return "gap(" + events(depth) + ")";
        case 5:
            if (about != About::Profile) return choice_of(a(), a(), depth, about);
            return "spread(" + items(depth) + ")";
        default:
            return over(word({"sum", "average", "median", "min"}), "took", depth);
    }
}

std::string random_rate(int depth, About about) {
    if (depth <= 0)
        return chance(40) ? word({"2 per week", "1 per day", "0 per week"})
                          : field(about, "pace", "", "pace");
    switch (below(4)) {
        case 0:
            return two(random_number(depth - 1, about), "/", random_duration(depth - 1, about));
        case 1:
            return two(random_rate(depth - 1, about), word({"+", "-"}),
                       random_rate(depth - 1, about));
        case 2:
            return over("average", "pace", depth);
        default:
            return "rate(events in last " + word({"1 week", "4 weeks", "1 year"}) +
                   where(depth, About::Events) + ")";
    }
}

std::string random_moment(int depth, About about) {
    if (depth <= 0)
        return chance(30) ? word({"2026-11-20", "2026-11-06", "2020-02-29"})
                          : field(about, word({"at", "on"}), "on", word({"born", "seen"}));
    switch (below(5)) {
        case 0:
            return two(random_moment(depth - 1, about), word({"+", "-"}),
                       random_duration(depth - 1, about));
        case 1:
            return word({"latest(", "earliest("}) + events(depth) + ")";
        case 2:
            return "latest(items.on" + where(depth, About::Items) + ")";
        case 3:
            return choice_of(random_moment(depth - 1, about), random_moment(depth - 1, about),
                             depth, about);
        default:
            return "max(" + random_moment(depth - 1, about) + ", " +
                   random_moment(depth - 1, about) + ")";
    }
}

std::string random_text(int depth, About about) {
    if (depth > 0 && chance(40)) return "lower(" + random_text(depth - 1, about) + ")";
    if (chance(40)) return word({"\"\"", "\"cat\"", "\"MAß\""});
    return field(about, "text", "name", word({"headline", "summary"}));
}

std::string random_expression(int depth) {
    switch (below(7)) {
        case 0:
            return random_yes_no(depth);
        case 1:
            return random_number(depth);
        case 2:
            return random_share(depth);
        case 3:
            return random_duration(depth);
        case 4:
            return random_rate(depth);
        case 5:
            return random_moment(depth);
        default:
            return random_text(depth);
    }
}

}  // namespace colonnade::tests
