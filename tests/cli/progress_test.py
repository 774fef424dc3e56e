# SPDX-License-Identifier: Apache-2.0
# How far a run is, on a terminal: a line that never wraps, is taken away before anything else is
# said, and stands nowhere but on a terminal.
from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unittest

import harness
from harness import PROGRAM, score, small_profile, width, write

STATUS = re.compile(r"\r\x1b\[K(?!note: |error: |help: )([^\r\n]+)")
ERASED = "\r\x1b[K"


def many(count: int, bad: int = 0) -> object:
    lines = [json.dumps(small_profile(id=f"p{n}", photo=True)) for n in range(count)]
    return write("people.ndjson", "\n".join(lines + ["{"] * bad) + "\n")


def on_terminal(*arguments: object, columns: int = 0) -> tuple[int, str]:
    """Exit code, and all that a terminal as standard error is sent."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([str(PROGRAM), "score", *map(str, arguments)], stderr=theirs,
                               stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                               env=harness.ENVIRONMENT, cwd=harness.SCRATCH)
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # nobody holds the other side any more
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return process.wait(timeout=harness.PATIENCE), said.decode("utf-8")


class Terminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.data = many(60_000, bad=2)
        cls.code, cls.said = on_terminal(cls.data, "--format", "csv", "--threads", "1")

    def test_it_shows_how_far_it_is(self) -> None:
        shown = STATUS.findall(self.said)
        self.assertTrue(shown, self.said)
        for line in shown:
            self.assertLessEqual(width(line), 80)
            self.assertRegex(line, r"^[█▏▎▍▌▋▊▉·]{16} +\d+%, [\d:?]+ left, "
                                   r"[\d,]+ people, [\d,]+ per second$")

    def test_no_message_stands_behind_it(self) -> None:
        lines = self.said.replace("\r\n", "\n").split("\n")
        for line in lines:
            if "error: " in line or "note: " in line:
                self.assertRegex(line.rpartition(ERASED)[2], r"^(error|note): ")
        self.assertEqual(lines[-1], "")

    def test_at_the_end_it_says_what_came_out(self) -> None:
        self.assertEqual(self.code, 4)
        self.assertRegex(self.said, r"note: 60,000 people, [\d,]+ per second in [\d.]+ seconds, "
                                    r"2 lines left out")

    def test_a_narrow_terminal_gets_a_shorter_line(self) -> None:
        _, said = on_terminal(self.data, "--format", "csv", "--threads", "1", columns=30)
        self.assertTrue(STATUS.findall(said))
        for line in STATUS.findall(said):
            self.assertLessEqual(width(line), 30)


class Elsewhere(unittest.TestCase):
    def test_nothing_is_shown(self) -> None:
        done = score(many(20_000), "--format", "csv")
        self.assertEqual((done.code, done.messages), (0, ""))


if __name__ == "__main__":
    unittest.main()
