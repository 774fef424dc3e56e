# SPDX-License-Identifier: Apache-2.0
# Gates at, above and below their limits: every format tells the same and ends with the same exit
# code, for one person, for several and for the rows of a table.
from __future__ import annotations

import itertools
import json
import statistics
import unittest
import xml.etree.ElementTree as xml

import harness
from harness import ROOT, archive, run, score, small_profile, write
from json_schema import Checker

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/result.schema.json").read_text("utf-8")))
FORMATS = ("text", "json", "markdown", "junit")
FINE, MISSED, USAGE, DATA, PLUGIN, OUTPUT = 0, 1, 2, 4, 5, 6


def shown(persona: str = "steady") -> tuple[float, dict[str, float]]:
    """The total and the pillars with one decimal, as JUnit has them."""
    suite = xml.fromstring(score(archive(persona), "--format", "junit").text).find("testsuite")
    found = {p.get("name"): p.get("value") for p in suite.find("properties")}
    return float(found["score"]), {k: float(v) for k, v in found.items()
                                   if k in ("brand", "people", "insights", "relationships")}


def gates_of(done: harness.Run) -> list[dict]:
    return done.json["gates"]


class Limits(unittest.TestCase):
    def ends(self, code: int, *arguments: object) -> None:
        for form in FORMATS:
            done = score(archive(), *arguments, "--format", form)
            self.assertEqual(done.code, code, (arguments, form, done.messages))
        self.assertEqual(gates_of(score(archive(), *arguments, "--format", "json"))[-1]["passed"],
                         code == FINE)

    def test_a_total(self) -> None:
        total, _ = shown()
        self.ends(FINE, "--min-score", f"{total - 0.1:.1f}")
        self.ends(FINE, "--min-score", f"{total:.1f}")
        self.ends(MISSED, "--min-score", f"{total + 0.1:.1f}")

    def test_a_pillar(self) -> None:
        for pillar, points in shown()[1].items():
            self.ends(FINE, "--min", f"{pillar}={points:.1f}")
            self.ends(MISSED, "--min", f"{pillar}={points + 0.1:.1f}")

    def test_a_drop(self) -> None:
        total, _ = shown()
        result = score(archive(), "--format", "json").json
        for before, code in ((total + 2, FINE), (total + 2.1, MISSED), (total - 5, FINE)):
            baseline = write("old.json", result | {"score": round(before, 1)})
            self.ends(code, "--baseline", baseline, "--max-drop", "2")

    def test_cautions(self) -> None:
        self.ends(FINE, "--fail-on", "caution")
        chaser = score(archive("chaser"), "--fail-on", "caution", "--format", "json")
        self.assertEqual(chaser.code, MISSED)
        self.assertEqual(gates_of(chaser)[0]["actual"], len(chaser.json["cautions"]))
        self.assertGreater(len(chaser.json["cautions"]), 0)

    def test_without_a_gate_nothing_is_missed(self) -> None:
        done = score(archive("chaser"), "--format", "json")
        self.assertEqual((done.code, "gates" in done.json), (FINE, False))


class Formats(unittest.TestCase):
    WANTED = ("--min-score", "60", "--min", "people=5", "--min", "brand=25", "--fail-on", "caution")

    def test_json_keeps_its_contract(self) -> None:
        baseline = write("old.json", score(archive(), "--format", "json").json)
        done = score(archive(), *self.WANTED, "--baseline", baseline, "--max-drop", "0",
                     "--format", "json")
        self.assertEqual(SCHEMA.problems(done.json), [])
        self.assertEqual([(g["gate"], g.get("pillar"), g["passed"]) for g in gates_of(done)],
                         [("min-score", None, True), ("min", "brand", False),
                          ("min", "people", True), ("max-drop", None, True),
                          ("fail-on-caution", None, True)])
        unknown = score(write("a.json", small_profile()), *self.WANTED, "--format", "json",
                        "--baseline", baseline, "--max-drop", "0")
        self.assertEqual(SCHEMA.problems(unknown.json), [])

    def test_all_formats_tell_the_same(self) -> None:
        place = harness.new_folder()
        done = score(archive(), *self.WANTED, "--lang", "en", "-o", place / "a.txt", "--format",
                     "text", "--format", f"json={place}/a.json", "--format",
                     f"markdown={place}/a.md", "--format", f"junit={place}/a.xml")
        self.assertEqual((done.code, done.out), (MISSED, b""))
        passed = [g["passed"] for g in json.loads((place / "a.json").read_text("utf-8"))["gates"]]
        self.assertEqual(passed, [True, False, True, True])
        text = (place / "a.txt").read_text("utf-8").partition("\nGates\n")[2].splitlines()
        self.assertEqual([line.split()[0] == "met" for line in text], passed)
        marked = (place / "a.md").read_text("utf-8").partition("## Gates")[2].partition("##")[0]
        rows = [row for row in marked.splitlines() if " | met | " in row or " | **missed** | " in row]
        self.assertEqual([" | met | " in row for row in rows], passed)
        cases = xml.parse(place / "a.xml").getroot().findall("testsuite/testcase")
        self.assertEqual([case.find("failure") is None for case in cases], [True, *passed])
        self.assertEqual([case.get("name") for case in cases],
                         ["score", "--min-score 60", "--min brand=25", "--min people=5",
                          "--fail-on caution"])

    def test_junit_counts_what_it_holds(self) -> None:
        bad = write("bad.zip", b"PK nothing")
        done = score(archive(), archive("chaser"), bad, "--min-score", "99", "--format", "junit",
                     "--fail-on", "caution")
        self.assertEqual(done.code, DATA)
        root = xml.fromstring(done.text)
        cases = root.findall("testsuite/testcase")
        self.assertEqual((int(root.get("tests")), int(root.get("failures")), int(root.get("errors"))),
                         (len(cases), len(root.findall(".//failure")), len(root.findall(".//error"))))
        self.assertEqual((root.get("tests"), root.get("failures"), root.get("errors")),
                         ("7", "3", "1"))
        for suite in root.findall("testsuite"):
            self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))

    def test_german(self) -> None:
        done = score(archive(), "--min-score", "99.5", "--lang", "de")
        self.assertIn("\nVorgaben\n  verfehlt  insgesamt mindestens 99,5: ", done.text)
        for line in done.text.splitlines():
            self.assertLessEqual(harness.width(line), 80)


class Undecided(unittest.TestCase):
    def test_nothing_assessed_misses_all(self) -> None:
        person = write("nobody.json", small_profile())
        for gate in (("--min-score", "0"), ("--min", "brand=0"), ("--fail-on", "caution")):
            done = score(person, *gate, "--format", "json")
            self.assertEqual((done.code, gates_of(done)[0]["passed"]), (DATA, False))
            self.assertIn("open", gates_of(done)[0])

    def test_a_pillar_that_is_not_assessed(self) -> None:
        person = write("photo.json", small_profile(photo=True))
        done = score(person, "--min", "insights=0", "--min-score", "0", "--format", "json")
        self.assertEqual((done.code, [g["passed"] for g in gates_of(done)]), (MISSED, [True, False]))

    def test_somebody_whom_the_baseline_lacks(self) -> None:
        baseline = write("old.json", score(archive(), "--id", "a", "--format", "json").json)
        drop = ("--baseline", baseline, "--max-drop", "100", "--format", "json")
        self.assertEqual(score(archive(), "--id", "a", *drop).code, FINE)
        done = score(archive(), "--id", "b", *drop)
        self.assertEqual((done.code, gates_of(done)[0]["actual"]), (MISSED, None))

    def test_a_baseline_without_a_score(self) -> None:
        person = write("x.json", small_profile(photo=True))
        empty = write("old.json", score(write("x.json", small_profile()), "--format", "json").json)
        self.assertEqual(score(person, "--baseline", empty, "--max-drop", "100").code, MISSED)

    def test_the_gravest_end_wins(self) -> None:
        bad = write("bad.zip", b"PK nothing")
        self.assertEqual(score(archive(), bad, "--min-score", "99").code, DATA)
        self.assertEqual(score(archive(), "--min-score", "99", "-o", "/nowhere/a.json").code, OUTPUT)


class Baselines(unittest.TestCase):
    def drop(self, content: object, *arguments: object) -> harness.Run:
        return score(archive(), "--id", "a", "--max-drop", "2", "--baseline",
                     write("old.json", content), *arguments)

    def test_a_batch_is_compared_person_by_person(self) -> None:
        place = harness.new_folder()
        for name, followers in (("a", 5), ("b", 5), ("c", 5)):
            write(f"{name}.json", small_profile(id=name, followers=followers, photo=True), place)
        people = [place / f"{name}.json" for name in "abc"]
        old = score(*people, "--format", "json")
        lines = [json.loads(line) for line in old.text.splitlines()]
        lines[1]["score"] = min(100.0, lines[1]["score"] + 2.1)
        baseline = write("old.ndjson", "".join(json.dumps(line) + "\n\n" for line in lines[::-1]))
        done = score(*people, "--baseline", baseline, "--max-drop", "2", "--format", "json")
        self.assertEqual([json.loads(line)["gates"][0]["passed"] for line in done.text.splitlines()],
                         [True, False, True])

    def test_another_rulebook_is_refused(self) -> None:
        result = score(archive(), "--id", "a", "--rules", "seller", "--format", "json").json
        done = self.drop(result)
        self.assertEqual((done.code, done.out), (DATA, b""))
        self.assertIn("by the rulebook `seller`, these by `linkedin-ssi`", done.messages)

    def test_another_edition_is_told(self) -> None:
        result = score(archive(), "--id", "a", "--format", "json").json
        self.assertEqual(self.drop(result).messages, "")
        result["rulebook"]["sha256"] = "0" * 64
        done = self.drop(result)
        self.assertEqual(done.code, FINE)
        self.assertIn("the rulebook has changed since", done.messages)

    def test_what_is_no_baseline(self) -> None:
        result = score(archive(), "--id", "a", "--format", "json").json
        line = json.dumps(result)
        deep = "[" * 100_000
        wrong = ["", "\n\n", "{", "[]", "{}", "7", "null", deep, '{"a":' * 100_000, b"\xff\xfe{",
                 b"\0", line + "\n" + line, line + "\n{", result | {"result": 2},
                 result | {"score": "7"}, result | {"score": 101}, result | {"score": -1},
                 result | {"profile": 7}, result | {"profile": {}}, result | {"rulebook": None},
                 {"id": "a", "score": 70}]
        for content in wrong:
            with self.subTest(content=str(content)[:40]):
                done = self.drop(content)
                self.assertEqual((done.code, done.out), (DATA, b""), done.messages)
                self.assertIn("old.json`: ", done.messages)
        self.assertEqual(score(archive(), "--max-drop", "1", "--baseline", "/nonexistent").code, DATA)

    def test_the_next_baseline_takes_its_place(self) -> None:
        place = harness.new_folder()
        path = place / "last.json"
        score(archive(), "--id", "a", "-o", path)
        before = path.read_bytes()
        done = score(archive(), "--id", "a", "--baseline", path, "--max-drop", "0", "-o", path)
        self.assertEqual(done.code, FINE)
        self.assertIn("gates", json.loads(path.read_text("utf-8")))
        self.assertNotIn(b"gates", before)


class Usage(unittest.TestCase):
    def test_what_is_said(self) -> None:
        cases = {
            ("--min", "brnd=3"): "did you mean `brand`?",
            ("--min", "sales=3"): "the pillars are brand, people, insights, relationships",
            ("--min", "brand"): "expected PILLAR=POINTS", ("--min", "brand="): "expected PILLAR",
            ("--min", "brand=x"): "expected PILLAR", ("--min", "brand=101"): "expected PILLAR",
            ("--min", "brand=1", "--min", "brand=2"): "the pillar stands there twice",
            ("--min-score", "nan"): "from 0 to 100", ("--min-score", "-1"): "from 0 to 100",
            ("--min-score", "100.1"): "from 0 to 100", ("--min-score", "60%"): "from 0 to 100",
            ("--min-score", "1e1"): "from 0 to 100", ("--min-score", "0x10"): "from 0 to 100",
            ("--fail-on", "warning"): "expected caution",
            ("--max-drop", "2"): "--baseline", ("--baseline", "x.json"): "--max-drop",
            ("--max-drop", "x", "--baseline", "/nonexistent"): "from 0 to 100",
        }
        for arguments, message in cases.items():
            with self.subTest(arguments=arguments):
                done = score(archive(), *arguments)
                self.assertEqual((done.code, done.out), (USAGE, b""))
                self.assertIn(message, done.messages)


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        document = run("import", archive()).json
        keys = [key for key in document if key not in ("profile", "id", "as_of")]
        people = [small_profile(id="nobody")]
        for number in range(40):
            person = dict(document) | {"id": f"p{number}"}
            for key in keys[number % 9::9]:
                del person[key]
            people.append(person)
        cls.people = write("people.ndjson", "".join(json.dumps(person) + "\n" for person in people))

    def test_rows_are_judged_like_results(self) -> None:
        def middle(column: str) -> str:
            """With one decimal, so that some lie at the limit itself."""
            rows = score(self.people, "--format", "ndjson", "--columns", column).text.splitlines()
            values = [json.loads(row)[column] for row in rows]
            return f"{statistics.median(value for value in values if value is not None):.1f}"

        insights, brand = (f"{pillar}={middle(pillar)}" for pillar in ("insights", "brand"))
        for gates in (("--min-score", middle("score")), ("--min", insights, "--min", brand),
                      ("--min-score", middle("score"), "--min", insights)):
            results = score(self.people, "--format", "json", *gates)
            missed = sum(not all(gate["passed"] for gate in json.loads(line)["gates"])
                         for line in results.text.splitlines())
            self.assertTrue(1 < missed < 41, missed)
            for form, threads in itertools.product(("csv", "ndjson"), (1, 2)):
                done = score(self.people, "--format", form, "--threads", threads, *gates)
                self.assertEqual(done.code, MISSED)
                self.assertIn(f"{missed} of 41 people missed a gate", done.messages)
                plain = score(self.people, "--format", form)
                self.assertEqual((plain.code, plain.out), (FINE, done.out))
            done = run("score", "--filter", *gates, input=self.people.read_bytes())
            self.assertEqual(done.code, MISSED)
            self.assertIn(f"{missed} of 41 people missed a gate", done.messages)

    def test_documents_are_judged_too(self) -> None:
        person = write("one.json", small_profile(photo=True))
        self.assertEqual(score(person, archive(), "--min-score", "0", "-o",
                               harness.new_folder() / "a.csv").code, FINE)
        self.assertEqual(score(person, archive(), "--min-score", "100", "--format", "csv").code,
                         MISSED)

    def test_what_a_table_cannot_answer(self) -> None:
        old = write("old.json", score(archive(), "--format", "json").json)
        for gate in (("--fail-on", "caution"), ("--baseline", old, "--max-drop", "1")):
            done = score(self.people, "--format", "csv", *gate)
            self.assertEqual((done.code, done.out), (USAGE, b""))
            self.assertIn("--format json=", done.messages)
        done = score(self.people, "--partition", "1/2", "--out", harness.new_folder(),
                     "--min-score", "3")
        self.assertEqual(done.code, USAGE)

    def test_a_table_beside_results_takes_all_gates(self) -> None:
        place = harness.new_folder()
        done = score(archive("chaser"), "--fail-on", "caution", "--format", f"csv={place}/a.csv",
                     "--format", f"json={place}/a.json")
        self.assertEqual(done.code, MISSED, done.messages)
        table = score(archive("chaser"), "--format", "csv").out
        self.assertEqual((place / "a.csv").read_bytes(), table)


if __name__ == "__main__":
    unittest.main()
