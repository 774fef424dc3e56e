# SPDX-License-Identifier: Apache-2.0
# LinkedIn's own index stands beside the score, changes nothing in it, and is refused in words where
# the file is something else.
from __future__ import annotations

import json
import unittest

import harness
from harness import archive, score, small_profile, write
from json_schema import Checker

SSI = {"activeSeat": False,
       "memberScore": {"overall": 47.31, "subScores": [
           {"score": 12.5, "pillar": "PROFESSIONAL_BRAND"},
           {"score": 9.01, "pillar": "FIND_RIGHT_PEOPLE"},
           {"score": 5.8, "pillar": "INSIGHT_ENGAGEMENT"},
           {"score": 20, "pillar": "STRONG_RELATIONSHIP"}]},
       "groupScore": [{"groupType": "INDUSTRY", "rank": 3, "industry": "Metal", "groupSize": 900,
                       "score": {"overall": 22.4, "subScores": []}},
                      {"groupType": "NETWORK", "rank": 12}]}


class Ssi(unittest.TestCase):
    def test_it_changes_nothing(self) -> None:
        ssi = write("ssi.json", SSI)
        plain = score(archive(), "--format", "json").json
        beside = score(archive(), "--format", "json", "--ssi", ssi).json
        own = beside.pop("linkedin_ssi")
        self.assertEqual(plain, beside)
        self.assertEqual(own["score"], 47.31)
        self.assertEqual([p["score"] for p in own["pillars"]], [12.5, 9.01, 5.8, 20])
        self.assertEqual(own["groups"][0], {"group": "industry", "industry": "Metal",
                                            "top_percent": 3, "members": 900, "average": 22.4})
        for form in ((), ("--details",)):
            alone = score(archive(), *form).text
            self.assertTrue(score(archive(), *form, "--ssi", ssi).text.startswith(alone))

    def test_it_fits_the_schema_and_the_screen(self) -> None:
        schema = json.loads((harness.ROOT / "docs/schemas/result.schema.json").read_text("utf-8"))
        for language in harness.LANGUAGES:
            ssi = ("--ssi", write("ssi.json", SSI), "--lang", language)
            result = score(archive(), *ssi, "--format", "json").json
            self.assertEqual(Checker(schema).problems(result), [])
            for line in score(archive(), *ssi).text.splitlines():
                self.assertLessEqual(harness.width(line), 80)

    def test_it_is_of_one_person(self) -> None:
        ssi = write("ssi.json", SSI)
        person = write("p.json", small_profile(photo=True))
        done = score(person, person, "--ssi", ssi)
        self.assertEqual((done.code, done.out), (2, b""))
        self.assertIn("one person", done.messages)

    def wrong(self, change: object) -> str:
        ssi = json.loads(json.dumps(SSI))
        change(ssi)
        done = score(archive(), "--ssi", write("ssi.json", ssi))
        self.assertEqual((done.code, done.out), (4, b""))
        return done.messages

    def test_what_is_not_linkedins_answer_is_refused_in_words(self) -> None:
        scores = ("memberScore", "subScores")
        for change, wanted in (
                (lambda s: s.pop("memberScore"), "there is no `memberScore`"),
                (lambda s: s.update(memberScore=[]), "`memberScore` is not an object"),
                (lambda s: s["memberScore"].update(overall=100.1), "outside 0 to 100"),
                (lambda s: s["memberScore"].update(overall="47"), "no number `overall`"),
                (lambda s: s[scores[0]][scores[1]].pop(), "all four pillars"),
                (lambda s: s[scores[0]][scores[1]][0].update(score=25.1), "outside 0 to 25"),
                (lambda s: s[scores[0]][scores[1]][0].update(pillar="\x1b[31mX"), "no pillar"),
                (lambda s: s[scores[0]][scores[1]][0].update(pillar="FIND_RIGHT_PEOPLE"), "twice"),
                (lambda s: s["groupScore"][0].update(rank=101), "above 100 %"),
                (lambda s: s.update(groupScore=s["groupScore"] * 9), "a few groups")):
            with self.subTest(wanted=wanted):
                messages = self.wrong(change)
                self.assertIn(wanted, messages)
                self.assertNotIn("\x1b", messages)

    def test_hostile_files(self) -> None:
        for content in (b"", b"\0", b"\xff\xfe{", b"[" * 500_000, b"{}", b"[]", b'{"a":' * 17,
                        b'{"memberScore":1e999}', b" " * (1024 * 1024 + 1)):
            done = score(archive(), "--ssi", write("ssi.json", content))
            self.assertEqual((done.code, done.out), (4, b""), content[:20])
            self.assertTrue(done.messages.startswith("error: "))
        self.assertEqual(score(archive(), "--ssi", "/nonexistent.json").code, 4)

    def test_the_size_of_the_file_is_bounded_on_both_sides(self) -> None:
        text = json.dumps(SSI).encode()
        fits = text + b" " * (1024 * 1024 - len(text))
        self.assertEqual(score(archive(), "--ssi", write("ssi.json", fits)).code, 0)
        self.assertEqual(score(archive(), "--ssi", write("ssi.json", fits + b" ")).code, 4)


if __name__ == "__main__":
    unittest.main()
