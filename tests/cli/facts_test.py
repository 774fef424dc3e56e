# SPDX-License-Identifier: Apache-2.0
# `facts`: everything that the bundled schema and plugins declare can be found, in any language and
# whatever the case, and JSON leaves nothing out.
from __future__ import annotations

import json
import unittest

from harness import LANGUAGES, ROOT, archive, run, width

EVERYTHING = run("facts", "--format", "json").json


def found(word: str) -> set[str]:
    done = run("facts", word, "--format", "json")
    if done.code:
        return set()
    return {entry["name"] for part in ("facts", "functions", "language") for entry in done.json[part]}


class Listing(unittest.TestCase):
    def test_text_fits_and_names_everything(self) -> None:
        for language in LANGUAGES:
            text = run("facts", "--lang", language).text
            self.assertEqual([line for line in text.split("\n") if width(line) > 80], [])
            words = text.split()
            for fact in EVERYTHING["facts"]:
                self.assertIn(fact["name"], words)
                self.assertIn(fact["title"][language].split()[0], text)
            for function in EVERYTHING["functions"]:
                self.assertIn(f"{function['plugin']}.{function['name']}(", text)
            for function in EVERYTHING["language"]:
                self.assertIn(function["call"], text)

    def test_json_carries_what_the_schema_says(self) -> None:
        facts = {fact["name"]: fact for fact in EVERYTHING["facts"]}
        text = (ROOT / "rules/schemas/social-profile.yaml").read_text("utf-8")
        self.assertEqual(len(facts), text.count("\n    type: "))
        fields = sum(len(fact.get("fields", ())) for fact in facts.values())
        self.assertEqual(fields, text.count("\n        type: "))
        self.assertEqual(facts["followers"]["min"], 0)
        self.assertTrue(facts["photo"]["stateable"])
        self.assertIn("where", facts["photo"])
        kind = {field["name"]: field for field in facts["posts"]["fields"]}["kind"]
        self.assertEqual(kind["titles"]["group"], {"de": "Gruppenbeitrag", "en": "group post"})
        for fact in facts.values():
            for named in (fact, *fact.get("fields", ())):
                self.assertEqual(set(named["title"]), set(LANGUAGES), named["name"])

    def test_json_carries_what_plugins_say(self) -> None:
        functions = {function["name"]: function for function in EVERYTHING["functions"]}
        self.assertEqual(functions["cv_gap"]["result"]["unit"], "second")
        self.assertEqual(functions["regularity"]["result"]["max"], 1)
        self.assertEqual(functions["seniority"]["parameters"][1]["default"], "seniority_titles")
        self.assertTrue(functions["seniority"]["result"]["ordered"])
        for function in functions.values():
            self.assertEqual(set(function["description"]), set(LANGUAGES))


class Search(unittest.TestCase):
    def test_names_titles_and_descriptions_in_any_language(self) -> None:
        for word in ("followers", "Follower", "FOLLOWERS"):
            self.assertIn("followers", found(word))
        self.assertIn("cover", found("titelbild"))
        self.assertIn("photo", found("uploaded once"))
        self.assertIn("education", found("AUSBILDUNG"))

    def test_umlauts_whatever_the_case(self) -> None:
        self.assertEqual(found("beiträge"), found("BEITRÄGE"))
        self.assertIn("posts", found("BEITRÄGE"))

    def test_fields_values_and_functions_count(self) -> None:
        self.assertIn("invitations", found("mit nachricht"))
        self.assertIn("posts", found("repost"))
        self.assertIn("cv_gap", found("lebenslauf"))
        self.assertIn("median", found("median"))

    def test_nothing_found(self) -> None:
        done = run("facts", "recomendations")
        self.assertEqual((done.code, done.out), (1, b""))
        self.assertIn("did you mean `recommendations`?", done.messages)

    def test_any_bytes_are_a_word(self) -> None:
        for word in (b"\xff", "\x1b[31m".encode(), b"a" * 5000):
            done = run("facts", word)
            self.assertEqual((done.code, done.out), (1, b""))
            self.assertNotIn("\x1b", done.messages)

    def test_unknown_still_takes_data(self) -> None:
        done = run("facts", "--unknown", archive())
        self.assertEqual(done.code, 0)
        self.assertIn("public:", done.text)


if __name__ == "__main__":
    unittest.main()
