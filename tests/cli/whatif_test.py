# SPDX-License-Identifier: Apache-2.0
# `whatif` says what `score` would say: of facts exactly that, of tips what they promised. The JSON
# keeps its contract.
from __future__ import annotations

import json
import unittest

from harness import EDITIONS, LANGUAGES, PERSONAS, ROOT, archive, run, score
from json_schema import Checker

CHECKER = Checker(json.loads((ROOT / "docs/schemas/what-if.schema.json").read_text("utf-8")))


def what_if(data: object, *options: str) -> dict:
    done = run("whatif", str(data), *options, "--format", "json")
    assert (done.code, done.err) == (0, b""), done.messages
    return done.json


class WhatIf(unittest.TestCase):
    def test_contract(self) -> None:
        for persona in PERSONAS:
            for edition in EDITIONS:
                for language in LANGUAGES:
                    with self.subTest(persona=persona, edition=edition, language=language):
                        answer = what_if(archive(persona, edition), "--lang", language,
                                         "--set", "photo=false", "--set", "weekly_posts=30 per week")
                        self.assertEqual(CHECKER.problems(answer), [])

    def test_supposed_facts_score_as_stated_ones(self) -> None:
        facts = ("followers=1200", "public=true", "headline=Machines that run: always")
        person = archive("executive", "complete")
        stated = ("followers=1200", "public=true", "headline='Machines that run: always'")
        answer = what_if(person, *(part for fact in facts for part in ("--set", fact)))
        result = score(person, "--format", "json",
                       *(part for fact in stated for part in ("--fact", fact))).json
        self.assertEqual([answer["after"][key] for key in ("score", "low", "high")],
                         [result[key] for key in ("score", "low", "high")])
        self.assertNotIn("stated", answer["profile"])

    def test_a_passing_rule_gains_what_its_tip_promised(self) -> None:
        person = ROOT / "tests/golden/shared/ada.json"
        rules = ("--rules", str(ROOT / "tests/golden/shared/advice.yaml"))
        tips = {tip["rule"]: tip for tip in score(person, "--format", "json", *rules).json["tips"]}
        for rule, value in (("profile.photo", "true"), ("profile.skills", "5"),
                            ("activity.posting-rhythm", "2 per week"), ("activity.network", "100%"),
                            ("activity.long-posts", "6")):
            with self.subTest(rule=rule):
                answer = what_if(person, *rules, "--set", f"{rule}={value}")
                self.assertEqual(answer["after"]["score"], tips[rule]["score_after"])
                moved = answer["after"]["score"] - answer["before"]["score"]
                self.assertAlmostEqual(moved, tips[rule]["gain"], places=9)

    def test_so_many_settings_and_one_more(self) -> None:
        person = archive("steady", "complete")
        sets = ["--set", "photo=true"] * 1000
        self.assertEqual(run("whatif", person, *sets).code, 0)
        done = run("whatif", person, *sets, "--set", "photo=true")
        self.assertEqual((done.code, done.messages),
                         (2, "error: found 1001 `--set`, the limit is 1000\n"))


if __name__ == "__main__":
    unittest.main()
