# SPDX-License-Identifier: Apache-2.0
# Tables of many people: the same figures as whole results, in the order of the data whatever the
# number of threads; a bad line never stops a run; nothing half-written; no cell is a formula.
from __future__ import annotations

import contextlib
import csv
import fcntl
import gzip
import io
import json
import os
import subprocess
import unittest

import harness
from harness import archive, run, score, small_profile, write

DATA, OUTPUT, USAGE = 4, 6, 2


def people(count: int) -> list[dict]:
    """Documents of one archive each, with an id of its own and some facts taken away."""
    document = run("import", archive()).json
    keys = [key for key in document if key not in ("profile", "id", "as_of")]
    made = []
    for number in range(count):
        person = dict(document) | {"id": f"p{number}"}
        for key in keys[number % 7::7]:
            del person[key]
        made.append(person)
    return made


def ndjson(documents: list[dict], name: str = "people.ndjson") -> object:
    return write(name, "".join(json.dumps(document) + "\n" for document in documents))


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


class Figures(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.people = ndjson(people(30))
        cls.table = score(cls.people, "--format", "ndjson", "--columns",
                          "id,score,low,high,assessed,rating,pillars,rules,statuses,gaps")
        cls.results = [json.loads(line) for line in
                       score(cls.people, "--format", "json").text.splitlines()]

    def test_they_are_those_of_whole_results(self) -> None:
        self.assertEqual((self.table.code, len(self.results)), (0, 30))
        for row, result in zip(rows(self.table.text), self.results, strict=True):
            self.assertEqual(row["id"], result["profile"]["id"])
            for key in ("score", "low", "high", "assessed", "rating"):
                self.assertEqual(row[key], result[key], key)
            for pillar in result["pillars"]:
                self.assertEqual(row[pillar["id"]], pillar["score"])
                for rule in pillar["rules"]:
                    name = f"{pillar['id']}.{rule['id']}"
                    self.assertEqual(row[f"{name}.status"], rule["status"])
                    shown = rule["points"] if rule["status"] == "assessed" else None
                    self.assertEqual(row[name], shown, name)

    def test_gaps_are_the_rules_with_the_most_points_missing(self) -> None:
        for row, result in zip(rows(self.table.text), self.results, strict=True):
            missing = [(rule["of"] - rule["points"], f"{pillar['id']}.{rule['id']}")
                       for pillar in result["pillars"] for rule in pillar["rules"]
                       if rule["status"] == "assessed"]
            most = sorted((lost for lost, _ in missing if lost > 0), reverse=True)[:3]
            lost_by = {name: lost for lost, name in missing}
            named = [row[f"gap_{n}"] for n in (1, 2, 3) if row[f"gap_{n}"]]
            self.assertEqual(len(named), len(most))
            for name, lost in zip(named, most, strict=True):
                self.assertAlmostEqual(lost_by[name], lost, delta=0.00021)

    def test_csv_and_ndjson_say_the_same(self) -> None:
        table = score(self.people, "--format", "csv").text
        lines = rows(score(self.people, "--format", "ndjson").text)
        for cells, row in zip(csv.DictReader(io.StringIO(table)), lines, strict=True):
            self.assertEqual(list(cells), list(row))
            for name, value in row.items():
                shown = "" if value is None else value if isinstance(value, str) else f"{value:.4f}"
                self.assertEqual(cells[name], shown)

    def test_exact_figures_round_to_the_others(self) -> None:
        exact = rows(score(self.people, "--format", "ndjson", "--exact").text)
        for row, shown in zip(exact, rows(self.table.text), strict=True):
            for name, value in row.items():
                if isinstance(value, float):
                    self.assertAlmostEqual(value, shown[name], delta=0.00021)
        self.assertTrue(any(len(str(row["score"])) > 8 for row in exact))


class Order(unittest.TestCase):
    def test_any_number_of_threads_gives_the_same_bytes(self) -> None:
        document = small_profile(photo=True)
        many = ndjson([document | {"id": f"p{n}", "followers": n % 9} for n in range(40_000)])
        one = score(many, "--format", "csv", "--columns", "id,score", "--threads", "1")
        four = score(many, "--format", "csv", "--columns", "id,score", "--threads", "4")
        self.assertEqual((one.code, one.out), (0, four.out))
        self.assertEqual([line.split(",")[0] for line in one.text.splitlines()],
                         ["id", *(f"p{n}" for n in range(40_000))])

    def test_several_data_follow_each_other(self) -> None:
        data = [archive(), ndjson(people(2)), write("one.json", small_profile(photo=True))]
        table = rows(score(*data, "--format", "ndjson").text)
        self.assertEqual([row["id"] for row in table[1:]], ["p0", "p1", "somebody"])

    def test_standard_input(self) -> None:
        lines = "".join(json.dumps(person) + "\r\n" for person in people(3))
        done = score("-", "--format", "ndjson", input=b"\xef\xbb\xbf" + lines.encode())
        self.assertEqual([row["id"] for row in rows(done.text)], ["p0", "p1", "p2"])


def zstd(data: bytes, block: int = 1 << 17) -> bytes:
    """A frame of RFC 8878 that stores its content as it is."""
    blocks = [data[at:at + block] for at in range(0, len(data), block)]
    frame = b"\x28\xb5\x2f\xfd\xa0" + len(data).to_bytes(4, "little")
    for number, part in enumerate(blocks, 1):
        head = len(part) << 3 | (number == len(blocks))
        frame += head.to_bytes(3, "little") + part
    return frame


class Compressed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        lines = "".join(json.dumps(small_profile(photo=True)) + "\n" for _ in range(20_000))
        cls.lines = lines.encode().replace(b'"id": "somebody", ', b"")
        cls.table = cls.scored("people.ndjson", cls.lines)

    @staticmethod
    def scored(name: str, content: bytes) -> harness.Run:
        return score(write(name, content), "--format", "csv", "--columns", "id,score")

    def test_they_give_the_same_table(self) -> None:
        self.assertEqual(self.table.text.splitlines()[-1].split(",")[0], "people-20000")
        half = len(self.lines) // 2
        for name, content in (
                ("people.ndjson.gz", gzip.compress(self.lines)),
                ("people.ndjson.gz", gzip.compress(self.lines[:half])
                 + gzip.compress(self.lines[half:]) + bytes(100_000)),
                ("people.ndjson.zst", zstd(self.lines)),
                ("people.ndjson.zst", zstd(self.lines[:half], 999) + zstd(self.lines[half:]))):
            done = self.scored(name, content)
            self.assertEqual((done.code, done.out, done.err), (0, self.table.out, b""))

    def test_the_content_tells_not_the_name(self) -> None:
        done = self.scored("people", gzip.compress(self.lines))
        self.assertEqual((done.code, done.out), (0, self.table.out))
        done = score("-", "--format", "csv", "--columns", "id,score", input=zstd(self.lines))
        self.assertEqual(done.out, self.table.out.replace(b"people-", b"stdin-"))

    def test_half_of_the_people_is_no_table(self) -> None:
        packed = (gzip.compress(self.lines), zstd(self.lines))
        place = harness.new_folder() / "table.csv"
        for content in packed:
            for cut, says in ((content[:-9], "ends too early"),
                              (content[:len(content) // 2], "ends too early"),
                              (content + b"more", "damaged"),
                              (content[:9] + b"\xff" * 8 + content[17:], "damaged")):
                done = score(write("people.ndjson", cut), "-o", place)
                self.assertEqual((done.code, place.exists()), (DATA, False), says)
                self.assertEqual(done.messages.count(says), 1, done.messages)


class Rejects(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        lines = [json.dumps(small_profile(id=f"p{n}", photo=True)) for n in range(200)]
        lines[3] = lines[3][:-1]
        lines[150] = json.dumps(small_profile(photo="yes"))
        cls.data = write("some.ndjson", "\n".join(["", *lines]))  # a blank line first

    def test_bad_lines_are_told_and_the_others_scored(self) -> None:
        done = score(self.data, "--format", "csv")
        self.assertEqual((done.code, done.out.count(b"\n")), (DATA, 1 + 198))
        self.assertIn("some.ndjson:5: ", done.messages)
        self.assertIn("some.ndjson:152: `photo`: ", done.messages)
        self.assertIn("2 of 200 lines are no profile", done.messages)

    def test_a_file_takes_them(self) -> None:
        path = harness.new_folder() / "rejects.ndjson"
        done = score(self.data, "--format", "csv", "--rejects", path)
        self.assertEqual(done.code, DATA)
        self.assertNotIn("`photo`", done.messages)
        found = rows(path.read_text("utf-8"))
        self.assertEqual([reject["line"] for reject in found], [5, 152])
        self.assertEqual(found[1]["where"], "photo")
        self.assertIn("expected true or false", found[1]["reason"])

    def test_as_many_as_are_allowed_are_no_failure(self) -> None:
        for allowed, code in (("2", 0), ("1", DATA), ("1%", 0), ("0.9%", DATA), ("0", DATA)):
            done = score(self.data, "--format", "csv", "--max-rejects", allowed)
            self.assertEqual(done.code, code, allowed)

    def test_only_the_first_few_are_told(self) -> None:
        done = score(write("bad.ndjson", "{\n" * 1000), "--format", "csv", "--max-rejects", "100%")
        self.assertEqual(done.code, 0)
        self.assertEqual(done.messages.count("bad.ndjson:"), 10)
        self.assertIn("1000 of 1000 lines are no profile", done.messages)


class Calls(unittest.TestCase):
    def test_each_wrong_call(self) -> None:
        data = ndjson([small_profile(photo=True)])
        for extra, says in ((("--columns", "id,scor"), "did you mean `score`?"),
                            (("--columns", "nothing-like-it"), "no column `nothing-like-it`"),
                            (("--columns", "id,id"), "two columns are called `id`"),
                            (("--max-rejects", "many"), "expected a number or a share"),
                            (("--max-rejects", "101%"), "expected a number or a share"),
                            (("--max-rejects", "1.5"), "expected a number or a share"),
                            (("--details",), "a table has no room"),
                            (("--id", "me"), "`--id` names one person"),
                            (("-o", data), "`-o` names what is read"),
                            (("-o", data.parent / "x/../people.ndjson"), "`-o` names what is read"),
                            (("--rejects", data), "`--rejects` names what is read"),
                            (("-o", data.parent / "new", "--rejects", data.parent / "./new"),
                             "`-o` and `--rejects` name one file"),
                            (("--join",), "a table has no room")):
            with self.subTest(extra=extra):
                done = score(data, "--format", "csv", *extra)
                self.assertEqual((done.code, done.out), (USAGE, b""))
                self.assertIn(says, done.messages)
                self.assertEqual([path.name for path in data.parent.iterdir()], [data.name])

    def test_one_person_may_be_given_an_id(self) -> None:
        data = write("one.json", small_profile(photo=True))
        done = score(data, "--format", "csv", "--columns", "id", "--id", "me")
        self.assertEqual((done.code, done.out), (0, b"id\nme\n"))

    def test_a_device_may_be_named_twice(self) -> None:
        data = ndjson([small_profile(photo=True)])
        done = score(data, "--format", "csv", "-o", "/dev/null", "--rejects", "/dev/null")
        self.assertEqual(done.code, 0)


class Sources(unittest.TestCase):
    def test_one_without_a_line_gives_an_empty_table(self) -> None:
        for content in (b"", b"\n\n", b"\xef\xbb\xbf"):
            done = score(write("people.ndjson", content), "--format", "csv", "--columns", "id")
            self.assertEqual((done.code, done.out, done.messages), (0, b"id\n", ""))

    def test_a_folder_is_no_ndjson_whatever_its_name(self) -> None:
        place = harness.new_folder() / "people.ndjson"
        place.mkdir()
        done = score(place, "--format", "csv", "--columns", "id")
        self.assertEqual((done.code, done.out), (DATA, b"id\n"))
        self.assertIn("not one file in this folder is known", done.messages)

    def test_one_that_becomes_shorter_leaves_the_old_table(self) -> None:
        lines = [json.dumps(small_profile(id=f"p{n}", photo=True)) for n in range(30_000)]
        # The rejects go into a pipe that nobody reads yet, which holds the program up.
        data = write("people.ndjson", "{\n" * 30_000 + "\n".join(lines))
        table = write("table.csv", "old", data.parent)
        process = subprocess.Popen(
            [str(harness.PROGRAM), "score", str(data), "-o", str(table), "--rejects",
             "/dev/stdout", "--threads", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=harness.ENVIRONMENT)
        process.stdout.read(1)
        os.truncate(data, 2_000_000)
        _, said = process.communicate(timeout=harness.PATIENCE)
        self.assertIn(b"it has become shorter in the meantime", said)
        self.assertEqual((process.returncode, table.read_text()), (DATA, "old"))
        self.assertEqual(len(list(data.parent.iterdir())), 2)


class Output(unittest.TestCase):
    def test_what_a_killed_run_left_is_replaced(self) -> None:
        data = ndjson([small_profile(photo=True)])
        write("table.csv.colonnade.part", "left", data.parent)
        others = [write(f"table.csv{end}", "not ours", data.parent)
                  for end in (".part", ".1.part", ".colonnade", ".colonnade-x.part")]
        self.assertEqual(score(data, "-o", data.parent / "table.csv").code, 0)
        self.assertEqual(sorted(data.parent.iterdir()),
                         sorted([data, data.parent / "table.csv", *others]))
        self.assertEqual({path.read_text() for path in others}, {"not ours"})

    def test_what_others_still_write_is_left_to_them(self) -> None:
        data = ndjson([small_profile(photo=True)])
        names = ["table.csv.colonnade.part",
                 *(f"table.csv.colonnade-{number}.part" for number in range(2, 101))]
        with contextlib.ExitStack() as held:
            for left, new, code in ((99, names[:99], 0), (100, names[99:], OUTPUT)):
                for name in new:
                    file = held.enter_context(open(data.parent / name, "w", encoding="utf-8"))
                    fcntl.flock(file, fcntl.LOCK_EX)
                done = score(data, "-o", data.parent / "table.csv")
                self.assertEqual(done.code, code, done.messages)
                self.assertEqual(sorted(path.name for path in data.parent.glob("*.part")),
                                 sorted(names[:left]))

    def test_a_full_disk_is_told_and_nothing_stays(self) -> None:
        data = ndjson([small_profile(photo=True)])
        done = score(data, "--format", "csv", "-o", "/dev/full")
        self.assertEqual(done.code, OUTPUT)
        self.assertIn("No space left", done.messages)
        done = score(write("bad.ndjson", "{\n"), "--format", "csv", "--rejects", "/dev/full")
        self.assertEqual(done.code, DATA)  # the graver of both
        self.assertIn("No space left", done.messages)
        done = score(data, "-o", "/nonexistent/table.csv")
        self.assertEqual(done.code, OUTPUT)

    def test_an_old_table_stays_until_the_new_one_is_whole(self) -> None:
        place = harness.new_folder() / "table.csv"
        place.write_text("old")
        done = score("/nonexistent.ndjson", "-o", place, "--columns", "nothing-like-it")
        self.assertEqual((done.code, place.read_text()), (USAGE, "old"))
        self.assertEqual([path.name for path in place.parent.iterdir()], ["table.csv"])


if __name__ == "__main__":
    unittest.main()
