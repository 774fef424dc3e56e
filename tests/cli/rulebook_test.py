# SPDX-License-Identifier: Apache-2.0
# The rulebook is data: an edited text counts in the next run, and nothing is built in between. What
# is wrong with one is said with its place, before anything is scored.
from __future__ import annotations

import re
import unittest
from pathlib import Path

import harness
from harness import archive, rules_copy, run, score


def edited(*changes: tuple[str, str]) -> Path:
    rules = rules_copy()
    text = rules.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    rules.write_text(text, "utf-8")
    return rules


def scored(rules: object) -> dict:
    done = score(archive(), "--rules", rules, "--format", "json", "--lang", "en")
    assert done.code == 0, done.messages
    return done.json


class Edited(unittest.TestCase):
    def test_a_copy_scores_the_same(self) -> None:
        self.assertEqual(scored(rules_copy()), scored("linkedin-ssi"))

    def test_a_range(self) -> None:
        before = scored("linkedin-ssi")
        after = scored(edited(("full: 2..3 per week", "full: 4..5 per week")))
        rhythm = [next(rule for pillar in result["pillars"] for rule in pillar["rules"]
                       if rule["id"] == "posting-rhythm") for result in (before, after)]
        self.assertEqual(rhythm[0]["value"], rhythm[1]["value"])
        self.assertGreater(rhythm[0]["points"], rhythm[1]["points"])
        self.assertEqual([rule["target"] for rule in rhythm], ["2–3 per week", "4–5 per week"])
        self.assertGreater(before["score"], after["score"])
        self.assertNotEqual(before["rulebook"]["sha256"], after["rulebook"]["sha256"])
        tip = next(tip for tip in after["tips"] if tip["rule"] == "insights.posting-rhythm")
        self.assertIn("4–5 per week", tip["text"])

    def test_a_weight(self) -> None:
        rules = rules_copy()
        text = rules.read_text("utf-8")
        rules.write_text(text.replace("weight: 25", "weight: 75", 1), "utf-8")
        pillars = scored(rules)["pillars"]
        self.assertEqual([pillar["of"] for pillar in pillars],
                         [50.0, 16.6667, 16.6667, 16.6666])

    def test_a_word_list(self) -> None:
        rules = rules_copy()
        words = rules.parent / "lists/seniority_titles.yaml"
        before = scored(rules)
        text = words.read_text("utf-8")
        words.write_text(text.replace("  director: [", "  director: [Recruiter, "), "utf-8")
        after = scored(rules)
        self.assertNotEqual(before["rulebook"]["sha256"], after["rulebook"]["sha256"])
        deciders = [next(rule["value"] for rule in result["pillars"][3]["rules"]
                         if rule["id"] == "decision-makers") for result in (before, after)]
        self.assertLess(*deciders)

    def test_a_word_list_that_cannot_be_read_is_not_an_empty_one(self) -> None:
        rules = rules_copy()
        words = rules.parent / "lists/seniority_titles.yaml"
        with words.open("ab") as file:
            file.truncate(16 * 1024 * 1024 + 1)
        for command in (("score", archive(), "--rules", rules), ("check", rules)):
            done = run(*command)
            self.assertEqual((done.code, done.text), (3, ""))
            self.assertIn("seniority_titles.yaml` has more than", done.messages)

    def test_by_id_from_the_users_own_folder(self) -> None:
        rules = edited(("full: 2..3 per week", "full: 4..5 per week"))
        home = harness.new_folder()
        place = home / ".local/share/colonnade"
        place.mkdir(parents=True)
        rules.parent.rename(place / "rules")
        environment = harness.ENVIRONMENT | {"HOME": str(home)}
        mine = score(archive(), "--format", "json", "--lang", "en", env=environment)
        self.assertEqual(mine.json, scored(place / "rules/linkedin-ssi.yaml"))


class Check(unittest.TestCase):
    def test_the_bundled_rulebooks_are_without_findings(self) -> None:
        for book in harness.RULEBOOKS:
            with self.subTest(rulebook=book):
                done = run("check", book, "--strict")
                self.assertEqual((done.code, done.err), (0, b""))
                pillars = re.findall(r"(\d+\.\d) of 100", done.text)
                self.assertEqual((len(pillars), sum(map(float, pillars))), (4, 100))

    def test_the_bundled_files_are_laid_out(self) -> None:
        done = run("fmt", "--check", *sorted(harness.RULES.rglob("*.yaml")))
        self.assertEqual((done.code, done.messages), (0, ""), done.text)

    def test_all_findings_of_a_file_with_their_places(self) -> None:
        rules = edited(("full: 2..3 per week", "full: 2-3 per week"),
                       ("measure: count(skills)", "measure: count(skils)"),
                       ("measure: followers ", "mesure: followers "))
        for arguments in (("check", rules), ("score", archive(), "--rules", rules)):
            done = run(*arguments)
            self.assertEqual(done.code, 3)
            if arguments[0] == "score":
                self.assertEqual(done.out, b"")
            said = done.text + done.messages
            lines = rules.read_text("utf-8").split("\n")
            for part in ("2-3 per week", "count(skils)", "mesure: followers"):
                number = next(i for i, line in enumerate(lines, 1) if part in line)
                self.assertRegex(said, rf"linkedin-ssi\.yaml:{number}:\d+: error: ")
            self.assertIn("`skills`", said)

    def test_findings_go_on_over_several_rulebooks(self) -> None:
        bad = edited(("full: 2..3 per week", "full: 2-3 per week"))
        done = run("check", bad, "nosuch", "linkedin-ssi")
        self.assertEqual(done.code, 3)
        self.assertIn("25.0 of 100", done.text)
        self.assertIn("nosuch", done.messages)


if __name__ == "__main__":
    unittest.main()
