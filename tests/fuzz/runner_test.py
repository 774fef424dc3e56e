# SPDX-License-Identifier: Apache-2.0
# The table of fuzz targets is complete: each has a program, inputs and words; and all of it is
# small enough to be kept with the sources.
from __future__ import annotations

import re
import sys
import tempfile
import unittest
from pathlib import Path

FUZZ = Path(__file__).resolve().parent
sys.path.insert(0, str(FUZZ / "runner"))

from fuzzing import tail
from ledger import Ledger, left, page, span
from left import OTHERS, REASONS, counted, unmatched
from targets import TARGETS, named

MOST_BYTES = 5 * 1024 * 1024
WORD = re.compile(r'"(?:[^"\\\x00-\x1f\x7f-\xff]|\\["\\]|\\x[0-9a-f]{2})+"')


class Targets(unittest.TestCase):
    def test_every_program_is_in_the_table_and_the_other_way_round(self) -> None:
        programs = sorted(file.stem.removeprefix("fuzz_") for file in FUZZ.glob("fuzz_*.cpp"))
        self.assertEqual([target.name for target in TARGETS], programs)
        self.assertEqual(sorted(path.name for path in (FUZZ / "corpus").iterdir()), programs)
        self.assertIsNone(named("nothing"))

    def test_every_target_has_inputs(self) -> None:
        for target in TARGETS:
            self.assertGreaterEqual(len(list(target.seeds.iterdir())), 5, target.name)

    def test_libfuzzer_can_read_the_dictionaries(self) -> None:
        for target in TARGETS:
            lines = target.dictionary.read_text("ascii").splitlines()
            words = [line for line in lines if not line.startswith("#")]
            self.assertGreaterEqual(len(words), 10, target.name)
            for word in words:
                self.assertRegex(word, WORD)

    def test_all_inputs_together_are_small(self) -> None:
        sizes = [file.stat().st_size for file in FUZZ.glob("corpus/*/*")]
        self.assertLessEqual(sum(sizes), MOST_BYTES)


class Left(unittest.TestCase):
    def test_every_place_with_a_reason_is_there(self) -> None:
        self.assertEqual(list(unmatched()), [])

    def test_a_side_counts_for_the_reason_of_its_line(self) -> None:
        file, part = REASONS[0].places[0]
        lines = (FUZZ.parents[1] / file).read_text().splitlines()
        line = next(number for number, text in enumerate(lines, 1) if part in text)
        reasons = counted({file: [line, line, 1]}, 5)
        self.assertEqual((reasons[REASONS[0].words], reasons[OTHERS]), (2, 3))

    def test_what_is_left_is_told_where_it_was_counted(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(left(Path(folder) / "left.json"), "")
            (Path(folder) / "left.json").write_text('{"wait": 1200, "never wait": 0}')
            self.assertIn("\n* 1,200 wait\n", left(Path(folder) / "left.json"))
            self.assertNotIn("never", left(Path(folder) / "left.json"))


class Ledgers(unittest.TestCase):
    def test_pieces_add_up_on_the_page(self) -> None:
        ledger = Ledger(FUZZ / "runner_test_pieces.ndjson")
        csv = named("csv")
        assert csv is not None
        self.assertEqual((ledger.inputs(csv), ledger.seconds(csv)), (3_000_000, 120))
        text = page(ledger)
        self.assertIn("3,000,010 inputs in 0.1 hours of one process, 2026-11-19 to 2026-11-20, "
                      "commit `aaa` to `bbb`", text)
        self.assertIn("| 3,000,000 | 25,000 | 210 | 1 |\n", text)

    def test_one_commit_is_named_once(self) -> None:
        self.assertEqual(span(["aaa"], "`{}`"), "`aaa`")

    def test_only_the_end_of_what_went_wrong_is_shown(self) -> None:
        self.assertEqual(tail("INFO: a\nbroken promise: b\nc"), "broken promise: b\nc")


if __name__ == "__main__":
    unittest.main()
