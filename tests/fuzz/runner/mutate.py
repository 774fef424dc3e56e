# SPDX-License-Identifier: Apache-2.0
# A few seconds of a target without clang, for the ordinary tests: its program, which replays inputs,
# makes new ones out of them. What ends it is kept in FOLDER. The seed is that of the week, so that two
# runs over one change see the same, and each week tries others.
#
#   mutate.py PROGRAM FOLDER TARGET SECONDS
from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

from fuzzing import made
from targets import named


def main(program: str, folder: str, name: str, seconds: str) -> None:
    target = named(name)
    if target is None:
        sys.exit(f"no target `{name}`")
    year, week, _ = datetime.date.today().isocalendar()
    os.execv(program, [program, str(target.seeds), "--mutate", seconds, "--seed", f"{year}{week:02}",
                       "--words", str(target.dictionary), "--most-bytes", str(target.most_bytes),
                       "--keep", f"{made(Path(folder))}/{name}-"])


if __name__ == "__main__":
    main(*sys.argv[1:])
