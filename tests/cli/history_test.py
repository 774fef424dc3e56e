# SPDX-License-Identifier: Apache-2.0
# What `score --save` keeps and `history` shows of it: the same on every kind of store.
from __future__ import annotations

import csv
import datetime
import io
import json
import os
import unittest

import harness
from crowd import book
from harness import ROOT, Run, run, score, small_profile, width, write
from json_schema import Checker
from kept import for_each_kind

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/history.schema.json").read_text("utf-8")))
DATA, OUTPUT, USAGE, FINE = 4, 6, 2, 0
HOSTILE_IDS = ("'; DROP TABLE colonnade_results; --", '" OR 1=1', "$1", "%s%n", "ümläut 🦉",
               "\u202eabc", "a\x1b[31mb", "=1+1", "line\nbreak", " ", "\\", "-x", "--delete", "x" * 1024)


def person(name: str, as_of: str = "2026-11-20", **facts: object) -> dict:
    return small_profile(id=name, as_of=f"{as_of}T12:00:00Z", photo=True, followers=250) | facts


class History:
    """Every test of a store; a subclass says where it is."""

    def save(self, *people: dict, rules: object = None, **options: object) -> Run:
        files = [write(f"{number}.json", one) for number, one in enumerate(people)]
        return score(*files, "--rules", rules or book(), "--save", *self.place, **options)

    def saved(self, *people: dict, rules: object = None) -> None:
        done = self.save(*people, rules=rules)
        self.assertEqual(done.code, FINE, done.messages)

    def history(self, *arguments: object, **options: object) -> Run:
        return run("history", *self.place, *arguments, **options)

    def json(self, *arguments: object) -> dict:
        done = self.history("--format", "json", *arguments)
        self.assertEqual(done.code, FINE, done.messages)
        self.assertEqual(SCHEMA.problems(done.json), [])
        return done.json

    def test_a_result_is_kept_as_it_was_shown(self) -> None:
        shown = score(write("p.json", person("clara")), "--rules", book(), "--format", "json").json
        self.saved(person("clara"))
        [trend] = self.json("clara")["trends"]
        [result] = trend["results"]
        for key in ("score", "low", "high", "assessed", "rating"):
            self.assertEqual(result[key], shown[key], key)
        self.assertEqual(result["as_of"], shown["profile"]["as_of"])
        self.assertEqual(result["sha256"], shown["rulebook"]["sha256"])
        self.assertEqual([pillar["score"] for pillar in result["pillars"]],
                         [pillar["score"] for pillar in shown["pillars"]])

    def test_nothing_is_kept_without_being_asked(self) -> None:
        self.saved(person("clara"))
        done = score(write("p.json", person("bert")), "--rules", book())
        self.assertEqual(done.code, FINE)
        self.assertEqual([p["id"] for p in self.json()["profiles"]], ["clara"])

    def test_saved_again_it_takes_its_place(self) -> None:
        self.saved(person("clara", followers=100))
        self.saved(person("clara", followers=400))
        [trend] = self.json("clara")["trends"]
        [result] = trend["results"]
        self.assertEqual(result["score"], 90.0)

    def test_other_rules_or_another_moment_are_another_result(self) -> None:
        self.saved(person("clara"))
        self.saved(person("clara"), rules=book("# the same in other words\n"))
        self.saved(person("clara", "2026-11-21"))
        [trend] = self.json("clara")["trends"]
        self.assertEqual(len(trend["results"]), 3)
        self.assertEqual(len({result["sha256"] for result in trend["results"]}), 2)

    def test_another_rulebook_is_another_trend(self) -> None:
        other = write("other.yaml", book().read_text("utf-8").replace("tiny", "other"))
        self.saved(person("clara"))
        self.saved(person("clara"), rules=other)
        names = [trend["rulebook"]["id"] for trend in self.json("clara")["trends"]]
        self.assertEqual(names, ["tiny", "other"])
        [trend] = self.json("clara", "--rules", "other")["trends"]
        self.assertEqual(trend["rulebook"]["id"], "other")
        self.assertEqual(self.history("clara", "--rules", "third").code, DATA)

    def test_weeks_gaps_and_the_change(self) -> None:
        # Monday to Sunday are one week, whose last result counts.
        for day, followers in (("2026-11-01", 50), ("2026-11-02", 100), ("2026-11-08", 150),
                               ("2026-11-23", 400)):
            self.saved(person("clara", day, followers=followers))
        [trend] = self.json("clara")["trends"]
        self.assertEqual([result["week"] for result in trend["results"]],
                         ["2026-W44", "2026-W45", "2026-W45", "2026-W48"])
        self.assertEqual(trend["change"], {"points": 25.0, "since": "2026-11-08T12:00:00Z",
                                           "weeks": 3, "same_rules": True})
        text = self.history("clara", "--lang", "en").text
        self.assertIn("+25.0 against 8 Nov 2026, 3 weeks before", text)
        self.assertIn("(2 weeks without a result)", text)
        self.assertIn("  _-..#   55.0 … 90.0\n", text)
        self.assertNotIn("\n  2 Nov 2026", text)

    def test_the_order_in_which_they_are_saved_does_not_matter(self) -> None:
        for day in ("2026-11-20", "2026-11-06", "2026-11-13"):
            self.saved(person("clara", day))
        [trend] = self.json("clara")["trends"]
        self.assertEqual([result["as_of"][:10] for result in trend["results"]],
                         ["2026-11-06", "2026-11-13", "2026-11-20"])

    def test_other_rules_are_told(self) -> None:
        self.saved(person("clara", "2026-11-13"))
        self.saved(person("clara", "2026-11-20"),
                   rules=write("tiny.yaml", book().read_text("utf-8").replace("500", "250")))
        self.assertFalse(self.json("clara")["trends"][0]["change"]["same_rules"])
        self.assertIn("other rules", self.history("clara", "--lang", "en").text)

    def test_nothing_assessed_is_kept_and_no_change(self) -> None:
        self.saved(person("clara", "2026-11-13"))
        nobody = person("clara", "2026-11-20", photo=None, followers=None)
        self.assertEqual(self.save(nobody).code, DATA)
        [trend] = self.json("clara")["trends"]
        self.assertIsNone(trend["results"][1]["score"])
        self.assertIsNone(trend["change"])
        self.assertIn("no score", self.history("clara").text)

    def test_everybody_by_id(self) -> None:
        self.saved(person("b"), person("ä"), person("a"), person("B"))
        self.saved(person("a", "2026-11-21", followers=500))
        profiles = self.json()["profiles"]
        self.assertEqual([p["id"] for p in profiles], ["B", "a", "b", "ä"])
        self.assertEqual(profiles[1], {"id": "a", "results": 2, "first": "2026-11-20T12:00:00Z",
                                       "latest": "2026-11-21T12:00:00Z", "rulebook": "tiny",
                                       "score": 100.0})

    def test_hostile_ids(self) -> None:
        for name in HOSTILE_IDS:
            self.saved(person(name))
        self.assertEqual([p["id"] for p in self.json()["profiles"]],
                         sorted(HOSTILE_IDS, key=lambda name: name.encode()))
        for name in HOSTILE_IDS:
            with self.subTest(id=name):
                self.assertEqual(self.json(f"--id={name}")["profile"]["id"], name)
                text = self.history(f"--id={name}")
                self.assertEqual(text.code, FINE)
                for letter in "\x1b\u202e":
                    self.assertNotIn(letter, text.text)
        self.assertIn("'=1+1", self.history("--format", "csv").text)

    def test_ids_that_are_none(self) -> None:
        for name in ("a\x00b", "x" * 1025):
            done = self.save(person("good"), person(name, "2026-11-21"))
            self.assertEqual(done.code, DATA, done.messages)
            self.assertIn("is not saved without an id", done.messages)
        self.assertEqual([p["id"] for p in self.json()["profiles"]], ["good"])

    def test_an_empty_id_is_that_of_the_file(self) -> None:
        self.saved(person(""))
        self.assertEqual([p["id"] for p in self.json()["profiles"]], ["0"])

    def test_one_id_for_two_people_of_a_run(self) -> None:
        done = self.save(person("clara", followers=1), person("clara", followers=2))
        self.assertEqual(done.code, DATA)
        self.assertIn("two results of `clara` as of 2026-11-20T12:00:00Z", done.messages)
        self.assertEqual(len(self.json("clara")["trends"][0]["results"]), 1)

    def test_tables(self) -> None:
        for day, followers in (("2026-11-13", 100), ("2026-11-20", 400)):
            self.saved(person("a,b", day, followers=followers))
        rows = list(csv.DictReader(io.StringIO(self.history("a,b", "--format", "csv").text)))
        self.assertEqual([row["score"] for row in rows], ["60.0000", "90.0000"])
        self.assertEqual(rows[0]["id"], "a,b")
        self.assertEqual(rows[0]["week"], "2026-W46")
        self.assertEqual(rows[1]["brand"], "90.0000")
        place = harness.new_folder() / "all.csv"
        self.assertEqual(self.history("-o", place).code, FINE)
        self.assertEqual(place.read_text("utf-8"), self.history("--format", "csv").text)

    def test_eighty_columns_in_both_languages(self) -> None:
        first = datetime.date(2024, 1, 1)
        for week in range(0, 100, 3):
            self.saved(person("x" * 200, str(first + datetime.timedelta(weeks=week)),
                              followers=week * 5))
        for language in ("de", "en"):
            for more in ((), ("--details",)):
                for words in ((), ("x" * 200,)):
                    text = self.history(*words, "--lang", language, *more).text
                    self.assertEqual([line for line in text.splitlines() if width(line) > 80], [])
        text = self.history("x" * 200, "--lang", "de").text
        self.assertIn("frühere Wochen mit --details", text)
        self.assertEqual(text.count("(2 Wochen ohne Ergebnis)"), 11)

    def test_letters_of_the_terminal(self) -> None:
        for day, followers in (("2026-11-06", 100), ("2026-11-20", 400)):
            self.saved(person("clara", day, followers=followers))
        utf8 = harness.ENVIRONMENT | {"LC_ALL": "de_DE.UTF-8"}
        self.assertIn("▁·█", self.history("clara", env=utf8).text)
        self.assertIn("_.#", self.history("clara").text)
        place = harness.new_folder() / "clara.txt"
        self.history("clara", "-o", place)
        self.assertIn("▁·█", place.read_text("utf-8"))

    def test_who_is_not_there(self) -> None:
        self.saved(person("clara"))
        done = self.history("Clara")
        self.assertEqual((done.code, done.out), (DATA, b""))
        self.assertIn("no result of `Clara`", done.messages)

    def test_a_table_is_not_saved(self) -> None:
        people = write("people.ndjson", json.dumps(person("clara")) + "\n")
        for more in (("--format", "csv"), ("-o", harness.new_folder() / "t.csv"),
                     ("--partition", "1/2", "--out", harness.new_folder())):
            done = score(people, "--rules", book(), "--save", *self.place, *more)
            self.assertEqual(done.code, USAGE, done.messages)

    def test_a_word_for_save_that_is_none(self) -> None:
        done = score(write("p.json", person("clara")), "--rules", book(), "--save=some")
        self.assertEqual(done.code, USAGE)


for_each_kind(History, globals())
del History


if __name__ == "__main__":
    unittest.main()
