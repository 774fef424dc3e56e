# SPDX-License-Identifier: Apache-2.0
# Facts that a person adds where the data is silent: they change what they should and nothing else,
# they are marked, and the form that asks for them is read back.
from __future__ import annotations

import re
import unittest

import harness
from harness import archive, run, score, small_profile, write

ANSWERS = {"cover": "true", "public": "false", "followers": "300", "profile_views": "90",
           "visitors": "40", "visitors_contacted": "10", "groups": "[{name: One}, {name: Two}]"}

SCHEMA = """colonnade: 1
schema: things
languages: [en]
facts:
  things:
    type: list
    stateable: true
    title:
      en: Things
    record:
      name:
        type: text
      at:
        type: time
      open:
        type: yes/no
      size:
        type: number
      part:
        type: share
      pace:
        type: rate
      age:
        type: duration
      kind:
        type: category
        values: [small, large]
"""
BOOK = """colonnade: 1
rulebook: book
schema: things
languages: [en]
title:
  en: Things
pillars:
  all:
    title:
      en: All
    weight: 100
    rules:
      things:
        title:
          en: Things
        points: 1
        measure: count(things)
        full: 5
        none: 0
        tip:
          en: More.
        effort: 1 hour
"""


def rules_of(result: dict) -> dict:
    return {f"{pillar['id']}.{rule['id']}": rule for pillar in result["pillars"]
            for rule in pillar["rules"]}


def result_of(*arguments: object) -> dict:
    done = score(*arguments, "--format", "json", "--lang", "en")
    assert done.code == 0, done.messages
    return done.json


class OneFact(unittest.TestCase):
    def test_it_is_assessed_and_marked_and_no_other_rule_changes(self) -> None:
        before, after = result_of(archive()), result_of(archive(), "--fact", "cover=true")
        self.assertNotIn("stated", before["profile"])
        self.assertEqual(after["profile"]["stated"], ["cover"])
        old, new = rules_of(before), rules_of(after)
        self.assertEqual(old["brand.cover"]["status"], "unknown")
        self.assertEqual((new["brand.cover"]["status"], new["brand.cover"]["share"]),
                         ("assessed", 1))
        for rule in old.keys() - {"brand.cover"}:
            for key in ("status", "share", "value", "shown", "worth"):
                self.assertEqual(old[rule][key], new[rule][key], rule)
        self.assertAlmostEqual(after["assessed"] - before["assessed"], 0.01)
        self.assertGreaterEqual(after["low"], before["low"])
        self.assertLessEqual(after["high"], before["high"])
        self.assertNotIn("cover", [fact["fact"] for fact in after["unknown"]])

    def test_the_last_word_counts(self) -> None:
        twice = result_of(archive(), "--fact", "cover=false", "--fact", "cover=true")
        self.assertEqual(twice, result_of(archive(), "--fact", "cover=true"))
        answers = write("answers.yaml", "cover: false\n")
        self.assertEqual(result_of(archive(), "--with", answers, "--fact", "cover=true"), twice)

    def test_it_wins_over_the_data(self) -> None:
        profile = write("p.json", small_profile(photo=False))
        result = result_of(profile, "--fact", "photo=true")
        self.assertEqual(rules_of(result)["brand.photo"]["share"], 1)
        self.assertEqual(result["profile"]["stated"], ["photo"])

    def test_the_size_of_answers_has_a_bound(self) -> None:
        head = "cover: true\n#"
        for size, code in ((1024 * 1024, 0), (1024 * 1024 + 1, 4)):
            answers = write("answers.yaml", head + "x" * (size - len(head)))
            self.assertEqual(score(archive(), "--with", answers).code, code)

    def test_a_documents_own_marks_are_kept(self) -> None:
        profile = write("p.json", small_profile(photo=True, cover=True, stated=["cover"]))
        self.assertEqual(result_of(profile)["profile"]["stated"], ["cover"])


class AnswersFile(unittest.TestCase):
    def form(self, *arguments: object) -> str:
        done = run("facts", "--unknown", archive("steady"), "--lang", "en", *arguments)
        self.assertEqual((done.code, done.err), (0, b""))
        return done.text

    def fill(self, form: str) -> str:
        return re.sub(r"^(\w+): .*$", lambda line: f"{line[1]}: {ANSWERS[line[1]]}", form,
                      flags=re.MULTILINE)

    def test_it_asks_for_what_is_worth_most_first(self) -> None:
        form = self.form()
        asked = re.findall(r"^(\w+): ", form, re.MULTILINE)
        self.assertEqual(set(asked), set(ANSWERS))
        points = [float(p) for p in re.findall(r"\((\d+\.\d) points\)", form)]
        self.assertEqual(points, sorted(points, reverse=True))
        self.assertEqual(len(points), len(asked))

    def test_left_empty_it_says_nothing(self) -> None:
        answers = write("answers.yaml", self.form())
        self.assertEqual(score(archive(), "--with", answers).out, score(archive()).out)

    def test_filled_in_it_closes_the_gaps(self) -> None:
        answers = write("answers.yaml", self.fill(self.form()))
        before, after = result_of(archive()), result_of(archive(), "--with", answers)
        self.assertEqual(sorted(after["profile"]["stated"]), sorted(ANSWERS))
        left = {fact["fact"] for fact in after["unknown"]}
        self.assertEqual(left & ANSWERS.keys(), set())
        self.assertGreater(after["assessed"], before["assessed"])
        self.assertLess(after["high"] - after["low"], before["high"] - before["low"])
        rules = rules_of(after)
        self.assertEqual(rules["insights.groups"]["value"], 2)
        self.assertEqual(rules["brand.public"]["share"], 0)
        self.assertEqual(rules["brand.followers"]["share"], 0.5)
        rest = run("facts", "--unknown", archive(), "--with", answers).text
        self.assertEqual(re.findall(r"^(\w+): ", rest, re.MULTILINE), [])

    def test_the_form_of_a_list_can_be_read(self) -> None:
        for blank in ("", " "):
            form = self.form()
            [element] = re.findall(r"(?m)^groups: +# .*\n#( +- name: .*\n)", form)
            element = element.removeprefix(blank)
            filled = re.sub(r"(?m)^(groups:).*\n.*\n", lambda line: f"{line[1]}\n" + element * 3, form)
            answers = write("answers.yaml", filled)
            self.assertEqual(rules_of(result_of(archive(), "--with", answers))["insights.groups"]["value"], 3)
            document = write("p.yaml", 'profile: 1\nas_of: 2026-11-20\n' + filled)
            self.assertEqual(run("import", document).json["groups"], [{"name": "…"}] * 3)
        none = write("answers.yaml", re.sub(r"(?m)^(groups:).*$", r"\1 []", form))
        self.assertEqual(rules_of(result_of(archive(), "--with", none))["insights.groups"]["value"], 0)

    def test_every_kind_of_field_has_a_line_that_can_be_read(self) -> None:
        place = harness.new_folder()
        (place / "schemas").mkdir()
        write("things.yaml", SCHEMA, place / "schemas")
        book, data = write("book.yaml", BOOK, place), write("p.json", small_profile())
        form = run("facts", "--unknown", data, "--rules", book)
        self.assertEqual((form.code, form.err), (0, b""), form.messages)
        self.assertEqual(form.text.count("\n#  "), SCHEMA.count("type: ") - 1)
        answers = write("answers.yaml", re.sub(r"(?m)^#(  .*)$", r"\1", form.text))
        done = score(data, "--rules", book, "--with", answers, "--format", "json")
        self.assertEqual((done.code, done.err), (0, b""), done.messages)
        self.assertEqual(done.json["pillars"][0]["rules"][0]["value"], 1)

    def test_the_text_names_what_was_stated(self) -> None:
        text = score(archive(), "--fact", "cover=true", "--lang", "de").text
        self.assertRegex(text, r"Angegeben, nicht aus den Daten: (cover|Titelbild)")


class Wrong(unittest.TestCase):
    def test_each_is_refused_with_its_place(self) -> None:
        for fact, code in (("phto=true", 4), ("photo=maybe", 4), ("followers=many", 4),
                           ("followers=-3", 4), ("photo", 2), ("=true", 4), ("", 2)):
            with self.subTest(fact=fact):
                done = score(archive(), "--fact", fact)
                self.assertEqual((done.code, done.out), (code, b""), done.messages)
                self.assertIn("error: ", done.messages)
        self.assertIn("did you mean `photo`?",
                      score(archive(), "--fact", "phto=true").messages)

    def test_import_takes_no_stated_facts(self) -> None:
        done = run("import", archive(), "--fact", "cover=true")
        self.assertEqual((done.code, done.out), (2, b""))

    def test_an_answers_file_that_is_none(self) -> None:
        folder = harness.new_folder()
        for content in ("- photo\n", "photo: [\n", "photo: {a: b}\n", "\tphoto: true\n", "photo\n"):
            with self.subTest(content=content):
                done = score(archive(), "--with", write("a.yaml", content, folder))
                self.assertEqual((done.code, done.out), (4, b""))
                self.assertRegex(done.messages, r"a\.yaml:\d+:\d+: error: ")


if __name__ == "__main__":
    unittest.main()
