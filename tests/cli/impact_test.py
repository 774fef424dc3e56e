# SPDX-License-Identifier: Apache-2.0
# What `impact` tells of two rulebooks is what the tables of both, compared person by person, tell.
from __future__ import annotations

import collections
import json
import math
import re
import unittest
from pathlib import Path

import harness
from harness import ROOT, run, score, width, write
from impacts import FEWER, NEW, OLD, SCHEMA, book, crowd_lines, impact


def table(rules: object, data: Path, *arguments: str) -> list[dict]:
    done = score(data, "--rules", rules, "--format", "ndjson", "--max-rejects", "100%", "--columns",
                 "id,score,assessed,rating,rules", *arguments)
    return [json.loads(line) for line in done.text.splitlines()]


def tenths(points: float | None) -> int:
    return 0 if points is None else math.floor(points * 10 + 0.5)


def units(points: float | None) -> int:
    return 0 if points is None else round(points * 10_000)


class Reference:
    """What must come out, from the tables of both rulebooks."""

    def __init__(self, old: Path, new: Path, data: Path) -> None:
        olds, news = table(old, data), table(new, data)
        pairs = [(a, b) for a, b in zip(olds, news, strict=True)
                 if a["score"] is not None and b["score"] is not None]
        self.compared = len(pairs)
        self.lost = sum(b["score"] is None and a["score"] is not None
                        for a, b in zip(olds, news))
        self.gained = sum(a["score"] is None and b["score"] is not None
                          for a, b in zip(olds, news))
        self.became_provisional = sum(a["assessed"] >= 0.5 > b["assessed"] for a, b in pairs)
        self.sum = sum(units(b["score"]) - units(a["score"]) for a, b in pairs)
        self.steps = collections.Counter((a["rating"], b["rating"]) for a, b in zip(olds, news))
        self.rules = collections.Counter()
        for a, b in pairs:
            for name in [name for name in {**a, **b} if "." in name]:
                self.rules[name] += units(b.get(name)) - units(a.get(name))
        exact = [(a, b) for a, b in zip(table(old, data, "--exact"), table(new, data, "--exact"))
                 if a["score"] is not None and b["score"] is not None]
        self.moves = [(a["id"], tenths(a["score"]), tenths(b["score"])) for a, b in exact]
        self.rule_people = collections.Counter()
        for a, b in exact:
            for name in self.rules:
                self.rule_people[name] += tenths(a.get(name)) != tenths(b.get(name))


class Figures(unittest.TestCase):
    def check(self, old: str | Path, new: str | Path, data: Path) -> dict:
        old = old if isinstance(old, Path) else book(old)
        new = new if isinstance(new, Path) else book(new)
        done = impact(old, new, data, "--format", "json", "--max-rejects", "100%", "--top", "25")
        self.assertEqual(done.code, 0, done.messages)
        self.assertEqual(SCHEMA.problems(done.json), [])
        found, expected = done.json, Reference(old, new, data)
        people, moves = found["people"], found["moves"]
        self.assertEqual((people["compared"], people["gained_score"], people["lost_score"]),
                         (expected.compared, expected.gained, expected.lost))
        self.assertEqual(people["became_provisional"], expected.became_provisional)
        self.assertEqual(units(moves["sum"]), expected.sum)
        self.assertEqual({(step["old"], step["new"]): step["people"]
                          for step in found["ratings"]["steps"]}, dict(expected.steps))
        self.check_rules(found, expected)
        self.check_moves(found, expected)
        return found

    def check_rules(self, found: dict, expected: Reference) -> None:
        rules = {rule["rule"]: rule for rule in found["rules"]}
        self.assertEqual({name: units(rule["sum"]) for name, rule in rules.items()},
                         dict(expected.rules))
        self.assertEqual({name: rule["people"] for name, rule in rules.items()},
                         dict(expected.rule_people))
        for key, total in (("sum", "sum"), ("mean", "mean")):
            self.assertEqual(sum(units(rule[key]) for rule in rules.values())
                             + units(found["caps"][key]), units(found["moves"][total]))
        moves = found["moves"]
        self.assertAlmostEqual(moves["mean"], moves["sum"] / expected.compared, delta=0.00005001)
        self.assertEqual(units(moves["mean_new"]) - units(moves["mean_old"]), units(moves["mean"]))
        sums = [abs(rule["sum"]) for rule in found["rules"]]
        self.assertEqual(sums, sorted(sums, reverse=True))

    def check_moves(self, found: dict, expected: Reference) -> None:
        changes = [after - before for _, before, after in expected.moves]
        moves = found["moves"]
        self.assertEqual((moves["up"], moves["down"], moves["moved"]),
                         (sum(c > 0 for c in changes), sum(c < 0 for c in changes),
                          sum(c != 0 for c in changes)))
        self.assertEqual((tenths(moves["largest_up"]), round(moves["largest_down"] * 10)),
                         (max(0, *changes), min(0, *changes)))
        self.assertEqual(sum(c["people"] for c in moves["classes"]), expected.compared)
        for part in moves["classes"]:
            least, most = round(part["from"] * 10), round(part["to"] * 10)
            self.assertEqual(part["people"], sum(least <= c <= most for c in changes))
        movers = sorted(((-abs(b - a), name.encode(), a, b) for name, a, b in expected.moves
                         if a != b))[:25]
        self.assertEqual([(mover["id"].encode(), tenths(mover["old"]), tenths(mover["new"]))
                          for mover in found["movers"]], [mover[1:] for mover in movers])

    def test_they_are_those_of_both_tables(self) -> None:
        data = write("people.ndjson", crowd_lines(1500))
        found = self.check(OLD, NEW, data)
        self.assertEqual({rule["rule"]: rule["in"] for rule in found["rules"]},
                         {"brand.headline": "new", "brand.photo": "both",
                          "brand.followers": "both"})
        self.assertLess(found["caps"]["sum"], 0)
        self.assertGreater(found["ratings"]["crossed"], 0)
        found = self.check(NEW, FEWER, data)
        self.assertEqual([rule["rule"] for rule in found["rules"] if rule["in"] == "old"],
                         ["brand.followers", "brand.headline"])
        self.assertGreater(found["people"]["lost_score"], 0)

    def test_the_bundled_rulebooks(self) -> None:
        made = [harness.archive(persona) for persona in ("steady", "silent", "chaser")]
        documents = [run("import", path).text.strip() for path in made]
        lines = [json.dumps(json.loads(text) | {"id": f"p{n}"}) for n, text in enumerate(documents)]
        data = write("people.ndjson", "\n".join(lines * 2) + "\n")
        self.check(ROOT / "rules/linkedin-ssi.yaml", ROOT / "rules/job-seeker.yaml", data)

    def test_a_rulebook_compared_with_itself_changes_nothing(self) -> None:
        found = self.check(OLD, OLD, write("people.ndjson", crowd_lines(300)))
        self.assertEqual((found["moves"]["moved"], found["movers"], found["ratings"]["crossed"]),
                         (0, [], 0))

    def test_schemas_may_know_more_than_each_other(self) -> None:
        place = harness.rules_copy().parent
        schema = (place / "schemas/social-profile.yaml").read_text("utf-8")
        head, facts = schema.split("\nfacts:\n")
        more = "  stars:\n    type: number\n    title:\n      de: Sterne\n      en: Stars\n"
        (place / "schemas/social-profile.yaml").write_text(f"{head}\nfacts:\n{more}{facts}", "utf-8")
        new = write("stars.yaml", NEW.replace("pass: has headline", "pass: stars >= 2"), place)
        documents = [json.loads(line) for line in crowd_lines(400).splitlines()
                     if line.startswith("{\"profile")]
        data = write("people.ndjson", "".join(
            json.dumps(person | {"stars": n % 4}) + "\n" for n, person in enumerate(documents)))
        self.check(book(OLD), new, data)
        self.check(new, book(OLD), data)


class Text(unittest.TestCase):
    def test_what_is_shown_adds_up(self) -> None:
        data = write("people.ndjson", crowd_lines(2000))
        for pair in ((OLD, NEW), (NEW, OLD), (NEW, FEWER)):
            text = impact(*map(book, pair), data, "--max-rejects", "1%").text
            self.assertTrue(all(width(line) <= 80 for line in text.splitlines()))
            part = text[text.index("Rules responsible"):text.index("\nWho moves")]
            shown = [round(float(number) * 100)
                     for number in re.findall(r"^ +([+-]?\d+\.\d\d) ", part, re.MULTILINE)]
            self.assertEqual(sum(shown[:-1]), shown[-1])
            mean = re.search(r"on average \((.*)\)", text)[1]
            self.assertEqual(round(float(mean) * 100), shown[-1])


if __name__ == "__main__":
    unittest.main()
