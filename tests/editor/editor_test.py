# SPDX-License-Identifier: Apache-2.0
# What an adviser's editor does with the JSON Schemas that the program prints: the language server
# behind VS Code, Vim, Emacs and others completes, explains and checks, and never calls wrong what
# the program accepts.
#
# Without Node.js, npm or a network the test is skipped (exit code 77), and fails where CI is set.
from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent / "support")]

import harness  # noqa: E402
from harness import ROOT, archive, new_folder, run, write  # noqa: E402
from language_server import Finding, LanguageServer  # noqa: E402
from npm_packages import Unavailable, installed  # noqa: E402

BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parent.parent))
KINDS = ("rulebook", "schema", "list", "map", "profile", "answers", "tests")
SKIPPED = 77
EVERY_KEY = (HERE / "every_key.rulebook.yaml").read_text("utf-8").replace("extends: another\n", "")
CHILD = """colonnade: 1
rulebook: child
extends: every-key
title: {en: A child}
lists: {pets: {words: [cat], without: [parrot]}}
pillars:
  posts:
    rules:
      rhythm: {full: 1..2 per week}
      photo: {without: true}
cautions:
  chase: {without: true}
"""

# What people write where a value is wanted.
VALUES = ("", "0", "5", "2.5", "-1", "1e3", "010", ".5", "true", "false", "no", "null", "~", "x",
          "A text with blanks", "'5'", '"true"', "60%", "150%", "3 days", "2 per week", "2..3",
          "5 or more", "2026-01-31", "[]", "[0, 5]", "[0 per week, 15 per week]", "{}", "{en: x}",
          "{5: 50%}", "followers", "has photo", "ümlaut", "🦜", ">-\n  folded")


# Rulebooks for data of another kind than the bundled one's: their tests name other facts.
ELSEWHERE = ("contact-network", "repository-health")


@functools.lru_cache(maxsize=None)
def schema(kind: str, rules: str = "linkedin-ssi") -> Path:
    path = new_folder() / f"{kind}.schema.json"
    done = run("facts", "--json-schema", kind, "--lang", "en", "--rules", rules, "-o", path)
    assert done.code == 0, done.messages
    return path


@functools.lru_cache(maxsize=None)
def server() -> LanguageServer:
    script = (installed(HERE, BUILD / "tests/editor") /
              "yaml-language-server/bin/yaml-language-server")
    described = {f".{kind}.yaml": schema(kind) for kind in KINDS}
    described |= {f".tests-of-{book}.yaml": schema("tests", book) for book in ELSEWHERE}
    return LanguageServer(script, described)


def findings(text: str, kind: str) -> list[Finding]:
    return server().findings_of(server().open(text, f".{kind}.yaml"))


def golden_books() -> list[tuple[Path, str]]:
    """The cases of a rulebook that is checked, each with its text."""
    # The server does not see keys without value and colon in braces, nor keys that are missing
    # where nothing stands at all; former names of keys it does not offer.
    unseen = ("two-values-in-braces", "comma-cuts-a-value-in-braces", "file-of-comments",
              "root-is-a-list", "root-is-a-text", "former-name-of-a-key",
              "extends-and-keys-had-other-names")
    books = []
    for command in sorted((ROOT / "tests/golden/check").glob("*/command")):
        case = command.parent
        is_check = command.read_text("utf-8").strip() == "check book.yaml"
        if is_check and case.name not in unseen and (case / "expected.out").is_file():
            books.append((case, (case / "book.yaml").read_bytes().decode("utf-8", "replace")))
    return books


def with_line(after: str, line: str, text: str = EVERY_KEY) -> tuple[str, int]:
    """The text with a line put in, and the new line's number."""
    lines = text.splitlines()
    at = lines.index(after) + 1
    return "\n".join([*lines[:at], line, *lines[at:]]) + "\n", at + 1


class Completes(unittest.TestCase):
    def offered(self, after: str, line: str) -> list[str]:
        text, number = with_line(after, line)
        uri = server().open(text, ".rulebook.yaml")
        return server().completions(uri, number, len(line) + 1)

    def test_the_keys_of_a_rule(self) -> None:
        offered = self.offered("        half: 5", "        ")
        self.assertLessEqual({"pass", "full", "none", "steps", "better", "because", "until"},
                             set(offered))
        for absent in ("pillars", "half", "title", "weight", "colour"):  # elsewhere, or there
            self.assertNotIn(absent, offered)

    def test_the_keys_of_the_whole(self) -> None:
        offered = self.offered("horizon: 12 weeks", "")
        self.assertNotIn("points", offered)
        short = EVERY_KEY[:EVERY_KEY.index("ratings:")]
        uri = server().open(short, ".rulebook.yaml")
        offered = server().completions(uri, short.count("\n") + 1, 1)
        self.assertLessEqual({"ratings", "define", "pillars", "cautions"}, set(offered))

    def test_the_values_of_a_choice(self) -> None:
        for key, choices in (("unknown", ["skip", "none"]), ("better", ["more", "less"])):
            self.assertEqual(sorted(self.offered("        half: 5", f"        {key}: ")),
                             sorted(choices))

    def test_languages(self) -> None:
        self.assertIn("de", self.offered("  en: Every key", "  "))

    def test_texts_are_left_to_their_author(self) -> None:
        self.assertEqual(self.offered("        half: 5", "        if: "), [])

    def test_facts(self) -> None:
        uri = server().open("photo: \n", ".answers.yaml")
        self.assertEqual(server().completions(uri, 1, 8), ["true", "false", "null"])
        self.assertIn("followers", server().completions(uri, 2, 1))


class Explains(unittest.TestCase):
    def test_a_key_of_a_rule(self) -> None:
        uri = server().open(EVERY_KEY, ".rulebook.yaml")
        line = EVERY_KEY.splitlines().index("        points: 8") + 1
        self.assertIn("relative to the other rules", server().hover(uri, line, 10))

    def test_a_fact(self) -> None:
        uri = server().open("photo: true\n", ".answers.yaml")
        self.assertIn("Whether the profile shows a photo", server().hover(uri, 1, 2))


class Checks(unittest.TestCase):
    def assert_found(self, line: str, message: str, after: str = "        half: 5") -> None:
        text, number = with_line(after, line)
        self.assertEqual(findings(text, "rulebook"), [Finding(number, message)])

    def test_a_key_that_does_not_exist(self) -> None:
        self.assert_found("        efort: 5 minutes", "Property efort is not allowed.")

    def test_a_choice_that_does_not_exist(self) -> None:
        self.assert_found("        unknown: maybe",
                          'Value is not accepted. Valid values: "skip", "none".')

    def test_an_id_with_a_blank(self) -> None:
        self.assert_found("  a b: {when: photo, title: {en: a}, text: {en: a}}",
                          "An id is lower case letters, digits and `-`.", after="cautions:")

    def test_a_text_where_a_number_stands(self) -> None:
        [found] = findings(EVERY_KEY.replace("points: 8", "points: many"), "rulebook")
        self.assertEqual(found.message, "Expected a number from 0 on.")

    def test_a_key_that_is_missing(self) -> None:
        for line in ("rulebook: every-key", "schema: tiny", "        points: 8",
                     "    weight: 100", "    colour: red"):
            key = line.strip().split(":")[0]
            [found] = findings(EVERY_KEY.replace(line + "\n", "", 1), "rulebook")
            self.assertEqual(found.message, f'Missing property "{key}".')

    def test_a_rule_without_a_measure(self) -> None:
        [found] = findings(EVERY_KEY.replace("        pass: has photo\n", ""), "rulebook")
        self.assertIn("Missing property", found.message)

    def test_keys_of_other_types_of_facts(self) -> None:
        head = "colonnade: 1\nschema: s\nlanguages: [en]\nfacts:\n  x:\n    title: {en: X}\n"
        for lines, message in (
                ("    type: list", 'Missing property "record".'),
                ("    type: category", 'Missing property "values".'),
                ("    type: text\n    record: {}", "Property record is not allowed."),
                ("    type: list\n    record: {}\n    values: [a]",
                 "Property values is not allowed.")):
            self.assertEqual([f.message for f in findings(head + lines + "\n", "schema")],
                             [message])

    def test_tests(self) -> None:
        text = (ROOT / "rules/linkedin-ssi.test.yaml").read_text("utf-8")
        for old, new in (("      photo: true\n", "      photos: true\n"),
                         ("      photo: true\n", "      photo: maybe\n"),
                         ("kind: text,", "kind: song,"), ("{every: 2 days,", "{evry: 2 days,"),
                         ("tests: linkedin-ssi\n", "")):
            with self.subTest(new=new):
                self.assertIn(old, text)
                self.assertEqual(len(findings(text.replace(old, new, 1), "tests")), 1)

    def test_mappings(self) -> None:
        text = (HERE / "every_key.map.yaml").read_text("utf-8")
        for old, new in (("    unit: weeks\n", "    units: weeks\n"), ("decimal: comma", "decimal: ;"),
                         ("column: Praise, ", ""), ("schema: tiny\n", ""),
                         ("rows: one per element", "rows: one per row"),
                         ("    fields:\n", "    field:\n")):
            with self.subTest(new=new):
                self.assertIn(old, text)
                self.assertNotEqual(findings(text.replace(old, new, 1), "map"), [])

    def test_profiles_and_answers(self) -> None:
        profile = '{"profile": 1, "as_of": "2026-11-20"%s}\n'
        self.assertEqual(findings(profile % "", "profile"), [])
        self.assertEqual(findings(profile % ', "photo": null, "followers": 5', "profile"), [])
        for facts in (', "photos": true', ', "photo": "yes"', ', "followers": -1',
                      ', "posts": [{"kind": "song"}]', ', "posts": [{"kinds": "link"}]',
                      ', "stated": ["photos"]', ', "as_of": 5'):
            with self.subTest(facts=facts):
                self.assertNotEqual(findings(profile % facts, "profile"), [])
        self.assertEqual(findings("", "answers"), [])
        self.assertEqual(findings("photo: true\nfollowers:\n", "answers"), [])
        for facts in ("photo: maybe\n", "photos: true\n", "followers: many\n"):
            self.assertEqual(len(findings(facts, "answers")), 1, facts)


class Finds(unittest.TestCase):
    def test_the_schema_that_a_comment_names(self) -> None:
        page = (ROOT / "docs/editors.md").read_text("utf-8")
        [comment] = re.findall(r"^ *(# yaml-language-server: .*)$", page, re.MULTILINE)
        place = new_folder()
        shutil.copy(schema("rulebook"), place / "rulebook.schema.json")
        text, number = with_line("        half: 5", "        efort: 5 minutes")
        uri = server().open_file(write("my-rules.yaml", f"{comment}\n{text}", place))
        self.assertEqual(server().findings_of(uri),
                         [Finding(number + 1, "Property efort is not allowed.")])


class Extends(unittest.TestCase):
    def test_a_child_says_only_what_changes(self) -> None:
        place = new_folder()
        shutil.copytree(ROOT / "tests/golden/shared/schemas", place / "schemas")
        write("every-key.yaml", EVERY_KEY, place)
        done = run("check", write("child.yaml", CHILD, place))
        self.assertEqual(done.code, 0, done.text)
        self.assertEqual(findings(CHILD, "rulebook"), [])

    def test_its_keys_are_checked(self) -> None:
        [found] = findings(CHILD.replace("full:", "fulll:"), "rulebook")
        self.assertEqual(found.message, "Property fulll is not allowed.")
        [found] = findings(CHILD.replace("rulebook: child\n", ""), "rulebook")
        self.assertEqual(found.message, 'Missing property "rulebook".')

    def test_nobody_else_drops_anything(self) -> None:
        text, number = with_line("        points: 8", "        without: true")
        self.assertEqual(findings(text, "rulebook"),
                         [Finding(number, "Property without is not allowed.")])


class Agrees(unittest.TestCase):
    """What the program accepts has no finding in the editor."""

    def test_what_is_bundled(self) -> None:
        opened = {}
        for pattern, kind in (("rules/*.yaml", "rulebook"), ("rules/schemas/*.yaml", "schema"),
                              ("rules/lists/*.yaml", "list"), ("rules/*.test.yaml", "tests"),
                              ("tests/golden/shared/schemas/*.yaml", "schema"),
                              ("tests/golden/shared/lists/*.yaml", "list"),
                              *((f"tests/editor/*.{kind}.yaml", kind) for kind in KINDS[:4])):
            paths = [path for path in ROOT.glob(pattern)
                     if path.name.endswith(".test.yaml") == (kind == "tests")]
            self.assertTrue(paths, pattern)
            for path in paths:
                book = path.name.removesuffix(".test.yaml")
                described = f"tests-of-{book}" if book in ELSEWHERE and kind == "tests" else kind
                opened[path] = server().open(path.read_text("utf-8"), f".{described}.yaml")
        for path, uri in opened.items():
            self.assertEqual(server().findings_of(uri), [], path)

    def test_profiles_and_answers_that_the_program_writes(self) -> None:
        for persona in ("steady", "silent"):
            document = new_folder() / "p.json"
            self.assertEqual(run("import", archive(persona), "-o", document).code, 0)
            self.assertEqual(findings(document.read_text("utf-8"), "profile"), [])
            self.assertEqual(findings(run("facts", "--unknown", document).text, "answers"), [])

    def test_golden_cases(self) -> None:
        opened = {case: server().open(text, ".rulebook.yaml") for case, text in golden_books()}
        accepted = refused = 0
        for case, uri in opened.items():
            output = (case / "expected.out").read_text("utf-8")
            found = server().findings_of(uri)
            with self.subTest(case=case.name):
                if (case / "expected.code").read_text("utf-8") == "0\n":
                    self.assertEqual(found, [])
                    accepted += 1
                # Which languages a text has, no schema knows; of what a comma cuts off inside { }
                # the server sees nothing.
                unknown = [line for line, rest in re.findall(
                    r"^book.yaml:(\d+):\d+: error: .*(?<!in a text) \[unknown-key\]\n"
                    r"((?: .*\n)*)", output, re.MULTILINE) if "a comma ends a value" not in rest]
                if unknown:
                    self.assertLessEqual({int(line) for line in unknown}, {f.line for f in found})
                    refused += 1
                if re.search(r"^book.yaml:.* \[missing-key\]$", output, re.MULTILINE):
                    self.assertIn("Missing property", " ".join(f.message for f in found))
                    refused += 1
        self.assertGreater(accepted, 5)
        self.assertGreater(refused, 2)

    def test_every_key_with_every_value_misspelt_and_left_out(self) -> None:
        place = new_folder()
        shutil.copytree(ROOT / "tests/golden/shared/schemas", place / "schemas")
        books = {str(write(f"{number}.yaml", text, place)): text
                 for number, text in enumerate(changed_books())}
        errors: dict[str, str] = {path: "" for path in books}
        output = run("check", *books, cwd=place).text
        for path, error in re.findall(r"^(/.*?\.yaml):\d+:\d+: error: (.*)$", output, re.MULTILINE):
            errors[path] += f"{error}\n"
        opened = {path: server().open(text, ".rulebook.yaml") for path, text in books.items()
                  if not errors[path] or self.is_about_keys(errors[path])}
        accepted = [path for path in opened if not errors[path]]
        self.assertGreater(len(accepted), 200)
        self.assertGreater(len(opened) - len(accepted), 100)
        for path, uri in opened.items():
            found = server().findings_of(uri)
            self.assertEqual(found == [], not errors[path],
                             f"{found}\n{errors[path]}\n{books[path]}")

    def is_about_keys(self, errors: str) -> bool:
        # Which languages a text has, no schema knows.
        about = r"^(?!.* in (a text|`because`) ).*(\[unknown-key\]|\[missing-key\]|expected one of )"
        return re.search(about, errors, re.MULTILINE) is not None


def changed_books() -> list[str]:
    """EVERY_KEY with one key changed: every other value under it, misspelt, left out."""
    lines = EVERY_KEY.splitlines()
    books = []
    seen = set()
    for at, line in enumerate(lines):
        indent, key, value = re.fullmatch(r"( *)([^ :]+:|# .*)(.*)", line).groups()
        if key.startswith("#") or (indent, key) in seen:
            continue
        seen.add((indent, key))
        rest = lines[at + 1:]
        below = next((n for n, other in enumerate(rest) if not other.startswith(indent + " ")),
                     len(rest))
        books.append([*lines[:at], *rest[below:]])
        books.append([*lines[:at], f"{indent}x{key}{value}", *rest])
        for other in VALUES if value else ():
            books.append([*lines[:at], f"{indent}{key} {other}", *rest])
    return ["\n".join(book) + "\n" for book in books]


def main() -> None:
    try:
        server()
    except (Unavailable, subprocess.TimeoutExpired) as reason:
        print(f"skipped: the language server cannot be had: {reason}")
        sys.exit(1 if os.environ.get("CI") else SKIPPED)
    try:
        unittest.main()
    finally:
        server().close()


if __name__ == "__main__":
    main()
