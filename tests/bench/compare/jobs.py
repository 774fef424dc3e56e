# SPDX-License-Identifier: Apache-2.0
# The jobs: each peer is checked first, then all are run in turns, so that what the machine does
# meanwhile hits all of them alike.
from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from agree import Agreement
from measure import Run, RunFailed, run
from peers import Peer, Way
from population import Population, filled
from report import Report, Row, Section
from scorecard import read_pillars
from tools import Tools

SLOWER = 10  # a slow peer gets so many times fewer profiles


@dataclass(frozen=True)
class Job:
    id: str
    title: str
    way: str         # which of a peer's ways
    shape: str       # of the profiles
    rows: int
    runs: int
    rounds: int = 0  # in memory: of each run
    with_slow: bool = True


@dataclass
class Entry:
    peer: Peer
    way: Way
    people: Path
    output: Path
    row: Row


class Jobs:
    def __init__(self, tools: Tools, peers: list[Peer], report: Report):
        self._tools = tools
        self._peers = peers
        self._report = report
        self._population = Population(tools)
        self._agreement = Agreement(read_pillars())
        self._checked: dict[tuple, str | None] = {}
        self._ours = next(peer for peer in peers if peer.id == "colonnade")

    def measure(self, job: Job) -> Section:
        section = Section(job.id, job.title)
        entries = [self._entry(peer, job) for peer in self._peers
                   if job.way in peer.ways and (job.with_slow or not peer.slow)]
        entries = [entry for entry in entries if self._is_right(entry, job)]
        for _ in range(job.runs):
            entries = [entry for entry in entries if self._time(entry, job)]
            say(".")
        say("\n")
        section.rows = [entry.row for entry in entries]
        return section

    def _entry(self, peer: Peer, job: Job) -> Entry:
        rows = max(job.rows // SLOWER, 1) if peer.slow else job.rows
        way = peer.ways[job.way]
        people = self._population.people(job.shape, rows)
        output = self._tools.out / f"scores-{peer.id}.{way.ending}"
        row = Row(peer.id, way.name or peer.name, peer.version, peer.threads, rows, [], 0)
        return Entry(peer, way, people, output, row)

    def _is_right(self, entry: Entry, job: Job) -> bool:
        """What disagrees is told and not timed."""
        check = entry.way.check
        if check is None or entry.peer.id == "colonnade":
            return True
        say(f"  checking {entry.row.name}\n")
        key = (tuple(check), entry.people)
        if key not in self._checked:
            self._checked[key] = self._difference(entry, job)
        if self._checked[key] is not None:
            self._report.failed[f"{entry.row.name}, {job.id}"] = self._checked[key]
        return self._checked[key] is None

    def _difference(self, entry: Entry, job: Job) -> str | None:
        scores = self._tools.out / f"checked-{entry.peer.id}.ndjson"
        try:
            expected = self._population.expected(entry.people, self._ours.ways[job.shape])
            run(self._tools, filled(entry.way.check, entry.people, scores))
        except RunFailed as failure:
            return str(failure)
        difference = self._agreement.disagreement(expected, scores)
        scores.unlink()
        return difference

    def _time(self, entry: Entry, job: Job) -> bool:
        command = filled(entry.way.command, entry.people, entry.output, job.rounds)
        try:
            done = run(self._tools, command, entry.output if entry.way.prints else None)
        except RunFailed as failure:
            self._report.failed[f"{entry.row.name}, {job.id}"] = str(failure)
            return False
        entry.row.seconds.append(_inner_median(done) if job.way == "memory" else done.seconds)
        entry.row.peak_mb = max(entry.row.peak_mb, done.peak_mb)
        return True


def _inner_median(done: Run) -> float:
    rounds = sorted(map(float, done.printed.split()))
    return rounds[len(rounds) // 2]


def say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
