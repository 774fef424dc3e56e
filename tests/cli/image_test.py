# SPDX-License-Identifier: Apache-2.0
# Compiled rulebooks: written when asked for, taken wherever a rulebook is, true to the texts they
# were made of, and refused in words when anything about them is wrong.
from __future__ import annotations

import os
import shutil
import unittest
from pathlib import Path

from harness import RULEBOOKS, new_folder, rules_copy, run, score, small_profile, write
from tiny import TINY, TINY_SCHEMA

BOOK = TINY + "        because: {en: Because.}\n"


def tiny(book: str = BOOK) -> Path:
    place = new_folder()
    (place / "schemas").mkdir()
    write("tiny.yaml", TINY_SCHEMA, place / "schemas")
    return write("book.yaml", book, place)


def compiled(rules: str | Path) -> Path:
    image = new_folder() / "book.colc"
    done = run("check", rules, "-o", image)
    assert done.code == 0, done.messages
    return image


class Images(unittest.TestCase):
    maxDiff = 4000

    def test_of_every_bundled_rulebook_says_the_same(self) -> None:
        profile = write("me.json", small_profile())
        for name in RULEBOOKS:
            with self.subTest(name):
                image = compiled(name)
                for command in (["explain"], ["facts"], ["score", profile, "--details"]):
                    ours = run(*command, "--rules", image)
                    theirs = run(*command, "--rules", name)
                    self.assertEqual(ours.text.replace(str(image), name), theirs.text)
                    self.assertEqual((ours.code, ours.messages), (theirs.code, theirs.messages))
                self.assertTrue(run("check", image).text.startswith(run("check", name).text))

    def test_stands_alone(self) -> None:
        rules = rules_copy()
        image = compiled(rules)
        profile = write("me.json", small_profile(photo=True))
        before = score(profile, "--rules", rules, "--details")
        shutil.rmtree(rules.parent)
        after = score(profile, "--rules", image, "--details", cwd=new_folder())
        self.assertEqual((after.code, after.out), (before.code, before.out), after.messages)
        check = run("check", image)
        self.assertEqual((check.code, check.messages), (0, ""))
        self.assertRegex(check.text, r"book\.colc holds\n  [0-9a-f]{12}  .*linkedin-ssi\.yaml\n")

    def test_of_a_child_holds_its_parents(self) -> None:
        mine = write("linkedin-ssi.yaml",
                     "colonnade: 1\nrulebook: linkedin-ssi\nextends: linkedin-ssi\n")
        holds = run("check", compiled(mine)).text.split("holds\n")[1]
        self.assertEqual(holds.count("linkedin-ssi.yaml"), 2)

    def test_says_what_has_changed_since(self) -> None:
        book = tiny()
        image = compiled(book)
        self.assertEqual(run("check", image, "--strict").messages, "")
        book.write_text(BOOK.replace("has photo", "not has photo"), "utf-8")
        done = run("check", image)
        self.assertEqual(done.code, 0)
        self.assertIn(f"warning: `{book}` has changed since `{image}` was made\n", done.messages)
        self.assertEqual(run("check", image, "--strict").code, 1)
        # What was the case then holds.
        profile = write("me.json", small_profile(photo=True))
        self.assertEqual(score(profile, "--rules", image, "--format", "json").json["score"], 100)

    def test_shows_findings_in_the_texts_it_was_made_of(self) -> None:
        book = tiny(BOOK.replace("en: Because.}", "en: Because.}  # colonnade")
                    .replace("effort: 5 minutes", "effort: 5 minutes # a comment"))
        image = compiled(book)
        here = run("check", book)
        there = run("check", image)
        self.assertIn("[comment-in-value]", here.text)
        self.assertTrue(there.text.startswith(here.text), there.text)

    def test_is_not_written_unless_the_rulebook_is_right(self) -> None:
        book = tiny()
        image = compiled(book)
        before = image.read_bytes()
        book.write_text(BOOK.replace("has photo", "has phto"), "utf-8")
        self.assertEqual(run("check", book, "-o", image).code, 3)
        book.write_text(BOOK.replace("        effort: 5 minutes\n", ""), "utf-8")
        self.assertEqual(run("check", book, "-o", image, "--strict").code, 1)
        self.assertEqual(image.read_bytes(), before)

    def test_is_never_written_unasked(self) -> None:
        book = tiny()
        before = sorted(book.parent.rglob("*"))
        score(write("me.json", small_profile(photo=True)), "--rules", book, cwd=book.parent)
        run("check", book, cwd=book.parent)
        self.assertEqual(sorted(book.parent.rglob("*")), before)

    def test_gives_the_same_bytes_again(self) -> None:
        book = tiny()
        image = compiled(book)
        self.assertEqual(compiled(book).read_bytes(), image.read_bytes())
        again = new_folder() / "again.colc"
        self.assertEqual(run("check", image, "-o", again).code, 0)
        # Only the name that it was made by differs.
        self.assertEqual(again.read_bytes().split(b"\n", 2)[2], image.read_bytes().split(b"\n", 2)[2])

    def test_of_two_rulebooks_is_refused(self) -> None:
        done = run("check", "seller", "founder", "-o", new_folder() / "both.colc")
        self.assertEqual(done.code, 2)
        self.assertIn("an image is one rulebook; found 2", done.messages)

    def test_that_cannot_be_written(self) -> None:
        place = new_folder()
        (place / "book.colc").mkdir()
        for output in (place / "nowhere/book.colc", place / "book.colc"):
            done = run("check", tiny(), "-o", output)
            self.assertEqual(done.code, 6, done.messages)
        self.assertEqual(os.listdir(place), ["book.colc"])

    def test_is_no_text_to_fix(self) -> None:
        done = run("check", compiled(tiny()), "--fix")
        self.assertEqual(done.code, 2)
        self.assertIn("is compiled", done.messages)

    def test_shows_origins(self) -> None:
        book = tiny()
        self.assertEqual(run("check", compiled(book), "--origins").out,
                         run("check", book, "--origins").out)


class WrongImages(unittest.TestCase):
    def refused(self, content: bytes, why: str) -> None:
        image = write("book.colc", content)
        done = score(write("me.json", small_profile()), "--rules", image)
        self.assertEqual((done.code, done.out), (3, b""), done.messages)
        self.assertRegex(done.messages, f"^error: `{image}` {why}")

    def test_of_another_version(self) -> None:
        made = compiled(tiny())
        content = made.read_bytes()
        head = content.split(b"\n", 1)[0]
        for other in (b"colonnade-image 1 0.0.1", b"colonnade-image 2 " + head.split()[-1]):
            image = write("book.colc", content.replace(head, other, 1))
            done = run("check", image)
            self.assertEqual(done.code, 3)
            self.assertRegex(done.messages, rf"`{image}` was made by another version of the program, "
                                            r"this is [0-9.]+\nhelp: make it again: "
                                            rf"`colonnade check \S+/book\.yaml -o {image}`\n")

    def test_that_is_none(self) -> None:
        for content in (b"", b"\n", BOOK.encode(), b"colonnade-image", os.urandom(5000)):
            self.refused(content, "is no compiled rulebook\nhelp: `colonnade check RULEBOOK -o")

    def test_that_is_cut(self) -> None:
        content = compiled(tiny()).read_bytes()
        head = content.index(b"\n") + 1
        for size in [*range(head, len(content), 97), len(content) - 1]:
            self.refused(content[:size], "is damaged\nhelp: make it again: ")

    def test_with_one_bit_turned(self) -> None:
        content = compiled(tiny()).read_bytes()
        start = content.index(b"\n", content.index(b"\n") + 1) + 1
        for at in range(start, len(content), 89):
            other = bytearray(content)
            other[at] ^= 1 << at % 8
            self.refused(bytes(other), "is damaged")

    def test_that_is_a_folder_or_missing(self) -> None:
        place = new_folder()
        for path in (place / "none.colc", place):
            target = path if path.suffix else place / "folder.colc"
            if not path.suffix:
                target.mkdir()
            done = run("check", target)
            self.assertEqual(done.code, 3)
            self.assertRegex(done.messages, r"^error: cannot read `")

    def test_that_is_too_long(self) -> None:
        image = new_folder() / "long.colc"
        with image.open("wb") as file:
            file.truncate(32 * 1024 * 1024 + 1)
        self.assertRegex(run("check", image).messages, r"has more than 33554432 bytes")


if __name__ == "__main__":
    unittest.main()
