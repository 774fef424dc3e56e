# SPDX-License-Identifier: Apache-2.0
# A table that a mapping file describes becomes profile documents; a proposal for one is understood.
from __future__ import annotations

import json
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

    def test_tables_that_are_none(self) -> None:
        for table in ("", "\n\n", "a,\0\n", "Nr" + ";x" * 1_000_000, "\"" + "x" * 3_000_000):
            done = mapped(table, MAP)
            self.assertIn(done.code, (3, 4), done.messages)
            self.assertEqual(done.out, b"")
        self.assertEqual(mapped(TABLE.splitlines()[0], MAP).code, 4)


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

    def test_usage(self) -> None:
        table = write("t.csv", TABLE)
        for arguments in (("--map",), ("--map", "m.yaml", "--guess"), ("--guess",)):
            self.assertEqual(run("import", table, *arguments).code, 2)

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

    def test_headers_of_any_kind_give_a_mapping(self) -> None:
        for header in ("a,b", "'", "\"x\ny\",#", "visits", ",,", "\u202e;\t", "{};[]", "visits,visits"):
            done = run("import", write("t.csv", header + "\n1,2\n"), "--map", "--guess",
                       "--rules", "book.yaml", cwd=book())
            self.assertEqual(done.code, 0, (header, done.messages))


if __name__ == "__main__":
    unittest.main()
