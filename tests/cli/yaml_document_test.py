# SPDX-License-Identifier: Apache-2.0
# A profile document in YAML is the one in JSON, written in another way.
from __future__ import annotations

import unittest

from harness import run, score, small_profile, write


class Yaml(unittest.TestCase):
    TEXT = "# of Ina\n---\nprofile: 1\nas_of: 2026-11-20\nheadline: \"2026\"\nphoto: true\n" \
           "skills:\n  - {name: Welding, endorsements: 3}\n  - name: Sales\nvolunteering: []\n"

    def test_by_ending_by_first_key_and_on_standard_input(self) -> None:
        wanted = small_profile(as_of="2026-11-20", headline="2026", photo=True, volunteering=[],
                               skills=[{"name": "Welding", "endorsements": 3}, {"name": "Sales"}])
        wanted = score(write("x.json", wanted), "--id", "x").out
        for name in ("a.yaml", "a.yml", "a.txt"):
            done = score(write(name, self.TEXT), "--id", "x")
            self.assertEqual((done.out, done.messages), (wanted, ""))
        self.assertEqual(score("-", "--id", "x", input=self.TEXT.encode()).out, wanted)

    def test_what_is_wrong_is_told_with_its_line(self) -> None:
        for text, wanted in (
                (self.TEXT.replace("photo: true", "photo: yes"), "a.yaml:6: `photo`: found a text"),
                (self.TEXT.replace("3}", "many}"), "a.yaml:8: `skills[0].endorsements`: "),
                (self.TEXT.replace('"2026"', "2026"), "a.yaml:5: `headline`: found a number"),
                (self.TEXT.replace("as_of", "asof"), "does not say of when it is"),
                ("a: &b 1\n", ": error: an anchor"), ("- 1\n", "expected an object"),
                ("x" * 100 + "\n", "expected an object")):
            with self.subTest(wanted=wanted):
                done = run("score", "a.yaml", cwd=write("a.yaml", text).parent)
                self.assertEqual((done.code, done.out), (4, b""))
                self.assertIn(wanted, done.messages)

    def test_import_writes_json(self) -> None:
        done = run("import", write("a.yaml", self.TEXT))
        self.assertEqual(done.json["headline"], "2026")
        self.assertIn("written as JSON", done.messages)


if __name__ == "__main__":
    unittest.main()
