# SPDX-License-Identifier: Apache-2.0
# What must hold for every rulebook and every profile, tried on others than those of each change: seed
# after seed of made-up ones.
from __future__ import annotations

import os
import sys
from pathlib import Path

from steps import BUILT, Step, ends_well, main

PROGRAM = BUILT / "release/bin/properties"
SEEDS = range(1, 201)
CASES = 300  # of each property


def steps(state: Path) -> list[Step]:
    del state

    def holds(seed: int) -> str:
        tried = f"seed={seed} max_success={CASES}"
        return ends_well([PROGRAM, "~every small*"], env={**os.environ, "RC_PARAMS": tried})

    return [Step(f"seed {seed}", lambda seed=seed: holds(seed)) for seed in SEEDS]


if __name__ == "__main__":
    sys.exit(main([PROGRAM], steps))
