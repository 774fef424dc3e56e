# SPDX-License-Identifier: Apache-2.0
# Names and texts from outside cannot steer a terminal: no control character but the line break, no
# change of the direction of writing, in any output or message.
from __future__ import annotations

import itertools
import json
import unittest

import harness
from harness import archive, run, rules_copy, score, small_profile, write

ESCAPE, BIDI, C1, BACK = "\x1b[31m", "\u202e", "\u009b31m", "\x08"
EVIL = f"a{ESCAPE}b{BIDI}c{C1}d{BACK}e\u2066f\u200fg\u2028h\x7fi"
OBEYED = {chr(code) for code in itertools.chain(
    range(0x20), [0x7F], range(0x80, 0xA0), [0x61C, 0x200E, 0x200F], range(0x2028, 0x202F),
    range(0x2066, 0x206A), [0xFEFF])} - {"\n"}


class Hostile(unittest.TestCase):
    def plain(self, done: harness.Run) -> None:
        for text in (done.text, done.messages):
            self.assertEqual(sorted(set(text) & OBEYED), [])
        self.assertNotEqual(done.code, 70, done.messages)

    def everywhere(self, *data: object) -> None:
        for form in ((), ("--details",), ("--format", "json"), ("--format", "ndjson")):
            self.plain(score(*data, *form))
        self.plain(run("import", *data))
        self.plain(run("facts", "--unknown", *data))

    def test_in_documents(self) -> None:
        documents = [
            small_profile(id=EVIL, photo=True), small_profile(photo=True, headline=EVIL),
            small_profile(photo=True) | {EVIL: 1},
            small_profile(photo=True, skills=[{"name": EVIL, "endorsements": 3}]),
            small_profile(photo=True, posts=[{"kind": EVIL}]),
            small_profile(photo=True, posts=[{"at": "2026-11-01", "kind": "text", EVIL: 1}]),
            small_profile(photo=EVIL), small_profile(photo=True, stated=[EVIL]),
            small_profile(photo=True, coverage={EVIL: "2026-01-01"}),
            small_profile(photo=True) | {"as_of": EVIL},
        ]
        for document in documents:
            with self.subTest(document=document):
                self.everywhere(write("p.json", document))

    def test_the_value_survives_in_json(self) -> None:
        path = write("p.json", small_profile(id=EVIL, photo=True, headline=EVIL))
        self.assertEqual(score(path, "--format", "json").json["profile"]["id"], EVIL)
        self.assertEqual(run("import", path).json["headline"], EVIL)

    def test_on_the_command_line(self) -> None:
        evil = EVIL.replace("/", "")
        self.plain(score(archive(), "--id", evil))
        self.plain(score(archive(), "--id", evil, "--format", "json"))
        for arguments in (("score", evil), (evil,), ("score", f"--{evil}"),
                          ("score", archive(), "--rules", evil),
                          ("score", archive(), "--rules", f"{evil}.yaml"),
                          ("score", archive(), "--lang", evil),
                          ("score", archive(), "--format", evil),
                          ("score", archive(), "--as-of", evil),
                          ("score", archive(), "--color", evil),
                          ("score", archive(), "--fact", evil),
                          ("score", archive(), "--fact", f"{evil}=1"),
                          ("score", archive(), "--fact", f"photo={evil}"),
                          ("score", archive(), "--with", evil),
                          ("score", archive(), "-o", f"no/{evil}"),
                          ("check", evil), ("import", evil),
                          ("facts", "--unknown", evil), ("facts", "--format", evil)):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertNotEqual(done.code, 0)
                self.plain(done)

    def test_in_names_of_files(self) -> None:
        place = harness.new_folder()
        document = write(f"{EVIL}.json", small_profile(photo=True), place)
        document.write_text(json.dumps({"profile": 1, "as_of": "2026-11-20", "photo": True}))
        self.everywhere(document)
        zipped = place / f"{EVIL}.zip"
        zipped.write_bytes(archive().read_bytes())
        self.everywhere(zipped)
        zipped.write_bytes(archive().read_bytes()[:500])
        self.everywhere(zipped)
        answers = write(f"{EVIL}.yaml", "phto: true\n", place)
        self.plain(score(archive(), "--with", answers))
        self.plain(score(archive(), "-v", "--rules", rules_copy().rename(place / f"{EVIL}2.yaml")))

    def test_in_an_archive(self) -> None:
        place = harness.new_folder() / "export"
        place.mkdir()
        for file in harness.folder().iterdir():
            if file.is_file():
                (place / file.name).write_bytes(file.read_bytes())
        (place / f"{EVIL}.csv").write_text("a,b\n1,2\n", "utf-8")
        for name in ("Profile.csv", "Positions.csv", "Skills.csv", "Shares.csv", "Invitations.csv"):
            text = (place / name).read_text("utf-8")
            (place / name).write_text(text.replace("a", f"a{EVIL}").replace("2", f"2{C1}"), "utf-8")
        self.everywhere(place)

    def test_in_a_rulebook(self) -> None:
        rules = rules_copy()
        text = rules.read_text("utf-8")
        for evil in (BIDI, C1, "\u2066"):
            for place in ("en: Complete profile", "rulebook: linkedin-ssi", "brand:",
                          "measure: count(skills)", "en: Show a professional photo."):
                with self.subTest(evil=evil, place=place):
                    rules.write_text(text.replace(place, place + evil, 1), "utf-8")
                    for form in ((), ("--details",), ("--format", "json")):
                        self.plain(score(archive(), "--lang", "en", "--rules", rules, *form))
                    self.plain(run("check", rules))


if __name__ == "__main__":
    unittest.main()
