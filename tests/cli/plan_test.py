# SPDX-License-Identifier: Apache-2.0
# A plan keeps its contract and its promise: `whatif` with its `--set` gives the score that it says,
# and what is shown adds up.
from __future__ import annotations

import itertools
import json
import unittest

from harness import EDITIONS, LANGUAGES, PERSONAS, ROOT, archive, run, small_profile, write
from json_schema import Checker

CHECKER = Checker(json.loads((ROOT / "docs/schemas/plan.schema.json").read_text("utf-8")))
GOALS = (("--target", "90"), ("--hours", "4"), ("--hours-per-week", "1.5", "--weeks", "7"))


def plan(data: object, *options: str) -> dict:
    done = run("plan", str(data), *options, "--format", "json")
    assert (done.code, done.err) == (0, b""), done.messages
    return done.json


def units(value: float) -> int:
    return round(value * 10_000)


class Contract(unittest.TestCase):
    def test_every_person_and_goal(self) -> None:
        for persona, edition, goal in itertools.product(PERSONAS, EDITIONS, GOALS):
            with self.subTest(persona=persona, edition=edition, goal=goal):
                self.holds(archive(persona, edition), *goal)

    def holds(self, person: object, *goal: str) -> None:
        made = plan(person, *goal)
        self.assertEqual(CHECKER.problems(made), [])
        self.assertTrue(made["optimal"])
        self.assertEqual(units(made["before"]) + sum(units(step["gain"]) for step in made["steps"]),
                         units(made["after"]))
        if made["weeks"]:
            self.assertEqual(made["weeks"][-1]["score"], made["after"])
            self.assertEqual([week["week"] for week in made["weeks"]],
                             list(range(1, len(made["weeks"]) + 1)))
        if not made["steps"]:
            return
        sets = [part for step in made["steps"] for part in ("--set", step["set"])]
        answer = run("whatif", person, *sets, "--format", "json").json
        self.assertEqual(answer["after"]["score"], made["after"])
        self.assertEqual((answer["after"]["low"], answer["after"]["high"]),
                         (made["after_low"], made["after_high"]))
        self.assertEqual(answer["new_cautions"], [])

    def test_text_fits_eighty_columns(self) -> None:
        for language, goal in itertools.product(LANGUAGES, GOALS):
            done = run("plan", archive(), *goal, "--lang", language)
            for line in done.text.splitlines():
                # A command that is to be copied is not broken within a value.
                if not line.startswith("    --set "):
                    self.assertLessEqual(len(line), 80, line)

    def test_more_time_is_never_worse(self) -> None:
        person = archive("silent", "complete")
        scores = [plan(person, "--hours", str(hours))["after"] for hours in (0.1, 1, 3, 10, 50)]
        self.assertEqual(scores, sorted(scores))

    def test_a_target_costs_no_more_than_what_time_brings(self) -> None:
        person = archive("newcomer", "complete")
        by_time = plan(person, "--hours", "5")
        reached = int(by_time["after"] * 10) / 10
        self.assertLessEqual(plan(person, "--target", f"{reached:.1f}")["total_minutes"],
                             by_time["total_minutes"] + 0.01)


class Large(unittest.TestCase):
    """Rulebooks with more than can be tried."""

    def book(self, rules: int, caution: bool) -> str:
        text = ("colonnade: 1\nrulebook: large\nschema: social-profile\nlanguages: [en]\n"
                "title:\n  en: Large\npillars:\n  p:\n    title:\n      en: P\n    weight: 1\n    rules:\n")
        names = [f"rate(posts in last {n + 1} weeks)" for n in range(rules)]
        for n, name in enumerate(names):
            text += (f"      r{n}:\n        title:\n          en: R\n        points: {n % 7 + 1}\n"
                     f"        measure: {name}\n        full: 1 per week or more\n        none: 0 per week\n"
                     f"        tip:\n          en: Do {n}.\n        effort: {n * 13 % 41 + 5} minutes\n")
        if caution:
            text += ("cautions:\n  c:\n    title:\n      en: C\n    when: "
                     + " + ".join(names) + f" > {rules} per week\n    text:\n      en: Beware.\n")
        return text

    def made(self, rules: int, caution: bool, *goal: str) -> dict:
        place = write("large.yaml", self.book(rules, caution))
        person = write("p.json", small_profile(posts=[], joined="2001-01-01"), place.parent)
        return plan(person, "--rules", str(place), *goal)

    def test_so_many_rules_are_all_looked_at(self) -> None:
        made = self.made(32, False, "--hours", "4")
        self.assertEqual((made["left_out"], made["optimal"]), (0, True))

    def test_of_one_more_the_worst_is_left_out(self) -> None:
        made = self.made(33, False, "--target", "100")
        self.assertEqual((made["left_out"], made["reached"], len(made["steps"])), (1, False, 32))

    def test_so_many_combinations_are_all_tried(self) -> None:
        made = self.made(16, True, "--hours", "2")
        self.assertEqual((made["optimal"], made["points_off"]), (True, 0))

    def test_of_more_the_gap_is_told(self) -> None:
        by_time = self.made(17, True, "--hours", "2")
        self.assertFalse(by_time["optimal"])
        self.assertGreater(by_time["points_off"], 0)
        self.assertLessEqual(by_time["after"] + by_time["points_off"], 100)
        by_score = self.made(17, True, "--target", "50")
        self.assertTrue(by_score["reached"])
        self.assertGreater(by_score["minutes_off"], 0)
        self.assertLess(by_score["minutes_off"], by_score["total_minutes"])


if __name__ == "__main__":
    unittest.main()
