# SPDX-License-Identifier: Apache-2.0
# The JSON result keeps its contract for every kind of person: it fits the schema, its keys are in
# order, its figures add up at four decimals, its tips keep what they promise.
from __future__ import annotations

import itertools
import json
import unittest

import harness
from harness import EDITIONS, LANGUAGES, PERSONAS, ROOT, archive, score
from json_schema import Checker

SCHEMA = json.loads((ROOT / "docs/schemas/result.schema.json").read_text("utf-8"))
CHECKER = Checker(SCHEMA)


def ten_thousandths(value: float) -> int:
    scaled = round(value * 10_000)
    assert abs(value * 10_000 - scaled) < 1e-6, f"{value} has more than four decimals"
    return scaled


def order_problems(value: object, schema: dict) -> list[str]:
    """The objects whose keys are not in the schema's order."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, list):
        return [p for item in value for p in order_problems(item, schema.get("items", {}))]
    if not isinstance(value, dict):
        return []
    wanted = [key for key in schema["properties"] if key in value]
    found = [] if list(value) == wanted else [f"{list(value)} is not in order"]
    return found + [p for key in wanted
                    for p in order_problems(value[key], schema["properties"][key])]


class Contract(unittest.TestCase):
    def test_every_person_edition_and_language(self) -> None:
        for person in itertools.product(PERSONAS, EDITIONS, LANGUAGES):
            with self.subTest(person=person):
                self.holds(*person)

    def holds(self, persona: str, edition: str, language: str) -> None:
        done = score(archive(persona, edition), "--format", "json", "--lang", language)
        self.assertEqual((done.code, done.err), (0, b""))
        result = done.json
        self.assertEqual(CHECKER.problems(result), [])
        self.assertEqual(order_problems(result, SCHEMA), [])
        self.assertEqual(result["language"], language)
        self.sums(result)
        self.bounds(result)
        self.tips(result)
        self.unknown(result)

    def sums(self, result: dict) -> None:
        scored = [pillar for pillar in result["pillars"] if pillar["score"] is not None]
        total = sum(ten_thousandths(pillar["score"]) for pillar in scored)
        self.assertEqual(total, ten_thousandths(result["score"]))
        self.assertEqual(sum(ten_thousandths(pillar["of"]) for pillar in scored), 1_000_000)
        for pillar in scored:
            rules = sum(ten_thousandths(rule["points"]) for rule in pillar["rules"])
            withheld = ten_thousandths(pillar.get("withheld", 0))
            self.assertEqual(rules + withheld, ten_thousandths(pillar["score"]), pillar["id"])
            of = sum(ten_thousandths(rule["of"]) for rule in pillar["rules"])
            self.assertEqual(of, ten_thousandths(pillar["of"]), pillar["id"])

    def bounds(self, result: dict) -> None:
        self.assertLessEqual(result["low"], result["score"])
        self.assertLessEqual(result["score"], result["high"])
        if result["assessed"] < 1:
            self.assertTrue(result["unknown"])
        for pillar in result["pillars"]:
            self.assertLessEqual(pillar["low"], pillar["high"])
            for rule in pillar["rules"]:
                self.assertLessEqual(rule["points"], rule["of"] + 0.0001)
                self.assertEqual(rule["share"] is None, rule["status"] != "assessed")

    def tips(self, result: dict) -> None:
        rules = {f"{pillar['id']}.{rule['id']}" for pillar in result["pillars"]
                 for rule in pillar["rules"]}
        for tip in result["tips"]:
            self.assertIn(tip["rule"], rules)
            self.assertEqual(tip["gain"] is None, "needs" in tip)
            if tip["gain"] is None:
                continue
            self.assertGreater(tip["gain"], 0)
            self.assertEqual(ten_thousandths(result["score"]) + ten_thousandths(tip["gain"]),
                             ten_thousandths(tip["score_after"]))
        ranked = [tip["gain"] / tip["total_minutes"] for tip in result["tips"] if tip["gain"]]
        self.assertEqual([round(r, 4) for r in ranked],
                         sorted((round(r, 4) for r in ranked), reverse=True))

    def unknown(self, result: dict) -> None:
        points = [fact["points"] for fact in result["unknown"]]
        self.assertEqual(points, sorted(points, reverse=True))
        open_rules = {f"{pillar['id']}.{rule['id']}" for pillar in result["pillars"]
                      for rule in pillar["rules"] if rule["status"] == "unknown"}
        # A rule may be open although its facts are known: nothing there that could be measured.
        named = {rule for fact in result["unknown"] for rule in fact["rules"]}
        self.assertLessEqual(named, open_rules)


class Languages(unittest.TestCase):
    def test_only_texts_differ(self) -> None:
        for edition in EDITIONS:
            german, english = (score(archive("chaser", edition), "--format", "json", "--lang",
                                     language).json for language in LANGUAGES)
            self.assertEqual(self.figures(german), self.figures(english))

    def figures(self, value: object) -> object:
        if isinstance(value, dict):
            return {key: self.figures(part) for key, part in value.items()
                    if key not in ("title", "text", "shown", "target", "because", "note",
                                   "language")}
        return [self.figures(part) for part in value] if isinstance(value, list) else value


class Lines(unittest.TestCase):
    def test_several_people_are_one_a_line_in_the_order_given(self) -> None:
        people = [archive(persona) for persona in ("steady", "silent", "chaser")]
        done = score(*people, "--format", "json")
        alone = [score(person, "--format", "json").json for person in people]
        self.assertEqual([json.loads(line) for line in done.text.splitlines()], alone)

    def test_the_ending_of_the_output_picks_the_format(self) -> None:
        for ending, start in (("json", b"{\n"), ("ndjson", b'{"id":'), ("csv", b"id,score,"), ("txt", b"Social")):
            path = harness.new_folder() / f"result.{ending}"
            done = score(archive(), "-o", path)
            self.assertEqual((done.code, done.out), (0, b""))
            self.assertTrue(path.read_bytes().startswith(start), ending)


if __name__ == "__main__":
    unittest.main()
