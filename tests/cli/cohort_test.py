# SPDX-License-Identifier: Apache-2.0
# Cohorts: built, merged, shown, and ranks among their people. The invented one that is shipped is the one
# that is made here.
#
#   cohort_test.py             test
#   cohort_test.py --accept    write the shipped one anew, after a change of the rulebook
from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path

import harness
import population_of
from crowd import book
from harness import RULES, run, score, write

MISSED, USAGE, RULEBOOK, DATA, OUTPUT = 1, 2, 3, 4, 6
SHIPPED = RULES / "examples/invented-cohort.json"
SHIPPED_SIZE = 400
SHIPPED_WORDS = ("--name", "invented people",
                 "--note", "Invented people: an example, not to be compared with.")


def build(*arguments: object, **options: object) -> harness.Run:
    return run("cohort", "build", *arguments, **options)


def people(count: int, first: int = 0) -> Path:
    return write("people.ndjson", population_of.population(count, first))


def tiny(*persons: dict) -> Path:
    lines = (json.dumps(harness.small_profile(photo=True, followers=0) | person) + "\n"
             for person in persons)
    return write("people.ndjson", "".join(lines))


def cohort_of(*persons: dict, by: str = "industry", floor: int = 1) -> Path:
    place = harness.new_folder() / "cohort.json"
    done = build(tiny(*persons), "--rules", book(), "--by", by, "--floor", floor, "-o", place)
    assert done.code == 0, done.messages
    return place


class Built(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.data = people(300)
        cls.done = build(cls.data, "--by", "industry")
        cls.scores = [json.loads(line) for line in
                      score(cls.data, "--format", "ndjson", "--columns",
                            "id,score,assessed,pillars").text.splitlines()]

    def test_it_counts_what_a_table_of_scores_shows(self) -> None:
        self.assertEqual(self.done.code, 0, self.done.messages)
        everyone = self.done.json["everyone"]
        totals = [row["score"] for row in self.scores]
        self.assertEqual(everyone["total"]["members"], len(totals))
        self.assertEqual(everyone["total"]["units"], sum(round(total * 10_000) for total in totals))
        for point, count in everyone["totals"]:
            self.assertEqual(count, sum(int(total) == point for total in totals))

    def test_groups_are_told_without_white_space(self) -> None:
        persons = [population_of.person(number) for number in range(300)]
        for group in self.done.json["groups"]:
            members = sum(person.get("industry", "").strip() == group["name"] for person in persons)
            self.assertEqual(group["total"]["members"], members)
            self.assertGreaterEqual(members, 20)
        self.assertGreaterEqual(len(self.done.json["groups"]), 2)

    def test_threads_change_no_byte(self) -> None:
        for threads in (1, 2, 5):
            self.assertEqual(build(self.data, "--by", "industry", "--threads", threads).out,
                             self.done.out)

    def test_parts_in_any_order_are_the_whole(self) -> None:
        place = harness.new_folder()
        names = []
        for number, (first, count) in enumerate(((200, 100), (0, 7), (7, 193))):
            names.append(place / f"part-{number}.json")
            done = build(people(count, first), "--by", "industry", "--part", "-o", names[-1])
            self.assertEqual(done.code, 0, done.messages)
        for order in (names, names[::-1], [names[1], names[0], names[2]]):
            merged = run("cohort", "merge", *order)
            self.assertEqual((merged.code, merged.out), (0, self.done.out), merged.messages)
        both = run("cohort", "merge", *names[:2], "--part", "-o", place / "both.json")
        self.assertEqual(both.code, 0)
        self.assertEqual(run("cohort", "merge", place / "both.json", names[2]).out, self.done.out)

    def test_members_are_a_network(self) -> None:
        ids = [row["id"] for row in self.scores[10:40]]
        network = build(self.data, "--members", write("ids.txt", "\r\n".join(ids) + "\n\nnobody"))
        self.assertEqual(network.code, 0, network.messages)
        totals = [row["score"] for row in self.scores[10:40]]
        self.assertEqual(network.json["everyone"]["total"],
                         {"members": 30, "units": sum(round(total * 10_000) for total in totals)})

    def test_the_shipped_one_is_made_of_invented_people(self) -> None:
        self.assertEqual(shipped().out, SHIPPED.read_bytes(), "cohort_test.py --accept writes it")
        self.assertIn("Invented people", SHIPPED.read_text("utf-8"))


class Private(unittest.TestCase):
    def test_too_few_are_not_told_of(self) -> None:
        persons = [{"id": f"p{number}"} for number in range(20)]
        self.assertEqual(build(tiny(*persons), "--rules", book()).code, 0)
        done = build(tiny(*persons[1:]), "--rules", book())
        self.assertEqual((done.code, done.out), (DATA, b""))
        self.assertIn("19 people with a score, expected 20 or more", done.messages)

    def test_small_groups_are_told_to_nobody(self) -> None:
        persons = [{"industry": "Big"}] * 20 + [{"industry": "Small"}] * 19 + [{"industry": "Tiny"}]
        done = build(tiny(*persons), "--rules", book(), "--by", "industry")
        self.assertEqual([group["name"] for group in done.json["groups"]], ["Big"])
        self.assertNotIn(b"Small", done.out + done.err)
        self.assertIn("2 groups of 20 people are not told", done.messages)

    def test_no_id_and_no_fact_but_the_groups_is_in_it(self) -> None:
        persons = [{"id": f"secret-{number}", "headline": "secret headline", "industry": "Big"}
                   for number in range(30)]
        for more in ((), ("--part",)):
            done = build(tiny(*persons), "--rules", book(), "--by", "industry", *more)
            self.assertEqual(done.code, 0, done.messages)
            self.assertNotIn(b"secret", done.out)

    def test_who_is_hardly_known_is_not_counted(self) -> None:
        persons = [{"photo": None, "followers": None}] * 3 + [{"photo": None}] * 4 + [{}] * 25
        persons = [{name: value for name, value in (harness.small_profile(
            photo=True, followers=0) | person).items() if value is not None} for person in persons]
        data = write("p.ndjson", "".join(json.dumps(person) + "\n" for person in persons))
        done = build(data, "--rules", book())
        self.assertEqual((done.json["not_assessed"], done.json["provisional"]), (3, 0))
        self.assertEqual(done.json["everyone"]["total"]["members"], 29)  # half is enough


class Ranked(unittest.TestCase):
    def setUp(self) -> None:
        # 50, 60, … 100 points.
        self.cohort = cohort_of(*({"followers": number * 100, "industry": "A" if number % 2 else "B"}
                                  for number in range(6)))

    def rank(self, *arguments: object, **facts: object) -> harness.Run:
        data = write("me.json", harness.small_profile(**({"photo": True, "followers": 300} | facts)))
        return score(data, "--rules", book(), "--cohort", self.cohort, *arguments)

    def test_in_json(self) -> None:
        done = self.rank("--format", "json", industry=" A ")
        self.assertEqual(done.code, 0, done.messages)
        self.assertEqual(done.json["ranks"], [
            {"cohort": "everyone", "name": "", "top": 0.5, "members": 6, "average": 75},
            {"cohort": "industry", "name": "A", "top": 0.6667, "members": 3, "average": 80}])

    def test_in_text(self) -> None:
        for details in ((), ("--details",)):
            done = self.rank(*details, industry="B")
            self.assertIn("  top 50 % of everyone (6 people, average 75.0)\n"
                          "  top 34 % of B (3 people, average 70.0)\n", done.text)

    def test_another_group_or_none_is_told(self) -> None:
        for facts in ({}, {"industry": "C"}):
            done = self.rank("--format", "json", **facts)
            self.assertEqual([rank["cohort"] for rank in done.json["ranks"]], ["everyone"])
            self.assertIn("the cohort tells nothing of people with the same `industry`",
                          done.messages)

    def test_no_rank_for_a_provisional_score_or_none(self) -> None:
        facts = harness.small_profile()
        done = score(write("me.json", facts), "--rules", book(), "--cohort", self.cohort,
                     "--format", "json")
        self.assertNotIn("ranks", done.json)
        self.assertIn("no rank, as too little could be assessed", done.messages)

    def test_several_cohorts(self) -> None:
        other = cohort_of({}, {"followers": 500})
        done = self.rank("--cohort", other, "--format", "json", industry="A")
        self.assertEqual([rank["members"] for rank in done.json["ranks"]], [6, 3, 2])


class Refused(unittest.TestCase):
    def refused(self, done: harness.Run, code: int, words: str) -> None:
        self.assertEqual((done.code, done.out), (code, b""), done.messages)
        self.assertIn(words, done.messages)

    def test_other_rules(self) -> None:
        cohort = cohort_of({}, {})
        me = write("me.json", harness.small_profile(photo=True))
        self.refused(score(me, "--rules", book("# other\n"), "--cohort", cohort), DATA,
                     "another version of the rulebook `tiny`")
        self.refused(score(me, "--cohort", cohort), DATA,
                     "by the rulebook `tiny`, this score is by `linkedin-ssi`")

    def test_a_part_is_no_cohort_and_a_cohort_no_part(self) -> None:
        part = harness.new_folder() / "part.json"
        self.assertEqual(build(tiny({}), "--rules", book(), "--part", "-o", part).code, 0)
        me = write("me.json", harness.small_profile(photo=True))
        self.refused(score(me, "--rules", book(), "--cohort", part), DATA, "is a part")
        self.refused(run("cohort", "merge", cohort_of({})), DATA, "is no part")

    def test_parts_that_do_not_belong_together(self) -> None:
        place = harness.new_folder()
        for name, more in (("a", ("--by", "industry")), ("b", ()), ("c", ("--name", "C"))):
            done = build(tiny({}), "--rules", book(), "--part", "-o", place / name, *more)
            self.assertEqual(done.code, 0, done.messages)
        done = build(tiny({}), "--rules", book("# 2\n"), "--part", "-o", place / "d")
        self.assertEqual(done.code, 0, done.messages)
        merge = lambda *names: run("cohort", "merge", *(place / name for name in names))
        self.refused(merge("a", "b"), DATA, "has other groups than the first")
        self.refused(merge("b", "c"), DATA, "has another name than the first")
        self.refused(merge("b", "d"), DATA, "was scored by other rules than the first")
        done = run("cohort", "merge", place / "b", place / "c", "--name", "N", "--floor", "2")
        self.assertEqual(done.json["name"], "N")

    def test_facts_that_make_no_groups(self) -> None:
        data = tiny({})
        self.refused(build(data, "--by", "industri"), USAGE, "did you mean `industry`?")
        self.refused(build(data, "--by", "followers"), USAGE,
                     "found number, expected a text or a category")
        self.refused(build(), USAGE, "DATA is required")

    def test_every_person_a_group(self) -> None:
        data = tiny(*({"industry": f"i{number}"} for number in range(10_001)))
        self.refused(build(data, "--rules", book(), "--by", "industry"), DATA,
                     "makes more than 10000 groups")

    def test_files_that_are_none(self) -> None:
        good = json.loads(cohort_of({"industry": "A"}).read_text("utf-8"))
        me = write("me.json", harness.small_profile(photo=True))
        wrong: list[object] = ["", "{}", "[]", "null", "\0", "[" * 100_000, good | {"cohort": 2}]
        for name in good:
            wrong.append({key: value for key, value in good.items() if key != name})
            wrong.append(good | {name: [1]})
        everyone = good["everyone"]
        for change in ({"totals": [[50, 2]]}, {"totals": [[101, 1]]}, {"totals": [[50, 1], [50, 0]]},
                       {"totals": [[-1, 1]]}, {"totals": [50]}, {"pillars": []},
                       {"total": {"members": 1, "units": 1_000_001}},
                       {"total": {"members": 2, "units": 0}},
                       {"pillars": [{"members": 2, "units": 0}]}):
            wrong.append(good | {"everyone": everyone | change})
        wrong += [good | {"floor": 0}, good | {"floor": 2}, good | {"by": ""},
                  good | {"groups": good["groups"] * 2}, good | {"first_as_of": "yesterday"}]
        for text in wrong:
            path = write("cohort.json", text if isinstance(text, str) else json.dumps(text))
            with self.subTest(text=str(text)[:80]):
                self.refused(run("cohort", "show", path), DATA, "is no cohort")
        self.refused(run("cohort", "show", "/nonexistent"), DATA, "cannot read")
        self.refused(score(me, "--cohort", "/nonexistent"), DATA, "cannot read")

    def test_a_table_has_no_room(self) -> None:
        self.refused(score(tiny({}), "--format", "csv", "--cohort", SHIPPED), USAGE, "--cohort")

    def test_a_file_that_cannot_be_written(self) -> None:
        done = build(tiny({}), "--rules", book(), "--floor", 1, "-o", "/dev/full")
        self.assertEqual(done.code, OUTPUT)

    def test_a_broken_file_makes_no_cohort(self) -> None:
        data = write("people.ndjson.gz", b"\x1f\x8b\x08\x00broken")
        self.assertEqual((build(data, "--rules", book(), "--floor", 1).code,
                          build(data, "--rules", book(), "--floor", 1).out), (DATA, b""))


class Shown(unittest.TestCase):
    def test_it_fits_a_terminal(self) -> None:
        done = run("cohort", "show", SHIPPED)
        self.assertEqual(done.code, 0, done.messages)
        for line in done.text.splitlines():
            self.assertLessEqual(harness.width(line), 80)
        self.assertIn(f"invented people{SHIPPED_SIZE:>{26 - 15 + 9}}", done.text)

    def test_as_json(self) -> None:
        done = run("cohort", "show", cohort_of({"industry": "A"}, {"followers": 500}),
                   "--format", "json")
        self.assertEqual(done.json["everyone"], {"name": "", "members": 2, "average": 75,
                                                 "pillars": {"brand": 75}})
        self.assertEqual(done.json["groups"], [{"name": "A", "members": 1, "average": 50,
                                                "pillars": {"brand": 50}}])
        self.assertEqual(run("cohort", "show", SHIPPED, "--format", "yaml").code, USAGE)

    def test_names_cannot_steer_a_terminal(self) -> None:
        place = cohort_of({"industry": "A\u001b[31m\u202eB"})
        for text in (run("cohort", "show", place).text, place.read_text("utf-8")):
            self.assertNotIn("\u001b", text)
            self.assertNotIn("\u202e", text)


def shipped() -> harness.Run:
    return build(people(SHIPPED_SIZE), "--by", "industry", *SHIPPED_WORDS)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        SHIPPED.write_bytes(shipped().out)
    else:
        unittest.main()
