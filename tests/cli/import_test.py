# SPDX-License-Identifier: Apache-2.0
# An archive, its folder and the document that `import` makes of it are the same person: every score
# of them is the same, byte for byte, whatever the machine's zone, locale or folder.
from __future__ import annotations

import itertools
import json
import unittest

import harness
from harness import ENVIRONMENT, EDITIONS, PERSONAS, archive, folder, run, score

FORMS = (("--lang", "de"), ("--lang", "en", "--details"), ("--format", "json", "--lang", "en"))


def imported(data: object, *arguments: str) -> object:
    path = harness.new_folder() / "p.json"
    done = run("import", data, "-o", path, *arguments)
    assert (done.code, done.out) == (0, b""), done.messages
    return path


class SamePerson(unittest.TestCase):
    def same(self, one: object, other: object, *arguments: str) -> None:
        for form in FORMS:
            left = score(one, *form, *arguments)
            self.assertEqual((left.code, left.err), (0, b""))
            self.assertEqual(left.out, score(other, *form, *arguments).out, form)

    def test_document_and_archive(self) -> None:
        for persona, edition in itertools.product(PERSONAS, EDITIONS):
            with self.subTest(persona=persona, edition=edition):
                self.same(imported(archive(persona, edition)), archive(persona, edition))

    def test_folder_and_zip(self) -> None:
        for persona in PERSONAS:
            with self.subTest(persona=persona):
                self.same(folder(persona), archive(persona))

    def test_document_on_standard_input(self) -> None:
        path = imported(archive())
        piped = score("-", input=path.read_bytes())
        self.assertEqual(piped.out, score(archive()).out)

    def test_document_on_standard_output(self) -> None:
        self.assertEqual(run("import", archive()).out, imported(archive()).read_bytes())

    def test_a_document_is_passed_on_as_it_is(self) -> None:
        path = imported(archive())
        again = run("import", path)
        self.assertEqual(again.out, path.read_bytes())
        self.assertIn("as it is", again.messages)

    def test_an_id_goes_along(self) -> None:
        path = imported(archive(), "--id", "client-7")
        self.assertEqual(json.loads(path.read_text("utf-8"))["id"], "client-7")
        self.same(path, archive(), "--id", "client-7")
        self.assertIn("client-7", score(path).text)


class Moment(unittest.TestCase):
    def test_a_moment_in_the_past(self) -> None:
        data = archive("steady")
        for moment in ("2026-06-30", "2025-12-01T12:00:00Z"):
            with self.subTest(moment=moment):
                past = score(data, "--as-of", moment, "--format", "json").json
                of_document = score(imported(data), "--as-of", moment, "--format", "json")
                self.assertEqual(past, of_document.json)
                wanted = moment if "T" in moment else f"{moment}T23:59:59Z"
                self.assertEqual(past["profile"]["as_of"], wanted)
                self.assertNotEqual(past["score"], score(data, "--format", "json").json["score"])

    def test_before_the_activity_there_was_none(self) -> None:
        past = score(archive(), "--as-of", "2020-01-01", "--format", "json").json
        rules = {rule["id"]: rule for pillar in past["pillars"] for rule in pillar["rules"]}
        self.assertNotEqual(rules["posting-rhythm"]["value"], None)
        self.assertEqual(rules["posting-rhythm"]["points"], 0)

    def test_the_archives_own_moment(self) -> None:
        result = score(archive(), "--format", "json").json
        self.assertEqual(result["profile"]["as_of"], "2026-11-20T23:59:59Z")
        self.assertEqual(score(archive(), "--as-of", "2026-11-20").out, score(archive()).out)


class SameBytes(unittest.TestCase):
    def test_machine_settings_do_not_count(self) -> None:
        wanted = [score(archive(), *form).out for form in FORMS]
        settings = ({"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
                    {"COLUMNS": "40", "TERM": "dumb", "LC_ALL": "tr_TR.UTF-8"}, {})
        for setting in settings:
            environment = {"PATH": ENVIRONMENT["PATH"]} | setting
            found = [score(archive(), *form, env=environment, cwd="/").out for form in FORMS]
            self.assertEqual(found, wanted)

    def test_twice(self) -> None:
        for form in FORMS:
            self.assertEqual(score(archive("chaser"), *form).out,
                             score(archive("chaser"), *form).out)


class Kept(unittest.TestCase):
    def test_private_words_stay_out(self) -> None:
        document = run("import", archive("steady")).json
        keys = {key for value in document.values() if isinstance(value, list)
                for record in value for key in record}
        self.assertLessEqual(keys, {
            "accepted", "at", "coworker", "current", "ended", "endorsements", "kind", "links",
            "name", "note", "sent", "skill", "started", "text", "thread", "title", "words"})
        for record in document["messages"]:
            self.assertLessEqual(record.keys(), {"at", "thread", "sent"})
        for record in document["searches"]:
            self.assertLessEqual(record.keys(), {"at"})


if __name__ == "__main__":
    unittest.main()
