# SPDX-License-Identifier: Apache-2.0
# A report can be read again: in the other language, as text or JSON, byte for byte what `score` gives.
# A file that is no report, or was changed, is refused in words.
from __future__ import annotations

import json
import random
import re
import unittest
from pathlib import Path

import harness
from harness import PERSONAS, archive, new_folder, run, score, small_profile, write
from json_schema import Checker

START = '<script type="application/json" id="colonnade-report">'
SSI = {"memberScore": {"overall": 47.31, "subScores": [
           {"score": 12.5, "pillar": "PROFESSIONAL_BRAND"},
           {"score": 9.01, "pillar": "FIND_RIGHT_PEOPLE"},
           {"score": 5.8, "pillar": "INSIGHT_ENGAGEMENT"},
           {"score": 20, "pillar": "STRONG_RELATIONSHIP"}]},
       "groupScore": [{"groupType": "INDUSTRY", "rank": 3, "industry": "<b>Metal</b>"}]}


def made(data: Path, *options: object) -> Path:
    page = new_folder() / "report.html"
    done = score(data, *options, "-o", page)
    assert done.code in (0, 4) and page.is_file(), done.messages
    return page


def inside(page: Path) -> str:
    text = page.read_text("utf-8")
    begin = text.index(START) + len(START)
    return text[begin:text.index("</script>", begin)]


class ReadAgain(unittest.TestCase):
    def same(self, data: Path, *options: object) -> None:
        for first, other in (("de", "en"), ("en", "de")):
            page = made(data, *options, "--lang", first)
            for language in (first, other):
                for form in (("--format", "json"), ("--format", "text"),
                             ("--format", "text", "--details")):
                    wanted = score(data, *options, "--lang", language, *form)
                    found = run("report", page, "--lang", language, *form)
                    self.assertEqual((found.code, found.out), (0, wanted.out))
                again = run("report", page, "--lang", language, "--format", "html")
                self.assertEqual(again.out,
                                 made(data, *options, "--lang", language).read_bytes())

    def test_people(self) -> None:
        for persona in PERSONAS:
            with self.subTest(persona):
                self.same(archive(persona))

    def test_little_data(self) -> None:
        self.same(archive("steady", "basic"))
        self.same(write("p.json", small_profile()))
        self.same(write("p.json", small_profile(id="\u202e<&>\"'", headline="x", photo=False)))

    def test_with_what_was_stated_and_linkedin_s_own_number(self) -> None:
        self.same(archive("silent"), "--fact", "followers=40", "--ssi", write("ssi.json", SSI))

    def test_with_results_that_were_kept(self) -> None:
        place = new_folder()
        for day in ("2026-11-01", "2026-11-08", "2026-11-15"):
            done = score(archive(), "--as-of", day, "--id", "clara", "--save", "--store",
                         place / "kept.db", "-o", place / f"{day}.html")
            self.assertEqual(done.code, 0, done.messages)
        kept = [json.loads(inside(place / f"2026-11-{day}.html")).get("history", [])
                for day in ("01", "08", "15")]
        self.assertEqual([len(one) for one in kept], [0, 1, 2])
        self.assertEqual(kept[2][:1], kept[1])
        self.assertNotIn('id="history-', (place / "2026-11-01.html").read_text("utf-8"))
        page = place / "2026-11-15.html"
        self.assertIn('id="history-de"', page.read_text("utf-8"))
        again = run("report", page, "--format", "html")
        self.assertEqual(again.out, page.read_bytes())
        changed = page.read_text("utf-8").replace("2026-11-08T", "2026-12-08T")
        done = run("report", write("r.html", changed))
        self.assertEqual(done.code, 4)
        self.assertIn("is not in the order of time", done.messages)

    def test_other_rulebooks(self) -> None:
        for book in ("job-seeker", "founder"):
            self.same(archive(), "--rules", book)

    def test_the_results_in_it_fit_their_schema(self) -> None:
        schema = json.loads((harness.ROOT / "docs/schemas/result.schema.json").read_text("utf-8"))
        report = json.loads(inside(made(archive())))
        self.assertEqual([one["result"]["language"] for one in report["readings"]], ["de", "en"])
        for reading in report["readings"]:
            self.assertEqual(Checker(schema).problems(reading["result"]), [])

    def test_the_same_data_give_the_same_bytes(self) -> None:
        self.assertEqual(made(archive()).read_bytes(), made(archive()).read_bytes())

    def test_output_goes_where_it_is_wanted(self) -> None:
        page = made(archive())
        there = new_folder()
        for name in ("a.html", "a.json", "a.txt"):
            done = run("report", page, "-o", there / name)
            self.assertEqual((done.code, done.out), (0, b""))
        self.assertTrue((there / "a.html").read_bytes().startswith(b"<!doctype html>"))
        self.assertEqual(json.loads((there / "a.json").read_bytes())["result"], 1)


class Small(unittest.TestCase):
    def test_it_is_short_enough_to_be_sent(self) -> None:
        for persona in PERSONAS:
            self.assertLess(made(archive(persona)).stat().st_size, 300_000)


class Wrong(unittest.TestCase):
    def refused(self, content: bytes | str) -> str:
        page = write("report.html", content)
        done = run("report", page, "--format", "html")
        self.assertEqual((done.code, done.out), (4, b""), done.messages)
        self.assertTrue(done.messages.startswith("error: `"), done.messages)
        return done.messages

    def test_what_is_no_report(self) -> None:
        for content in ("", "<html></html>", b"\x00\xff" * 100, "{}"):
            self.assertIn("no report of Colonnade", self.refused(content))
        self.assertEqual(run("report", "/nowhere.html").code, 4)

    def test_what_was_cut_off(self) -> None:
        text = made(archive()).read_text("utf-8")
        begin = text.index(START)
        for at in range(begin + len(START), text.index("</script>", begin), 9001):
            self.assertIn("cut off", self.refused(text[:at]))

    def test_what_was_changed(self) -> None:
        page = made(archive()).read_text("utf-8")
        for before, after, words in (
                ('"report":1', '"report":2', "another version"),
                ('"readings":[', '"readings":[],"x":[', "fewer than 1"),
                ('"result":1', '"result":7', "`readings[0].result.result` is not 1"),
                ('"status":"assessed"', '"status":"fine"', "none of the words that are known"),
                ('"language":"en"', '"language":"de"', "in a language twice"),
                ('"language":"en"', '"language":"\\"><x"', "is no language"),
                ('"sign":', '"sing":', "has no `sign`"),
                ('"as_of":"2026', '"as_of":"9026', "is no moment"),
                ('"score":', '"score":1,"scare":', "not the sum of its pillars"),
                ('"line":[[', '"line":[[5000,0],[', "outside 0 to 1000"),
                ('"assessed":', '"assessed":1e999,"x":', "no JSON"),
                ('"assessed":', '"assessed":12,"x":', "outside 0 to 1"),
                ('"pillars":[', '"pillars":' + "[" * 40 + "]" * 40 + ',"x":[', "no JSON")):
            with self.subTest(after):
                self.assertIn(before, page)
                self.assertIn(words, self.refused(page.replace(before, after, 1)))

    def test_points_that_do_not_add_up(self) -> None:
        page = made(archive()).read_text("utf-8")
        rule = re.search(r'"points":([0-9.]+),"of":', page[page.index('"rules":[{"id"'):])
        assert rule is not None
        changed = page.replace(f'"points":{rule[1]}', '"points":0.001', 1)
        self.assertIn("not the sum of its rules", self.refused(changed))

    def test_bytes_that_somebody_changed_by_chance(self) -> None:
        chance = random.Random(9)
        page = bytearray(made(archive("silent")).read_bytes())
        begin, end = page.index(START.encode()) + len(START), page.rindex(b"</script>")
        for _ in range(300):
            changed = bytearray(page)
            for _ in range(chance.choice((1, 1, 3, 20))):
                changed[chance.randrange(begin, end)] = chance.choice(b'{}[]",:0123456789-e\\<\x00\xff')
            done = run("report", write("report.html", bytes(changed)), "--format", "html")
            self.assertIn(done.code, (0, 4), done.messages)
            self.assertEqual(done.code == 0, done.err == b"")
            # Two of ours, whatever stands in the texts.
            if done.code == 0:
                self.assertEqual(done.out.count(b"<script"), 2)

    def test_size(self) -> None:
        most = 16 * 1024 * 1024
        self.assertIn("no report of Colonnade", self.refused(b" " * most))
        self.assertIn("bytes", self.refused(b" " * (most + 1)))

    def test_language_and_format(self) -> None:
        page = made(archive())
        for options, words in ((("--lang", "fr"), "not written in `fr`"),
                               (("--format", "pdf"), "no format `pdf`")):
            done = run("report", page, *options)
            self.assertEqual((done.code, done.out), (2, b""))
            self.assertIn(words, done.messages)


class ScoreWritesIt(unittest.TestCase):
    def test_of_one_person(self) -> None:
        person = write("p.json", small_profile(photo=True))
        done = score(person, person, "--format", "html")
        self.assertEqual((done.code, done.out), (2, b""))
        self.assertIn("one person", done.messages)

    def test_texts_of_a_profile_are_no_markup(self) -> None:
        person = small_profile(id="</script><script>x", headline="<b onclick=x>'\"&")
        page = made(write("p.json", person)).read_text("utf-8")
        self.assertEqual(page.count("<script"), 2)
        self.assertNotIn("<b onclick", page)
        self.assertNotIn("<", inside(write("r.html", page)))

    def test_a_plugin_that_is_refused_leaves_a_report(self) -> None:
        folder = new_folder()
        write("brand.so", b"no library", folder)
        done = score(archive(), "--plugin-dir", folder, "-o", folder / "r.html")
        self.assertIn(done.code, (0, 5))
        if (folder / "r.html").exists():
            self.assertEqual(run("report", folder / "r.html").code, 0)


if __name__ == "__main__":
    unittest.main()
