#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# What `./dev bench` compares is comparable: populations are the same on every machine, rulebooks are
# clean, the programs that were written by hand compute the same scores, and one that does not is told
# and not timed. How fast anything is, is not asserted.
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

BENCH = Path(__file__).resolve().parent
sys.path[:0] = [str(BENCH / "compare"), str(BENCH / "peers")]

import page  # noqa: E402
from agree import Agreement  # noqa: E402
from jobs import Job, Jobs  # noqa: E402
from peers import Peer, all_peers  # noqa: E402
from population import Population, filled  # noqa: E402
from report import Report, Row, Section, Target  # noqa: E402
from scorecard import read_facts, read_pillars  # noqa: E402
from tables import as_markdown, as_text  # noqa: E402
from targets import find_targets  # noqa: E402
from tools import Tools, missing_cjson, missing_program  # noqa: E402

BIN = Path(os.environ["COLONNADE_BUILD"]) / "bin"
ROWS = 300
# Written by hand and not installed by anybody: what the tests can count on.
AT_HAND = ("colonnade", "cpp", "cpp-ondemand", "js", "js-columns")


class Benches(unittest.TestCase):
    def setUp(self) -> None:
        self.tools = Tools(BIN, Path(tempfile.mkdtemp()))
        self.addCleanup(shutil.rmtree, self.tools.out)
        subprocess.run([sys.executable, "-B", BENCH / "peers/render.py", self.tools.made], check=True)
        self.population = Population(self.tools)
        self.peers = {peer.id: peer for peer in all_peers(self.tools)}
        self.report = Report("2026-11-20", True, 1, {"processor": "one that counts on its fingers"})

    def jobs(self, *peers: Peer) -> Jobs:
        return Jobs(self.tools, [self.peers["colonnade"], *peers], self.report)


class Populations(Benches):
    def made(self, *arguments: str) -> bytes:
        return subprocess.run([BIN / "bench_population", *arguments], capture_output=True,
                              check=True).stdout

    def test_the_same_arguments_give_the_same_bytes(self) -> None:
        for shape in ("flat", "deep"):
            self.assertEqual(self.made(shape, "50", "3"), self.made(shape, "50", "3"))
            self.assertNotEqual(self.made(shape, "50", "3"), self.made(shape, "50", "4"))
            self.assertTrue(self.made(shape, "50", "3").startswith(self.made(shape, "20", "3")))

    def test_profiles_are_as_large_as_the_tables_say(self) -> None:
        for shape, least, most in (("flat", 900, 1_100), ("deep", 16_000, 20_000)):
            size = self.population.people(shape, ROWS).stat().st_size / ROWS
            self.assertTrue(least < size < most, f"{shape}: {size} bytes")

    def test_a_flat_profile_has_47_facts(self) -> None:
        kinds = [fact.kind for fact in read_facts()]
        self.assertEqual([kinds.count(kind) for kind in ("yes/no", "number", "category")], [8, 38, 1])
        line = json.loads(self.made("flat", "1"))
        self.assertEqual(list(line)[3:], [fact.name for fact in read_facts()])


class Rulebooks(Benches):
    def test_they_are_clean(self) -> None:
        for book in ("flat", "deep", "plugins"):
            done = subprocess.run([BIN / "colonnade", "check", BENCH / f"population/{book}.yaml"],
                                  capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertNotRegex(done.stdout, "warning|note")

    def test_they_hold_40_rules_14_of_them_under_a_condition(self) -> None:
        rules = [rule for pillar in read_pillars() for rule in pillar.rules]
        self.assertEqual((len(read_pillars()), len(rules)), (4, 40))
        self.assertEqual(sum(rule.condition is not None for rule in rules), 14)


class Scores(Benches):
    def expected(self, shape: str) -> Path:
        people = self.population.people(shape, ROWS)
        return self.population.expected(people, self.peers["colonnade"].ways[shape])

    def difference(self, ours: Path, theirs: Path) -> str | None:
        return Agreement(read_pillars()).disagreement(ours, theirs)

    def test_a_person_scores_the_same_by_counts_and_by_lists(self) -> None:
        self.assertIsNone(self.difference(self.expected("flat"), self.expected("deep")))

    def test_programs_written_by_hand_agree(self) -> None:
        at_hand = [self.peers[id] for id in AT_HAND]
        if not (missing_program("luajit", "luajit") or missing_cjson()):
            at_hand.append(self.peers["lua"])
        for peer in at_hand:
            for job, way in peer.ways.items():
                if way.check is None or peer.id == "colonnade":
                    continue
                with self.subTest(peer=peer.name, job=job):
                    shape = "deep" if job == "deep" else "flat"
                    theirs = self.tools.out / "theirs.ndjson"
                    subprocess.run(filled(way.check, self.population.people(shape, ROWS), theirs),
                                   check=True, env=self.tools.environment())
                    self.assertIsNone(self.difference(self.expected(shape), theirs))

    def altered(self, change: object) -> Path:
        rows = [json.loads(line) for line in self.expected("flat").read_text().splitlines()]
        change(rows)
        path = self.tools.out / "altered.ndjson"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    def test_whatever_differs_is_seen(self) -> None:
        def change_of(name: str, value: object) -> object:
            return lambda rows: rows[7].update({name: value})

        score = json.loads(self.expected("flat").read_text().splitlines()[7])["score"]
        wrong = {"a total": change_of("score", score + 2e-9),
                 "points": change_of("brand.photo", None),
                 "a gap": change_of("gap_1", "brand.cover-image"),
                 "no gap": change_of("gap_2", None),
                 "a person": lambda rows: rows[7].update(id="p9"),
                 "one fewer": lambda rows: rows.pop(),
                 "one more": lambda rows: rows.append(rows[7])}
        for what, change in wrong.items():
            with self.subTest(what):
                self.assertIsNotNone(self.difference(self.expected("flat"), self.altered(change)))
        for what, change in {"nothing": lambda rows: None,
                             "the last bits": change_of("score", score + 1e-10)}.items():
            with self.subTest(what):
                self.assertIsNone(self.difference(self.expected("flat"), self.altered(change)))


class Measuring(Benches):
    job = Job("flat", "Flat profiles", "flat", "flat", 50, runs=3)

    def test_every_run_of_every_peer_is_kept(self) -> None:
        section = self.jobs(self.peers["cpp"]).measure(self.job)
        self.assertEqual([(row.peer, row.rows, len(row.seconds)) for row in section.rows],
                         [("colonnade", 50, 3), ("cpp", 50, 3)])
        self.assertTrue(all(row.peak_mb > 0 and row.rate > 0 for row in section.rows))
        self.assertEqual(self.report.failed, {})

    def test_in_memory_the_programs_tell_themselves(self) -> None:
        job = Job("memory", "In memory", "memory", "flat", 50, runs=2, rounds=3)
        # Colonnade's own way is no part of the builds that are tested.
        section = Jobs(self.tools, [replace(self.peers["colonnade"], ways={
            "flat": self.peers["colonnade"].ways["flat"]}), self.peers["cpp"]], self.report).measure(job)
        self.assertEqual([len(row.seconds) for row in section.rows], [2])
        self.assertLess(section.rows[0].median, 0.1)

    def test_one_that_disagrees_is_told_and_not_timed(self) -> None:
        people = self.population.people("flat", 50)
        liar = replace(self.peers["cpp"].ways["flat"], check=["cp", str(people), "{output}"])
        section = self.jobs(Peer("liar", "A liar", "1", {"flat": liar})).measure(self.job)
        self.assertEqual([row.peer for row in section.rows], ["colonnade"])
        self.assertIn("p0000000: score is None", self.report.failed["A liar, flat"])
        self.report.sections.append(section)
        self.assertIn("A liar, flat: NOT TIMED", as_text(self.report))

    def test_one_that_breaks_is_told(self) -> None:
        broken = replace(self.peers["cpp"].ways["flat"], check=["false"])
        self.jobs(Peer("broken", "Broken", "1", {"flat": broken})).measure(self.job)
        self.assertIn("exit code 1", self.report.failed["Broken, flat"])


def made_up(id: str, seconds: dict[str, float]) -> Section:
    return Section(id, f"Section {id}", [Row(peer, peer, "1", 2 if peer.endswith("-2") else 1, 100,
                                             [one, one, one], 10) for peer, one in seconds.items()])


class Tables(unittest.TestCase):
    def report(self) -> Report:
        report = Report("2026-11-20", False, 5, {"processor": "a quick one"})
        report.sections = [
            made_up("memory", {"colonnade": 1, "cpp": 0.5, "js-columns": 4}),
            made_up("flat", {"colonnade": 1, "colonnade-2": 0.5, "cpp": 1, "js": 12, "lua": 11}),
            made_up("deep", {"colonnade": 1}), made_up("cold", {"colonnade-plugins": 0.016})]
        report.skipped = {"LuaJIT": "luajit is not installed"}
        report.targets = find_targets(report)
        return report

    def test_targets_are_ratios_of_this_run(self) -> None:
        met = {target.what: (round(target.reached, 6), target.is_met) for target in self.report().targets}
        self.assertEqual(met, {
            "facts in memory, of C++ by hand": (0.5, False),
            "facts in memory, JavaScript over columns": (4, False),
            "flat file, of C++ that knows the keys": (1, True),
            "flat file, the best of JavaScript, LuaJIT, DuckDB": (11, True),
            "flat file, 2 threads against 1": (2, True),
            "cold start with plugins, rulebook as YAML": (16, False)})

    def test_a_limit_is_met_from_below(self) -> None:
        self.assertTrue(Target("memory", "MB", 64, 64).is_met)
        self.assertFalse(Target("memory", "MB", 64, 64.1).is_met)

    def test_a_report_survives_its_file(self) -> None:
        report = self.report()
        again = Report.from_json(json.loads(json.dumps(report.to_json())))
        self.assertEqual(again, report)

    def test_both_forms_say_what_was_left_out(self) -> None:
        for text in (as_text(self.report()), as_markdown(self.report())):
            self.assertIn("LuaJIT: not compared, luajit is not installed", text)

    def test_markdown_is_a_table(self) -> None:
        text = as_markdown(self.report())
        self.assertIn("| cpp | 1 | 200 | 10 | 100 | 0.50 times as fast |\n", text)
        self.assertIn("### Section flat\n\n|  | version | profiles/s |", text)

    def test_the_page_shows_its_report(self) -> None:
        report = Report.from_json(json.loads(page.DATA.read_text("utf-8")))
        self.assertEqual(page.shown(), as_markdown(report))
        self.assertFalse(report.quick)


if __name__ == "__main__":
    unittest.main()
