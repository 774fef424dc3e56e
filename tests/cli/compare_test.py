# SPDX-License-Identifier: Apache-2.0
# Where a difference comes from: always the whole of it, and each part as it is defined.
from __future__ import annotations

import itertools
import json
import sqlite3
import unittest
from contextlib import closing
from pathlib import Path

import harness
from crowd import BOOK, book
from harness import (EDITIONS, PERSONAS, ROOT, Run, archive, run, score, small_profile, width,
                     write)
from json_schema import Checker
from kept import for_each_kind

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/comparison.schema.json").read_text("utf-8")))
DATA, USAGE, FINE = 4, 2, 0
STRICTER = BOOK.replace("500 or more", "1000 or more")


def person(followers: int | None, day: int = 20, **facts: object) -> dict:
    return small_profile(id="clara", as_of=f"2026-11-{day:02}T12:00:00Z", photo=True,
                         followers=followers) | facts


def stricter() -> Path:
    return write("tiny.yaml", STRICTER)


def units(value: float) -> int:
    scaled = round(value * 10_000)
    assert abs(value * 10_000 - scaled) < 1e-6, value
    return scaled


class Compare:
    def save(self, document: dict, *arguments: object, rules: object = None) -> None:
        done = score(write("p.json", document), "--rules", rules or book(), "--save", *self.place,
                     *arguments)
        self.assertIn(done.code, (FINE, DATA), done.messages)

    def compare(self, *arguments: object) -> Run:
        return run("compare", *arguments, *self.place)

    def json(self, *arguments: object, code: int = FINE) -> dict:
        done = self.compare(*arguments, "--format", "json")
        self.assertEqual(done.code, code, done.messages)
        found = done.json
        self.assertEqual(SCHEMA.problems(found), [])
        if found["split"]:
            self.assertEqual(sum(map(units, found["split"].values())), units(found["difference"]))
        return found

    def test_data_alone(self) -> None:
        self.save(person(100, 13))
        self.save(person(400))
        found = self.json("--id", "clara")
        self.assertEqual((found["from"]["score"], found["to"]["score"]), (60.0, 90.0))
        self.assertEqual(found["split"], {"engine": 0.0, "rules": 0.0, "data": 30.0})
        self.assertEqual(found["rules"], [{"rule": "brand.followers", "title": "Followers",
                                           "from": 10.0, "to": 40.0, "difference": 30.0}])

    def test_rules_then_data(self) -> None:
        self.save(person(100, 13))
        self.save(person(400), rules=stricter())
        # 100 followers are 10 points by the old rules and 5 by the new ones; 400 then 20.
        self.assertEqual(self.json("--id", "clara")["split"],
                         {"engine": 0.0, "rules": -5.0, "data": 15.0})

    def test_data_that_is_not_kept(self) -> None:
        self.save(person(100, 13))
        new = write("new.json", person(400))
        self.assertEqual(self.json(new, "--rules", stricter())["split"],
                         {"engine": 0.0, "rules": -5.0, "data": 15.0})
        self.assertEqual(self.json(new, "--rules", book())["split"]["data"], 30.0)

    def test_what_was_stated_counts_again(self) -> None:
        self.save(person(None, 13), "--fact", "followers=100")
        self.save(person(None), "--fact", "followers=400")
        self.assertEqual(self.json("--id", "clara")["split"],
                         {"engine": 0.0, "rules": 0.0, "data": 30.0})

    def test_by_date(self) -> None:
        for day, followers in ((6, 50), (13, 100), (20, 400)):
            self.save(person(followers, day))
        def between(*arguments: str) -> tuple[float, float]:
            found = self.json("--id", "clara", *arguments)
            return found["from"]["score"], found["to"]["score"]
        self.assertEqual(between(), (60.0, 90.0))
        self.assertEqual(between("--from", "2026-11-06"), (55.0, 90.0))
        self.assertEqual(between("--to", "2026-11-19"), (55.0, 60.0))
        self.assertEqual(between("--from", "2026-11-20", "--to", "2026-11-06"), (90.0, 55.0))
        self.assertEqual(self.compare("--id", "clara", "--from", "2026-11-05").code, DATA)
        self.assertEqual(self.compare("--id", "clara", "--from", "yesterday").code, USAGE)
        self.assertEqual(self.compare("--id", "bert").code, DATA)

    def test_without_the_data_only_by_rule(self) -> None:
        self.save(person(100, 13), "--save=result")
        self.save(person(400))
        found = self.json("--id", "clara")
        self.assertEqual((found["split"], found["no_split"]), (None, "only-results"))
        self.assertEqual(len(found["rules"]), 1)
        # Of the later one nothing is needed but its rules.
        self.save(person(100, 13))
        self.save(person(400), "--save=result")
        self.assertEqual(self.json("--id", "clara")["no_split"], "only-results")

    def test_one_without_a_score(self) -> None:
        self.save(person(None, 13, photo=None))
        self.save(person(400))
        found = self.json("--id", "clara", code=DATA)
        self.assertEqual((found["difference"], found["no_split"]), (None, "no-score"))

    def test_both_languages(self) -> None:
        for edition, day in (("basic", "2026-09-10"), ("complete", "2026-11-20")):
            done = score(archive("steady", edition), "--id", "clara", "--as-of", day, "--save",
                         *self.place, "--lang", "de")
            self.assertEqual(done.code, FINE, done.messages)
        for language, words in (("de", "aus den Daten"), ("en", "from the data")):
            done = self.compare("--id", "clara", "--lang", language, "--details")
            self.assertEqual(done.code, FINE, done.messages)
            self.assertIn(words, done.text)
            self.assertEqual([line for line in done.text.splitlines() if width(line) > 80], [])
        self.assertIn("Post regularly", self.compare("--id", "clara", "--lang", "en",
                                                     "--details").text)

    def test_it_always_adds_up(self) -> None:
        """Everybody, by rules that have changed; also as it is shown with one decimal."""
        rules = harness.rules_copy()
        rules.write_text(rules.read_text("utf-8").replace("full: 2..3 per week", "full: 1..2 per week"),
                         "utf-8")
        for persona, edition in itertools.product(PERSONAS, EDITIONS):
            with self.subTest(persona=persona, edition=edition):
                data = archive(persona, edition)
                for day, more in (("2026-08-14", ()), ("2026-11-20", ("--rules", rules))):
                    done = score(data, "--id", f"{persona}-{edition}", "--as-of", day, "--save",
                                 *self.place, *more)
                    self.assertEqual(done.code, FINE, done.messages)
                found = self.json("--id", f"{persona}-{edition}")
                self.assertEqual(found["split"]["engine"], 0.0)
                text = self.compare("--id", f"{persona}-{edition}", "--lang", "en").text
                lines = [line.split() for line in text.splitlines() if "  from " in line]
                self.assertEqual(len(lines), 3, text)
                parts = [float(line[0].replace("−", "-").replace("±", "")) for line in lines]
                [shown] = [line.split() for line in text.splitlines() if line.startswith("  ")
                           and "→" in line and line.split()[1] == "→"]
                total = float(shown[3].replace("−", "-").replace("±", ""))
                self.assertAlmostEqual(sum(parts), total, places=6)
                self.assertAlmostEqual(float(shown[2]) - float(shown[0]), total, places=6)


for_each_kind(Compare, globals())


class Engine(unittest.TestCase):
    """A kept score that this program would not give is one that another version gave."""

    def kept(self) -> Path:
        store = harness.new_folder() / "kept.db"
        for document in (person(100, 13), person(400)):
            done = score(write("p.json", document), "--rules", book(), "--save", "--store", store)
            self.assertEqual(done.code, FINE, done.messages)
        return store

    def sql(self, store: Path, text: str) -> None:
        with closing(sqlite3.connect(store)) as connection:
            connection.execute(text)
            connection.commit()

    def split(self, store: Path) -> dict:
        done = run("compare", "--id", "clara", "--store", store, "--format", "json")
        self.assertEqual(done.code, FINE, done.messages)
        return done.json["split"]

    def test_of_the_earlier_and_of_the_later(self) -> None:
        store = self.kept()
        change = ("UPDATE colonnade_results SET summary = json_set(summary, '$.score', {}, "
                  "'$.pillars[0].score', {}) WHERE number = {}")
        self.sql(store, change.format(57.5, 57.5, 1))
        self.assertEqual(self.split(store), {"engine": 2.5, "rules": 0.0, "data": 30.0})
        self.sql(store, change.format(91.0, 91.0, 2))
        self.assertEqual(self.split(store), {"engine": 3.5, "rules": 0.0, "data": 30.0})

    def test_kept_rules_that_are_damaged(self) -> None:
        for texts in ("", "[]", "[1]", '[{"name": "x"}]', "{}"):
            store = self.kept()
            self.sql(store, f"UPDATE colonnade_rulebooks SET texts = '{texts}'")
            done = run("compare", "--id", "clara", "--store", store, "--format", "json")
            self.assertEqual((done.code, done.json["no_split"]),
                             (FINE, "cannot-score" if texts else "only-results"), texts)

    def test_a_kept_document_that_is_damaged(self) -> None:
        for column, text in (("document", "{"), ("stated", "99\nx"), ("stated", "x"),
                             ("stated", "3\n[1]"), ("result", "{}"), ("result", "")):
            store = self.kept()
            self.sql(store, f"UPDATE colonnade_results SET {column} = '{text}'")
            done = run("compare", "--id", "clara", "--store", store, "--format", "json")
            if column == "result":
                self.assertEqual(done.code, DATA)
            else:
                self.assertEqual((done.code, done.json["no_split"]), (FINE, "cannot-score"))


class Files(unittest.TestCase):
    def result(self, followers: int, day: int, **facts: object) -> Path:
        path = harness.new_folder() / "result.json"
        done = score(write("p.json", person(followers, day, **facts)), "--rules", book(), "-o", path)
        self.assertEqual(done.code, FINE, done.messages)
        return path

    def json(self, *arguments: object) -> dict:
        done = run("compare", *arguments, "--format", "json")
        self.assertEqual(done.code, FINE, done.messages)
        self.assertEqual(SCHEMA.problems(done.json), [])
        return done.json

    def test_two_results(self) -> None:
        found = self.json(self.result(100, 13), self.result(400, 20))
        self.assertEqual((found["difference"], found["no_split"]), (30.0, "only-results"))
        self.assertEqual(found["rules"][0]["difference"], 30.0)

    def test_two_data(self) -> None:
        found = self.json(write("a.json", person(100, 13)), write("b.json", person(400)), "--rules",
                          book())
        self.assertEqual(found["split"], {"engine": 0.0, "rules": 0.0, "data": 30.0})
        found = self.json(archive(), archive("steady", "basic"), "--id", "clara")
        self.assertEqual(units(found["split"]["data"]), units(found["difference"]))

    def test_two_persons(self) -> None:
        pair = (write("a.json", person(100, id="a")), write("b.json", person(400, id="b")), "--rules",
                book())
        done = run("compare", *pair)
        self.assertEqual((done.code, done.out), (DATA, b""))
        self.assertIn("two persons, `a` and `b`", done.messages)
        self.assertEqual(self.json(*pair, "--any-person")["difference"], 30.0)
        self.assertEqual(self.json(*pair, "--id", "clara")["difference"], 30.0)

    def test_results_that_are_none(self) -> None:
        good = self.result(100, 13)
        text = json.loads(good.read_text("utf-8"))
        for key, value in (("score", "x"), ("score", 1e300), ("pillars", 1), ("profile", []),
                           ("pillars", [{"id": 1}]), ("rulebook", None)):
            bad = write("bad.json", text | {key: value})
            self.assertEqual(run("compare", good, bad, "--rules", book()).code, DATA, (key, value))

    def test_wrong_calls(self) -> None:
        self.assertEqual(run("compare").code, USAGE)
        self.assertEqual(run("compare", "a", "b", "c").code, USAGE)
        self.assertEqual(run("compare", "--id", "x", "--format", "csv").code, USAGE)
        self.assertEqual(run("compare", "no.zip", "none.zip").code, DATA)



if __name__ == "__main__":
    unittest.main()
