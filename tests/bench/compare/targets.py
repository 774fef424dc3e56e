# SPDX-License-Identifier: Apache-2.0
# What Colonnade is meant to reach, against what was measured beside it in the same run. Shown, not
# asserted: machines differ.
from __future__ import annotations

from report import Report, Section, Target

BY_HAND_1_THREAD = ("js", "lua", "duckdb-csv-1", "duckdb-parquet-1")
MOST_MB = 64
COMPILE_MS = {"40": 0.5, "400": 3, "4000": 30}
COLD_MS = {"colonnade-plugins": ("cold start with plugins, rulebook as YAML", 15),
           "colonnade-image": ("cold start with plugins, rulebook compiled", 5)}


def find_targets(report: Report) -> list[Target]:
    memory, flat, deep = (report.section(id) for id in ("memory", "flat", "deep"))
    targets = [
        *_times(memory, "facts in memory, of C++ by hand", 0.6, "cpp"),
        *_times(memory, "facts in memory, JavaScript over columns", 5, "js-columns"),
        *_times(memory, "facts in memory, DuckDB", 40, "duckdb-csv-1"),
        *_times(flat, "flat file, of C++ that knows the keys", 0.85, "cpp"),
        *_times(flat, "flat file, the best of JavaScript, LuaJIT, DuckDB", 10, *BY_HAND_1_THREAD),
        *_times(flat, "flat file, 2 threads against 1", 1.7, "colonnade", ours="colonnade-2"),
        *_times(deep, "deep file, C++ with simdjson on demand", 2, "cpp-ondemand"),
        *_times(deep, "deep file, DuckDB", 10, "duckdb-csv-1", "duckdb-parquet-1")]
    targets += [Target(f"compile {rules} rules", "ms", most, report.compile_ms[rules])
                for rules, most in COMPILE_MS.items() if rules in report.compile_ms]
    targets += [Target(what, "ms", most, row.median * 1000)
                for peer, (what, most) in COLD_MS.items()
                if (row := report.section("cold").row(peer)) is not None]
    if report.peak_mb:
        targets.append(Target("memory for any number of profiles", "MB", MOST_MB,
                              max(report.peak_mb.values())))
    return targets


def _times(section: Section, what: str, wanted: float, *peers: str,
           ours: str = "colonnade") -> list[Target]:
    """How many times as fast as the fastest of `peers`; nothing where none was measured."""
    rates = [row.rate for row in map(section.row, peers) if row is not None]
    mine = section.row(ours)
    return [Target(what, "x", wanted, mine.rate / max(rates))] if rates and mine else []
