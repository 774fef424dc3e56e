# SPDX-License-Identifier: Apache-2.0
# Whatever packing an export comes in, it is the same person: zip in zip, two archives together, a
# file alone. And what is not read costs no memory.
from __future__ import annotations

import json
import os
import shutil
import subprocess
import unittest
import zipfile
from pathlib import Path

import harness
from harness import ENVIRONMENT, LANGUAGES, NAME, PROGRAM, archive, folder, new_folder, run, score

JSON = ("--format", "json", "--lang", "en")


def same_id(data: Path) -> bytes:
    return score(data, *JSON, "--id", "x").out


def copied(place: Path, name: str, persona: str = "steady", edition: str = "complete") -> Path:
    return Path(shutil.copy(archive(persona, edition), place / name))


def pages() -> Path:
    """A member snapshot, a file a page."""
    whole = harness._make(new_folder() / "pages", "--snapshot", "pages")
    place = new_folder()
    for number, page in enumerate(json.loads(whole.read_text("utf-8"))):
        harness.write(f"page-{number}", page, place)
    return place


class Packing(unittest.TestCase):
    def test_other_packings_give_the_same_score(self) -> None:
        for form in (("--pack", "wrapped"), ("--pack", "flat"), ("--pack", "twice"),
                     ("--encode", "excel")):
            with self.subTest(form=form):
                self.assertEqual(same_id(archive("steady", "complete", *form)),
                                 same_id(archive()))

    def test_zip64_and_unknown_sizes(self) -> None:
        place = new_folder() / f"{NAME}.zip"
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as target:
            for path in sorted(folder().rglob("*")):
                if path.is_file():
                    name = path.relative_to(folder()).as_posix()
                    with target.open(name, "w", force_zip64=True) as file:
                        file.write(path.read_bytes())
        self.assertEqual(same_id(place), same_id(archive()))

    def test_a_file_alone_leaves_the_rest_unknown(self) -> None:
        place = new_folder() / "Beiträge.csv"
        shutil.copy(folder() / "Shares.csv", place)
        done = run("import", place)
        self.assertEqual(done.code, 0, done.messages)
        self.assertIn("posts", done.json)
        self.assertNotIn("comments", done.json)
        self.assertIn("Beiträge.csv", done.messages)


class Join(unittest.TestCase):
    def setUp(self) -> None:
        self.place = new_folder()
        self.basic = copied(self.place, "Basic_LinkedInDataExport_11-19-2026.zip", edition="basic")
        self.complete = copied(self.place, f"{NAME}.zip")

    def test_both_archives_are_one_person(self) -> None:
        for parts in ((self.basic, self.complete), (self.complete, self.basic)):
            joined = score("--join", *parts, *JSON)
            self.assertEqual((joined.code, joined.err), (0, b""))
            self.assertEqual(joined.out, score(self.complete, *JSON).out)
        self.assertEqual(score(self.place, *JSON).json["score"], joined.json["score"])

    def test_without_it_each_is_a_person(self) -> None:
        self.assertEqual(len(score(self.basic, self.complete, *JSON).text.splitlines()), 2)
        self.assertEqual(run("import", self.basic, self.complete).code, 2)

    def test_the_report_says_from_where(self) -> None:
        done = run("import", "--join", self.basic, self.complete)
        self.assertEqual(done.code, 0, done.messages)
        read, left_alone = done.messages.split("\n\n")[1:3]
        self.assertRegex(read, rf" Zeilen\n  {self.complete.name}:\n  Profile\.csv +1\n")
        self.assertNotIn(self.basic.name, read)
        self.assertRegex(left_alone, rf"\n    {self.basic.name}: Profile\.csv, ")

    def test_what_is_left_alone_stands_behind_its_reason_once(self) -> None:
        for language in LANGUAGES:
            done = run("import", "--join", self.basic, self.complete, "--lang", language)
            for line in done.messages.splitlines():
                self.assertLessEqual(harness.width(line), 80, line)
            for reason in ("private, and no rule needs it", "in another folder or archive too"):
                self.assertEqual(done.messages.count(reason), 1)

    def test_files_of_one_person(self) -> None:
        files = (folder() / "Shares.csv", folder() / "Connections.csv", folder() / "Comments.csv")
        document = run("import", "--join", *files).json
        self.assertLessEqual({"posts", "connections", "comments"}, document.keys())
        self.assertNotIn("reactions", document)

    def test_with_a_member_snapshot(self) -> None:
        snapshot = pages()
        joined = run("import", "--join", self.basic, snapshot, "--id", "x", "--as-of", "2026-11-20").json
        whole = run("import", self.complete, "--id", "x", "--as-of", "2026-11-20").json
        for key in ("posts", "comments", "reactions", "connections", "headline"):
            self.assertEqual(joined[key], whole[key], key)
        self.assertNotIn("articles", joined)
        apart = run("import", "--join", *sorted(snapshot.iterdir()), "--id", "x", "--as-of", "2026-11-20")
        together = run("import", snapshot, "--id", "x", "--as-of", "2026-11-20")
        self.assertEqual((apart.code, apart.out), (0, together.out), apart.messages)

    def test_what_is_unknown_of_both(self) -> None:
        skills, photo = folder() / "Skills.csv", folder() / "Rich_Media.csv"
        one = run("facts", "--unknown", skills, "--as-of", "2026-11-20")
        both = run("facts", "--unknown", "--join", skills, photo, "--as-of", "2026-11-20")
        self.assertEqual((both.code, both.err), (0, b""))
        self.assertRegex(one.text, r"(?m)^photo:")
        self.assertNotRegex(both.text, r"(?m)^photo:")
        for arguments, wanted in (
                (("--unknown", self.basic, self.complete), "found 2 DATA, expected one"),
                (("posts", "comments"), "found 2 words, expected one"),
                (("--join", "posts"), "--join requires --unknown")):
            done = run("facts", *arguments)
            self.assertEqual((done.code, done.out), (2, b""))
            self.assertIn(wanted, done.messages)

    def test_documents_are_whole(self) -> None:
        for name, content in (("p.json", harness.small_profile(photo=True)), ("o.json", "[1]"),
                              ("p.yaml", "profile: 1\n"), ("people.ndjson", '{"id": 1}\n{"id": 2}\n')):
            document = harness.write(name, content)
            for command in (("score",), ("import",), ("facts", "--unknown")):
                done = run(*command, "--join", self.complete, document)
                self.assertEqual((done.code, done.out), (4, b""))
                self.assertIn(f"`{document}`: found a document, expected an export\nhelp: ",
                              done.messages)
        self.assertIn("`-`: found a document", score("--join", self.complete, "-").messages)

    def test_different_members(self) -> None:
        other = copied(self.place, "other.zip", "chaser")
        done = score("--join", self.complete, other)
        self.assertEqual((done.code, done.out), (4, b""))
        self.assertIn("different members", done.messages)

    def test_a_part_that_is_not_there(self) -> None:
        done = score("--join", self.complete, "nosuch.zip")
        self.assertEqual(done.code, 4)
        self.assertIn("`nosuch.zip` there is nothing of this name", done.messages)


class Memory(unittest.TestCase):
    def peak(self, data: Path) -> int:
        """Kilobytes."""
        process = subprocess.Popen([PROGRAM, "score", data], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        self.assertEqual(status, 0)
        return usage.ru_maxrss

    def with_ignored(self, count: int) -> Path:
        place = new_folder() / f"{NAME}.zip"
        shutil.copy(archive(), place)
        with zipfile.ZipFile(place, "a") as target:
            for number in range(count):
                target.writestr(f"Jobs/Saved Jobs_{number}.csv", b"x" * 4_000_000)
                target.writestr(f"attachment-{number}.bin", b"\0" * 4_000_000)
        return place

    def test_ignored_files_cost_none(self) -> None:
        few, many = self.peak(self.with_ignored(1)), self.peak(self.with_ignored(8))
        self.assertLess(many - few, 8_000)


if __name__ == "__main__":
    unittest.main()
