# SPDX-License-Identifier: Apache-2.0
# Whatever is wrong outside: a message that names it, the exit code for it, nothing on standard
# output, nothing half-written, never a crash.
from __future__ import annotations

import json
import os
import subprocess
import unittest

import harness
from harness import ENVIRONMENT, PROGRAM, archive, run, score, small_profile, write

USAGE, RULEBOOK, DATA, PLUGIN, OUTPUT = 2, 3, 4, 5, 6


class Refusal(unittest.TestCase):
    def refused(self, code: int, *arguments: object, says: str = "", **options: object) -> None:
        done = run(*arguments, **options)
        self.assertEqual((done.code, done.out), (code, b""), done.messages)
        self.assertRegex(done.messages, r"(?m)^(\S.*: )?error: ")
        self.assertIn(says, done.messages)
        self.assertNotIn("bug in Colonnade", done.messages)


class Documents(Refusal):
    def test_nothing_to_assess_is_said_and_no_zero(self) -> None:
        done = score(write("p.json", small_profile()), "--format", "json")
        self.assertEqual(done.code, DATA)
        self.assertIsNone(done.json["score"])
        self.assertEqual((done.json["low"], done.json["high"]), (0, 100))

    def test_a_key_that_is_no_fact_is_said(self) -> None:
        done = score(write("p.json", small_profile(photo=True, fotos=1)))
        self.assertIn("`fotos`", done.messages)

    def test_no_such_file(self) -> None:
        self.refused(DATA, "score", "nosuch.json", says="nosuch.json")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_permission(self) -> None:
        path = write("p.json", small_profile(photo=True))
        path.chmod(0)
        self.refused(DATA, "score", path, says="ermission")


class Several(unittest.TestCase):
    def test_good_ones_go_on_after_a_bad_one(self) -> None:
        bad = write("bad.json", "{")
        done = score(archive(), bad, archive("silent"), "--format", "json")
        self.assertEqual(done.code, DATA)
        alone = [score(data, "--format", "json").json for data in (archive(), archive("silent"))]
        self.assertEqual([json.loads(line) for line in done.text.splitlines()], alone)
        self.assertIn("bad.json", done.messages)

    def test_one_good_of_two_is_still_one_a_line(self) -> None:
        done = score(archive(), "nosuch.json", "--format", "json")
        self.assertEqual(done.out.count(b"\n"), 1)

    def test_a_bad_line(self) -> None:
        lines = [json.dumps(small_profile(id=f"p{i}", photo=True)) for i in range(3)]
        lines[1] = lines[1][:-1]
        done = score(write("some.ndjson", "\n".join(lines) + "\n\n"), "--format", "json")
        self.assertEqual(done.code, DATA)
        self.assertEqual([json.loads(line)["profile"]["id"] for line in done.text.splitlines()],
                         ["p0", "p2"])
        self.assertIn("some.ndjson:2", done.messages)

    def test_an_answers_file_asks_about_one(self) -> None:
        line = json.dumps(small_profile(photo=True))
        done = run("facts", "--unknown", write("two.ndjson", f"{line}\n{line}\n"))
        self.assertEqual((done.code, done.out), (DATA, b""))


class Rulebooks(Refusal):
    def test_no_such_rulebook(self) -> None:
        for name in ("nosuch", "nosuch.yaml", "../rules", "."):
            with self.subTest(name=name):
                self.refused(RULEBOOK, "score", archive(), "--rules", name)
        self.refused(RULEBOOK, "check", "nosuch", says="nosuch")

    def test_a_plugin_that_nobody_has(self) -> None:
        rules = harness.rules_copy()
        text = rules.read_text("utf-8")
        rules.write_text(text.replace("plugins: [brand,", "plugins: [nosuch, brand,"), "utf-8")
        self.refused(PLUGIN, "check", rules, says="`nosuch`")
        rules.write_text(text.replace("plugins: [brand,", "plugins: [../x, brand,"), "utf-8")
        self.refused(RULEBOOK, "score", archive(), "--rules", rules)


class Usage(Refusal):
    def test_each_wrong_call(self) -> None:
        data = archive()
        calls = [
            ((), ""), (("scor", data), "did you mean `score`?"), (("score",), "DATA"),
            (("score", data, "--lang", "fr"), "`de`, `en`"),
            (("score", data, "--format", "xml"), "text, json, html, markdown, junit, csv, ndjson or parquet"),
            (("import", data, "--format", "text"), "json"),
            (("facts", "--format", "xml"), "json"), (("score", data, "--colour"), "--colour"),
            (("score", data, "--color", "often"), "often"),
            (("score", data, "--as-of", "yesterday"), "yesterday"),
            (("score", data, "--as-of", "2026-02-30"), "2026-02-30"),
            (("facts", "--unknown"), "DATA"), (("check",), "RULEBOOK"),
            (("import", data, data), ""), (("score", data, "-o", ""), "`--output` needs a value"),
            (("score", data, "--rules", ""), "`--rules` needs a value"),
            (("impact", "linkedin-ssi", "seller", data), "data is named by --data"),
            (("history", "--store", ""), "`--store` needs a value"),
            (("score", data, "-o=a.html"),
             "--output: found `=a.html`, expected a blank and then the value, or `=` behind the long name"),
        ]
        for arguments, says in calls:
            with self.subTest(arguments=arguments):
                self.refused(USAGE, *arguments, says=says)


class Output(unittest.TestCase):
    COMMANDS = (("score", archive()), ("score", archive(), "--format", "json"),
                ("import", archive()), ("facts",), ("facts", "--unknown", archive()),
                ("check", "linkedin-ssi"), ("--help",), ("score", "--help"), ("--version",))

    def to(self, target: object, *arguments: object) -> subprocess.CompletedProcess:
        return subprocess.run([PROGRAM, *map(str, arguments)], stdout=target, check=False,
                              stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=ENVIRONMENT,
                              timeout=harness.PATIENCE)

    def test_a_full_disk(self) -> None:
        for command in self.COMMANDS:
            with self.subTest(command=command), open("/dev/full", "wb") as full:
                done = self.to(full, *command)
                self.assertEqual(done.returncode, OUTPUT)
                self.assertIn(b"cannot write", done.stderr)

    def test_a_closed_output(self) -> None:
        done = subprocess.run(["sh", "-c", '"$0" score "$1" >&-', PROGRAM, archive()], check=False,
                              env=ENVIRONMENT, capture_output=True, timeout=harness.PATIENCE)
        self.assertEqual(done.returncode, OUTPUT)

    def test_a_reader_that_has_seen_enough(self) -> None:
        for command in self.COMMANDS:
            reader, writer = os.pipe()
            os.close(reader)
            with self.subTest(command=command), os.fdopen(writer, "wb") as closed:
                done = self.to(closed, *command)
                self.assertEqual(done.returncode, 0)
                self.assertNotIn(b"error", done.stderr)

    def test_no_file_is_left_half_written(self) -> None:
        place = harness.new_folder()
        calls = [(("score", archive(), "-o", place / "no/such/r.json"), OUTPUT),
                 (("import", archive(), "-o", place), OUTPUT),
                 (("import", archive(), "-o", place / "no/p.json"), OUTPUT),
                 (("score", "nosuch.json", "-o", place / "r.json"), DATA),
                 (("score", archive(), "--rules", "nosuch", "-o", place / "r.json"), RULEBOOK)]
        for arguments, code in calls:
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual((done.code, done.out), (code, b""))
        self.assertEqual(list(place.iterdir()), [])

    def test_what_was_there_stays_when_it_fails(self) -> None:
        path = write("r.json", "before")
        self.assertEqual(score("nosuch.json", "-o", path).code, DATA)
        self.assertEqual(path.read_text("utf-8"), "before")
        self.assertEqual(score(archive(), "-o", path).code, 0)
        self.assertEqual(json.loads(path.read_bytes())["result"], 1)
        self.assertEqual([p.name for p in path.parent.iterdir()], ["r.json"])

    def test_a_pipe_by_name_is_written_to_and_not_replaced(self) -> None:
        path = harness.new_folder() / "pipe"
        os.mkfifo(path)
        reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            self.assertEqual(score(archive(), "-o", path).code, 0)
            self.assertEqual(os.read(reader, 65536), score(archive()).out)
        finally:
            os.close(reader)
        self.assertTrue(path.is_fifo())

    def test_standard_output_by_name(self) -> None:
        # Not /dev/null: a program that replaces it would cost the machine its own.
        self.assertEqual(score(archive(), "-o", "/proc/self/fd/1").out, score(archive()).out)


if __name__ == "__main__":
    unittest.main()
