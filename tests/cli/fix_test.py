# SPDX-License-Identifier: Apache-2.0
# `check --fix`: only the file named changes, only where the findings say, all or nothing.
from __future__ import annotations

import os
import resource
import signal
import stat
import unittest

import harness

HEAD = """colonnade: 1
rulebook: {id}
schema: social-profile
languages: [en]
title:
  en: A small rulebook   # stays
"""
BODY = """pillars:
  all:
    title:
      en: All
    weight: 100
    rules:
      many:
        title:
          en: Many
        points: 1
        measure: followers
        full: {full}   # as typed
        none: 0
        tip:
          en: Do it.
        effort: 30 minutes
"""


def book(full: str, **head: str) -> str:
    return HEAD.format(**{"id": "small"} | head) + BODY.format(full=full)


def fix(path: object, *arguments: object, **options: object) -> harness.Run:
    return harness.run("check", path, "--fix", *arguments, **options)


def small_disk() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


class Fix(unittest.TestCase):
    def test_changes_the_value_and_nothing_else(self) -> None:
        path = harness.write("small.yaml", book("mindestens 5"))
        done = fix(path)
        self.assertEqual(done.code, 0, done.text)
        self.assertIn("fixed: `5 or more`, was `mindestens 5`", done.text)
        self.assertEqual(path.read_text(encoding="utf-8"), book("5 or more"))
        again = fix(path)
        self.assertNotIn("fixed", again.text)

    def test_line_ends_and_mark_stay(self) -> None:
        text = book("2-3").replace("none: 0", "none: [0, 9]").replace("\n", "\r\n")
        path = harness.write("small.yaml", b"\xef\xbb\xbf" + text.encode())
        self.assertEqual(fix(path).code, 0)
        self.assertEqual(path.read_bytes(), b"\xef\xbb\xbf" + text.replace("2-3", "2..3").encode())

    def test_what_is_left_is_reported(self) -> None:
        path = harness.write("small.yaml", book("5+").replace("followers", "folowers + nonsense_"))
        done = fix(path)
        self.assertEqual(done.code, 3)
        self.assertIn("did you mean `followers`?", done.text)
        self.assertIn("folowers", path.read_text())

    def test_permissions_stay(self) -> None:
        path = harness.write("small.yaml", book("5+"))
        path.chmod(0o640)
        self.assertEqual(fix(path).code, 0)
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_a_link_stays_a_link(self) -> None:
        path = harness.write("target.yaml", book("5+"))
        link = harness.new_folder() / "link.yaml"
        link.symlink_to(path)
        self.assertEqual(fix(link).code, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(path.read_text(), book("5 or more"))

    def test_a_file_that_may_not_be_written_stays(self) -> None:
        path = harness.write("small.yaml", book("5+"))
        path.chmod(0o444)
        if os.access(path, os.W_OK):
            self.skipTest("root may write everything")
        done = fix(path)
        self.assertEqual(done.code, 6)
        self.assertEqual(path.read_text(), book("5+"))

    def test_a_full_disk_leaves_the_old_file(self) -> None:
        text = book("5+") + "# " + "x" * 5000 + "\n"
        path = harness.write("small.yaml", text)
        done = fix(path, preexec_fn=small_disk, restore_signals=False)
        self.assertEqual(done.code, 6, done.messages)
        self.assertEqual(path.read_text(), text)
        self.assertEqual([path], list(path.parent.iterdir()))

    def test_an_id_is_not_changed(self) -> None:
        done = fix("linkedin-ssi")
        self.assertEqual(done.code, 2)
        self.assertIn("is an id", done.messages)

    def test_a_parent_is_not_changed(self) -> None:
        place = harness.new_folder()
        parent = harness.write("parent.yaml", book("5+", id="parent"), place)
        child = harness.write("child.yaml", "colonnade: 1\nrulebook: child\nextends: parent\n"
                              "pillars:\n  all:\n    rules:\n      many:\n"
                              "        full: mindestens 7\n", place)
        fix(child)
        self.assertEqual(parent.read_text(), book("5+", id="parent"))
        self.assertIn("full: 7 or more", child.read_text())


if __name__ == "__main__":
    unittest.main()
