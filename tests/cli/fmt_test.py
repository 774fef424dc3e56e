# SPDX-License-Identifier: Apache-2.0
# `fmt` on files: in place and all or nothing, permissions and links kept, what is laid out not
# touched; and the files that come along are laid out.
from __future__ import annotations

import os
import resource
import stat
import unittest
from pathlib import Path

from harness import ROOT, RULES, new_folder, run, write

TYPED, LAID_OUT = "a:   1\r\n", "a: 1\n"
LARGE = "".join(f"k{i}:   {i}\n" for i in range(4000))


def one_kibibyte() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


class Fmt(unittest.TestCase):
    def alone(self, path: Path) -> None:
        self.assertEqual([entry.name for entry in path.parent.iterdir()], [path.name])

    def test_in_place(self) -> None:
        path = write("rules.yaml", TYPED)
        done = run("fmt", path)
        self.assertEqual((done.code, done.text), (0, ""))
        self.assertIn("is laid out", done.messages)
        self.assertEqual(path.read_bytes().decode(), LAID_OUT)
        self.alone(path)

    def test_permissions_stay(self) -> None:
        for mode in (0o600, 0o664, 0o755):
            path = write("rules.yaml", TYPED)
            path.chmod(mode)
            run("fmt", path)
            self.assertEqual(path.read_text(encoding="utf-8"), LAID_OUT)
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), mode)

    def test_a_link_stays_a_link(self) -> None:
        target = write("rules.yaml", TYPED)
        link = new_folder() / "link.yaml"
        link.symlink_to(target)
        self.assertEqual(run("fmt", link).code, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(target.read_text(encoding="utf-8"), LAID_OUT)
        self.alone(target)
        self.alone(link)

    def test_what_is_laid_out_is_not_touched(self) -> None:
        path = write("rules.yaml", LAID_OUT)
        os.utime(path, (1, 1))
        inode = path.stat().st_ino
        done = run("fmt", path)
        self.assertEqual((done.code, done.text, done.messages), (0, "", ""))
        self.assertEqual((path.stat().st_ino, path.stat().st_mtime), (inode, 1))

    def test_check_writes_nothing(self) -> None:
        path = write("rules.yaml", TYPED)
        done = run("fmt", "--check", path)
        self.assertEqual(done.code, 1)
        self.assertIn(f"{path}: not laid out", done.text)
        self.assertEqual(path.read_bytes().decode(), TYPED)
        self.assertEqual(run("fmt", "--check", write("rules.yaml", LAID_OUT)).code, 0)

    def test_a_broken_file_is_not_touched_and_the_others_are(self) -> None:
        broken, fine = write("a.yaml", "a:   {\r\n"), write("b.yaml", TYPED)
        self.assertEqual(run("fmt", broken, fine).code, 3)
        self.assertEqual(broken.read_bytes(), b"a:   {\r\n")
        self.assertEqual(fine.read_text(encoding="utf-8"), LAID_OUT)

    def test_no_room_leaves_the_old_file(self) -> None:
        path = write("rules.yaml", LARGE)
        done = run("fmt", path, preexec_fn=one_kibibyte)
        self.assertEqual(done.code, 6, done.messages)
        self.assertIn("cannot write", done.messages)
        self.assertEqual(path.read_text(encoding="utf-8"), LARGE)
        self.alone(path)

    @unittest.skipIf(os.geteuid() == 0, "root may write everything")
    def test_a_file_that_may_not_be_written_stays(self) -> None:
        path = write("rules.yaml", TYPED)
        path.chmod(0o444)
        self.assertEqual(run("fmt", path).code, 6)
        self.assertEqual(path.read_bytes().decode(), TYPED)

    def test_what_is_no_file(self) -> None:
        for path in (new_folder(), new_folder() / "missing.yaml"):
            done = run("fmt", path)
            self.assertEqual(done.code, 3)
            self.assertIn("cannot read", done.messages)

    def test_standard_input(self) -> None:
        done = run("fmt", "-", input=TYPED.encode())
        self.assertEqual((done.code, done.text, done.messages), (0, LAID_OUT, ""))
        self.assertEqual(run("fmt", "-", input=b"a: {").code, 3)
        self.assertEqual(run("fmt", "-", input=b"a: {").text, "")
        self.assertIn("stdin: not laid out", run("fmt", "--check", "-", input=TYPED.encode()).text)

    def test_the_files_that_come_along_are_laid_out(self) -> None:
        files = [*sorted(RULES.rglob("*.yaml")), ROOT / "tests/support/everything.yaml"]
        self.assertGreater(len(files), 5)
        done = run("fmt", "--check", *files)
        self.assertEqual((done.code, done.text, done.messages), (0, "", ""))


if __name__ == "__main__":
    unittest.main()
