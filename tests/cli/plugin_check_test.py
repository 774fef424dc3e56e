# SPDX-License-Identifier: Apache-2.0
# `colonnade plugin check`: each case finds what it is there for, in a plugin that does just that
# (tests/plugins/checked), and finds nothing in those that come with the program.
from __future__ import annotations

import functools
import os
import re
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

from harness import ROOT, new_folder, run, width

BUILD = Path(os.environ.get("COLONNADE_BUILD", ROOT / "build/dev"))
CHECKED = BUILD / "tests/plugins/checked/modules"
MODULES = BUILD / "tests/plugins/modules"
PAGE = ROOT / "docs/plugin-check.md"
# Under sanitizers, memory is theirs, and these cases are skipped with a word about it.
SANITIZED = "sanitizers keep memory themselves"
TEXT_WIDTH = 80
PATIENCE = 600  # seconds; all cases of a plugin, under sanitizers on a busy machine

BATCH = "function `{}`: given {}: not with me"

# Plugin: the cases that find something, with words of what they find. No other case may.
FINDS = {
    CHECKED / "accepts-anything.so": {
        "unknown-extension": "`get` of `colonnade.nothing/1` gave something, expected NULL",
        "garbage-in-id": "`get` of `colonnade.functions/1x` gave something, expected NULL",
        "describe-outside": "`describe(-1)` of 1 functions gave a descriptor, expected NULL",
        "create-outside": "`create(-1)` of 1 functions gave an object, expected NULL",
        "sound-descriptors": "it describes a function beyond the 1 that it has",
    },
    CHECKED / "careless-descriptors.so": {
        "all-languages": "function `half`: no title in `en`",
        "constant-descriptors": "descriptors are others after functions were made and called",
        "stated-bounds": "function `endless`: its results have neither a least nor a greatest",
    },
    CHECKED / "changes-process.so": {
        "quiet-load": "while it is loaded and started",
        "start-leaves-process": "the environment changed while it was loaded and started\n"
                                "the locale changed while it was loaded and started",
        "calls-leave-process": "function `opens_a_file`: the number of open files changed",
    },
    CHECKED / "depends.so": {
        "split-batches": "function `batch_size`: row 0 gave 300, and 1 in a batch of 1 rows",
        "order-of-rows": "function `is_first`: row 0 gave 1, and 0 where rows stand in another",
        "repeated-call": "function `last_batch`: row 0 gave 0, and 1 in the next call",
        "two-threads": "while another object of it works in another thread",
        "another-process": "function `time_zone` gives other bits in another process",
        "under-unknown": "function `under_unknown`: row 0 gave 0, and 1 where other bytes lie",
        "order-of-categories": "function `index_of`: row 0 gave 0, and 4 where a category lists",
        "as-of-is-now": "with a clock that is five years ahead",
        "locale": "function `letters`: row 0 gave 1, and 6 in the locale",
        "rounding-mode": "function `rounds`: it left another rounding mode behind",
    },
    CHECKED / "exports-more.so": {
        "sound-elf": "it brings places of its own in which to look for libraries (RPATH)",
        "one-symbol": "it exports `exported_too`",
    },
    CHECKED / "fragile.so": {
        "says-why": "failed, and its message is empty",
        "memory-runs-out": "it ended the process with SIG",
        "stops-in-time": "ms on 65536 rows and never asked whether to stop",
        "many-objects": "5000 objects that were made and destroyed left",
        "objects-side-by-side": "function `shares_object`: object 4 of 16 gives other results",
        "older-host": "it ended the process with",
    },
    CHECKED / "ill-descriptors.so": {
        "sound-descriptors": "function `twice`: its titles are no texts in languages",
        "unique-ids": "two functions are `twice`",
        "valid-texts": "titles of `twice`: text 1 is no UTF-8",
    },
    CHECKED / "ill-rules.so": {
        "rules-check": "ill-rules.yaml:16:22: unknown fact or name `no_such_fact` [unknown-name]",
        "rules-languages": "ill-rules.yaml:10:5: the text in `en` is missing [missing-language]",
        "rules-own-ids": "`brand` among its `pillars` does not begin with its id",
        "selftest-replays": "line 1: `function`: the plugin has no such function",
        "selftest-covers": "function `one`: no self-test calls it",
    },
    CHECKED / "ill-source.so": {
        "source-garbage": "given a single byte: plugin `ill-source` let an exception out",
        "source-truncated": "given export.zip that ends before its length: plugin `ill-source`: "
                            "the reader has a fault",
        "source-empty": "given an empty file: `probe` gave 200, expected 0 to 100",
        "source-documents": "given 64 KiB of zeros: document 1 is no JSON object",
        "source-report": "given 64 KiB of zeros: the report is no JSON object",
    },
    CHECKED / "no-yaml.so": {
        "rules-parse": "no-yaml.yaml:2:11: a `[` without its `]` [yaml-syntax]",
        "selftest-replays": "line 2: function `one` gave 1, expected 2.5",
    },
    CHECKED / "noisy-load.so": {
        "quiet-load": "it calls `openat of /etc/hostname` while it is loaded and started\n"
                      "it calls `socket` while it is loaded and started",
    },
    CHECKED / "picky.so": {
        "makes-objects": "function `cannot_be_made`: no object of it can be made: this one",
        "no-rows": BATCH.format("not_no_rows", "0 rows"),
        "one-row": BATCH.format("not_one_row", "1 row"),
        "odd-sizes": BATCH.format("not_65_rows", "65 rows"),
        "most-rows": BATCH.format("not_most_rows", "65536 rows"),
        "all-unknown": BATCH.format("not_all_unknown", "nothing but unknown values"),
        "all-known": BATCH.format("not_all_known", "no unknown value"),
        "no-validity-bits": "function `not_without_bits`: given columns without validity bits",
        "empty-lists": BATCH.format("not_empty_lists", "empty lists"),
        "long-list": BATCH.format("not_long_lists", "a list of 1000000 elements"),
        "long-text": BATCH.format("not_long_texts", "a text of 10 MiB"),
        "nul-in-text": BATCH.format("not_nul", "texts with a NUL inside"),
        "unusual-text": BATCH.format("not_joined_letters", "texts of unusual characters"),
        "extreme-moments": BATCH.format("not_first_moment", "moments of all ages"),
        "extreme-numbers": BATCH.format("not_negative", "numbers at their ends"),
        "empty-word-list": BATCH.format("not_without_words", "an empty word list"),
        "many-words": BATCH.format("not_many_words", "a word list of 5000 entries"),
        "repeated-arguments": BATCH.format("not_many_arguments",
                                           "16 arguments for the parameter that repeats"),
        "split-batches": "function `not_one_row`: it failed in a batch of 1 rows and one of 299",
        "random-batches": "function `not_17_rows`: batch",
    },
    CHECKED / "scribbles.so": {
        "writes-inside": "function `writes_too_far`: in a batch of 1: it wrote values or bits",
        "inputs-unchanged": "function `writes_arguments`: it wrote into its arguments",
        "random-batches": "of 1000 random ones: wrote beyond its results",
    },
    CHECKED / "slow-load.so": {"loads-quickly": "ms, expected at most 100"},
    CHECKED / "starts-once.so": {
        "starts-again": "`init` after `deinit` failed the second time: it has been started before",
    },
    CHECKED / "wasteful.so": {
        "fast-rows": "function `slow`: a row takes",
        "few-allocations": "function `allocates`: 30 allocations a row, expected at most 20",
        "steady-memory": "function `keeps`: 200 equal batches left",
    },
    MODULES / "undefined-symbol.so": {"loads-at-once": "cannot be loaded"},
    MODULES / "newer-major.so": {"sound-entry": "this program speaks 1."},
    MODULES / "init-fails.so": {"starts": "`init` failed: "},
    MODULES / "plain.so": {},
}


def good_plugins() -> list[Path]:
    bundled = sorted(next(BUILD.glob("lib*/**/colonnade/plugins")).glob("*.so"))
    return bundled + sorted(BUILD.glob("**/learning.so"))[:1]


@functools.lru_cache(maxsize=None)
def cases() -> list[dict]:
    return run("plugin", "check", "--list", "--format", "json").json["cases"]


@functools.lru_cache(maxsize=None)
def check(file: Path) -> tuple[int, dict[str, dict]]:
    done = run("plugin", "check", file, "--format", "json", timeout=PATIENCE)
    (plugin,) = done.json["plugins"]
    return done.code, {case["id"]: case for case in plugin["cases"]}


class EachCase(unittest.TestCase):
    def test_finds_what_it_is_there_for_and_nothing_else(self) -> None:
        for file, expected in FINDS.items():
            with self.subTest(file.name):
                code, found = check(file)
                told = {case: one for case, one in found.items()
                        if one["outcome"] not in ("passed", "skipped")}
                skipped = {case for case in expected
                           if SANITIZED in found[case].get("message", "")}
                self.assertEqual(sorted(told), sorted(expected.keys() - skipped))
                for case, one in told.items():
                    self.assertIn(expected[case], one["message"], case)
                is_bad = any(one["outcome"] != "warning" for one in told.values())
                self.assertEqual(code, 1 if is_bad else 0)

    def test_has_a_plugin_that_it_finds_something_in(self) -> None:
        found = {case for expected in FINDS.values() for case in expected}
        self.assertEqual(found, {case["id"] for case in cases()})

    def test_passes_with_a_plugin_that_comes_with_the_program(self) -> None:
        passed, sanitized = set(), set()
        for file in good_plugins():
            with self.subTest(file.name):
                code, found = check(file)
                told = {case: one for case, one in found.items()
                        if one["outcome"] not in ("passed", "skipped")}
                self.assertEqual((code, told), (0, {}))
                passed |= {case for case, one in found.items() if one["outcome"] == "passed"}
                sanitized |= {case for case, one in found.items()
                              if SANITIZED in one.get("message", "")}
        self.assertEqual(passed | sanitized, {case["id"] for case in cases()})

    def test_there_are_many_and_each_has_a_sentence(self) -> None:
        ids = [case["id"] for case in cases()]
        self.assertGreaterEqual(len(ids), 45)
        self.assertEqual(len(ids), len(set(ids)))
        for case in cases():
            self.assertRegex(case["id"], r"^[a-z0-9]+(-[a-z0-9]+)*$")
            self.assertRegex(case["wants"], r"^[A-Z`5].*\.$")

    def test_stands_in_the_docs(self) -> None:
        rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
        self.assertEqual(rows, [(case["id"], case["wants"]) for case in cases()])


class Process(unittest.TestCase):
    def only(self, case: str, *options: str, file: str = "ends-badly.so") -> dict:
        done = run("plugin", "check", CHECKED / file, "--only", case, "--format", "json", *options)
        self.assertEqual(done.code, 1)
        return done.json["plugins"][0]["cases"][0]

    def test_that_ends_early_is_told(self) -> None:
        self.assertEqual(self.only("no-rows")["message"], "it ended the process with exit code 0")

    def test_that_crashes_is_told(self) -> None:
        found = self.only("one-row")
        self.assertEqual((found["outcome"], found["message"]),
                         ("crashed", "it ended the process with SIGABRT"))

    def test_that_never_ends_is_ended(self) -> None:
        found = self.only("odd-sizes", "--timeout", "1.5")
        self.assertEqual((found["outcome"], found["message"]),
                         ("timed-out", "it had not ended after 1.5 s"))

    def test_in_process_runs_what_needs_no_other(self) -> None:
        done = run("plugin", "check", CHECKED / "depends.so", "--in-process", "--details",
                   "--only", "split-batches", "--only", "as-of-is-now")
        self.assertEqual(done.code, 1)
        self.assertIn("failed     split-batches", done.text)
        self.assertIn("it needs a process of its own", done.text)


class Report(unittest.TestCase):
    def test_text_names_the_case_what_was_seen_and_how_to_run_it(self) -> None:
        file = CHECKED / "picky.so"
        done = run("plugin", "check", file, "--only", "functions")
        self.assertIn("    failed     one-row\n      wants: A batch may have a single row.\n"
                      "      function `not_one_row`: given 1 row: not with me\n"
                      f"      run just that: colonnade plugin check {file} --only one-row\n",
                      done.text)
        self.assertTrue(done.text.endswith("\n20 cases: 2 passed, 18 failed\n"), done.text)
        for line in done.text.splitlines()[1:]:
            if "run just that" not in line:
                self.assertLessEqual(width(line), TEXT_WIDTH, line)

    def test_details_name_every_case(self) -> None:
        text = run("plugin", "check", MODULES / "plain.so", "--details").text
        for case in cases():
            self.assertRegex(text, rf"(?m)^    (passed|skipped) +{case['id']}( |$)")

    def test_list_fits_the_terminal(self) -> None:
        text = run("plugin", "check", "--list").text
        for case in cases():
            self.assertIn(f"  {case['id']} ", text)
        for line in text.splitlines():
            self.assertLessEqual(width(line), TEXT_WIDTH, line)

    def test_junit_counts_failures_crashes_and_skips(self) -> None:
        out = new_folder() / "check.xml"
        done = run("plugin", "check", CHECKED / "ends-badly.so", MODULES / "plain.so",
                   "--only", "no-rows", "--only", "starts", "-o", out)
        self.assertEqual((done.code, done.text), (1, ""))
        root = xml.parse(out).getroot()
        self.assertEqual(root.attrib, {"tests": "4", "failures": "0", "errors": "1"})
        crashed, plain = root.findall("testsuite")
        self.assertEqual((crashed.get("errors"), plain.get("skipped")), ("1", "1"))
        error = crashed.find("testcase[@name='no-rows']/error")
        self.assertEqual(error.get("message"), "it ended the process with exit code 0")

    def test_several_files_are_checked_in_one_run(self) -> None:
        done = run("plugin", "check", MODULES / "plain.so", CHECKED / "exports-more.so", "--only",
                   "one-symbol", "--format", "json")
        self.assertEqual([plugin["failed"] for plugin in done.json["plugins"]], [0, 1])


class Words(unittest.TestCase):
    def test_only_takes_groups_and_parts_of_names(self) -> None:
        found = run("plugin", "check", "--list", "--only", "rules-", "--only", "performance",
                    "--format", "json").json["cases"]
        self.assertEqual({case["group"] for case in found}, {"extensions", "performance"})

    def test_wrong_ones_are_usage(self) -> None:
        for words, expected in {
            ("--only", "one-rows"): "no case `one-rows`\nhelp: did you mean `one-row`?",
            ("--format", "sarif"): "no format `sarif`\nhelp: text, junit or json",
            ("--timeout", "soon"): "`--timeout soon` is no time",
            ("--timeout", "0"): "`--timeout 0` is no time",
        }.items():
            with self.subTest(words):
                done = run("plugin", "check", MODULES / "plain.so", *words)
                self.assertEqual(done.code, 2)
                self.assertIn(expected, done.messages)

    def test_without_a_file_there_is_nothing_to_check(self) -> None:
        done = run("plugin", "check")
        self.assertEqual(done.code, 2)
        self.assertIn("no FILE to check", done.messages)

    def test_what_is_no_plugin_is_none(self) -> None:
        text = new_folder() / "text.so"
        text.write_text("no library")
        for file, expected in {text: "is no shared library",
                               MODULES / "no-entry.so": "has no `colonnade_plugin_entry`",
                               text.with_name("missing.so"): "is not there"}.items():
            with self.subTest(file.name):
                done = run("plugin", "check", file)
                self.assertEqual((done.code, done.text), (5, ""))
                self.assertIn(expected, done.messages)


if __name__ == "__main__":
    unittest.main()
