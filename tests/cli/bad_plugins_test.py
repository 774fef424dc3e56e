# SPDX-License-Identifier: Apache-2.0
# Plugins that break every rule, in a whole run: what they do is contained and named, the exit code
# says so, their rules are errors, and everything else is scored as if they were not there.
from __future__ import annotations

import ctypes
import errno
import json
import os
import unittest
from pathlib import Path
from typing import Callable

from harness import PROGRAM, Run, new_folder, run, write

MODULES = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parents[1])) / "tests/plugins/modules"
SANITIZED = (Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parents[1])).name == "asan")

BOOK = """colonnade: 1
rulebook: own
schema: social-profile
languages: [en]
plugins: [{plugin}]
title:
  en: Own
pillars:
  all:
    title:
      en: All
    weight: 100
    rules:
      good:
        title:
          en: Followers
        points: 1
        measure: followers
        full: 40
        none: 0
        tip:
          en: Write.
        effort: 5 minutes
      bad:
        title:
          en: Bad
        points: 1
        measure: {function}(followers)
        full: 10
        none: 0
        tip:
          en: Write.
        effort: 5 minutes
"""

CAUTION = """cautions:
  hasty:
    title:
      en: Hasty
    when: fails_silently(followers) > 1
    text:
      en: Wait.
"""

SUITE = """colonnade: 1
tests: own
as_of: 2026-11-20
cases:
  Somebody:
    facts: {followers: 13}
    expect:
      cautions: [hasty]
"""

DOCUMENT = {"id": "anna", "as_of": "2026-11-20", "followers": 13}

# Function of a plugin that starts, and what is said of it. The followers are 13.
CALLS = [
    ("violent", "null_write", "crashed (segmentation fault)"),
    ("violent", "aborts", "crashed (aborted)"),
    ("violent", "exits", "ended by itself with code 0"),
    ("violent", "exits_at_once", "ended by itself with code 3"),
    ("violent", "kills_itself", "was killed"),
    ("violent", "loops", "did not answer within"),
    ("violent", "recurses", "crashed (segmentation fault)"),
    ("violent", "writes_8_too_far", "wrote beyond its results"),
    ("violent", "writes_far_too_far", "crashed (segmentation fault)"),
    ("violent", "crashes_on_13", "crashed (segmentation fault)"),
    ("violent", "loops_on_13", "did not answer within"),
    ("violent", "fails_on_13", "thirteen"),
    ("violent", "gives_nan", "gave nan"),
    ("violent", "gives_too_much", "its results are between"),
    ("violent", "knows_too_much", "wrote beyond its results"),
    ("faulty", "infinity", "gave inf"),
    ("faulty", "too_small", "its results are between"),
    ("faulty", "throws", "let an exception out"),
    ("faulty", "throws_number", "let an exception out"),
    ("faulty", "fails_silently", "out of memory"),
    ("faulty", "fails_endlessly", "xxx"),
    ("faulty", "cannot_be_made", "cannot be made"),
    ("intrusive", "writes_input", "crashed (segmentation fault)"),
    ("intrusive", "talks_nonsense", "answered what is no answer"),
]
if not SANITIZED:  # whose runtime needs more memory than any limit allows
    CALLS.append(("violent", "eats_memory", ""))

# What a plugin tries and is denied: the call itself goes on and tells the error's number.
DENIED = ["opens_file", "opens_socket", "forks", "makes_thread", "runs_program", "makes_code",
          "unlocks_input", "signals_parent", "hangs_up"]

# Plugins that do not come as far as a call.
REFUSED = [
    ("older-major", "was built for plugin ABI 0.9"),
    ("newer-major", "was built for plugin ABI 2.3"),
    ("short-entry", "has an entry of 64 bytes"),
    ("null-get", "lacks `init`, `deinit` or `get`"),
    ("no-entry", "it is no plugin of Colonnade"),
    ("no-version", "too few to tell its ABI"),
    ("other-id", "calls itself"),
    ("garbage-id", "expected small letters"),
    ("undefined-symbol", "undefined symbol"),
    ("init-fails", "did not start"),
    ("init-throws", "let an exception out"),
    ("crash-in-constructor", "crashed (segmentation fault)"),
    ("crash-in-init", "crashed (segmentation fault)"),
    ("crash-in-get", "crashed (segmentation fault)"),
    ("hang-in-init", "did not answer within"),
]


class Argument(ctypes.Structure):
    """libseccomp's comparison of one argument of a call."""
    _fields_ = [("which", ctypes.c_uint), ("how", ctypes.c_int), ("value", ctypes.c_uint64),
                ("other", ctypes.c_uint64)]


# An old kernel's way to the same: prctl(PR_SET_SECCOMP, …).
BY_PRCTL = Argument(0, 4, 22, 0)


def without(*calls: tuple[str, *tuple[Argument, ...]]) -> Callable[[], None]:
    """What makes the process that calls it, and all that it starts, a system without these calls."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    allow, deny = 0x7FFF0000, 0x00050000 | errno.ENOSYS

    def forget() -> None:
        context = ctypes.c_void_p(library.seccomp_init(allow))
        for name, *arguments in calls:
            number = library.seccomp_syscall_resolve_name(name.encode())
            assert library.seccomp_rule_add_array(
                context, ctypes.c_uint32(deny), number, ctypes.c_uint(len(arguments)),
                (Argument * len(arguments))(*arguments)) == 0
        assert library.seccomp_load(context) == 0

    return forget


def score(plugin: str, function: str, *arguments: str, **options: object) -> Run:
    folder = new_folder()
    write("own.yaml", BOOK.format(plugin=plugin, function=function), folder)
    write("p.json", json.dumps(DOCUMENT), folder)
    return run("score", folder / "p.json", "--rules", folder / "own.yaml", "--format", "json",
               "--plugin-dir", MODULES, *arguments, **options)


class Bad(unittest.TestCase):
    def rules_of(self, done: Run) -> dict[str, dict]:
        return {rule["id"]: rule for rule in done.json["pillars"][0]["rules"]}

    def assert_contained(self, done: Run, plugin: str, words: str) -> None:
        self.assertEqual(done.code, 5, done.messages)
        self.assertIn(f"plugin `{plugin}`", done.messages)
        self.assertIn(words, done.messages)
        rules = self.rules_of(done)
        self.assertEqual(rules["bad"]["status"], "error")
        self.assertEqual(rules["good"]["status"], "assessed")
        self.assertAlmostEqual(rules["good"]["share"], 13 / 40, places=3)
        # Nobody knows what the rule would have given: nothing to everything.
        self.assertAlmostEqual(done.json["low"], 100 * 13 / 40 / 2, places=1)
        self.assertAlmostEqual(done.json["high"], 100 * 13 / 40 / 2 + 50, places=1)

    def test_a_call_that_breaks_is_an_error_and_nothing_else(self) -> None:
        for plugin, function, words in CALLS:
            with self.subTest(function=function):
                self.assert_contained(score(plugin, function), plugin, words)

    def test_what_reaches_for_more_is_denied_it(self) -> None:
        for function in DENIED:
            with self.subTest(function=function):
                done = score("intrusive", function)
                self.assertEqual(done.code, 0, done.messages)
                # The number of EPERM, or another that is no success.
                self.assertGreater(self.rules_of(done)["bad"]["value"], 0)

    def test_a_plugin_that_cannot_be_started_leaves_the_rest(self) -> None:
        for plugin, words in REFUSED:
            with self.subTest(plugin=plugin):
                self.assert_contained(score(plugin, "counts"), plugin, words)

    def test_whoever_only_asks_what_stays_open_is_told_too(self) -> None:
        folder = new_folder()
        book = write("own.yaml", BOOK.format(plugin="faulty", function="fails_silently"), folder)
        person = write("p.json", json.dumps(DOCUMENT), folder)
        for command in (("import", person), ("facts", "--unknown", person)):
            done = run(*command, "--rules", book, "--plugin-dir", MODULES)
            self.assertEqual(done.code, 5, done.messages)
            self.assertIn("rule `all.bad`: plugin `faulty`", done.messages)

    def test_a_case_tells_why_a_caution_was_not_raised(self) -> None:
        folder = new_folder()
        write("own.yaml", BOOK.format(plugin="faulty", function="fails_silently") + CAUTION, folder)
        suite = write("own.test.yaml", SUITE, folder)
        done = run("test", suite, "--plugin-dir", MODULES)
        self.assertEqual(done.code, 1, done.messages)
        self.assertRegex(done.text, "because +hasty: .*out of memory")

    def test_a_system_that_cannot_keep_plugins_apart_runs_none_but_trusted_ones(self) -> None:
        old = {"preexec_fn": without(("seccomp",), ("prctl", BY_PRCTL))}
        done = score("violent", "sound", **old)
        self.assertEqual(done.code, 5, done.messages)
        self.assertIn("the system cannot restrict system calls (seccomp: ", done.messages)
        self.assertIn("`--trust violent` runs it inside this program", done.messages)
        self.assertEqual(self.rules_of(done)["bad"]["status"], "error")
        trusted = score("violent", "sound", "--trust", "violent", **old)
        self.assertEqual(trusted.code, 0, trusted.messages)
        self.assertEqual(trusted.json["score"], score("violent", "sound").json["score"])

    def test_a_system_without_memory_to_seal_runs_none(self) -> None:
        done = score("violent", "sound", preexec_fn=without(("memfd_create",)))
        self.assertEqual(done.code, 5, done.messages)
        self.assertIn("cannot be sealed: this system gives no memory for it", done.messages)


if __name__ == "__main__":
    unittest.main()
