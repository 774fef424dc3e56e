// SPDX-License-Identifier: Apache-2.0
// Every operation has words in German and English, and they say what is computed.
#include <catch2/catch.hpp>

#include <set>
#include <vector>

#include "engine/phrase/phrase.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;

namespace {

struct Row {
    const char* expression;
    const char* de;
    const char* en;
};

const std::vector<Row> Rows = {
    {"true", "immer", "always"},
    {"flag", "„Flag“ trifft zu", "“Flag” applies"},
    {"not flag", "es gilt nicht: „Flag“ trifft zu", "it does not hold: “Flag” applies"},
    {"not (flag and other)", "es gilt nicht: („Flag“ trifft zu und „Other flag“ trifft zu)",
     "it does not hold: (“Flag” applies and “Other flag” applies)"},
    {"flag and (other or n > 3)",
     "„Flag“ trifft zu und („Other flag“ trifft zu oder („Bounded number“ ist größer als 3))",
     "“Flag” applies and (“Other flag” applies or (“Bounded number” is more than 3))"},
    {"n = 3", "„Bounded number“ ist 3", "“Bounded number” is 3"},
    {"flag = other", "„Flag“ ist „Other flag“", "“Flag” is “Other flag”"},
    {"headline != \"x\"", "„Headline“ ist nicht „x“", "“Headline” is not “x”"},
    {"n < 2.5", "„Bounded number“ ist kleiner als 2,5", "“Bounded number” is less than 2.5"},
    {"part <= 12.5%", "„Part“ ist höchstens 12,5 %", "“Part” is at most 12.5%"},
    {"n > 1", "„Bounded number“ ist größer als 1", "“Bounded number” is more than 1"},
    {"length >= 36 hours", "„Length“ ist mindestens 36 Stunden", "“Length” is at least 36 hours"},
    {"born < 2000-01-31", "„Born“ liegt vor 31.01.2000", "“Born” is before 31 Jan 2000"},
    {"born >= 2000-01-31", "„Born“ liegt nicht vor 31.01.2000", "“Born” is not before 31 Jan 2000"},
    {"seen <= born", "„Seen“ liegt nicht nach „Born“", "“Seen” is not after “Born”"},
    {"seen > born", "„Seen“ liegt nach „Born“", "“Seen” is after “Born”"},
    {"level >= senior", "„Level“ ist mindestens senior", "“Level” is at least senior"},
    {"mood in (calm, loud, odd)", "„Mood“ ist calm, loud oder odd", "“Mood” is calm, loud or odd"},
    {"n in (1)", "„Bounded number“ ist 1", "“Bounded number” is 1"},
    {"pace in 1..2 per week", "„Pace“ liegt im Bereich von 1 pro Woche bis 2 pro Woche",
     "“Pace” lies in the range from 1 per week to 2 per week"},
    {"born in last 1 year", "„Born“ liegt im letzten Jahr", "“Born” lies in the last year"},
    {"headline contains \"cat\"", "„Headline“ enthält „cat“", "“Headline” contains “cat”"},
    {"headline matches \"ca+t\"", "„Headline“ passt zum Muster „ca+t“",
     "“Headline” fits the pattern “ca+t”"},
    {"n + m + 1", "„Bounded number“ plus „Free number“ plus 1",
     "“Bounded number” plus “Free number” plus 1"},
    {"n - m", "„Bounded number“ minus „Free number“", "“Bounded number” minus “Free number”"},
    {"-n", "minus „Bounded number“", "minus “Bounded number”"},
    {"(n + m) * 2", "(„Bounded number“ plus „Free number“) mal 2",
     "(“Bounded number” plus “Free number”) times 2"},
    {"n / length", "„Bounded number“ geteilt durch „Length“",
     "“Bounded number” divided by “Length”"},
    {"age(born)", "das Alter von „Born“", "the age of “Born”"},
    {"days(length)", "„Length“ in Tagen", "“Length” in days"},
    {"months(age(born))", "das Alter von „Born“ in Monaten", "the age of “Born” in months"},
    {"ramp(n, 2, m)",
     "ein Anteil, der mit „Bounded number“ von 0 % bei 2 bis 100 % bei „Free number“ steigt",
     "a share that rises with “Bounded number” from 0% at 2 to 100% at “Free number”"},
    {"saturate(n, 5)", "ein Anteil, der mit „Bounded number“ wächst: 50 % bei 5, nie ganz 100 %",
     "a share that grows with “Bounded number”: 50% at 5, never quite 100%"},
    {"has n", "„Bounded number“ liegt vor", "“Bounded number” is there"},
    {"known n", "bekannt ist „Bounded number“", "it is known: “Bounded number”"},
    {"known flag", "bekannt ist „Flag“", "it is known: “Flag”"},
    {"known items", "bekannt ist (ob gilt: es gibt Einträge unter „Items“)",
     "it is known: (whether it holds: there are entries in “Items”)"},
    {"has headline", "„Headline“ ist ausgefüllt", "“Headline” is filled in"},
    {"has items", "es gibt Einträge unter „Items“", "there are entries in “Items”"},
    {"if flag then n else 2 * m",
     "„Bounded number“, wenn gilt: „Flag“ trifft zu; sonst (2 mal „Free number“)",
     "“Bounded number” if “Flag” applies; otherwise (2 times “Free number”)"},
    {"first known of (n, m)", "das erste Bekannte aus („Bounded number“; „Free number“)",
     "the first that is known of (“Bounded number”; “Free number”)"},
    {"min(n, m)", "der kleinste Wert aus („Bounded number“; „Free number“)",
     "the least of (“Bounded number”; “Free number”)"},
    {"max(born, seen)", "der größte Wert aus („Born“; „Seen“)", "the greatest of (“Born”; “Seen”)"},
    {"average(n, m)", "der Durchschnitt aus („Bounded number“; „Free number“)",
     "the mean of (“Bounded number”; “Free number”)"},
    {"length(headline)", "die Zahl der Zeichen von „Headline“",
     "the number of characters of “Headline”"},
    {"words(lower(headline))", "die Zahl der Wörter von („Headline“ in Kleinbuchstaben)",
     "the number of words of (“Headline” in lower case)"},
    {"count(events)", "die Zahl der Einträge unter „Events“", "the number of entries in “Events”"},
    {"count(events in last 12 weeks where kind in (link, media) and words > 9)",
     "die Zahl der Einträge unter „Events“ in den letzten 12 Wochen, für die gilt: („kind“ ist "
     "link oder media) und („words“ ist größer als 9)",
     "the number of entries in “Events” in the last 12 weeks where (“kind” is link or media) and "
     "(“words” is more than 9)"},
    {"count(events where done) > 3",
     "(die Zahl der Einträge unter „Events“, für die gilt: „done“ trifft zu) ist größer als 3",
     "(the number of entries in “Events” where “done” applies) is more than 3"},
    {"events in last 1 day where not done",
     "Einträge unter „Events“ am letzten Tag, für die gilt: es gilt nicht: „done“ trifft zu",
     "entries in “Events” in the last day where it does not hold: “done” applies"},
    {"has (events in last 1 month)", "es gibt Einträge unter „Events“ im letzten Monat",
     "there are entries in “Events” in the last month"},
    {"rate(events in last 12 weeks)",
     "wie oft es in den letzten 12 Wochen einen Eintrag unter „Events“ gab",
     "how often there was an entry in “Events” in the last 12 weeks"},
    {"rate(events in last 10 days where done)",
     "wie oft es in den letzten 10 Tagen einen Eintrag unter „Events“ gab, für den gilt: „done“ "
     "trifft zu",
     "how often there was an entry in “Events” in the last 10 days where “done” applies"},
    {"share(events in last 1 year where grade >= middle)",
     "der Anteil der Einträge unter „Events“ im letzten Jahr, für die gilt: „grade“ ist mindestens "
     "middle",
     "the share of entries in “Events” in the last year where “grade” is at least middle"},
    {"sum(events.words where done)",
     "die Summe von „words“ der Einträge unter „Events“, für die gilt: „done“ trifft zu",
     "the sum of “words” over entries in “Events” where “done” applies"},
    {"average(events.took)", "der Durchschnitt von „took“ der Einträge unter „Events“",
     "the mean of “took” over entries in “Events”"},
    {"median(events.part in last 2 months)",
     "der mittlere Wert von „part“ der Einträge unter „Events“ in den letzten 2 Monaten",
     "the middle value of “part” over entries in “Events” in the last 2 months"},
    {"min(events.words)", "der kleinste Wert von „words“ der Einträge unter „Events“",
     "the least “words” among entries in “Events”"},
    {"max(events.words)", "der größte Wert von „words“ der Einträge unter „Events“",
     "the greatest “words” among entries in “Events”"},
    {"min(events.on)", "der früheste Wert von „on“ der Einträge unter „Events“",
     "the earliest “on” among entries in “Events”"},
    {"latest(events)", "der jüngste der Einträge unter „Events“",
     "the latest of entries in “Events”"},
    {"distinct(events.kind in last 12 weeks)",
     "die Zahl verschiedener Werte von „kind“ der Einträge unter „Events“ in den letzten 12 Wochen",
     "the number of different values of “kind” among entries in “Events” in the last 12 weeks"},
    {"gap(events in last 1.5 years)",
     "die längste Pause in der Folge der Einträge unter „Events“ in den letzten 18 Monaten",
     "the longest pause between entries in “Events” in the last 18 months"},
    {"matches_of(headline, pets)", "„matches_of“ („Headline“; die Wortliste „pets“)",
     "“matches_of” (“Headline”; the word list “pets”)"},
    {"active_days(12 weeks, events, events where done)",
     "„active_days“ (12 Wochen; „Events“; „Events“, für die gilt: „done“ trifft zu)",
     "“active_days” (12 weeks; “Events”; “Events” where “done” applies)"},
    {"pace * 1 week + 0.125", "(„Pace“ mal 1 Woche) plus 0,125",
     "(“Pace” times 1 week) plus 0.125"},
    {"pace > 1 per 4 days", "„Pace“ ist größer als 1 pro 4 Tage",
     "“Pace” is more than 1 per 4 days"},
    {"profile.flag and count(events where words > n and flag) > 0",
     "„Flag“ trifft zu und ((die Zahl der Einträge unter „Events“, für die gilt: („words“ ist "
     "größer als „Bounded number“) und „Flag“ trifft zu) ist größer als 0)",
     "“Flag” applies and ((the number of entries in “Events” where (“words” is more than “Bounded "
     "number”) and “Flag” applies) is more than 0)"},
};

std::string words_of(const engine::LoadedRulebook& loaded, int node, const char* language) {
    return engine::phrase_of(loaded.rulebook, loaded.catalogue, node, language).text;
}

}  // namespace

TEST_CASE("every operation is said in both languages") {
    std::set<dsl::Op> seen;
    for (const auto& row : Rows) {
        const auto book = tests::measuring(row.expression);
        INFO(row.expression);
        REQUIRE_FALSE(book->has_errors);
        const auto& rulebook = book->loaded.rulebook;
        for (const auto& node : rulebook.nodes.items)
            seen.insert(node.op);
        const int root = rulebook.defines.front().node;
        CHECK(words_of(book->loaded, root, "de") == row.de);
        CHECK(words_of(book->loaded, root, "en") == row.en);
    }
    for (int op = 0; op <= static_cast<int>(dsl::Op::Call); ++op) {
        INFO("operation " << op << " has no row");
        CHECK(seen.contains(static_cast<dsl::Op>(op)));
    }
}

TEST_CASE("a define is named where it is used, and said once") {
    const auto book = tests::read_everything(
        "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
        "define:\n  often: rate(recent)\n  recent: events in last 12 weeks\n  ok: often > pace\n"
        "pillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n      r:\n"
        "        title: {en: R}\n        points: 1\n        pass: ok and often < 9 per day\n");
    REQUIRE_FALSE(book->has_errors);
    const auto& rulebook = book->loaded.rulebook;
    const int root = rulebook.pillars[0].rules[0].measure;
    const auto phrase = engine::phrase_of(rulebook, book->loaded.catalogue, root, "en");
    CHECK(phrase.text == "`ok` applies and (`often` is less than 9 per day)");
    REQUIRE(phrase.notes.size() == 3);
    CHECK(phrase.notes[0].name == "`ok`");
    CHECK(phrase.notes[0].text == "`often` is more than “Pace”");
    CHECK(phrase.notes[1].text == "how often there was an entry in `recent` in the last 12 weeks");
    CHECK(phrase.notes[2].text == "entries in “Events” in the last 12 weeks");
    CHECK(phrase.defines.size() == 3);
}

TEST_CASE("words are found in a time that grows with the expression") {
    std::string text = "n";
    for (int i = 0; i < 60; ++i)
        text = "m - (" + text + ")";
    const auto book = tests::measuring(text);
    REQUIRE_FALSE(book->has_errors);
    const auto words = words_of(book->loaded, book->loaded.rulebook.defines.front().node, "de");
    CHECK(words.size() < 2000);
}
