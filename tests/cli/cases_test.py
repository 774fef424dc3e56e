# SPDX-License-Identifier: Apache-2.0
# `colonnade test` from outside: the bundled tests, what is watched, what is written, and names that
# want to break the output.
from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import harness
from harness import run

SUITE = """\
colonnade: 1
tests: small
as_of: 2026-11-23
cases:
  A photo:
    facts: {photo: true}
    expect:
      rules: {photo: 100%}
"""
BOOK = """\
colonnade: 1
rulebook: small
schema: tiny
languages: [en]
title: {en: Small}
pillars:
  all:
    title: {en: All}
    weight: 100
    rules:
      photo:
        title: {en: Photo}
        points: 1
        pass: has photo
        tip: {en: Show one.}
        effort: 1 minutes
"""
SCHEMA = (harness.ROOT / "tests/golden/shared/schemas/tiny.yaml").read_text("utf-8")


def small(suite: str = SUITE) -> Path:
    place = harness.new_folder()
    (place / "schemas").mkdir()
    harness.write("tiny.yaml", SCHEMA, place / "schemas")
    harness.write("small.yaml", BOOK, place)
    harness.write("small.test.yaml", suite, place)
    return place


def named(name: str) -> str:
    return SUITE.replace("A photo", json.dumps(name, ensure_ascii=False))


class Bundled(unittest.TestCase):
    def test_the_tests_touch_all_of_each_bundled_rulebook(self) -> None:
        for book in harness.RULEBOOKS:
            with self.subTest(rulebook=book):
                done = run("test", book, "--min-coverage", "100%", "--details")
                self.assertEqual((done.code, done.messages), (0, ""), done.text)
                self.assertGreater(done.text.count("ok    "), 40)
                self.assertNotIn("No case touches", done.text)

    def test_what_is_taken_over_unchanged_is_counted_and_not_listed(self) -> None:
        place = harness.new_folder()
        book = harness.write("mine.yaml", "colonnade: 1\nrulebook: mine\nextends: linkedin-ssi\npillars:\n"
                             "  insights:\n    weight: 30\n    rules:\n      posting-rhythm:\n"
                             "        full: 1..2 per week\n", place)
        harness.write("mine.test.yaml", "colonnade: 1\ntests: mine\nas_of: 2026-11-23\ncases:\n  one:\n"
                      "    facts: {photo: true}\n    expect: {rules: {photo: 100%}}\n", place)
        short = run("test", book).text.split("No case touches\n")[1].splitlines()
        self.assertTrue(all("insights.posting-rhythm" in line for line in short[:-1]), short)
        self.assertGreater(len(short), 4)
        count = int(re.fullmatch(r"  \((\d+) of what is taken over unchanged, in --details\)", short[-1])[1])
        coverage = run("test", book, "--format", "json").json["suites"][0]["coverage"]
        untouched = [item for group in coverage["groups"] for item in group["untouched"]]
        self.assertEqual(coverage["of"] - coverage["touched"], len(untouched))
        self.assertEqual(sum(item["inherited"] for item in untouched), count)
        self.assertEqual({item["what"] for item in untouched if not item["inherited"]},
                         {"insights.posting-rhythm"})
        details = run("test", book, "--details").text.split("No case touches\n")[1]
        self.assertGreaterEqual(len(details.splitlines()), len(untouched))
        self.assertNotIn("taken over", details)
        # It counts all the same.
        self.assertEqual(run("test", book, "--min-coverage", "50%").code, 1)

    def test_the_bundled_rulebook_is_the_default(self) -> None:
        self.assertEqual(run("test").out, run("test", "linkedin-ssi").out)

    def test_a_weight_that_changes_fails_a_test(self) -> None:
        book = harness.rules_copy()
        text = book.read_text("utf-8")
        self.assertEqual(text.count("full: 2..3 per week"), 1)
        book.write_text(text.replace("full: 2..3 per week", "full: 4..5 per week"), "utf-8")
        done = run("test", book)
        self.assertEqual(done.code, 1)
        self.assertIn("insights.posting-rhythm", done.text)
        self.assertIn("target 4–5 per week", done.text)


class Lines(unittest.TestCase):
    def test_text_fits_eighty_columns(self) -> None:
        book = harness.rules_copy()
        text = book.read_text("utf-8")
        for old, new in (("20% or more", "90% or more"), ("full: 4..12", "full: 40..50"),
                         ("none: [0, 30]", "none: [0, 60]"), ("> 5000", "> 9")):
            text = text.replace(old, new)
        book.write_text(text, "utf-8")
        done = run("test", book.name, "--details", cwd=book.parent)
        self.assertEqual(done.code, 1)
        for line in done.text.splitlines():
            self.assertLessEqual(harness.width(line), 80, line)

    def test_several_suites_in_one_run(self) -> None:
        one, two = small(), small(SUITE.replace("100%", "0%"))
        done = run("test", one / "small.yaml", two / "small.test.yaml", "--format", "json")
        self.assertEqual(done.code, 1)
        self.assertEqual([suite["failed"] for suite in done.json["suites"]], [0, 1])


class Output(unittest.TestCase):
    def test_the_ending_of_the_file_names_the_format(self) -> None:
        place = small()
        for ending, read in ((".xml", xml.parse), (".json", lambda p: json.loads(p.read_bytes()))):
            target = place / f"result{ending}"
            done = run("test", place / "small.yaml", "-o", target)
            self.assertEqual((done.code, done.out, done.messages), (0, b"", ""))
            read(target)
        target = place / "result.txt"
        run("test", place / "small.yaml", "-o", target)
        self.assertIn("1 case, passed", target.read_text("utf-8"))

    def test_output_that_cannot_be_written(self) -> None:
        place = small()
        done = run("test", place / "small.yaml", "-o", place / "none" / "result.xml")
        self.assertEqual(done.code, 6)

    def test_wrong_options(self) -> None:
        book = small() / "small.yaml"
        for options in (("--format", "xml"), ("--min-coverage", "many"),
                        ("--min-coverage", "101%"), ("--min-coverage", "-1")):
            with self.subTest(options=options):
                self.assertEqual(run("test", book, *options).code, 2)
        for share in ("100", "100%", "99.5%", "0"):
            self.assertEqual(run("test", book, "--min-coverage", share).code, 0 if share == "0" else 1)


class HostileNames(unittest.TestCase):
    NAMES = ('<b>&amp;"\'</b>', "]]><!--", "\x1b[31mred", "a\tb\nc", "\ufffe\uffff", "\u202egnp.exe",
             "ünïcödé 漢字 😀", "x" * 900, "&#0;")

    def test_junit_is_well_formed_and_keeps_names(self) -> None:
        for name in self.NAMES:
            with self.subTest(name=name[:20]):
                place = small(named(name).replace("100%", "0%"))
                done = run("test", place / "small.yaml", "--format", "junit")
                self.assertEqual(done.code, 1, done.messages)
                case = xml.fromstring(done.out).find("testsuite/testcase")
                self.assertEqual(len(case.findall("failure")), 1)
                if name.isprintable() and "\ufffe" not in name:
                    self.assertEqual(case.get("name"), name)

    def test_text_and_json_cannot_steer_a_terminal(self) -> None:
        for name in self.NAMES:
            place = small(named(name).replace("100%", "0%"))
            for form in ("text", "json"):
                out = run("test", place / "small.yaml", "--format", form).text
                for letter in ("\x1b", "\u202e", "\t"):
                    self.assertNotIn(letter, out)
                if form == "json":
                    self.assertEqual(json.loads(out)["suites"][0]["cases"][0]["name"], name)


class Watch(unittest.TestCase):
    """Runs again for each kind of file, and for nothing else."""

    def setUp(self) -> None:
        self.place = small()
        self.read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            [harness.PROGRAM, "test", "small.yaml", "--watch"], cwd=self.place,
            env=harness.ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=write_end,
            stderr=subprocess.STDOUT)
        os.close(write_end)

    def tearDown(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.read_end)

    def next_run(self) -> str:
        text, end = b"", time.monotonic() + harness.PATIENCE
        while b"waiting for a change" not in text:
            ready, _, _ = select.select([self.read_end], [], [], end - time.monotonic())
            self.assertTrue(ready, text)
            text += os.read(self.read_end, 65536)
        return text.decode("utf-8")

    def test_it_runs_again_for_every_file_that_counts_and_ends_when_interrupted(self) -> None:
        first = self.next_run()
        self.assertIn("1 case, passed", first)
        self.assertNotIn("\x1b", first)
        harness.write("small.test.yaml", SUITE.replace("100%", "0%"), self.place)
        self.assertIn("1 failed", self.next_run())
        harness.write("small.yaml", BOOK.replace("has photo", "not photo"), self.place)
        self.assertIn("1 case, passed", self.next_run())
        harness.write("tiny.yaml", SCHEMA.replace("  photo:", "  foto:"), self.place / "schemas")
        self.assertIn("unknown fact", self.next_run())
        harness.write("tiny.yaml", SCHEMA, self.place / "schemas")
        self.assertIn("1 case, passed", self.next_run())
        (self.place / "small.test.yaml").unlink()
        self.assertIn("has no tests", self.next_run())
        harness.write("notes.txt", "of no interest", self.place)
        ready, _, _ = select.select([self.read_end], [], [], 1)
        self.assertEqual(ready, [])
        self.process.send_signal(signal.SIGINT)
        self.assertEqual(self.process.wait(harness.PATIENCE), -signal.SIGINT)

    def test_it_sleeps_in_between(self) -> None:
        self.next_run()
        before = self.seconds_used()
        time.sleep(2)
        self.assertLess(self.seconds_used() - before, 0.5)

    def seconds_used(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Terminal(unittest.TestCase):
    def test_only_a_terminal_is_cleared(self) -> None:
        place = small()
        ours, theirs = pty.openpty()
        process = subprocess.Popen([harness.PROGRAM, "test", "small.yaml", "--watch"], cwd=place,
                                   env=harness.ENVIRONMENT, stdin=subprocess.DEVNULL,
                                   stdout=theirs, stderr=theirs)
        os.close(theirs)
        try:
            text = b""
            while b"waiting" not in text:
                text += os.read(ours, 65536)
            self.assertTrue(text.startswith(b"\x1b[2J\x1b[H"), text)
        finally:
            process.kill()
            process.wait()
            os.close(ours)


if __name__ == "__main__":
    unittest.main()
