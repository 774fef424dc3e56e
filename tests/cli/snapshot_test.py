# SPDX-License-Identifier: Apache-2.0
# A member snapshot and the archive of the same person say the same where both say something.
from __future__ import annotations

import subprocess
import sys
import unittest

from harness import MAKER, archive, new_folder, run, score, write

SHAPES = {"page": "pages", "pages": "pages.json", "domains": "domains.json"}
# Not in a snapshot, or only in part.
OPEN = {"articles", "verified", "follows"}

def snapshot(persona: str, shape: str) -> object:
    path = new_folder() / SHAPES[shape]
    subprocess.run([sys.executable, "-B", str(MAKER), "--persona", persona, "--snapshot", shape,
                    "--out", str(path)], check=True)
    return path


def imported(data: object) -> dict:
    done = run("import", data, "--as-of", "2026-11-20", "--id", "x")
    assert done.code == 0, done.messages
    return done.json


class Snapshot(unittest.TestCase):
    def test_the_same_person_as_in_the_archive(self) -> None:
        for persona in ("steady", "chaser"):
            whole = imported(archive(persona))
            for shape in SHAPES:
                with self.subTest(persona=persona, shape=shape):
                    found = imported(snapshot(persona, shape))
                    self.assertLessEqual(found.keys(), whole.keys())
                    self.assertGreater(len(found), 25)
                    for key in found.keys() - OPEN:
                        self.assertEqual(found[key], whole[key], key)
                    for key in whole.keys() - found.keys() - OPEN:
                        self.assertEqual(whole[key], [], key)
                    followed = [f for f in whole["follows"] if f["kind"] != "hashtag"]
                    self.assertEqual(found["follows"], followed)

    def test_it_is_scored_without_a_word(self) -> None:
        done = score(snapshot("steady", "pages"), "--format", "json")
        self.assertEqual((done.code, done.messages), (0, ""))

    def test_other_json_is_told_as_before(self) -> None:
        for content, wanted in (({"photo": True}, "the document does not say of when it is"),
                                ("[1]", "found a list, expected an object"),
                                ('{"photo": tru}', "this is no JSON")):
            done = score(write("x.json", content))
            self.assertEqual(done.code, 4)
            self.assertIn(wanted, done.messages)

    def test_a_broken_snapshot_is_told_as_one(self) -> None:
        done = score(write("x.json", '{"PROFILE": [{"Headline": "a secret\n'))
        self.assertEqual(done.code, 4)
        self.assertIn("it is no JSON from line 1 on", done.messages)
        self.assertNotIn("secret", done.messages)


if __name__ == "__main__":
    unittest.main()
