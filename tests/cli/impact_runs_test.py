# SPDX-License-Identifier: Apache-2.0
# How `impact` is called: data of any kind, gates at their limits and above, everything that may be
# wrong.
from __future__ import annotations

import json
import re
import unittest
from pathlib import Path

import crowd
import harness
from harness import ROOT, run, small_profile, width, write
from impacts import FEWER, NEW, OLD, SCHEMA, book, crowd_lines, impact


class Runs(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.old, cls.new = book(OLD), book(NEW)
        cls.data = write("people.ndjson", crowd_lines(30_000))

    def test_any_number_of_threads_gives_the_same_bytes(self) -> None:
        for form in ("text", "json", "html"):
            runs = [impact(self.old, self.new, self.data, "--format", form, "--max-rejects", "1%",
                           "--threads", n) for n in (1, 2, 5)]
            self.assertEqual({done.code for done in runs}, {0})
            self.assertEqual(len({done.out for done in runs}), 1)

    def test_several_data_of_any_kind_are_one_population(self) -> None:
        one = write("one.json", small_profile(photo=True, followers=3))
        some = write("some.ndjson", crowd_lines(6))
        done = impact(ROOT / "rules/linkedin-ssi.yaml", ROOT / "rules/seller.yaml",
                      [harness.archive(), one, some], "--format", "json")
        self.assertEqual((done.code, done.json["people"]["all"]), (0, 8), done.messages)
        typed = impact(self.old, self.new, "-", "--format", "json", input=some.read_bytes())
        self.assertEqual(typed.text.replace("stdin-", "some-"),
                         impact(self.old, self.new, some, "--format", "json").text)

    def test_compiled_rulebooks(self) -> None:
        place = harness.new_folder()
        for path, name in ((self.old, "old"), (self.new, "new")):
            self.assertEqual(run("check", path, "-o", place / f"{name}.colc").code, 0)
        compiled = impact(place / "old.colc", place / "new.colc", self.data, "--max-rejects", "1%")
        self.assertEqual(compiled.out,
                         impact(self.old, self.new, self.data, "--max-rejects", "1%").out)

    def test_lines_that_are_no_profiles_are_counted_once(self) -> None:
        # The second rulebook alone needs the headline.
        text = "".join(json.dumps(small_profile(id=f"p{n}", photo=True, followers=n,
                                                headline=5 if n == 2 else "x")) + "\n"
                       for n in range(5)) + "{\n"
        data, rejects = write("people.ndjson", text), harness.new_folder() / "rejects.ndjson"
        done = impact(self.old, self.new, data, "--format", "json", "--rejects", rejects)
        self.assertEqual((done.code, done.json["people"]["all"]), (4, 4))
        self.assertIn("2 of 6 lines are no profile", done.messages)
        told = [json.loads(line) for line in rejects.read_text("utf-8").splitlines()]
        self.assertEqual([line["line"] for line in told], [3, 6])
        self.assertEqual(told[0]["where"], "headline")
        self.assertEqual(impact(self.old, self.new, data, "--max-rejects", "2").code, 0)
        self.assertEqual(impact(self.old, self.new, data, "--max-rejects", "1").code, 4)

    def test_the_ending_of_the_file_chooses_the_format(self) -> None:
        file = harness.new_folder() / "impact.json"
        done = impact(self.old, self.new, self.data, "--max-rejects", "1%", "-o", file)
        self.assertEqual((done.code, done.out), (0, b""))
        self.assertEqual(SCHEMA.problems(json.loads(file.read_bytes())), [])


class Gates(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.old, cls.new = book(OLD), book(OLD.replace("500 or more", "400 or more"))
        # 399 of 500 followers are 39.9 points; of 400, 49.9: the largest move is one of 10.
        people = [small_profile(id="moves", photo=False, followers=300),
                  *(small_profile(id=f"p{n}", photo=True, followers=600) for n in range(49)),
                  small_profile(id="more", photo=False, followers=399)]
        cls.data = write("people.ndjson", "".join(json.dumps(p) + "\n" for p in people))

    def codes(self, *arguments: str) -> set[int]:
        return {impact(self.old, self.new, self.data, "--format", form, *arguments).code
                for form in ("text", "json", "html")}

    def test_at_the_limit_and_above(self) -> None:
        found = impact(self.old, self.new, self.data, "--format", "json").json
        self.assertEqual((found["moves"]["largest_up"], found["ratings"]["crossed"]), (10.0, 0))
        self.assertEqual(self.codes("--max-moved", "10"), {0})
        self.assertEqual(self.codes("--max-moved", "10.0"), {0})
        self.assertEqual(self.codes("--max-moved", "9.95"), {1})
        self.assertEqual(self.codes("--max-moved", "0"), {1})

    def test_crossing(self) -> None:
        new = book(OLD.replace("from: 50%", "from: 30%"))
        run_with = lambda *more: impact(self.old, new, self.data, *more)  # noqa: E731
        self.assertEqual(run_with("--format", "json").json["ratings"]["crossed"], 2)
        for most, code in (("2", 0), ("1", 1), ("4%", 0), ("3%", 1), ("100%", 0), ("0", 1)):
            self.assertEqual(run_with("--max-crossed", most).code, code, most)

    def test_they_are_told_in_every_format(self) -> None:
        asked = ("--max-moved", "2.5", "--max-crossed", "50%")
        done = impact(self.old, self.new, self.data, "--format", "json", *asked)
        self.assertEqual(done.json["gates"], [
            {"gate": "moved", "asked": "--max-moved 2.5", "passed": False, "limit": 2.5,
             "actual": 10.0},
            {"gate": "crossed", "asked": "--max-crossed 50%", "passed": True, "limit": 25,
             "actual": 0}])
        text = impact(self.old, self.new, self.data, *asked).text
        self.assertIn("missed    largest move at most 2.5: 10.0\n", text)
        self.assertIn("met       people with another rating at most 25: 0\n", text)

    def test_who_gets_or_loses_a_score_crosses(self) -> None:
        data = write("people.ndjson", "".join(
            json.dumps(small_profile(id=f"p{n}", **({"photo": True} if n else {"followers": 9})))
            + "\n" for n in range(4)))
        done = impact(self.old, book(FEWER), data, "--max-crossed", "0", "--format", "json")
        self.assertEqual((done.code, done.json["people"]["lost_score"]), (1, 1))

    def test_nobody_to_compare_meets_no_gate(self) -> None:
        for text in ("", json.dumps(small_profile(id="nobody")) + "\n"):
            data = write("people.ndjson", text)
            done = impact(self.old, self.new, data, "--max-moved", "100", "--format", "json")
            self.assertEqual((done.code, done.json["gates"][0]["passed"]), (4, False))
            self.assertEqual((done.json["gates"][0]["actual"], done.json["moves"]["mean"]),
                             (None, None))
            self.assertEqual(SCHEMA.problems(done.json), [])
            self.assertIn("nobody has a score by both rulebooks", done.messages)
            self.assertIn("nobody can be compared", impact(self.old, self.new, data).text)

    def test_limits_that_are_none(self) -> None:
        for option, value in (("--max-moved", "-1"), ("--max-moved", "100.1"), ("--max-moved", "x"),
                              ("--max-moved", "5%"), ("--max-crossed", "1.5"),
                              ("--max-crossed", "101%"), ("--max-crossed", "many"),
                              ("--top", "-1"), ("--top", "1001"), ("--format", "csv")):
            done = impact(self.old, self.new, self.data, f"{option}={value}")
            self.assertEqual((done.code, done.out), (2, b""), (option, value))
        for top in ("0", "1000"):
            self.assertEqual(impact(self.old, self.new, self.data, "--top", top).code, 0)

    def test_without_ratings_none_can_be_crossed(self) -> None:
        bare = book(crowd.BOOK)
        done = impact(self.old, bare, self.data, "--max-crossed", "2%")
        self.assertEqual((done.code, done.out), (2, b""))
        self.assertIn("`--max-crossed` needs ratings; `tiny` has none", done.messages)
        done = impact(self.old, bare, self.data, "--format", "json")
        self.assertEqual((done.code, done.json["ratings"], SCHEMA.problems(done.json)),
                         (0, None, []))
        self.assertNotIn("Ratings", impact(self.old, bare, self.data).text)


class Wrong(unittest.TestCase):
    def test_both_rulebooks_are_told(self) -> None:
        bad = [book(OLD.replace("pass: photo", f"pass: {fact}")) for fact in ("foto", "phto")]
        done = impact(*bad, write("people.ndjson", crowd_lines(3)))
        self.assertEqual((done.code, done.out), (3, b""))
        self.assertIn("`foto`", done.messages)
        self.assertIn("`phto`", done.messages)

    def test_one_wrong_rulebook_is_enough(self) -> None:
        good, data = book(OLD), write("people.ndjson", crowd_lines(3))
        for bad in (book(OLD + "oops: 1\n"), Path("/nonexistent/book.yaml")):
            for pair in ((good, bad), (bad, good)):
                done = impact(*pair, data)
                self.assertEqual((done.code, done.out), (3, b""), done.messages)

    def test_schemas_that_disagree(self) -> None:
        place = harness.rules_copy().parent
        file = place / "schemas/social-profile.yaml"
        file.write_text(re.sub(r"(  followers:\n    type: number\n)", r"\1    max: 99\n",
                               file.read_text("utf-8")), "utf-8")
        new = write("tiny.yaml", OLD, place)
        done = impact(book(OLD), new, write("people.ndjson", crowd_lines(3)))
        self.assertEqual((done.code, done.out), (3, b""))
        self.assertIn("the rulebooks cannot score the same data: `followers` has other bounds",
                      done.messages)

    def test_data_that_cannot_be_read(self) -> None:
        old, new = book(OLD), book(NEW)
        done = impact(old, new, "/nonexistent/people.ndjson")
        self.assertEqual((done.code, done.out), (4, b""))
        done = run("impact", old, new)
        self.assertEqual(done.code, 2)
        self.assertIn("--data", done.messages)

    def test_the_output_never_takes_the_place_of_what_is_read(self) -> None:
        old, new, data = book(OLD), book(NEW), write("people.ndjson", crowd_lines(3))
        for file in (old, new, data):
            before = file.read_bytes()
            self.assertEqual(impact(old, new, data, "-o", file).code, 2)
            self.assertEqual(impact(old, new, data, "--rejects", file).code, 2)
            self.assertEqual(file.read_bytes(), before)

    def test_ids_of_any_kind_disturb_nothing(self) -> None:
        names = ["\x1b[31mred", "‮backwards", "=1+1", "<script>alert(1)</script>", "x" * 5000,
                 "new\nline", "\"quoted\"", "汉字" * 40, ""]
        data = write("people.ndjson", "".join(
            json.dumps(small_profile(id=name, photo=n % 2 == 0, followers=450)) + "\n"
            for n, name in enumerate(names)))
        old, new = book(OLD), book(OLD.replace("500 or more", "400 or more"))
        text = impact(old, new, data).text
        self.assertTrue(all(width(line) <= 80 for line in text.splitlines()))
        self.assertFalse(re.search("[\x00-\x09\x0b-\x1f\x7f‮]", text))
        movers = impact(old, new, data, "--format", "json").json["movers"]
        self.assertTrue({mover["id"] for mover in movers} >= set(names[:-1]))


if __name__ == "__main__":
    unittest.main()
