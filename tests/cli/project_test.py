# SPDX-License-Identifier: Apache-2.0
# A folder with a `colonnade.yaml`: whose rulebook and language are meant where nobody says.
from __future__ import annotations

import unittest
from pathlib import Path

import harness
from harness import archive, new_folder, run, write

MINE = ("colonnade: 1\nrulebook: mine\nextends: linkedin-ssi\n"
        "title:\n  de: Meines\n  en: Mine\n")


def project(text: str, rules: str = "rules") -> Path:
    """A folder two levels below a project, with a rulebook `mine`."""
    place = new_folder()
    write("colonnade.yaml", text, place)
    (place / rules).mkdir(exist_ok=True)
    write("mine.yaml", MINE, place / rules)
    inside = place / "clients/2026"
    inside.mkdir(parents=True)
    return inside


def scored(inside: Path, *arguments: object) -> harness.Run:
    return run("score", archive(), "--format", "json", *arguments, cwd=inside)


class Project(unittest.TestCase):
    def test_its_rulebook_and_language_are_meant(self) -> None:
        inside = project("colonnade: 1\nrules: mine\nlang: en\n")
        self.assertEqual(scored(inside).json["rulebook"]["title"], "Mine")

    def test_rulebooks_may_stand_beside_it(self) -> None:
        inside = project("colonnade: 1\nrules: mine\n", ".")
        self.assertEqual(scored(inside).json["rulebook"]["title"], "Meines")

    def test_the_command_line_wins(self) -> None:
        inside = project("colonnade: 1\nrules: mine\nlang: en\n")
        result = scored(inside, "--rules", "linkedin-ssi", "--lang", "de").json
        self.assertEqual((result["rulebook"]["id"], result["language"]), ("linkedin-ssi", "de"))

    def test_without_one_nothing_changes(self) -> None:
        self.assertEqual(scored(new_folder()).json["rulebook"]["id"], "linkedin-ssi")

    def test_which_file_is_used_is_said(self) -> None:
        inside = project("colonnade: 1\n")
        self.assertIn(f"using {inside.parents[1] / 'colonnade.yaml'}", scored(inside, "-v").messages)

    def test_what_is_wrong_in_it_is_said_with_its_place(self) -> None:
        for text, place in (("colonnade: 1\nrule: mine\n", "colonnade.yaml:2:1: error: unknown key"),
                            ("colonnade: 2\n", "colonnade.yaml:1:12: error: version `2`"),
                            ("rules: mine\n", "colonnade.yaml:1:1: error: `colonnade` is missing"),
                            ("colonnade: 1\nrules: ../mine\n", "colonnade.yaml:2:8: error: "),
                            ("colonnade: 1\nlang: \n", "colonnade.yaml:2:1: error: "),
                            ("colonnade: [\n", "colonnade.yaml:1:12: error: ")):
            with self.subTest(text=text):
                done = scored(project(text))
                self.assertEqual((done.code, done.out), (3, b""))
                self.assertIn(place, done.messages)

    def test_a_rulebook_or_language_that_is_not_there(self) -> None:
        self.assertEqual(scored(project("colonnade: 1\nrules: other\n")).code, 3)
        self.assertEqual(scored(project("colonnade: 1\nlang: fr\n")).code, 2)

    def test_its_size_has_a_bound(self) -> None:
        head = "colonnade: 1\n#"
        for size, code in ((64 * 1024, 0), (64 * 1024 + 1, 3)):
            inside = project(head + "x" * (size - len(head)))
            self.assertEqual(scored(inside).code, code)


if __name__ == "__main__":
    unittest.main()
