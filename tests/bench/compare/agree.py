# SPDX-License-Identifier: Apache-2.0
# Whether a peer computes what Colonnade computes, to 1e-9, for every profile of a file.
from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Iterator

from scorecard import Pillar

TOLERANCE = 1e-9
GAPS = ("gap_1", "gap_2", "gap_3")
BOUNDS = ("low", "high")  # the same as the score where nothing is unknown; no peer has them


class Agreement:
    def __init__(self, pillars: list[Pillar]):
        self._pillars = {rule.name: pillar for pillar in pillars for rule in pillar.rules}
        self._points = {rule.name: rule.points for pillar in pillars for rule in pillar.rules}

    def disagreement(self, ours: Path, theirs: Path) -> str | None:
        """The first thing that differs, in words. Both are NDJSON, one profile a line, in order."""
        for expected, found in itertools.zip_longest(_rows(ours), _rows(theirs)):
            if expected is None or found is None:
                return f"it has {'more' if expected is None else 'fewer'} profiles"
            difference = _value_difference(expected, found) or self._gap_difference(expected, found)
            if difference:
                return f"{expected['id']}: {difference}"
        return None

    def _gap_difference(self, expected: dict, found: dict) -> str | None:
        """Of rules that lack the same points, to the tolerance, either may be named first."""
        for gap in GAPS:
            if expected[gap] == found.get(gap):
                continue
            lost, other = (self._missing(expected, row.get(gap)) for row in (expected, found))
            if lost is None or other is None or abs(lost - other) > TOLERANCE:
                return f"{gap} is {found.get(gap)}, expected {expected[gap]}"
        return None

    def _missing(self, row: dict, rule: str | None) -> float | None:
        """The points that a rule lacks; where no rule is named none are lacking."""
        if rule is None:
            return 0.0
        if row.get(rule) is None:
            return None
        pillar = self._pillars[rule]
        counted = sum(one.points for one in pillar.rules if row[one.name] is not None)
        return pillar.weight * self._points[rule] / counted - row[rule]


def _rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _value_difference(expected: dict, found: dict) -> str | None:
    for name, value in expected.items():
        if name not in BOUNDS and name not in GAPS and not _is_equal(value, found.get(name)):
            return f"{name} is {found.get(name)}, expected {value}"
    return None


def _is_equal(value: object, other: object) -> bool:
    if isinstance(value, float | int) and isinstance(other, float | int):
        return abs(value - other) <= TOLERANCE
    return value == other
