# SPDX-License-Identifier: Apache-2.0
# A rulebook that extends another says the same as a copy of it in which the same places are edited.
from __future__ import annotations

import re
import unittest
from pathlib import Path

from harness import archive, new_folder, rules_copy, run, score, write

HEAD = "colonnade: 1\nrulebook: linkedin-ssi\nextends: linkedin-ssi\n"


def scored(rules: Path, *arguments: str) -> dict:
    done = score(archive(), "--rules", rules, "--format", "json", "--lang", "en", *arguments)
    assert done.code == 0, done.messages
    result = done.json
    del result["rulebook"]["sha256"]  # the texts differ, what they say must not
    return result


def child(text: str) -> Path:
    return write("mine.yaml", HEAD + text)


def edited(*changes: tuple[str, str]) -> Path:
    rules = rules_copy()
    text = rules.read_text("utf-8")
    for old, new in changes:
        changed, count = re.subn(old, new, text, count=1, flags=re.MULTILINE | re.DOTALL)
        assert count == 1 and changed != text, old
        text = changed
    rules.write_text(text, "utf-8")
    return rules


class Extends(unittest.TestCase):
    maxDiff = 4000

    def test_naming_nothing_changes_nothing(self) -> None:
        self.assertEqual(scored(child("")), scored(rules_copy()))

    def test_a_value_deep_inside(self) -> None:
        mine = child("pillars: {insights: {rules: {posting-rhythm: {full: 4..5 per week, points: 11}}}}\n")
        other = edited((r"(      posting-rhythm:.*?points: )\d+", r"\g<1>11"),
                       (r"full: 2\.\.3 per week", "full: 4..5 per week"))
        self.assertEqual(scored(mine), scored(other))
        self.assertNotEqual(scored(mine), scored(rules_copy()))

    def test_a_pillar_that_is_dropped(self) -> None:
        mine = scored(child("pillars: {people: {without: true}}\n"))
        other = scored(edited((r"^  people:\n.*?^(?=  insights:)", "")))
        self.assertEqual(mine, other)
        self.assertEqual(len(mine["pillars"]), 3)
        self.assertEqual(sum(pillar["of"] for pillar in mine["pillars"]), 100)

    def test_another_curve_takes_the_place_of_the_old_one(self) -> None:
        mine = child("pillars: {insights: {rules: {posting-rhythm: {steps: {1 per week: 100%}}}}}\n")
        other = edited((r"        full: 2\.\.3 per week\n        none: \[[^]]*\]\n",
                        "        steps: {1 per week: 100%}\n"))
        self.assertEqual(scored(mine), scored(other))

    def test_words_are_added_and_dropped(self) -> None:
        profile = write("p.json", {
            "profile": 1, "id": "somebody", "as_of": "2026-11-20T23:59:59Z",
            "posts": [{"at": "2026-11-01", "text": text} for text in ("Meine Katze", "Zebra")]})

        def serious(text: str) -> float:
            done = score(profile, "--rules", child(text), "--format", "json", "--lang", "en")
            assert done.code == 0, done.messages
            rules = next(p for p in done.json["pillars"] if p["id"] == "insights")["rules"]
            return next(rule for rule in rules if rule["id"] == "serious-tone")["value"]

        self.assertAlmostEqual(serious(""), 0.5)
        self.assertAlmostEqual(serious("lists: {off_topic: [Zebra]}\n"), 1.0)
        self.assertAlmostEqual(serious("lists: {off_topic: {without: [Katze]}}\n"), 0.0)
        self.assertAlmostEqual(
            serious("lists: {off_topic: {words: [Zebra], without: [Katze]}}\n"), 0.5)

    def test_a_child_of_a_child(self) -> None:
        place = new_folder()
        write("middle.yaml", HEAD.replace("rulebook: linkedin-ssi", "rulebook: middle") +
              "pillars: {brand: {weight: 40}, people: {weight: 10}}\n", place)
        mine = write("mine.yaml", HEAD.replace("extends: linkedin-ssi", "extends: middle") +
                     "pillars: {brand: {weight: 30}}\n", place)
        weights = [pillar["of"] for pillar in scored(mine)["pillars"]]
        self.assertEqual([round(w * 0.9, 1) for w in weights], [30.0, 10.0, 25.0, 25.0])

    def test_a_rulebook_may_have_the_name_of_the_one_it_extends(self) -> None:
        place = new_folder()
        mine = write("linkedin-ssi.yaml", HEAD + "edition: mine\n", place)
        self.assertEqual(scored(mine)["rulebook"]["edition"], "mine")

    def test_a_changed_parent_changes_the_hash(self) -> None:
        rules = rules_copy()
        mine = write("mine.yaml", HEAD.replace("rulebook: linkedin-ssi", "rulebook: mine"), rules.parent)

        def sha() -> str:
            return score(archive(), "--rules", mine, "--format", "json").json["rulebook"]["sha256"]

        before = sha()
        rules.write_text(rules.read_text("utf-8") + "# a comment\n", "utf-8")
        self.assertNotEqual(before, sha())

    def test_the_schema_stands_beside_the_file_that_names_it(self) -> None:
        place = new_folder()
        (place / "schemas").mkdir()
        write("schemas/social-profile.yaml", "not: a schema\n", place)
        mine = write("mine.yaml", HEAD, place)
        self.assertEqual(run("check", mine).code, 0)


if __name__ == "__main__":
    unittest.main()
