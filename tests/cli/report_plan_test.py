# SPDX-License-Identifier: Apache-2.0
# A report with a plan in it: `plan` and `score` write the same, it is read again with the same plan in
# either language, and one that was changed is refused in words.
from __future__ import annotations

import json
import random
import re
import unittest
from pathlib import Path

from harness import LANGUAGES, archive, new_folder, run, score, small_profile, write

START = '<script type="application/json" id="colonnade-report">'
GOALS = (("--target", "80"), ("--hours", "3"), ("--hours-per-week", "1.5", "--weeks", "14"))
BESIDE = {"colonnade", "plan", "rulebook", "language", "profile", "note"}


def made(data: Path, *options: object, by: str = "plan") -> bytes:
    page = new_folder() / "report.html"
    done = run(by, data, *options, "-o", page)
    assert (done.code, done.out) == (0, b""), done.messages
    return page.read_bytes()


def plans_in(page: bytes) -> dict[str, dict]:
    text = page.decode()
    begin = text.index(START) + len(START)
    report = json.loads(text[begin:text.index("</script>", begin)])
    return {one["result"]["language"]: one["plan"] for one in report["readings"]}


def rounded(value: object) -> object:
    """As far as both forms tell it: points have four decimals, minutes two."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [rounded(part) for part in value]
    return round(value, 1) if isinstance(value, float) else value


class OnePlan(unittest.TestCase):
    def test_plan_and_score_write_the_same_report(self) -> None:
        for goal in GOALS:
            self.assertEqual(made(archive("silent"), *goal),
                             made(archive("silent"), *goal, by="score"))

    def test_it_is_the_plan_that_plan_prints(self) -> None:
        for goal in GOALS:
            plans = plans_in(made(archive("silent"), *goal))
            for language in LANGUAGES:
                alone = run("plan", archive("silent"), *goal, "--lang", language,
                            "--format", "json").json
                self.assertTrue(BESIDE < set(alone))
                wanted = {key: part for key, part in alone.items() if key not in BESIDE}
                self.assertEqual(rounded(plans[language]), rounded(wanted))

    def test_it_is_read_again_in_either_language(self) -> None:
        for goal in GOALS:
            page = write("r.html", made(archive("silent"), *goal, "--lang", "de"))
            for language in LANGUAGES:
                again = run("report", page, "--lang", language, "--format", "html")
                self.assertEqual(again.out, made(archive("silent"), *goal, "--lang", language))
                text = run("report", page, "--lang", language)
                self.assertEqual(text.out, score(archive("silent"), "--lang", language).out)

    def test_each_client_of_a_folder_has_one(self) -> None:
        folder = new_folder() / "reports"
        done = score(archive("silent"), archive("newcomer"), "--hours", "2", "-o", f"{folder}/")
        self.assertEqual(done.code, 0, done.messages)
        pages = [page for page in folder.glob("*.html") if page.name != "index.html"]
        self.assertEqual(len(pages), 2)
        for page in pages:
            self.assertIn('id="plan-en"', page.read_text("utf-8"))

    def test_without_a_score_there_is_none(self) -> None:
        page = new_folder() / "r.html"
        done = score(write("p.json", small_profile()), "--hours", "2", "-o", page)
        self.assertEqual(done.code, 4, done.messages)
        self.assertNotIn('id="plan-', page.read_text("utf-8"))

    def test_it_is_small_with_the_longest_plan(self) -> None:
        for persona in ("silent", "newcomer"):
            self.assertLess(len(made(archive(persona), "--target", "100")), 300_000)
        weeks = made(archive("silent"), "--hours-per-week", "1", "--weeks", "520")
        self.assertLess(len(weeks), 400_000)


class Wrong(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.page = made(archive("silent"), "--hours-per-week", "2", "--weeks", "6").decode()

    def read(self, page: bytes | str) -> tuple[int, bytes, str]:
        done = run("report", write("r.html", page), "--format", "html")
        return done.code, done.out, done.messages

    def test_what_was_changed(self) -> None:
        [step] = re.findall(r'"plan":\{"goal".*?"steps":\[\{"rule":("[^"]+")', self.page)[:1]
        for before, after, words in (
                ('"before":', '"before":1,"x":', "begins with another score"),
                ('"after":', '"after":1,"x":', "is not what its steps bring"),
                (f'"rule":{step},"title"', '"rule":"brand.none","title"', "no rule of this report"),
                ('"week":2', '"week":3', "is not week 2"),
                ('"first_week":1', '"first_week":7', "outside 1 to 6"),
                ('"last_week":6', '"last_week":0', "outside 1 to 6"),
                ('"weeks":6}', '"weeks":521}', "outside 1 to 520"),
                ('"after_high":', '"after_high":101,"x":', "outside 0 to 100"),
                ('"reached":true', '"reached":1', "neither true nor false"),
                ('"per":"once","total', '"per":"day","total', "none of the words that are known"),
                ('"find_out":', '"find":', "has no `find_out`")):
            with self.subTest(after):
                start = self.page.index('"plan":{"goal"')
                self.assertIn(before, self.page[start:])
                changed = self.page[:start] + self.page[start:].replace(before, after, 1)
                code, out, messages = self.read(changed)
                self.assertEqual((code, out), (4, b""))
                self.assertIn(words, messages)

    def test_bytes_that_somebody_changed_by_chance(self) -> None:
        chance = random.Random(11)
        page = self.page.encode()
        begin = page.index(b'"plan":{"goal"')
        end = page.index(b'"find_out"', begin)
        for _ in range(60):
            changed = bytearray(page)
            for _ in range(chance.choice((1, 1, 3))):
                changed[chance.randrange(begin, end)] = chance.choice(b'{}[]",:0123456789-e\\<\x00\xff')
            code, out, messages = self.read(bytes(changed))
            self.assertIn(code, (0, 4), messages)
            if code == 0:
                self.assertEqual(out.count(b"<script"), 2)


if __name__ == "__main__":
    unittest.main()
