# SPDX-License-Identifier: Apache-2.0
# Parquet in and out where a DuckDB library is found, and what is said where it is not. The library
# is named by COLONNADE_DUCKDB, or is the one that the benchmarks install; without one only what needs
# none is tested.
from __future__ import annotations

import json
import os
import unittest
from pathlib import Path

import harness
from harness import ENVIRONMENT, ROOT, score, small_profile, write

DATA, OUTPUT, USAGE = 4, 6, 2
FOUND = [os.environ.get("COLONNADE_DUCKDB", ""),
         *map(str, ROOT.glob("build/bench/**/libduckdb.so"))]
DUCKDB = next((name for name in FOUND if name and Path(name).is_file()), None)
NONE = ENVIRONMENT | {"COLONNADE_DUCKDB": "/nonexistent/libduckdb.so"}


def people(count: int) -> Path:
    lines = [json.dumps(small_profile(id=f"p{n}", photo=n % 2 == 0)) for n in range(count)]
    return write("people.ndjson", "\n".join(lines))


class Without(unittest.TestCase):
    def test_it_is_said_what_is_needed(self) -> None:
        place = harness.new_folder() / "table.parquet"
        done = score(people(1), "-o", place, env=NONE)
        self.assertEqual((done.code, place.exists()), (OUTPUT, False))
        self.assertIn("Parquet needs the DuckDB library", done.messages)
        done = score(write("p.parquet", b"PAR1PAR1"), "--format", "csv", env=NONE)
        self.assertEqual(done.code, DATA)
        self.assertIn("Parquet needs the DuckDB library", done.messages)

    def test_another_library_is_none(self) -> None:
        other = next(Path("/lib").rglob("libm.so.6"))
        done = score(people(1), "-o", "table.parquet",
                     env=ENVIRONMENT | {"COLONNADE_DUCKDB": str(other)})
        self.assertEqual(done.code, OUTPUT)
        self.assertIn("is none", done.messages)

    def test_it_goes_into_a_file_and_comes_out_of_one(self) -> None:
        done = score(people(1), "--format", "parquet")
        self.assertEqual((done.code, done.out), (USAGE, b""))
        done = score(people(1), "--format", "parquet", "-o", "/dev/full")
        self.assertEqual(done.code, OUTPUT)
        self.assertIn("needs a file", done.messages)
        done = score("-", "--format", "csv", input=b"PAR1PAR1")
        self.assertEqual(done.code, DATA)
        self.assertIn("not from a pipe", done.messages)


@unittest.skipIf(DUCKDB is None, "no DuckDB library here")
class With(unittest.TestCase):
    ENV = ENVIRONMENT | {"COLONNADE_DUCKDB": str(DUCKDB)}

    def test_what_is_written_is_read_again(self) -> None:
        """A table's columns that are facts of no schema are told, and the id comes back."""
        place = harness.new_folder() / "it's [a] table*.parquet"
        done = score(people(3000), "-o", place, "--columns", "id,as_of,score", env=self.ENV)
        self.assertEqual((done.code, done.err), (0, b""))
        self.assertEqual(place.read_bytes()[:4], b"PAR1")
        self.assertEqual([path.name for path in place.parent.iterdir()], [place.name])
        done = score(place, "--format", "ndjson", "--columns", "id,as_of,score", env=self.ENV)
        self.assertEqual(done.code, 0)
        self.assertIn("`score` is no fact", done.messages)
        rows = [json.loads(line) for line in done.text.splitlines()]
        self.assertEqual(rows, [{"id": f"p{n}", "as_of": "2026-11-20T23:59:59Z", "score": None}
                                for n in range(3000)])

    def test_a_damaged_file_is_told_and_makes_no_table(self) -> None:
        place = harness.new_folder() / "table.csv"
        for content in (b"PAR1", b"PAR1" + bytes(1000) + b"PAR1", b"PAR1" + b"\xff" * 100):
            done = score(write("p.parquet", content), "-o", place, env=self.ENV)
            self.assertEqual((done.code, place.exists()), (DATA, False))
            self.assertIn("cannot read", done.messages)

    def test_a_table_that_is_refused_leaves_the_old_one(self) -> None:
        place = write("table.parquet", "old")
        done = score("/nonexistent.ndjson", "-o", place, env=self.ENV)
        self.assertEqual((done.code, place.read_text()), (DATA, "old"))
        self.assertEqual([path.name for path in place.parent.iterdir()], ["table.parquet"])


if __name__ == "__main__":
    unittest.main()
