# SPDX-License-Identifier: Apache-2.0
# Parts of a population: cut at line ends wherever the bytes fall; a part that is there and made from
# the same is left alone, and anything else is made again.
from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import signal
import subprocess
import unittest
from pathlib import Path

import harness
from crowd import (book, contents, lines, people, person, score_part, score_parts, score_tiny)
from harness import run, score, write

DATA, OUTPUT, USAGE, FINE = 4, 6, 2, 0


def digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=32).hexdigest()


def joined(folder: Path, *arguments: object) -> tuple[bytes, bytes]:
    place = harness.new_folder()
    done = run("merge", folder, "-o", place / "table", "--rejects", place / "rejects", *arguments)
    assert done.code == 0, done.messages
    return (place / "table").read_bytes(), (place / "rejects").read_bytes()


def at_once(data: Path, *arguments: object) -> tuple[bytes, bytes]:
    place = harness.new_folder()
    done = score_tiny(data, "--rejects", place / "rejects", "-o", place / "table", *arguments)
    assert done.code == 0, done.messages
    return (place / "table").read_bytes(), (place / "rejects").read_bytes()


class Cuts(unittest.TestCase):
    """Whatever the number of parts, together they are what one run gives."""

    def check(self, content: str | bytes, *numbers: int) -> None:
        data = write("people.ndjson", content)
        for form in ("csv", "ndjson"):
            expected = at_once(data, "--format", form)
            for of in numbers:
                with self.subTest(form=form, of=of):
                    folder = score_parts(data, of, "--format", form)
                    self.assertEqual(joined(folder), expected)
                    self.assertEqual(len(contents(folder)), 3 * of)

    def test_of_many_lines(self) -> None:
        self.check(lines(700), 1, 2, 3, 7)

    def test_of_fewer_lines_than_parts(self) -> None:
        self.check(lines(2), 1, 5)

    def test_of_nothing(self) -> None:
        self.check("", 1, 3)
        self.check("\n\n\n", 2)

    def test_of_a_file_without_a_last_line_end_and_with_a_mark(self) -> None:
        self.check("\ufeff" + lines(8).rstrip("\n"), 1, 2, 9)
        self.check(lines(8).replace("\n", "\r\n"), 3)

    def test_of_a_line_that_is_longer_than_a_part(self) -> None:
        long = person(1).replace("p1", "p" * 5000)
        self.check(lines(3) + long + lines(3), 4, 9)
        self.check(lines(3) + long.rstrip("\n"), 9)

    def test_of_each_byte_of_a_short_file(self) -> None:
        content = "{}\n\n{\n" + person(1)
        self.check(content, len(content))


class Manifests(unittest.TestCase):
    def test_they_say_what_a_part_is_made_from(self) -> None:
        data = people(400)
        folder = score_parts(data, 3, "--format", "csv", "--columns", "id,score")
        content = data.read_bytes()
        end = line = 0
        for part in (1, 2, 3):
            manifest = json.loads((folder / f"part-{part}-of-3.json").read_text("utf-8"))
            made = manifest["input"]
            self.assertEqual((made["begin"], made["first_line"]), (end, line + 1))
            self.assertEqual(made["file_bytes"], len(content))
            end = made["end"]
            line += made["lines"]
            lines_of_it = content[made["begin"]:end]
            self.assertEqual(made["lines"], lines_of_it.count(b"\n"))
            self.assertEqual(made["blake2b"], digest(lines_of_it))
            for key, name in (("table", "csv"), ("rejects_file", "rejects.ndjson")):
                written = (folder / f"part-{part}-of-3.{name}").read_bytes()
                self.assertEqual(manifest[key], {"bytes": len(written),
                                                 "blake2b": digest(written)})
            self.assertEqual(manifest["head_bytes"], len(b"id,score\n"))
            self.assertEqual(manifest["run"]["columns"], "id,score")
            self.assertEqual(manifest["run"]["data"], str(data))
            table = (folder / f"part-{part}-of-3.csv").read_text("utf-8").splitlines()[1:]
            scores = [row.split(",")[1] for row in table]
            self.assertEqual(manifest["people"], len(scores))
            self.assertEqual(manifest["not_assessed"], scores.count(""))
            for total, count in enumerate(manifest["totals"]):
                self.assertEqual(count, sum(shown != "" and int(float(shown)) == total
                                            for shown in scores), total)
        self.assertEqual(end, len(content))

    def test_each_plugin_counts(self) -> None:
        data = people(3)
        folder = harness.new_folder()
        done = score(data, "--partition", "1/1", "--out", folder)
        self.assertEqual(done.code, 0, done.messages)
        made = json.loads((folder / "part-1-of-1.json").read_text("utf-8"))["run"]
        plugins = {key for key in made if key.startswith("plugin ")}
        self.assertEqual(plugins, {"plugin brand", "plugin insights", "plugin people",
                                   "plugin relationships"})
        for key in plugins:
            self.assertRegex(made[key], "^[0-9a-f]{64}$")


class Again(unittest.TestCase):
    """Part 2 of 3, which is there, and something that has changed since."""

    def setUp(self) -> None:
        self.data = people(300)
        self.folder = score_parts(self.data, 3)
        self.before = contents(self.folder)

    def part(self, *arguments: object, part: int = 2) -> harness.Run:
        return score_part(self.data, part, 3, self.folder, *arguments)

    def assert_made_again(self, *arguments: object) -> None:
        done = self.part(*arguments)
        self.assertEqual(done.code, 0, done.messages)
        self.assertNotIn("is there already", done.messages)
        self.assertIn("is there already", self.part(*arguments).messages)

    def assert_restored(self) -> None:
        self.assert_made_again()
        self.assertEqual(contents(self.folder), self.before)

    def file(self, end: str) -> Path:
        return self.folder / f"part-2-of-3.{end}"

    def test_nothing_changed(self) -> None:
        times = {path: path.stat().st_mtime_ns for path in self.folder.iterdir()}
        for arguments in ((), ("--threads", "1")):
            done = self.part(*arguments)
            self.assertEqual(done.code, 0)
            self.assertIn("note: part 2 of 3 is there already", done.messages)
        self.assertEqual({path: path.stat().st_mtime_ns for path in self.folder.iterdir()}, times)

    def test_what_is_left_out_is_told_again(self) -> None:
        first = score_part(self.data, 1, 3, self.folder, "--max-rejects", "0")
        self.assertEqual(first.code, DATA)
        self.assertIn("1 of 102 lines is no profile", first.messages)

    def test_a_file_is_missing(self) -> None:
        for end in ("json", "ndjson", "rejects.ndjson"):
            self.file(end).unlink()
            self.assert_restored()

    def test_a_file_is_cut_off_longer_or_wrong_in_a_byte(self) -> None:
        for end in ("json", "ndjson", "rejects.ndjson"):
            content = self.file(end).read_bytes()
            for broken in (b"", content[:-2], content + b"\n\n{", b"[" * 100_000,
                           content[:40] + b"\x00" + content[41:]):
                if broken != content:
                    self.file(end).write_bytes(broken)
                    self.assert_restored()

    def test_a_value_of_the_manifest_is_of_another_kind(self) -> None:
        manifest = json.loads(self.file("json").read_text("utf-8"))
        for key in manifest:
            for value in (None, -1, 1.5, "x", [], {}, {"bytes": 1}, [1] * 101, 2**64):
                self.file("json").write_text(json.dumps(manifest | {key: value}), "utf-8")
                with self.subTest(key=key, value=value):
                    self.assertNotIn("is there already", self.part().messages)
        self.assertEqual(contents(self.folder), self.before)

    def test_a_manifest_as_long_as_is_read_and_a_byte_longer(self) -> None:
        content = self.file("json").read_bytes()
        self.file("json").write_bytes(content.ljust(2**24))
        self.assertIn("is there already", self.part().messages)
        self.file("json").write_bytes(content.ljust(2**24 + 1))
        self.assert_restored()

    def test_the_manifest_is_that_of_another_part(self) -> None:
        shutil.copy(self.folder / "part-1-of-3.json", self.file("json"))
        self.assert_restored()

    def test_what_a_killed_run_left(self) -> None:
        left = [self.folder / f"part-2-of-3.{end}.colonnade.part"
                for end in ("json", "ndjson", "rejects.ndjson")]
        for path in left:
            path.write_text("half")
        self.file("json").unlink()
        others = [self.folder / name for name in
                  ("part-2-of-3.ndjson.part", "part-2-of-3.ndjson.x.part", "part-2-of-3.csv.old",
                   "part-1-of-3.ndjson.colonnade.part", "part-2-of-3.ndjson.77.part")]
        for path in others:
            path.write_text("not ours")
        self.assert_made_again()
        self.assertEqual([path.exists() for path in left], [False] * 3)
        self.assertEqual([path.read_text() for path in others], ["not ours"] * 5)

    def test_other_columns_figures_moment_facts_or_rulebook(self) -> None:
        for arguments in (("--columns", "id"), ("--exact",), ("--as-of", "2026-01-01"),
                          ("--fact", "photo=true"), ("--fact", "photo=false"),
                          ("--rules", book("edition: \"2\"\n")), ("--format", "csv")):
            with self.subTest(arguments=arguments):
                self.assert_made_again(*arguments)
        self.assert_made_again()

    def test_other_data(self) -> None:
        content = self.data.read_bytes()
        manifest = json.loads(self.file("json").read_text("utf-8"))["input"]
        inside, before = manifest["begin"] + 200, manifest["begin"] - 300
        for changed in (
                content[:inside] + b" " + content[inside:],  # longer
                content[:inside].replace(b"p1", b"q1") + content[inside:],  # in the part
                content[:before] + content[before:].replace(b" ", b"\n", 1)):  # one line more above
            self.data.write_bytes(changed)
            if changed[manifest["begin"]:manifest["end"]] != content[manifest["begin"]:
                                                                     manifest["end"]] or \
                    len(changed) != len(content) or changed.count(b"\n") != content.count(b"\n"):
                self.assert_made_again()
        self.data.write_bytes(content)
        self.assert_made_again()

    def test_other_data_outside_the_part(self) -> None:
        content = self.data.read_bytes()
        self.data.write_bytes(content[:50].replace(b"true", b"null") + content[50:])
        self.assertIn("is there already", self.part().messages)


class World(unittest.TestCase):
    def test_data_that_cannot_be_cut(self) -> None:
        place = harness.new_folder()
        packed = write("people.ndjson", gzip.compress(lines(30).encode()))
        pipe = place / "pipe.ndjson"
        os.mkfifo(pipe)
        for data, says in ((packed, "is compressed or no text"), (place, "is no file"),
                           (pipe, "is no file"), ("/nonexistent.ndjson", "cannot read"),
                           ("/dev/null", "is no file")):
            done = score_tiny(data, "--partition", "1/2", "--out", place / "parts")
            self.assertEqual((done.code, done.out), (DATA, b""), done.messages)
            self.assertIn(says, done.messages)
        self.assertEqual(contents(place / "parts"), {})

    def test_a_folder_that_cannot_be(self) -> None:
        data = people(3)
        for folder in (data, data / "parts", "/proc/parts"):
            done = score_part(data, 1, 1, folder)
            self.assertEqual(done.code, OUTPUT, done.messages)
            self.assertIn("cannot write", done.messages)

    def test_a_full_disk_leaves_nothing(self) -> None:
        data = people(3000)
        for blocks in (0, 1, 20, 40):  # of 1024 bytes, for each file
            folder = harness.new_folder()
            script = (f'ulimit -f {blocks}; exec "$0" score "$1" --rules "$2" --partition 1/1 '
                      '--out "$3" --max-rejects "100%"')
            done = subprocess.run(["bash", "-c", script, str(harness.PROGRAM), str(data),
                                   str(book()), str(folder)], env=harness.ENVIRONMENT,
                                  capture_output=True, check=False)
            self.assertEqual(done.returncode, OUTPUT, done.stderr)
            self.assertIn(b"cannot write", done.stderr)
            self.assertEqual(contents(folder), {})

    def test_a_disk_that_is_full_for_one_file_leaves_no_manifest(self) -> None:
        data = people(300)
        whole = contents(score_parts(data, 1))
        sizes = sorted((len(content), name) for name, content in whole.items())
        # Bytes, so that each file in turn is the first that does not fit.
        for size, name in sizes:
            folder = harness.new_folder()
            script = ('import os, resource, sys; '
                      'resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); '
                      'os.execv(sys.argv[2], sys.argv[2:])')
            done = subprocess.run(
                ["python3", "-c", script, str(size - 1), str(harness.PROGRAM), "score", str(data),
                 "--rules", str(book()), "--partition", "1/1", "--out", str(folder),
                 "--max-rejects", "100%"], env=harness.ENVIRONMENT, capture_output=True,
                check=False)
            self.assertEqual(done.returncode, OUTPUT, done.stderr)
            left = contents(folder)
            self.assertNotIn("part-1-of-1.json", left)
            self.assertTrue(all(whole[left_name] == content for left_name, content in left.items()))
            again = score_part(data, 1, 1, folder)
            self.assertEqual((again.code, contents(folder)), (0, whole), name)

    def test_data_that_become_shorter_make_no_part(self) -> None:
        data = write("people.ndjson", "".join(map(person, range(70_000))))
        folder = harness.new_folder()
        command = [str(harness.PROGRAM), "score", str(data), "--rules", str(book()), "--partition",
                   "1/1", "--out", str(folder), "--threads", "1"]
        process = subprocess.Popen(command, env=harness.ENVIRONMENT, stderr=subprocess.PIPE)
        # When the first rows are written most of the data have not been read yet.
        while not any(path.stat().st_size for path in folder.iterdir()) and process.poll() is None:
            pass
        process.send_signal(signal.SIGSTOP)
        os.truncate(data, data.stat().st_size - 1000)
        process.send_signal(signal.SIGCONT)
        _, said = process.communicate(timeout=harness.PATIENCE)
        self.assertIn(b"it has become shorter in the meantime", said)
        self.assertEqual((process.returncode, contents(folder)), (DATA, {}))

    def test_two_runs_at_once_do_not_take_each_others_files(self) -> None:
        data = people(4000)
        expected = contents(score_parts(data, 1))
        folder = harness.new_folder()
        command = [str(harness.PROGRAM), "score", str(data), "--rules", str(book()), "--partition",
                   "1/1", "--out", str(folder), "--max-rejects", "100%"]
        runs = [subprocess.Popen(command, env=harness.ENVIRONMENT, stderr=subprocess.PIPE)
                for _ in range(4)]
        said = [process.communicate(timeout=harness.PATIENCE)[1] for process in runs]
        self.assertEqual([process.returncode for process in runs], [0] * 4, said)
        self.assertEqual(contents(folder), expected)


class Calls(unittest.TestCase):
    def test_each_wrong_call(self) -> None:
        data = people(3)
        folder = harness.new_folder() / "parts"
        to = ("--out", folder)
        part = ("--partition", "1/2")
        for arguments, says in (
                (("--partition", "1/2"), "`--partition` needs a folder"),
                (("--out", folder), "`--out` is for parts"),
                *((("--partition", wrong, *to), "expected K/N") for wrong in
                  ("0/2", "3/2", "1", "1/0", "/", "1/", "/2", "-1/2", "01/2", "1/2/3", "1 / 2",
                   "1/100001", "99999999999999999999/99999999999999999999", "x", "1.5/2")),
                ((*part, *to, "-o", folder), "files of its own"),
                ((*part, *to, "--rejects", folder), "files of its own"),
                ((*part, *to, data), "one file of NDJSON"),
                ((*part, *to, "--format", "json"), "a part is a table of lines"),
                ((*part, *to, "--format", "text"), "a part is a table of lines"),
                ((*part, *to, "--details"), "a table has no room"),
                ((*part, *to, "--id", "x"), "`--id` names one person"),
                ((*part, *to, "--filter"), "`--filter` reads standard input")):
            with self.subTest(arguments=arguments):
                done = score(data, *arguments)
                self.assertEqual((done.code, done.out), (USAGE, b""), done.messages)
                self.assertIn(says, done.messages)
                self.assertFalse(folder.exists())
        done = score("-", *part, *to)
        self.assertEqual(done.code, USAGE)
        self.assertIn("one file of NDJSON", done.messages)

    def test_as_many_parts_as_are_allowed(self) -> None:
        done = score_part(people(3), 100_000, 100_000, harness.new_folder())
        self.assertEqual(done.code, 0, done.messages)


if __name__ == "__main__":
    unittest.main()
