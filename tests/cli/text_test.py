# SPDX-License-Identifier: Apache-2.0
# What a person sees in a terminal: 80 columns, a summary of 40 lines, colour only where wanted, and
# details that leave no rule out.
from __future__ import annotations

import itertools
import os
import pty
import re
import subprocess
import unittest

from harness import (EDITIONS, ENVIRONMENT, LANGUAGES, PERSONAS, PROGRAM, archive, rules_copy, run,
                     score, width, write)

COLOUR = re.compile("\x1b\\[[0-9;]*m")
PEOPLE = list(itertools.product(PERSONAS, EDITIONS, LANGUAGES))


class Form(unittest.TestCase):
    def fits(self, text: str) -> None:
        self.assertEqual([line for line in text.split("\n") if width(line) > 80], [])
        self.assertEqual([line for line in text.split("\n") if line != line.rstrip()], [])
        self.assertTrue(text.endswith("\n") and not text.endswith("\n\n"))

    def test_the_summary_fits_a_terminal(self) -> None:
        for persona, edition, language in PEOPLE:
            with self.subTest(persona=persona, edition=edition, language=language):
                text = score(archive(persona, edition), "--lang", language).text
                self.fits(text)
                self.assertLessEqual(text.count("\n"), 40)

    def test_details_fit_and_name_every_rule(self) -> None:
        for persona, edition, language in PEOPLE:
            with self.subTest(persona=persona, edition=edition, language=language):
                asked = (archive(persona, edition), "--lang", language)
                text = score(*asked, "--details").text
                self.fits(text)
                result = score(*asked, "--format", "json").json
                for pillar in result["pillars"]:
                    for rule in pillar["rules"]:
                        self.assertIn(rule["title"], text)
                for tip in result["tips"]:
                    shown = tip["gain"] is not None and tip["gain"] >= 0.1
                    if shown:
                        self.assertIn(tip["text"].split()[0], text)
                self.assertGreaterEqual(len(text), len(score(*asked).text))

    def test_import_report_and_answers_fit(self) -> None:
        for persona, edition in itertools.product(PERSONAS, EDITIONS):
            with self.subTest(persona=persona, edition=edition):
                self.fits(run("import", archive(persona, edition)).messages)
                self.fits(run("facts", "--unknown", archive(persona, edition)).text)

    def test_many_cautions_leave_the_summary_short(self) -> None:
        rules = rules_copy()
        text = rules.read_text("utf-8")
        one = ("  extra-{}:\n    title:\n      de: Zu viel\n      en: Too much\n"
               "    when: count(posts) > {}\n    text:\n"
               "      de: Es sind <value> Beiträge.\n      en: These are <value> posts.\n")
        rules.write_text(text.rstrip("\n") + "\n" + "".join(one.format(i, i) for i in range(30)),
                         "utf-8")
        done = score(archive("chaser"), "--rules", rules, "--lang", "en")
        self.assertEqual(done.code, 0, done.messages)
        self.assertLessEqual(done.text.count("\n"), 40)
        self.assertIn("more in --details", done.text.split("Cautions")[1])
        details = score(archive("chaser"), "--rules", rules, "--details").text
        self.assertEqual(details.count("  ! "), 32)


class Provisional(unittest.TestCase):
    def test_with_less_than_half_assessed_the_interval_comes_first(self) -> None:
        profile = write("some.json", {"profile": 1, "as_of": "2026-11-20", "photo": True})
        done = score(profile, "--lang", "en")
        lines = done.text.split("\n")
        self.assertIn("between", lines[3])
        self.assertIn("provisional", lines[4])
        self.assertTrue(score(profile, "--format", "json").json["provisional"])

    def test_a_basic_archive_shows_a_wide_interval(self) -> None:
        for persona in PERSONAS:
            basic = score(archive(persona, "basic"), "--format", "json").json
            complete = score(archive(persona), "--format", "json").json
            self.assertLess(basic["assessed"], complete["assessed"])
            self.assertLessEqual(basic["low"], complete["score"])
            self.assertGreaterEqual(basic["high"], complete["score"])
            self.assertGreater(basic["high"] - basic["low"], 30)
            self.assertIn("posts", [fact["fact"] for fact in basic["unknown"]])


class Colour(unittest.TestCase):
    def test_never_unless_asked_for_or_in_a_terminal(self) -> None:
        for arguments in ((), ("--color", "auto"), ("--color", "never")):
            for command in (("score", archive()), ("score", archive(), "--details"),
                            ("import", archive())):
                done = run(*command, *arguments)
                self.assertNotIn(b"\x1b", done.out + done.err)

    def test_always_changes_nothing_but_colour(self) -> None:
        for extra in ((), ("--details",)):
            plain = score(archive("silent"), *extra).text
            painted = score(archive("silent"), *extra, "--color", "always").text
            self.assertIn("\x1b[31m", painted)
            self.assertEqual(COLOUR.sub("", painted), plain)

    def test_no_colour_in_files(self) -> None:
        path = write("result.txt", "")
        score(archive(), "--color", "always", "-o", path)
        self.assertNotIn(b"\x1b", path.read_bytes())

    def in_terminal(self, *arguments: str, **environment: str) -> bytes:
        ours, theirs = pty.openpty()
        try:
            process = subprocess.Popen([PROGRAM, "score", archive(), *arguments], stdout=theirs,
                                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=ENVIRONMENT | environment)
            os.close(theirs)
            return self.read_all(ours, process)
        finally:
            os.close(ours)

    def read_all(self, descriptor: int, process: subprocess.Popen) -> bytes:
        content = b""
        try:
            while chunk := os.read(descriptor, 4096):
                content += chunk
        except OSError:  # the other end is closed
            pass
        process.wait()
        return content

    def test_in_a_terminal_it_is_the_users_choice(self) -> None:
        self.assertIn(b"\x1b[", self.in_terminal())
        self.assertNotIn(b"\x1b[", self.in_terminal("--color", "never"))
        self.assertNotIn(b"\x1b[", self.in_terminal(NO_COLOR="1"))
        self.assertIn(b"\x1b[", self.in_terminal("--color", "always", NO_COLOR="1"))


class Help(unittest.TestCase):
    def test_every_command_opens_with_examples(self) -> None:
        for command in ("score", "import", "check", "facts", "explain"):
            done = run(command, "--help")
            self.assertEqual((done.code, done.err), (0, b""))
            self.assertLess(done.text.index("Examples:"), done.text.index("Usage:"))
            self.assertIn(f"  colonnade {command} ", done.text)
            self.assertIn(command, run("--help").text)

    def test_version(self) -> None:
        self.assertRegex(run("--version").text, r"^colonnade \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
