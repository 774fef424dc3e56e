# SPDX-License-Identifier: Apache-2.0
# Several outputs at once: each is what it would be alone, each is written whole or not at all, and one
# that cannot be written does not stop the others.
from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import harness
from harness import PROGRAM, archive, score, small_profile, write

FINE, USAGE, DATA, OUTPUT = 0, 2, 4, 6
FORMATS = ("text", "json", "markdown", "junit", "csv", "ndjson")


def to_all(place: Path) -> list[str]:
    return [word for form in FORMATS for word in ("--format", f"{form}={place / form}")]


class Several(unittest.TestCase):
    def test_each_is_what_it_is_alone(self) -> None:
        people = (archive(), archive("chaser"), write("a.json", small_profile(photo=True)))
        for data in (people[:1], people):
            place = harness.new_folder()
            done = score(*data, *to_all(place))
            self.assertEqual((done.code, done.out, done.messages), (FINE, b"", ""))
            for form in FORMATS:
                self.assertEqual((place / form).read_bytes(), score(*data, "--format", form).out)

    def test_one_goes_to_standard_output_or_to_o(self) -> None:
        place = harness.new_folder()
        done = score(archive(), "--format", f"json={place}/a.json", "--format", "markdown")
        self.assertEqual(done.out, score(archive(), "--format", "markdown").out)
        score(archive(), "--format", f"json={place}/b.json", "-o", place / "b.md")
        self.assertEqual((place / "b.md").read_bytes(), done.out)
        self.assertEqual((place / "a.json").read_bytes(), (place / "b.json").read_bytes())
        done = score(archive(), "--format", "json=-", "--format", f"text={place}/c=d.txt")
        self.assertEqual(done.out, (place / "a.json").read_bytes())
        self.assertTrue((place / "c=d.txt").exists())

    def test_the_ending_of_o_chooses(self) -> None:
        place = harness.new_folder()
        for name, form in (("a.md", "markdown"), ("a.xml", "junit"), ("a.txt", "text"),
                           ("a.json", "json"), ("a.csv", "csv"), ("a.ndjson", "ndjson"),
                           ("a", "text"), ("a.zip", "text"), ("amd", "text")):
            score(archive(), "-o", place / name)
            self.assertEqual((place / name).read_bytes(), score(archive(), "--format", form).out)

    def test_a_report_is_about_one_person(self) -> None:
        place = harness.new_folder()
        more = ("--format", f"json={place}/a.json", "--format", f"html={place}/a.html")
        self.assertEqual(score(archive(), *more).code, FINE)
        self.assertEqual((place / "a.html").read_bytes(), score(archive(), "--format", "html").out)
        (place / "a.html").unlink()
        for data in ((archive(), archive("chaser")),
                     (write("two.ndjson", 2 * (json.dumps(small_profile(photo=True)) + "\n")),)):
            done = score(*data, *more)
            self.assertEqual((done.code, done.out, (place / "a.html").exists()), (USAGE, b"", False))
            self.assertIn("-o DIR/ writes one for each", done.messages)

    def test_details_in_markdown(self) -> None:
        done = score(archive(), "--details", "--format", "markdown", "--lang", "en")
        result = score(archive(), "--format", "json", "--lang", "en").json
        for pillar in result["pillars"]:
            self.assertIn(f"\n## {pillar['title']}\n", done.text)
        rows = [line for line in done.text.splitlines() if line.startswith("| ")]
        self.assertEqual(len(rows), 2 + 4 + 4 * 2 + sum(len(p["rules"]) for p in result["pillars"]))


class Wrong(unittest.TestCase):
    def refused(self, message: str, *arguments: object, data: object = None) -> None:
        done = score(data or archive(), *arguments)
        self.assertEqual((done.code, done.out), (USAGE, b""), done.messages)
        self.assertIn(message, done.messages)

    def test_two_outputs_to_one_place(self) -> None:
        place = harness.new_folder()
        (place / "link").symlink_to(place)
        twice = ("--format", f"json={place}/a", "--format")
        self.refused("would go to standard output", "--format", "json", "--format", "text")
        self.refused("would go to standard output", "--format", "json", "--format", "json")
        self.refused("would go to standard output", "--format", "json=-", "--format", "text")
        self.refused("both json and text would go to", *twice, f"text={place}/a")
        self.refused("both json and text would go to", *twice, f"text={place}/./a")
        self.refused("both json and text would go to", *twice, f"text={place}/link/a")
        self.refused("both json and text would go to", *twice, "text", "-o", place / "a")
        self.assertEqual(list(place.iterdir()), [place / "link"])

    def test_what_is_no_output(self) -> None:
        self.refused("no format `xml`", "--format", "xml=a.xml")
        self.refused("no format ``", "--format", "=a.xml")
        self.refused("names no file", "--format", "json=")
        self.refused("a Parquet table is a file", "--format", "parquet", "--format", "json=a.json")
        self.refused("a Parquet table is a file", "--format", "parquet=-")
        self.refused("no column `nothing`", "--format", "csv=a.csv", "--format", "text",
                     "--columns", "nothing")
        self.refused("`--rejects` is for a table alone", "--rejects", "r", "--format", "json")

    def test_the_data_themselves_stay(self) -> None:
        path = write("a.json", small_profile(photo=True))
        before = path.read_bytes()
        self.refused(f"`-o` names what is read: `{path}`", "-o", path, data=path)
        self.refused("names what is read", "--format", f"json={path}", "--format", "text",
                     data=path)
        self.assertEqual(path.read_bytes(), before)

    def test_packed_tables_say_what_to_do(self) -> None:
        packed = write("people.ndjson.gz", gzip.compress(json.dumps(small_profile(photo=True)).encode()))
        for data in (packed, write("people.parquet", b"PAR1"), write("people.zst", b"x")):
            done = score(data)
            self.assertEqual((done.code, done.out), (DATA, b""))
            self.assertIn("-o scores.csv", done.messages)
        done = score(packed, archive())
        self.assertEqual((done.code, done.out), (DATA, score(archive()).out))
        self.assertEqual(score(packed, "--format", "csv").code, FINE)


class Disk(unittest.TestCase):
    def test_one_that_cannot_be_written_does_not_stop_the_others(self) -> None:
        place = harness.new_folder()
        for bad in ("text=/nowhere/x", "text=/dev/full", f"csv={place}/missing/x.csv"):
            done = score(archive(), "--format", bad, "--format", f"json={place}/a.json", "--format",
                         f"markdown={place}/b.md")
            self.assertEqual(done.code, OUTPUT, done.messages)
            self.assertEqual(done.messages.count("cannot write"), 1)
            self.assertEqual(sorted(p.name for p in place.iterdir()), ["a.json", "b.md"])
            json.loads((place / "a.json").read_text("utf-8"))
            for path in place.iterdir():
                path.unlink()

    def test_a_file_that_does_not_fit(self) -> None:
        """JSON is larger than what a file may be here, the others are not; what was there stays."""
        place = harness.new_folder()
        (place / "a.json").write_text("before")
        done = subprocess.run(
            [PROGRAM, "score", str(archive()), "--format", f"json={place}/a.json", "--format",
             f"markdown={place}/b.md", "--format", f"junit={place}/c.xml"],
            env=harness.ENVIRONMENT, capture_output=True, check=False, timeout=harness.PATIENCE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
        self.assertEqual(done.returncode, OUTPUT)
        self.assertEqual(sorted(os.listdir(place)), ["a.json", "b.md", "c.xml"])
        self.assertEqual((place / "a.json").read_text(), "before")
        xml.parse(place / "c.xml")


class Hostile(unittest.TestCase):
    EVIL = 'a"b<c>&]]>\'|`*_[x](y)\x1b\x00\u202e@all'

    def test_no_format_takes_a_name_for_more(self) -> None:
        person = write("p.json", small_profile(id=self.EVIL, photo=True, headline=self.EVIL))
        suite = xml.fromstring(score(person, "--format", "junit").text).find("testsuite")
        self.assertIn('a"b<c>&]]>\'|`*_[x](y)', suite.get("name"))
        marked = score(person, "--format", "markdown").text
        self.assertNotIn("<c>", marked)
        self.assertNotIn("[x](", marked)
        self.assertNotIn("@all", marked)
        self.assertIn("a\"b&lt;c&gt;&amp;\\]\\]&gt;'\\|\\`\\*\\_\\[x\\](y)", marked)

    def test_a_broken_name_in_junit(self) -> None:
        bad = write("b<a>\"&\x1b.zip", b"PK nothing")
        suite = xml.fromstring(score(bad, "--format", "junit").text).find("testsuite")
        self.assertIn('b<a>"&<U+001B>.zip', suite.get("name"))
        self.assertIsNotNone(suite.find("testcase/error"))


if __name__ == "__main__":
    unittest.main()
