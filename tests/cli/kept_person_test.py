# SPDX-License-Identifier: Apache-2.0
# What is kept of a person beside the figures, handed out to them and deleted: after that no byte of
# it is in the store.
from __future__ import annotations

import json
import unittest

from crowd import book
from harness import ROOT, Run, run, score, small_profile, write
from json_schema import Checker
from kept import for_each_kind

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/export.schema.json").read_text("utf-8")))
DATA, USAGE, FINE = 4, 2, 0
MARK = "Sauerteigmeisterin"  # stands in the document only


class KeptPerson:
    def save(self, name: str, *arguments: object, rules: object = None, **facts: object) -> None:
        document = small_profile(id=name, photo=True, headline=MARK + name) | facts
        done = score(write("p.json", document), "--rules", rules or book(),
                     *(arguments or ("--save",)), *self.place)
        self.assertEqual(done.code, FINE, done.messages)

    def history(self, *arguments: object) -> Run:
        return run("history", *self.place, *arguments)

    def export(self, name: str) -> dict:
        done = self.history("--export", name)
        self.assertEqual(done.code, FINE, done.messages)
        self.assertEqual(SCHEMA.problems(done.json), [])
        return done.json

    def test_all_of_it_is_handed_out(self) -> None:
        self.save("clara")
        self.save("clara", "--save", "--fact", "followers=500", as_of="2026-11-21T12:00:00Z")
        self.save("bert")
        given = self.export("clara")
        self.assertEqual(given["profile"], {"id": "clara"})
        self.assertEqual([one["result"]["score"] for one in given["results"]], [100.0, 100.0])
        for one in given["results"]:
            self.assertEqual(one["document"]["headline"], MARK + "clara")
        self.assertEqual([one["stated"] for one in given["results"]],
                         ["", "15\nfollowers: 500\n"])
        [(sha256, [text, *others])] = given["rulebooks"].items()
        self.assertEqual(sha256, given["results"][0]["result"]["rulebook"]["sha256"])
        self.assertEqual(text["text"], book().read_text("utf-8"))
        self.assertIn("schemas", [other["sub"] for other in others])
        self.assertNotIn("bert", json.dumps(given))

    def test_only_what_rules_may_read_is_kept_of_a_document(self) -> None:
        self.save("clara", surname="Clara Invented", posts=[{"at": "2026-11-01T00:00:00Z",
                                                          "text": "Rye", "author": "Invented"}])
        document = self.export("clara")["results"][0]["document"]
        self.assertNotIn("Invented", json.dumps(document))
        self.assertEqual(document["posts"], [{"at": "2026-11-01T00:00:00Z", "text": "Rye"}])

    def test_the_result_alone(self) -> None:
        self.save("clara", "--save=result")
        given = self.export("clara")
        self.assertEqual(list(given["results"][0]), ["result"])
        self.assertEqual(given["rulebooks"], {})
        self.assertNotIn(MARK.encode(), self.contents())

    def test_deleted_is_gone(self) -> None:
        self.save("clara", summary="x" * 20_000 + MARK)
        self.save("clara", summary=MARK)  # in place of the one before
        self.save("clara", as_of="2026-11-21T12:00:00Z", rules=book("# claras\n"))
        self.save("bert")
        self.assertIn((MARK + "clara").encode(), self.contents())
        done = self.history("--delete", "clara")
        self.assertEqual((done.code, done.out), (FINE, b""), done.messages)
        self.assertIn("2 results of `clara` deleted from", done.messages)
        content = self.contents()
        for word in (MARK + "clara", "# claras", '"clara"'):
            self.assertNotIn(word.encode(), content, word)
        self.assertEqual(self.history("clara").code, DATA)
        self.assertEqual(len(self.export("bert")["rulebooks"]), 1)

    def test_who_is_not_there_or_not_named(self) -> None:
        self.save("clara")
        for what in ("--export", "--delete"):
            self.assertEqual(self.history(what, "bert").code, DATA)
            self.assertEqual(self.history(what).code, USAGE)
        self.assertEqual(self.history("--delete", "--export", "clara").code, USAGE)
        self.assertEqual(self.history("clara").code, FINE)


for_each_kind(KeptPerson, globals())


if __name__ == "__main__":
    unittest.main()
