# SPDX-License-Identifier: Apache-2.0
# `explain` and `score --explain`: every rule of the bundled rulebook has its page in both languages,
# and every piece of an expression that is shown stands where it is said to stand.
from __future__ import annotations

import itertools
import json
import re
import unittest
from pathlib import Path

from harness import LANGUAGES, PERSONAS, ROOT, archive, run, score, width, write
from json_schema import Checker

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/result.schema.json").read_text("utf-8")))
CODES = re.findall(r'^DIAGNOSTIC\(\w+, "([a-z0-9-]+)"',
                   (ROOT / "dsl/text/diagnostics.def").read_text("utf-8"), re.MULTILINE)


def rules() -> list[tuple[str, str]]:
    result = score(archive(), "--format", "json").json
    return [(pillar["id"], rule["id"]) for pillar in result["pillars"] for rule in pillar["rules"]]


def pieces(part: dict) -> list[dict]:
    return [part] + [inner for child in part.get("parts", []) for inner in pieces(child)]


class Fitting(unittest.TestCase):
    def fits(self, text: str) -> None:
        self.assertEqual([line for line in text.split("\n") if width(line) > 80], [])
        self.assertEqual([line for line in text.split("\n") if line != line.rstrip()], [])


class Pages(Fitting):
    def test_every_rule_has_a_page(self) -> None:
        for (pillar, rule), language in itertools.product(rules(), LANGUAGES):
            with self.subTest(rule=rule, language=language):
                done = run("explain", f"#{pillar}.{rule}", "--lang", language)
                self.assertEqual((done.code, done.err), (0, b""))
                self.fits(done.text)
                self.assertIn(f"({pillar}.{rule})", done.text)
                self.assertNotIn("{", done.text)

    def test_the_points_of_all_rules_are_those_of_the_pillars(self) -> None:
        for language in LANGUAGES:
            text = run("explain", "--lang", language).text
            self.fits(text)
            rows = re.findall(r"^( *)([a-z-]+) .* ([0-9]+[.,][0-9])$", text, re.MULTILINE)
            worth = [(indent == "", float(points.replace(",", "."))) for indent, _, points in rows]
            self.assertAlmostEqual(sum(w for pillar, w in worth if pillar), 100, places=1)
            self.assertAlmostEqual(sum(w for pillar, w in worth if not pillar), 100, delta=1)
            self.assertEqual(sum(not pillar for pillar, _ in worth), len(rules()))

    def test_every_finding_has_a_page(self) -> None:
        self.assertGreater(len(CODES), 30)
        for code in CODES:
            done = run("explain", code)
            self.assertEqual((done.code, done.err), (0, b""))
            self.assertRegex(done.text, rf"^{code}\n\n(Error|Warning|Note)\. ")
            self.assertNotIn("## ", done.text)

    def test_what_is_not_there_is_a_usage_error(self) -> None:
        for what in ("nothing-like-it", "#", "#a.b", "linkedin-ssi#", "x#y", "#photo#", "\x1b[31m",
                     "é" * 500):
            done = run("explain", what)
            self.assertEqual((done.code, done.out), (2, b""), what)
            self.assertIn("error: ", done.messages)
            self.assertNotIn("\x1b", done.messages)


class EveryPiece(Fitting):
    def test_only_adds_a_member(self) -> None:
        for persona in PERSONAS:
            plain = score(archive(persona), "--format", "json").json
            explained = score(archive(persona), "--format", "json", "--explain")
            self.assertEqual(SCHEMA.problems(explained.json), [])
            for pillar in explained.json["pillars"]:
                for rule in pillar["rules"]:
                    self.assertIn("explain", rule)
            result = explained.json
            for pillar in result["pillars"]:
                for rule in pillar["rules"]:
                    del rule["explain"]
            self.assertEqual(result, plain)

    def test_pieces_stand_where_they_are_said_to(self) -> None:
        result = score(archive(), "--format", "json", "--explain").json
        files: dict[str, list[str]] = {}
        seen = 0
        for pillar in result["pillars"]:
            for rule in pillar["rules"]:
                for part in rule["explain"].values():
                    for piece in pieces(part):
                        place = piece["place"]
                        lines = files.setdefault(
                            place["file"], Path(place["file"]).read_text("utf-8").split("\n"))
                        there = lines[place["line"] - 1][place["column"] - 1:]
                        # A text over several lines is known by where it begins.
                        folded = lines[place["line"] - 2].endswith(">-")
                        self.assertTrue(folded or there.startswith(piece["text"]), piece["text"])
                        seen += 1
        self.assertGreater(seen, 100)

    def test_the_measure_is_the_rules_value(self) -> None:
        for persona in PERSONAS:
            for pillar in score(archive(persona), "--format", "json", "--explain").json["pillars"]:
                for rule in pillar["rules"]:
                    self.assertEqual(rule["explain"]["measure"]["value"], rule["value"])
                    self.assertEqual(rule["explain"]["measure"]["shown"], rule["shown"])

    def test_a_define_is_taken_apart_once(self) -> None:
        result = score(archive(), "--format", "json", "--explain").json
        whole: dict[str, int] = {}
        again = 0
        for pillar in result["pillars"]:
            for rule in pillar["rules"]:
                for part in rule["explain"].values():
                    for piece in pieces(part):
                        if "define" not in piece:
                            continue
                        again += piece.get("seen_above", False)
                        if not piece.get("seen_above"):
                            whole[piece["define"]] = whole.get(piece["define"], 0) + 1
        self.assertEqual(set(whole.values()), {1})
        self.assertGreater(again, 0)

    def test_the_text_fits_a_terminal(self) -> None:
        for persona, language in itertools.product(PERSONAS, LANGUAGES):
            text = score(archive(persona, "basic"), "--explain", "--lang", language).text
            self.fits(text)
            details = score(archive(persona, "basic"), "--details", "--lang", language).text
            self.assertLessEqual(set(details.split("\n")), set(text.split("\n")))

    def test_texts_of_the_member_are_not_shown(self) -> None:
        profile = write("personal.json", {"profile": 1, "as_of": "2026-11-20",
                                          "headline": "Verraten Sie nichts davon"})
        for form in ("text", "json"):
            done = score(profile, "--explain", "--format", form)
            self.assertNotIn("Verraten", done.text)
            self.assertIn("25", done.text)


if __name__ == "__main__":
    unittest.main()
