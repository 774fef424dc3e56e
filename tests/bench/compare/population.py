# SPDX-License-Identifier: Apache-2.0
# The invented people that are measured with, as files, and what Colonnade says of them in every digit.
from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from measure import run
from peers import Way
from tools import Tools

SEED = 1


@dataclass
class Population:
    tools: Tools
    _expected: dict[Path, Path] = field(default_factory=dict)

    def people(self, shape: str, rows: int) -> Path:
        """`rows` profiles, flat or deep. Made once: the name says all that they depend on but the
        maker, which is newer where it was changed."""
        path = self.tools.out / f"{shape}-{rows}-{SEED}.ndjson"
        maker = self.tools.bin / "bench_population"
        if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
            with path.open("wb") as file:
                subprocess.run([maker, shape, str(rows), str(SEED)], stdout=file, check=True)
        return path

    def expected(self, people: Path, ours: Way) -> Path:
        """What Colonnade says of these people."""
        if people not in self._expected:
            scores = self.tools.out / f"expected-{people.name}"
            run(self.tools, filled(ours.check, people, scores))
            self._expected[people] = scores
        return self._expected[people]


def filled(command: list[str], people: Path, output: Path, rounds: int = 0) -> list[str]:
    return [part.format(input=people, output=output, rounds=rounds) for part in command]
