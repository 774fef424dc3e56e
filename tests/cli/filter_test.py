# SPDX-License-Identifier: Apache-2.0
# `score --filter` between two processes: a line for each line, as soon as it is there.
from __future__ import annotations

import json
import os
import select
import subprocess
import unittest

import harness
from crowd import book, lines, people, person, score_tiny
from harness import PATIENCE, PROGRAM, score

DATA, USAGE = 4, 2


class Filter:
    """A running one, asked line by line."""

    def __init__(self, *arguments: object) -> None:
        command = [str(PROGRAM), "score", "--filter", "--rules", str(book()), *map(str, arguments)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=harness.ENVIRONMENT, bufsize=0)

    def send(self, text: str) -> None:
        self.process.stdin.write(text.encode())

    def answer(self) -> bytes:
        """What comes until it pauses, and it must come without more being sent."""
        got = b""
        while not got.endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, "no answer"
            piece = os.read(self.process.stdout.fileno(), 1 << 20)
            assert piece, "it ended"
            got += piece
        return got

    def end(self) -> tuple[int, bytes, bytes]:
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err


class OneByOne(unittest.TestCase):
    def test_each_line_is_answered_before_the_next_is_sent(self) -> None:
        asked = Filter("--columns", "id,score")
        for number in range(1, 200):
            asked.send(person(number * 3 + 1))
            self.assertEqual(json.loads(asked.answer())["id"], f"p{number * 3 + 1}")
        self.assertEqual(asked.end(), (0, b"", b""))

    def test_a_line_in_pieces_is_answered_at_its_end(self) -> None:
        asked = Filter("--columns", "id")
        for letter in person(1) + person(2)[:5]:
            asked.send(letter)
        self.assertEqual(asked.answer(), b'{"id":"p1"}\n')
        asked.send(person(2)[5:].rstrip("\n"))
        self.assertEqual(asked.end(), (0, b'{"id":"p2"}\n', b""))

    def test_a_bad_line_is_answered_too(self) -> None:
        asked = Filter("--columns", "id", "--max-rejects", "100%")
        asked.send("{\n")
        self.assertEqual(json.loads(asked.answer())["line"], 1)
        asked.send("\n \t\r\n" + person(1))
        self.assertEqual(asked.answer(), b'{"id":"p1"}\n')
        asked.send('{"profile": 1, "photo": 3}\n')
        answer = json.loads(asked.answer())
        self.assertEqual((answer["line"], answer["where"]), (5, "photo"))
        self.assertIn("expected true or false", answer["error"])
        code, out, err = asked.end()
        self.assertEqual((code, out), (0, b""))
        self.assertIn(b"2 of 3 lines are no profile", err)


class Many(unittest.TestCase):
    def test_rows_and_errors_stand_in_the_order_of_the_lines(self) -> None:
        text = lines(3000)
        done = score("--filter", "--rules", book(), input=text.encode())
        self.assertEqual(done.code, DATA)
        table = score_tiny(people(3000), "--format", "ndjson").text.splitlines()
        answers = done.text.splitlines()
        asked = [line for line in text.splitlines() if line.strip()]
        self.assertEqual(len(answers), len(asked))
        rows = iter(table)
        for line, answer in zip(asked, answers, strict=True):
            if line.startswith('{"photo"'):
                self.assertIn("error", json.loads(answer))
            else:
                self.assertEqual(answer, next(rows).replace("people-", "stdin-"))

    def test_it_shows_no_progress_and_takes_an_empty_input(self) -> None:
        done = score("--filter", "--rules", book(), input=b"")
        self.assertEqual((done.code, done.out, done.err), (0, b"", b""))
        done = score("-", "--filter", "--rules", book(), input=person(1).encode())
        self.assertEqual((done.code, done.out.count(b"\n")), (0, 1))

    def test_whoever_stops_reading_ends_it(self) -> None:
        asked = Filter()
        asked.process.stdout.close()
        with self.assertRaises(BrokenPipeError):
            while True:
                asked.send(person(1) * 100)
        asked.process.stdout = None
        self.assertEqual(asked.end()[::2], (0, b""))

    def test_a_full_disk_ends_it(self) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run([str(PROGRAM), "score", "--filter", "--rules", str(book())],
                                  input=person(1).encode(), stdout=full, stderr=subprocess.PIPE,
                                  env=harness.ENVIRONMENT, check=False)
        self.assertEqual(done.returncode, 6)
        self.assertIn(b"No space left", done.stderr)


class Calls(unittest.TestCase):
    def test_each_wrong_call(self) -> None:
        for arguments, says in ((("people.ndjson",), "takes no DATA"),
                                (("--format", "csv"), "reads and writes NDJSON"),
                                (("--format", "json"), "reads and writes NDJSON"),
                                (("-o", "x"), "writes to standard output"),
                                (("--rejects", "x"), "for bad lines too"),
                                (("--id", "x"), "takes ids from the documents"),
                                (("--threads", "2"), "runs on one thread"),
                                (("--join",), "a table has no room"),
                                (("--partition", "1/2", "--out", "x"), "do not go together"),
                                (("--columns", "x"), "no column `x`")):
            with self.subTest(arguments=arguments):
                done = score("--filter", *arguments)
                self.assertEqual((done.code, done.out), (USAGE, b""), done.messages)
                self.assertIn(says, done.messages)


if __name__ == "__main__":
    unittest.main()
