# SPDX-License-Identifier: Apache-2.0
# Findings for other programs: the JSON says what the text says, its offsets and edits lead to the
# place, and the SARIF fits the schema of the standard.
from __future__ import annotations

import json
import unittest
from pathlib import Path

import harness
from json_schema import Checker

SCHEMA = Path(__file__).parent / "sarif/sarif-2.1.0-rtm.5.json"
BOOK = """colonnade: 1
rulebook: small
schema: social-profile
languages: [en]
title:
  en: Grüße
pillars:
  all:
    title:
      en: All
    weight: 90
    rules:
      many:
        title:
          en: Ümläute
        points: 1
        measure: followers
        full: mindestens 5
        none: 0
        effort: 30 minutes
      many:
        title:
          en: Twice
      other:
        title: {en: Über, ä}
        points: 1
        pass: has foto
        tip:
          en: Do it.
"""


def check(*arguments: object, name: str = "a b ä.yaml", text: str = BOOK) -> harness.Run:
    place = harness.new_folder()
    harness.write(name, text, place)
    return harness.run("check", name, *arguments, cwd=place)


class Formats(unittest.TestCase):
    def test_json_says_what_the_text_says(self) -> None:
        text = check()
        found = check("--format", "json")
        self.assertEqual((text.code, found.code), (3, 3))
        findings = found.json["findings"]
        for finding in findings:
            place = finding["place"]
            head = (f"{place['file']}:{place['line']}:{place['column']}: {finding['severity']}: "
                    f"{finding['message']} [{finding['code']}]")
            self.assertIn(head, text.text)
        self.assertEqual(text.text.count(" ["), len(findings))
        self.assertEqual(found.json["errors"], sum(f["severity"] == "error" for f in findings))

    def test_offsets_lead_to_the_place(self) -> None:
        raw = BOOK.encode()
        for finding in check("--format", "json").json["findings"]:
            place = finding["place"]
            line = BOOK.splitlines()[place["line"] - 1]
            before = raw[:place["begin"]].decode().rsplit("\n", 1)[-1]
            self.assertEqual(len(before) + 1, place["column"], finding)
            self.assertTrue(line.startswith(before), finding)

    def test_edits_do_what_fix_does(self) -> None:
        raw = BOOK.encode()
        edits = [edit for finding in check("--format", "json").json["findings"]
                 for edit in finding["fix"]]
        self.assertEqual(len(edits), 2)
        for edit in sorted(edits, key=lambda e: -e["begin"]):
            raw = raw[:edit["begin"]] + edit["text"].encode() + raw[edit["end"]:]
        self.assertIn("full: 5 or more", raw.decode())
        self.assertIn('title: {en: "Über, ä"}', raw.decode())

    def test_sarif_fits_the_schema(self) -> None:
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        log = check("--format", "sarif").json
        self.assertEqual(Checker(schema).problems(log), [])
        broken = json.loads(json.dumps(log))
        del broken["runs"][0]["tool"]
        self.assertNotEqual(Checker(schema).problems(broken), [])

    def test_sarif_says_what_the_json_says(self) -> None:
        run = check("--format", "sarif").json["runs"][0]
        findings = check("--format", "json").json["findings"]
        rules = run["tool"]["driver"]["rules"]
        self.assertEqual(len(run["results"]), len(findings))
        for result, finding in zip(run["results"], findings):
            self.assertEqual(result["ruleId"], finding["code"])
            self.assertEqual(rules[result["ruleIndex"]]["id"], finding["code"])
            self.assertGreater(len(rules[result["ruleIndex"]]["help"]["text"]), 40)
            location = result["locations"][0]["physicalLocation"]
            self.assertEqual(location["artifactLocation"]["uri"], "a%20b%20%C3%A4.yaml")
            self.assertEqual(location["region"]["byteOffset"], finding["place"]["begin"])
            self.assertEqual("fixes" in result, bool(finding["fix"]))

    def test_the_ending_of_the_output_chooses(self) -> None:
        place = harness.new_folder()
        path = harness.write("small.yaml", BOOK, place)
        for name, key in (("out.json", "findings"), ("out.sarif", "runs")):
            harness.run("check", path, "-o", place / name)
            self.assertIn(key, json.loads((place / name).read_text(encoding="utf-8")))

    def test_no_findings_are_an_empty_list(self) -> None:
        text = BOOK[:BOOK.index("      many:\n        title:\n          en: Twice")]
        text = text.replace("weight: 90", "weight: 100").replace("mindestens 5", "5 or more")
        text += "        tip:\n          en: Do it.\n"
        self.assertEqual(check("--format", "json", text=text).json["findings"], [])
        run = check("--format", "sarif", text=text).json["runs"][0]
        self.assertEqual(run["results"], [])

    def test_an_unknown_format_is_refused(self) -> None:
        self.assertEqual(check("--format", "xml").code, 2)


if __name__ == "__main__":
    unittest.main()
