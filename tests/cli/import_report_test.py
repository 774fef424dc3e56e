# SPDX-License-Identifier: Apache-2.0
# The report of `import`: what became of every file, since when lists are complete, which rules wait for
# what is missing. One bad row or file costs that row or file, and nothing else.
from __future__ import annotations

import itertools
import json
import shutil
import unittest
from pathlib import Path

import harness
from harness import EDITIONS, LANGUAGES, PERSONAS, archive, folder, run

RUBBISH = {
    "empty": lambda content: b"",
    "zeros": lambda content: b"\0" * 500,
    "no text": lambda content: bytes(range(128, 256)) * 20,
    "half": lambda content: content[:len(content) // 2],
    "a quote": lambda content: content + b'\n"' + b"x," * 500,
    "one column": lambda content: b"\n".join(line.split(b",")[0] for line in content.splitlines()),
}


def copied(source: Path) -> Path:
    place = harness.new_folder() / source.name
    shutil.copytree(source, place)
    return place


def reported(data: object, *arguments: str) -> dict:
    path = harness.new_folder() / "report.json"
    done = run("import", data, "-o", path.with_name("p.json"), "--report", path, *arguments)
    assert (done.code, done.out, done.err) == (0, b"", b""), done.messages
    return json.loads(path.read_text("utf-8"))


def entry(entries: list[dict], key: str, value: str) -> dict:
    [found] = [entry for entry in entries if entry[key] == value]
    return found


def without(*names: str, persona: str = "steady") -> dict:
    place = copied(folder(persona))
    for name in names:
        [file] = place.rglob(name)
        file.unlink()
    return reported(place, "--lang", "en")


class Text(unittest.TestCase):
    def test_found_ignored_missing(self) -> None:
        report = run("import", archive("steady", "basic"), "--lang", "en").messages
        for part in ("Connections.csv", "Files that were left alone", "What they tell",
                     "Without a file, though others of their kind are here",
                     "Shares.csv, InstantReposts.csv are missing", "of 100 points, by “",
                     "Post regularly (6.0)", "Fill in the gaps: ", "To be read with care"):
            self.assertIn(part, report)

    def test_it_fits_80_columns_in_both_languages(self) -> None:
        for persona, edition, language in itertools.product(PERSONAS, EDITIONS, LANGUAGES):
            report = run("import", archive(persona, edition), "--lang", language).messages
            for line in report.splitlines():
                self.assertLessEqual(harness.width(line), 80, line)

    def test_so_many_names_stand_behind_a_reason(self) -> None:
        most = 24
        for count, more in ((most, ""), (most + 1, "    … 1 more\n")):
            place = copied(folder())
            for number in range(count):
                harness.write(f"table-{number}.csv", "a,b\n", place)
            report = run("import", place, "--lang", "en").messages
            [_, names] = report.split("  no table that this program knows\n")
            names = names.split("\n\n")[0] + "\n"
            self.assertEqual(names.count("table-"), most)
            self.assertEqual(names[names.rindex(".csv") + 5:], more)
            tables = [file for file in reported(place)["files"] if file["name"].startswith("table-")]
            self.assertEqual(len(tables), count)

    def test_damaged_rows_are_named_with_their_line(self) -> None:
        done = run("import", archive("steady", "complete", "--damage"), "--lang", "en")
        self.assertEqual(done.code, 0)
        for name in ("Connections.csv", "Invitations.csv", "Comments.csv"):
            after = done.messages.split(f"  {name}", 1)[1].split("\n")
            self.assertRegex(after[0], r" 1 refused$")
            self.assertRegex(after[1], r"^      line \d+: ")

    def test_a_file_of_it_is_what_would_be_said(self) -> None:
        path = harness.new_folder() / "report.txt"
        said = run("import", archive())
        written = run("import", archive(), "--report", path)
        self.assertEqual(path.read_bytes(), said.err)
        self.assertEqual((written.out, written.err), (said.out, b""))

    def test_it_says_where_it_cannot_be_written(self) -> None:
        done = run("import", archive(), "--report", "no/such/folder/report.json")
        self.assertEqual((done.code, done.out), (6, b""))
        self.assertIn("no/such/folder", done.messages)


class Joined(unittest.TestCase):
    """What the source knows of files, with what the rulebook knows of points."""

    def test_a_missing_file_leaves_its_rules_open(self) -> None:
        file = entry(without("Rich_Media.csv")["missing"], "name", "Rich_Media.csv")
        self.assertEqual((file["counts_as"], file["facts"]), ("unknown", ["photo", "cover"]))
        self.assertEqual([rule["rule"] for rule in file["open_rules"]],
                         ["brand.photo", "brand.cover"])
        self.assertAlmostEqual(file["points_open"],
                               sum(rule["points"] for rule in file["open_rules"]), places=3)

    def test_what_it_leaves_open_is_what_the_score_says(self) -> None:
        place = copied(folder())
        for name in ("messages.csv", "Invitations.csv"):
            (place / name).unlink()
        result = harness.score(place, "--format", "json", "--lang", "en").json
        unknown = {fact["fact"]: fact["points"] for fact in result["unknown"]}
        for fact in reported(place, "--lang", "en")["facts"]:
            points = sum(rule["points"] for rule in fact.get("open_rules", []))
            with self.subTest(fact=fact["fact"]):
                self.assertAlmostEqual(points, unknown.get(fact["fact"], 0), places=3)

    def test_a_rule_is_counted_once(self) -> None:
        report = without("messages.csv", "Invitations.csv", "Rich_Media.csv")
        rules = {rule["rule"]: rule["points"] for fact in report["facts"]
                 for rule in fact.get("open_rules", [])}
        self.assertAlmostEqual(report["points_open"], sum(rules.values()), places=2)
        self.assertLess(report["points_open"],
                        sum(rule["points"] for fact in report["facts"]
                            for rule in fact.get("open_rules", [])))

    def test_a_file_of_a_group_that_is_here_counts_as_none(self) -> None:
        file = entry(without("Votes.csv")["missing"], "name", "Votes.csv")
        self.assertEqual((file["counts_as"], file["open_rules"], file["points_open"]), ("none", [], 0))

    def test_another_rulebook_asks_for_other_things(self) -> None:
        place = copied(folder())
        (place / "messages.csv").unlink()
        files = {rules: entry(reported(place, "--rules", rules)["missing"], "name", "messages.csv")
                 for rules in ("linkedin-ssi", "seller")}
        self.assertLess(files["linkedin-ssi"]["points_open"], files["seller"]["points_open"])

    def test_lists_tell_their_time_and_since_when_they_are_complete(self) -> None:
        report = reported(archive())
        document = run("import", archive()).json
        for fact in report["facts"]:
            self.assertEqual(fact.get("complete_from"), document["coverage"].get(fact["fact"]))
            held = document.get(fact["fact"])
            times = [record["at"] for record in held if "at" in record] if "rows" in fact else []
            if times:
                self.assertEqual((fact["from"], fact["to"]), (min(times)[:10], max(times)[:10]))

    def test_what_stands_for_something_else_says_so(self) -> None:
        for language, word in (("de", "Suche"), ("en", "searches")):
            facts = reported(archive(), "--lang", language)["facts"]
            self.assertIn(word, entry(facts, "fact", "searches")["proxy"])
            self.assertNotIn("proxy", entry(facts, "fact", "skills"))
            self.assertNotIn("proxy", entry(facts, "fact", "followers"))


class OneBadFile(unittest.TestCase):
    def test_it_costs_that_file_and_nothing_else(self) -> None:
        source = folder("newcomer")
        sound = {file["name"]: file for file in reported(source)["files"]}
        tried = 0
        for file in sorted(path for path in source.rglob("*") if path.is_file()):
            for what, spoil in RUBBISH.items():
                place = copied(source)
                (place / file.relative_to(source)).write_bytes(spoil(file.read_bytes()))
                tried += 1
                with self.subTest(file=file.name, now=what):
                    files = {entry["name"]: entry for entry in reported(place)["files"]}
                    changed = [name for name in sound if files.get(name) != sound[name]]
                    self.assertLessEqual(len(changed), 1)
        self.assertGreater(tried, 100)


if __name__ == "__main__":
    unittest.main()
