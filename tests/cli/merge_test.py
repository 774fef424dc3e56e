# SPDX-License-Identifier: Apache-2.0
# Parts joined: only all of them, only those that belong together, only as they were made.
from __future__ import annotations

import json
import shutil
import unittest
from pathlib import Path

import harness
from crowd import book, contents, people, score_part, score_parts, score_tiny
from harness import run

DATA, OUTPUT, USAGE = 4, 6, 2


class Joined(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.data = people(900)
        cls.folder = score_parts(cls.data, 4, "--format", "csv", "--columns", "id,score,gaps")
        cls.place = harness.new_folder()
        cls.done = run("merge", cls.folder, "-o", cls.place / "all.csv")

    def test_the_head_stands_once(self) -> None:
        expected = score_tiny(self.data, "--format", "csv", "--columns", "id,score,gaps").out
        self.assertEqual((self.place / "all.csv").read_bytes(), expected)
        self.assertEqual((self.done.code, self.done.messages), (0, ""))

    def test_the_summary_counts_everybody(self) -> None:
        rows = (self.place / "all.csv").read_text("utf-8").splitlines()[1:]
        scores = [row.split(",")[1] for row in rows]
        text = dict(line.rsplit(None, 1) for line in self.done.text.splitlines()[:5])
        self.assertEqual(text, {"parts": "4", "people": str(len(rows)), "in error": "0",
                                "not assessed": str(scores.count("")), "left out": "3"})
        bars = [line.split() for line in self.done.text.splitlines()[6:]]
        self.assertEqual([bar[0] for bar in bars], [str(ten) for ten in range(0, 100, 10)])
        for ten, bar in enumerate(bars):
            count = sum(shown != "" and min(int(float(shown)) // 10, 9) == ten for shown in scores)
            self.assertEqual(int(bar[3]), count)

    def test_the_summary_as_json(self) -> None:
        done = run("merge", self.folder, "-o", "/dev/null", "--format", "json")
        self.assertEqual(done.json["people"] + done.json["rejects"], 903)
        self.assertEqual(sum(done.json["totals"]) + done.json["not_assessed"], done.json["people"])
        self.assertEqual((done.json["parts"], len(done.json["totals"])), (4, 101))

    def test_to_standard_output_the_summary_is_a_message(self) -> None:
        done = run("merge", self.folder, "-o", "-")
        self.assertEqual(done.out, (self.place / "all.csv").read_bytes())
        self.assertEqual(done.messages, self.done.text)


class Refused(unittest.TestCase):
    def setUp(self) -> None:
        self.data = people(300)
        self.folder = score_parts(self.data, 3)
        self.place = harness.new_folder()
        (self.place / "all").write_text("old")

    def refused(self, *says: str) -> None:
        done = run("merge", self.folder, "-o", self.place / "all", "--rejects",
                   self.place / "rejects")
        self.assertEqual((done.code, done.out), (DATA, b""), done.messages)
        for text in says:
            self.assertIn(text, done.messages)
        self.assertEqual(contents(self.place), {"all": b"old"})

    def command(self, part: int) -> str:
        return (f"help: colonnade score {self.data} --partition {part}/3 --out {self.folder} "
                "(and the options of all parts)\n")

    def test_parts_that_are_missing(self) -> None:
        for part in (1, 3):
            (self.folder / f"part-{part}-of-3.json").unlink()
        self.refused("error: part 1 of 3 is missing\n", "error: part 3 of 3 is missing\n",
                     self.command(3))

    def test_many_parts_that_are_missing(self) -> None:
        folder = harness.new_folder()
        score_part(self.data, 2, 5000, folder)
        done = run("merge", folder, "-o", self.place / "all")
        self.assertEqual(done.code, DATA)
        self.assertEqual(done.messages.count("is missing"), 10)
        self.assertIn("note: and 4989 more\n", done.messages)

    def test_parts_made_from_something_else(self) -> None:
        for arguments, key in ((("--columns", "id"), "columns"), (("--exact",), "figures"),
                               (("--as-of", "2026-01-01"), "as_of"),
                               (("--rules", book("edition: \"2\"\n")), "rulebook"),
                               (("--format", "csv"), "columns")):
            score_part(self.data, 2, 3, self.folder, *arguments)
            if key == "columns" and arguments[0] == "--format":
                key = "table"
            self.refused(f"part 2 of 3 differs from part 1 in `{key}`", self.command(2))

    def test_parts_of_another_state_of_the_data(self) -> None:
        with self.data.open("ab") as file:
            file.write(b"{}\n" * 50)
        score_part(self.data, 2, 3, self.folder)
        self.refused("part 2 of 3 is of another state of the data than part 1", self.command(2))

    def test_parts_with_a_gap_between_them(self) -> None:
        path = self.folder / "part-2-of-3.json"
        manifest = json.loads(path.read_text("utf-8"))
        for key, change in (("begin", 1), ("first_line", 1), ("end", -1), ("lines", 1)):
            changed = manifest | {"input": manifest["input"] |
                                  {key: manifest["input"][key] + change}}
            path.write_text(json.dumps(changed), "utf-8")
            self.refused("does not begin where the part before it ends")
        path.write_text(json.dumps(manifest), "utf-8")
        path = self.folder / "part-3-of-3.json"
        manifest = json.loads(path.read_text("utf-8"))
        manifest["input"]["end"] -= 1
        path.write_text(json.dumps(manifest), "utf-8")
        self.refused("part 3 of 3 does not end where the data end")

    def test_files_that_are_not_what_was_made(self) -> None:
        for name in ("part-1-of-3.ndjson", "part-1-of-3.rejects.ndjson"):
            path = self.folder / name
            content = path.read_bytes()
            for broken in (content[:-1], content + b"\n", content.replace(b"e", b"f", 1)):
                path.write_bytes(broken)
                self.refused(f"`{name}` is not what part {name[5]} of 3 came to",
                             self.command(int(name[5])))
            path.unlink()
            self.refused(f"`{name}` is not what part")
            path.mkdir()
            self.refused(f"`{name}` is not what part")
            path.rmdir()
            path.write_bytes(content)

    def test_a_manifest_that_is_none(self) -> None:
        path = self.folder / "part-2-of-3.json"
        for content in ("", "{}", "[" * 100_000, "\x00", '{"manifest": 2}'):
            path.write_text(content)
            self.refused("part 2 of 3 has no manifest that can be read", self.command(2))
        shutil.copy(self.folder / "part-1-of-3.json", path)
        self.refused("part 2 of 3 has no manifest that can be read")

    def test_a_folder_of_two_populations_or_of_none(self) -> None:
        score_part(self.data, 1, 2, self.folder)
        self.refused("holds parts of 2 and of 3")
        for folder, says in ((self.place, "holds no part"), (self.place / "none", "cannot read"),
                             (self.data, "cannot read")):
            done = run("merge", folder, "-o", self.place / "all")
            self.assertEqual(done.code, DATA)
            self.assertIn(says, done.messages)


class World(unittest.TestCase):
    def test_a_full_disk(self) -> None:
        folder = score_parts(people(300), 2)
        for option in ("-o", "--rejects"):
            place = harness.new_folder()
            both = {"-o": place / "all", "--rejects": place / "rejects"} | {option: "/dev/full"}
            done = run("merge", folder, *(word for pair in both.items() for word in pair))
            self.assertEqual((done.code, done.out), (OUTPUT, b""), done.messages)
            self.assertIn("No space left", done.messages)
            self.assertEqual(contents(place), {})

    def test_each_wrong_call(self) -> None:
        folder = score_parts(people(30), 2)
        place = harness.new_folder()
        before = contents(folder)
        for arguments, says in (
                ((), "--output is required"),
                (("-o", place / "a", "--rejects", place / "./a"), "name one file"),
                (("-o", folder / "part-1-of-2.ndjson"), "may not take the place of a part"),
                (("-o", place / "a", "--rejects", folder / "part-9"), "may not take the place"),
                (("-o", place / "a.csv"), "the parts are ndjson"),
                (("-o", place / "a", "--format", "csv"), "no format `csv`")):
            with self.subTest(arguments=arguments):
                done = run("merge", folder, *arguments)
                self.assertEqual((done.code, done.out), (USAGE, b""), done.messages)
                self.assertIn(says, done.messages)
        self.assertEqual((contents(folder), contents(place)), (before, {}))
        done = run("merge", "part-1-of-2.ndjson", "-o", "part-1-of-2.ndjson", cwd=folder)
        self.assertNotEqual(done.code, 0)
        done = run("merge", ".", "-o", "part-1-of-2.ndjson", cwd=folder)
        self.assertEqual((done.code, contents(folder)), (USAGE, before))


if __name__ == "__main__":
    unittest.main()
