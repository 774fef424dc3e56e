# SPDX-License-Identifier: Apache-2.0
# What a run of the benchmarks found, as data: what the tables and the JSON file are made from.
from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass, field


@dataclass
class Row:
    peer: str
    name: str
    version: str
    threads: int
    rows: int                  # profiles of each run
    seconds: list[float]       # of each run
    peak_mb: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def rate(self) -> float:
        return self.rows / self.median


@dataclass
class Section:
    id: str
    title: str
    rows: list[Row] = field(default_factory=list)

    def row(self, peer: str) -> Row | None:
        return next((row for row in self.rows if row.peer == peer), None)


@dataclass
class Target:
    what: str
    unit: str                  # `x`: times as fast; `ms`, `MB`: at most
    wanted: float
    reached: float

    @property
    def is_met(self) -> bool:
        return self.reached >= self.wanted if self.unit == "x" else self.reached <= self.wanted


@dataclass
class Report:
    date: str
    quick: bool
    runs: int
    machine: dict[str, str]
    load: float = 0            # how many other programs wanted a processor when it began
    sections: list[Section] = field(default_factory=list)
    compile_ms: dict[str, float] = field(default_factory=dict)   # by number of rules
    peak_mb: dict[str, float] = field(default_factory=dict)      # Colonnade's, by number of profiles
    targets: list[Target] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)        # by peer: why
    failed: dict[str, str] = field(default_factory=dict)         # by peer and job: what differs

    def section(self, id: str) -> Section:
        return next(section for section in self.sections if section.id == id)

    def to_json(self) -> dict:
        return asdict(self)

    @staticmethod
    def from_json(data: dict) -> Report:
        report = Report(**data)
        report.sections = [Section(one["id"], one["title"], [Row(**row) for row in one["rows"]])
                           for one in data["sections"]]
        report.targets = [Target(**target) for target in data["targets"]]
        return report
