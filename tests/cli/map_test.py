# SPDX-License-Identifier: Apache-2.0
# A table that a mapping file describes becomes profile documents; a proposal for one is understood.
from __future__ import annotations

import json
import os
import unittest

from harness import new_folder, run, write

RULES = """colonnade: 1
rulebook: book
edition: 1
schema: people
languages: [en]
horizon: 12 weeks
title: {en: Book}
pillars:
  all:
    title: {en: All}
    weight: 100
    rules:
      rhythm: {title: {en: Rhythm}, points: 1, measure: visits, full: 5 or more, none: 0, tip: {en: Go}, effort: 1 hour}
"""
SCHEMA = """colonnade: 1
schema: people
languages: [en, de]
facts:
  visits: {type: number, min: 0, title: {en: Visits, de: Besuche}}
  paid: {type: yes/no, title: {en: Paid, de: Bezahlt}}
  since: {type: date, title: {en: Member since, de: Mitglied seit}}
  notice: {type: duration, title: {en: Notice period, de: Frist}}
  quota: {type: share, title: {en: Quota, de: Quote}}
  level: {type: category, values: [low, high], title: {en: Level, de: Stufe}}
  motto: {type: text, personal: true, title: {en: Motto, de: Leitspruch}}
  skills:
    type: list
    title: {en: Skills, de: Kenntnisse}
    record:
      name: {type: text, title: {en: skill, de: Kenntnis}}
      at: {type: time, title: {en: learnt, de: gelernt}}
"""
TABLE = """Nr;Besuche;Bezahlt;Mitglied seit;Frist;Quote;Stufe;Leitspruch;Kenntnisse
7;1.234,5;Ja;03.04.2021;30;12,5%;hoch;Stets voran;Tee, Rechnen
8;viele;Nein;25.12.2019;;;;;
"""
MAP = """colonnade: 1
map: members
schema: people
id: Nr
as_of: 2026-11-20
facts:
  visits: {column: Besuche, decimal: comma}
  paid: {column: Bezahlt, values: {Ja: true, Nein: false}}
  since: {column: Mitglied seit, format: DD.MM.YYYY}
  notice: {column: Frist, unit: days}
  quota: {column: Quote, decimal: comma}
  level: {column: Stufe, values: {hoch: high, tief: low}}
  motto: {column: Leitspruch, empty: none}
lists:
  skills:
    split: ','
    fields:
      name: {column: Kenntnisse}
"""


def book():
    place = new_folder()
    write("book.yaml", RULES, place)
    (place / "schemas").mkdir()
    write("people.yaml", SCHEMA, place / "schemas")
    return place


def mapped(table: str | bytes, mapping: str, *arguments: str):
    place = book()
    write("map.yaml", mapping, place)
    return run("import", write("t.csv", table, place), "--map", "map.yaml", "--rules", "book.yaml",
               *arguments, cwd=place)


class Applied(unittest.TestCase):
    def test_every_kind_of_fact(self) -> None:
        for table in (TABLE, TABLE.encode("cp1252"), "\ufeff" + TABLE.replace("\n", "\r\n")):
            done = mapped(table, MAP)
            self.assertEqual(done.code, 0, done.messages)
            one, two = map(json.loads, done.text.splitlines())
            self.assertEqual(one, {
                "profile": 1, "id": "7", "as_of": "2026-11-20T23:59:59Z", "visits": 1234.5,
                "paid": True, "since": "2021-04-03", "notice": "30.000000 days", "quota": 0.125,
                "level": "high", "motto": "Stets voran",
                "skills": [{"name": "Tee"}, {"name": "Rechnen"}]})
            self.assertEqual(two, {
                "profile": 1, "id": "8", "as_of": "2026-11-20T23:59:59Z", "paid": False,
                "since": "2019-12-25", "motto": "", "skills": []})
            self.assertIn("line 3: `Besuche`: `viele` is no number", done.messages)

    def test_several_rows_make_a_profile(self) -> None:
        mapping = ("colonnade: 1\nmap: m\nschema: people\nrows: one per element\nid: P\n"
                   "facts: {visits: {column: V}}\n"
                   "lists: {skills: {fields: {name: {column: S}, at: {column: D}}}}\n")
        done = mapped("P,V,S,D\na,,x,2026-01-02\nb,3,,\na,4,y,\n,1,z,\n", mapping,
                      "--as-of", "2026-11-20")
        self.assertEqual(done.code, 0, done.messages)
        a, b = map(json.loads, done.text.splitlines())
        self.assertEqual(a["skills"], [{"name": "x", "at": "2026-01-02T00:00:00Z"}, {"name": "y"}])
        self.assertEqual((a["visits"], b["visits"], b["skills"]), (4, 3, []))
        self.assertIn("line 5: the id is missing", done.messages)

    def test_months_may_have_names(self) -> None:
        mapping = ("colonnade: 1\nmap: m\nschema: people\nas_of: 2026-11-20\n"
                   "facts: {{since: {{column: D, format: '{}'}}}}\n")
        for form, dates in (("DD MMM YYYY", ("20 Nov 2026", "20 november 2026")),
                            ("MMM DD, YYYY", ("Nov 20, 2026", "Nov. 20, 2026")),
                            ("DD. MMM YYYY", ("20. Nov. 2026", "20. November 2026"))):
            done = mapped("D\n" + "".join(f'"{date}"\n' for date in dates) + "20.11.2026\n",
                          mapping.format(form))
            self.assertEqual([json.loads(line).get("since") for line in done.text.splitlines()],
                             ["2026-11-20", "2026-11-20", None])
            self.assertIn("line 4: `D`: `20.11.2026` is no date", done.messages)

    def test_cells_of_personal_facts_are_not_shown(self) -> None:
        mapping = MAP.replace("{column: Leitspruch, empty: none}",
                              "{column: Leitspruch, values: {x: y}}")
        done = mapped(TABLE, mapping)
        self.assertIn("line 2: `Leitspruch`: the cell is none of the values", done.messages)
        self.assertNotIn("Stets", done.messages)

    def test_a_list_that_is_personal_as_a_whole_is_shown_without_words(self) -> None:
        place = book()
        write("people.yaml", SCHEMA.replace("    type: list\n", "    type: list\n    personal: true\n"),
              place / "schemas")
        write("map.yaml", MAP, place)
        done = run("import", write("t.csv", TABLE, place), "--map", "map.yaml", "--rules", "book.yaml",
                   "--redact", cwd=place)
        self.assertEqual(done.code, 0, done.messages)
        self.assertNotIn("Rechnen", done.text)

    def test_tables_that_are_none(self) -> None:
        for table in ("", "\n\n", "a,\0\n", "Nr" + ";x" * 1_000_000, "\"" + "x" * 3_000_000):
            done = mapped(table, MAP)
            self.assertIn(done.code, (3, 4), done.messages)
            self.assertEqual(done.out, b"")
        self.assertEqual(mapped(TABLE.splitlines()[0], MAP).code, 4)


    def test_cells_that_look_like_values(self) -> None:
        schema = SCHEMA.replace("{type: date,", "{type: date, min: 2003-05-05,")
        rules = RULES + RULES.splitlines()[-1].replace("rhythm:", "age:").replace(
            "measure: visits, full: 5 or more, none: 0", "measure: age(since), full: 0 days, none: 9 years"
        ) + "\n"
        for cells, kept in (("-0;;;-0;;;;;", {"visits": 0, "notice": "0.000000 days"}),
                            ("nan;;;inf;;;;;", {}), ("1e5;;;1e5;;;;;", {}),
                            (";;01.01.1999;;;;;;", {}), (";;05.05.2003;;;;;;", {"since": "2003-05-05"})):
            place = book()
            write("book.yaml", rules, place)
            write("people.yaml", schema, place / "schemas")
            write("map.yaml", MAP.replace("empty: none", "empty: unknown"), place)
            table = write("t.csv", TABLE.splitlines()[0] + f"\n1;{cells[:-1]}\n", place)
            done = run("import", table, "--map", "map.yaml", "--rules", "book.yaml", cwd=place)
            self.assertEqual(done.code, 0, done.messages)
            facts = {key: value for key, value in done.json.items()
                     if key not in ("profile", "id", "as_of", "skills")}
            self.assertEqual(facts, kept, cells)

    def test_parts_in_which_nothing_stands_are_no_elements(self) -> None:
        for cell, names in (("a, b,,", ["a", "b"]), (",", []), ("", []), (",a", ["a"])):
            table = TABLE.splitlines()[0] + f"\n1;;;;;;;;{cell}\n"
            self.assertEqual([skill["name"] for skill in mapped(table, MAP).json["skills"]], names)

    def test_a_table_of_256_mib_and_one_of_a_byte_more(self) -> None:
        most = 256 * 1024 * 1024
        for size, message in ((most, "it is no text"), (most + 1, "more than")):
            place = book()
            write("map.yaml", MAP, place)
            os.truncate(write("t.csv", TABLE, place), size)
            done = run("import", "t.csv", "--map", "map.yaml", "--rules", "book.yaml", cwd=place)
            self.assertEqual((done.code, done.out), (4, b""))
            self.assertIn(message, done.messages)


class Reported(unittest.TestCase):
    """Of several profiles: each fact, in how many of them it is missing and what that leaves open."""

    RULES = RULES + RULES.splitlines()[-1].replace("rhythm:", "payer:").replace(
        "points: 1, measure: visits, full: 5 or more, none: 0", "points: 3, pass: paid or visits > 9") + "\n"
    # Of five rows one has all, one lacks both, one each, and one is refused.
    TABLE = "Nr;Besuche;Bezahlt\n1;3;Ja\n2;;\n3;4;\n4;;Nein\n5;;;;\n"
    MAP = ("colonnade: 1\nmap: m\nschema: people\nid: Nr\nas_of: 2026-11-20\n"
           "facts: {visits: {column: Besuche}, paid: {column: Bezahlt}, motto: {column: Nr}}\n")

    def imported(self, table: str, *arguments: str):
        place = book()
        write("book.yaml", self.RULES, place)
        write("map.yaml", self.MAP, place)
        return run("import", write("t.csv", table, place), "--map", "map.yaml", "--rules",
                   "book.yaml", *arguments, cwd=place), place

    def report(self, table: str) -> dict:
        done, place = self.imported(table, "--report", "r.json", "-o", "p.ndjson")
        self.assertEqual((done.out, done.messages.count("\n")), (b"", 0 if done.code == 0 else 1))
        return json.loads((place / "r.json").read_text("utf-8"))

    def test_as_json(self) -> None:
        report = self.report(self.TABLE)
        self.assertEqual((report["profiles"], report["points_open"], report["points_open_least"]),
                         (4, 100, 0))
        facts = {fact["fact"]: fact for fact in report["facts"]}
        self.assertEqual(set(facts), {"visits", "paid"})
        # A profile without visits lacks both rules, unless it has paid.
        self.assertEqual((facts["visits"]["unknown_in"], facts["visits"]["points_open"]), (2, 100))
        self.assertEqual((facts["paid"]["unknown_in"], facts["paid"]["points_open"]), (2, 75))
        self.assertEqual(report["files"][0]["refused"], 1)

    def test_it_says_of_each_profile_what_its_score_says(self) -> None:
        done, _ = self.imported(self.TABLE)
        place = book()
        write("book.yaml", self.RULES, place)
        scores = [run("score", write("p.json", line, place), "--rules", "book.yaml", "--format",
                      "json", cwd=place).json for line in done.text.splitlines()]
        self.assertEqual(len(scores), 4)
        for fact in self.report(self.TABLE)["facts"]:
            points = [unknown["points"] for score in scores for unknown in score["unknown"]
                      if unknown["fact"] == fact["fact"]]
            self.assertEqual((fact["unknown_in"], fact["points_open_least"], fact["points_open"]),
                             (len(points), min(points), max(points)))

    def test_as_text(self) -> None:
        done, _ = self.imported(self.TABLE)
        for part in ("(the call or the mapping file), 4 profiles", "line 6: 5 cells",
                     "100.0  of 100 points in one profile at most, 0.0 at least, by “Book”",
                     "100.0  Visits: unknown in 2 of 4 profiles",
                     " 75.0  Paid: unknown in 2 of 4 profiles"):
            self.assertIn(part, done.messages)
        self.assertNotIn("--unknown", done.messages)
        done, _ = self.imported("Nr;Besuche;Bezahlt\n1;3;Ja\n2;4;Ja\n")
        self.assertIn("nothing stays open in any profile", done.messages)
        done, _ = self.imported("Nr;Besuche;Bezahlt\n1;;Ja\n2;;Ja\n")
        self.assertIn("25.0  of 100 points in each profile", done.messages)

    def test_without_a_profile_it_is_told_what_was_refused(self) -> None:
        table = "Nr;Besuche;Bezahlt\n;3;Ja\n5;;;;\n"
        done, place = self.imported(table)
        self.assertEqual((done.code, done.out), (4, b""))
        for part in ("line 2: the id is missing", "line 3: 5 cells", "no row of it makes a profile"):
            self.assertIn(part, done.messages)
        report = self.report(table)
        self.assertEqual((report["profiles"], report["files"][0]["refused"]), (0, 2))
        self.assertNotIn("points_open", report)

    def test_one_profile_is_told_as_any_other(self) -> None:
        report = self.report("Nr;Besuche;Bezahlt\n1;3;\n")
        self.assertEqual((report["profiles"], report["points_open"]), (1, 75))
        self.assertNotIn("unknown_in", report["facts"][0])

    def test_what_is_kept_is_shown_without_words(self) -> None:
        done, _ = self.imported(self.TABLE, "--redact")
        self.assertEqual([json.loads(line)["motto"] for line in done.text.splitlines()],
                         ["(1 character)"] * 4)


class Checked(unittest.TestCase):
    def finds(self, old: str, new: str, message: str) -> None:
        self.assertIn(old, MAP)
        done = mapped(TABLE, MAP.replace(old, new))
        self.assertEqual(done.code, 3)
        self.assertIn(message, done.messages)
        self.assertIn("map.yaml:", done.messages)

    def test_against_the_schema_and_the_table(self) -> None:
        self.finds("visits:", "visitz:", "unknown fact `visitz`")
        self.finds("column: Besuche", "column: Besucher", "did you mean `Besuche`?")
        self.finds("decimal: comma}", "komma: 1}", "komma")
        self.finds("schema: people", "schema: persons", "this mapping is for the schema `persons`")
        self.finds("unit: days", "unit: parsecs", "the unit `parsecs` does not fit a duration")
        self.finds(", unit: days", "", "`unit` is missing")
        self.finds("format: DD.MM.YYYY", "format: DD.MM", "it needs YYYY, MM or MMM, and DD")
        self.finds("format: DD.MM.YYYY", "format: DD. MMMM YYYY", "`MMM` stands for whole names too")
        self.finds("{column: Frist, unit: days}", "{column: Frist, unit: days, format: DD.MM.YYYY}",
                   "does not fit a duration")
        self.finds("hoch: high", "hoch: hihg", "did you mean `high`?")
        self.finds("Ja: true", "Ja: perhaps", "`perhaps` is not a yes/no")
        self.finds("name: {column", "nome: {column", "`skills` has no field `nome`")
        self.finds("{column: Bezahlt, ", "{", "`column` is missing")
        self.finds("{column: Bezahlt, ", "{columns: [], ", "`columns` names no column")
        done = mapped(TABLE.replace("Quote", "Nr"), MAP.replace("column: Quote", "column: Frist"))
        self.assertEqual(done.code, 3)
        self.assertIn("map.yaml:4:5: error: the table has several columns `Nr`", done.messages)

    def test_usage(self) -> None:
        table = write("t.csv", TABLE)
        for arguments in (("--map",), ("--map", "m.yaml", "--guess"), ("--guess",),
                          ("--map", "--guess", "--redact"), ("--map", "--guess", "--report", "r"),
                          ("--map", "m.yaml", "--join"), ("--map", "m.yaml", "--id", "x"),
                          ("--map", "m.yaml", "--own-company", "x")):
            done = run("import", table, *arguments)
            self.assertEqual((done.code, done.out), (2, b""), arguments)
            self.assertTrue(done.messages.startswith("error: "), arguments)

    def test_editors_learn_the_keys(self) -> None:
        schema = run("facts", "--json-schema", "map").json
        self.assertIs(schema["additionalProperties"], False)
        self.assertEqual(schema["required"], ["colonnade", "map", "schema"])


class Guessed(unittest.TestCase):
    def test_the_proposal_reads_the_table(self) -> None:
        place = book()
        table = write("t.csv", TABLE.replace("viele", "2,5"), place)
        done = run("import", table, "--map", "--guess", "--rules", "book.yaml", "-o", "g.yaml",
                   cwd=place)
        self.assertEqual(done.code, 0, done.messages)
        text = (place / "g.yaml").read_text("utf-8")
        for line in ("visits: {column: 'Besuche', decimal: comma}", "paid: {column: 'Bezahlt'}",
                     "since: {column: 'Mitglied seit', format: 'DD.MM.YYYY'}", "id: 'Nr'"):
            self.assertIn(f"\n{line}" if line.startswith("id") else f"\n  {line}", text)
        for line in text.splitlines():
            if "notice:" in line or "level:" in line:
                self.assertTrue(line.startswith("#"), line)
        done = run("import", table, "--map", "g.yaml", "--rules", "book.yaml",
                   "--as-of", "2026-11-20", cwd=place)
        self.assertEqual(done.code, 0, done.messages)
        self.assertEqual(json.loads(done.text.splitlines()[0])["visits"], 1234.5)

    def test_what_can_be_meant_in_two_ways_is_not_sure(self) -> None:
        for table, line in (("Nr,Besuche\n1,1.234\n", "decimal: point}  # the same name; its cells"),
                            ("Nr,Besuche,Besuche\n1,2,3\n", "several columns of this name")):
            done = run("import", write("t.csv", table), "--map", "--guess", "--rules", "book.yaml",
                       cwd=book())
            [found] = [text for text in done.text.splitlines() if "visits:" in text]
            self.assertTrue(found.startswith("#"), found)
            self.assertIn(line, found)

    def test_headers_of_any_kind_give_a_mapping(self) -> None:
        for header in ("a,b", "'", "\"x\ny\",#", "visits", ",,", "\u202e;\t", "{};[]", "visits,visits"):
            done = run("import", write("t.csv", header + "\n1,2\n"), "--map", "--guess",
                       "--rules", "book.yaml", cwd=book())
            self.assertEqual(done.code, 0, (header, done.messages))


if __name__ == "__main__":
    unittest.main()
