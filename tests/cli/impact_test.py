# SPDX-License-Identifier: Apache-2.0
# What `impact` tells of two rulebooks is what the tables of both, compared person by person, tell.
from __future__ import annotations

import collections
import json
import math
import re
import unittest
from html.parser import HTMLParser
from pathlib import Path

import harness
from harness import ROOT, run, score, small_profile, width, write
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

    def test_rules_find_their_facts_wherever_another_schema_has_them(self) -> None:
        bundled = harness.rules_copy()
        file = bundled.parent / "schemas/social-profile.yaml"
        schema = file.read_text("utf-8").replace("\nfacts:\n", """
facts:
  stars:
    type: number
    title:
      de: Sterne
      en: Stars
""", 1)
        # A field in front of every list's own.
        schema = schema.replace("    record:\n", """    record:
      mood:
        type: text
        title:
          de: Laune
          en: mood
""")
        file.write_text(schema, "utf-8")
        data = [harness.archive(persona) for persona in harness.PERSONAS]
        for pair in ((ROOT / "rules/linkedin-ssi.yaml", bundled),
                     (bundled, ROOT / "rules/linkedin-ssi.yaml")):
            done = impact(*pair, data, "--format", "json")
            self.assertEqual((done.code, done.json["people"]["compared"]), (0, len(data)),
                             done.messages)
            self.assertEqual((done.json["moves"]["moved"], done.json["moves"]["sum"]), (0, 0))
            self.assertEqual({rule["sum"] for rule in done.json["rules"]}, {0})

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


class Page(HTMLParser):
    """The tags, the words, and the cells of each row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.rows: list[list[str]] = []
        self.is_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.is_cell = True
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.is_cell:
            self.rows[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.is_cell = False


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        lines = crowd_lines(1000) + "".join(
            json.dumps(small_profile(id=name, photo=True, followers=899)) + "\n"
            for name in ("<script>alert(1)</script>", "\u202ebackwards", "\"'&amp;"))
        cls.data = write("people.ndjson", lines)
        cls.call = (book(OLD), book(NEW), cls.data, "--max-rejects", "1%", "--top", "100",
                    "--max-moved", "1", "--format")
        cls.found = impact(*cls.call, "json").json
        cls.done = impact(*cls.call, "html")
        cls.page = Page(cls.done.text)

    def test_it_says_what_the_json_says(self) -> None:
        self.assertEqual(self.done.code, 1)
        rows = self.page.rows
        for rule in self.found["rules"]:
            [row] = [row for row in rows if row[0].endswith(f"({rule['rule']})")]
            self.assertEqual(row[2], str(rule["people"]))
            self.assertAlmostEqual(float(row[1]), rule["mean"], delta=0.0101)
        [together] = [row for row in rows if row[0] == "together"]
        summed = [row for row in rows if len(row) == 4 and row[0] not in ("Rule", "together")]
        self.assertEqual(sum(round(float(row[1]) * 100) for row in summed),
                         round(float(together[1]) * 100))
        heads = next(row for row in rows if row[0].startswith("old"))
        names = {"no score": None, "◆ Weak": "weak", "▲ Strong": "strong"}
        steps = {(names[row[0]], names[head]): int(cell) for row in rows if row[0] in names
                 for head, cell in zip(heads[1:], row[1:], strict=True) if cell != "0"}
        self.assertEqual(steps, {(step["old"], step["new"]): step["people"]
                                 for step in self.found["ratings"]["steps"]})
        movers = [row for row in rows if len(row) == 5 and row[0] != "Id"]
        self.assertEqual([(row[1], row[2], row[3]) for row in movers],
                         [(f"{mover['move']:+.1f}", f"{mover['old']:.1f}", f"{mover['new']:.1f}")
                          for mover in self.found["movers"]])
        [gate] = [row for row in rows if row[0] == "largest move at most 1"]
        self.assertEqual(gate[2], "missed")

    def test_it_stands_alone_and_nothing_in_it_is_obeyed(self) -> None:
        tags = self.page.tags
        self.assertFalse({tag for tag, _ in tags} & {"script", "link", "img", "iframe", "form"})
        self.assertFalse([attrs for _, attrs in tags
                          if any(name.startswith("on") or name in ("style", "src", "href")
                                 for name in attrs)])
        [policy] = [attrs["content"] for tag, attrs in tags
                    if attrs.get("http-equiv") == "Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("script-src 'none'", policy)
        self.assertNotIn("\u202e", self.done.text)

    def test_the_ending_of_the_file_chooses_it(self) -> None:
        file = harness.new_folder() / "impact.html"
        done = impact(*self.call[:-1], "-o", file, "--lang", "en")
        self.assertEqual((done.code, file.read_bytes()), (1, self.done.out))

    def test_nobody_to_compare(self) -> None:
        data = write("people.ndjson", json.dumps(small_profile(id="nobody")) + "\n")
        done = impact(book(OLD), book(NEW), data, "--max-moved", "1", "--format", "html")
        self.assertEqual(done.code, 4)
        self.assertIn("nobody was compared", done.text)


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
