# SPDX-License-Identifier: Apache-2.0
# The JSON Schemas for editors: what is shipped is what the program prints, every key of a file is in
# the reference, and a schema file with thousands of facts or with hostile texts makes valid JSON.
# What editors make of them is tried in tests/editor.
from __future__ import annotations

import json
import os
import re
import unittest
from pathlib import Path

from harness import PROGRAM, ROOT, new_folder, run, write

BUILD = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parent.parent))
KINDS = ("rulebook", "schema", "list", "map", "profile", "answers", "tests")

BOOK = """colonnade: 1
rulebook: large
schema: large
languages: [en]
title: {en: Large}
pillars:
  all:
    title: {en: All}
    weight: 100
    rules:
      one:
        title: {en: One}
        points: 1
        pass: fact_0 > 0
        tip: {en: Do it.}
        effort: 1 minute
"""


def printed(kind: str, *options: object) -> dict:
    done = run("facts", "--json-schema", kind, *options)
    assert done.code == 0, done.messages
    return done.json


def keys_of(schema: object) -> set[str]:
    """The names under `properties`, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema))
    if not isinstance(schema, dict):
        return set()
    below = set().union(*map(keys_of, schema.values()))
    return below | set(schema.get("properties", {}))


def with_facts(facts: str) -> Path:
    place = new_folder()
    (place / "schemas").mkdir()
    write("schemas/large.yaml",
          f"colonnade: 1\nschema: large\nlanguages: [en]\nfacts:\n{facts}", place)
    return write("large.yaml", BOOK, place)


class Printed(unittest.TestCase):
    def test_what_is_shipped(self) -> None:
        for kind in KINDS:
            shipped = BUILD / f"share/colonnade/json-schema/{kind}.schema.json"
            done = run("facts", "--json-schema", kind, "--lang", "en")
            self.assertEqual(shipped.read_bytes(), done.out)

    def test_each_is_a_closed_schema_of_draft_7(self) -> None:
        for kind in KINDS:
            schema = printed(kind)
            self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
            self.assertEqual(schema["$id"], f"urn:colonnade:{kind}:1")
            self.assertIs(schema["additionalProperties"], False)
            for key, value in schema["properties"].items():
                self.assertTrue(value["description"], key)

    def test_every_key_is_in_the_reference(self) -> None:
        for kind, page in (("rulebook", "language"), ("schema", "language"), ("list", "language"),
                           ("map", "data-of-any-network")):
            named = set(re.findall(r"`([a-z0-9_]+)(?:`|: )",
                                   (ROOT / f"docs/{page}.md").read_text("utf-8")))
            self.assertLessEqual(keys_of(printed(kind)) - {"de", "en"}, named)

    def test_facts_are_told_in_a_language(self) -> None:
        for language, title in (("de", "Profilfoto"), ("en", "Profile photo")):
            for kind in ("profile", "answers"):
                photo = printed(kind, "--lang", language)["properties"]["photo"]
                self.assertTrue(photo["description"].startswith(title))

    def test_the_first_key_of_a_profile_and_personal_facts(self) -> None:
        schema = printed("profile", "--lang", "en")
        self.assertEqual(next(iter(schema["properties"])), "profile")
        self.assertEqual(schema["required"], ["profile", "as_of"])
        self.assertIn("(personal)", schema["properties"]["headline"]["description"])

    def test_a_kind_that_does_not_exist(self) -> None:
        done = run("facts", "--json-schema", "rulebok")
        self.assertEqual((done.code, done.out), (2, b""))
        self.assertIn("no kind of file `rulebok`", done.messages)
        self.assertIn("`rulebook`", done.messages)

    def test_rulebooks_that_do_not_load(self) -> None:
        for kind, code in (("profile", 3), ("answers", 3), ("rulebook", 0), ("map", 0)):
            self.assertEqual(run("facts", "--json-schema", kind, "--rules", "nowhere.yaml").code,
                             code)


class Large(unittest.TestCase):
    def test_thousands_of_facts(self) -> None:
        rules = with_facts("".join(f"  fact_{n}: {{type: number, title: {{en: Fact {n}}}}}\n"
                                   for n in range(5000)))
        for kind in ("profile", "answers"):
            properties = printed(kind, "--rules", rules)["properties"]
            self.assertEqual(properties["fact_4999"]["description"], "Fact 4999")

    def test_hostile_texts(self) -> None:
        text = 'a"b\\c\u202ed</script>\U0001f99c\u2028'
        written = json.dumps(text).replace("\\ud83e\\udd9c", "\U0001f99c")
        rules = with_facts(f"  fact_0:\n    type: number\n    max: 7\n"
                           f"    title: {{en: {written}}}\n"
                           "  größe:\n    type: category\n    values: [ä, ö]\n"
                           "    title: {en: Size}\n")
        done = run("facts", "--json-schema", "profile", "--rules", rules)
        self.assertEqual(done.code, 0, done.messages)
        properties = done.json["properties"]
        self.assertEqual(properties["fact_0"]["description"], text)
        self.assertEqual(properties["fact_0"]["maximum"], 7)
        self.assertEqual(properties["größe"]["enum"], ["ä", "ö", None])
        self.assertNotIn("\u202e".encode(), done.out)


if __name__ == "__main__":
    unittest.main()
