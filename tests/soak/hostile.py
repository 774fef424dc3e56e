# SPDX-License-Identifier: Apache-2.0
# The catalogue of hostile input, whole, by the program with sanitizers; `./dev test` takes each sixth
# case of it.
from __future__ import annotations

import os
import sys
from pathlib import Path

from steps import BUILT, ROOT, Step, ends_well, main

BUILD = BUILT / "asan"
PROGRAM = BUILD / "bin/colonnade"
CATALOGUE = ROOT / "tests/hostile"


def steps(state: Path) -> list[Step]:
    del state
    environment = os.environ | {"COLONNADE_PROGRAM": str(PROGRAM), "COLONNADE_BUILD": str(BUILD)}
    command = [sys.executable, "-B", CATALOGUE / "catalogue.py", "--all"]
    return [Step(kind, lambda kind=kind: ends_well([*command, f"{kind}/"], env=environment))
            for kind in sorted(file.stem for file in (CATALOGUE / "kinds").glob("*.py"))]


if __name__ == "__main__":
    sys.exit(main([PROGRAM], steps))
