# SPDX-License-Identifier: Apache-2.0
# All that runs on threads, by programs with ThreadSanitizer: tests that score tables on several
# threads, whole and in parts, count and compare them, write folders of clients, or tell how far they are,
# and services that plugins call. A race is a failure even where nothing went wrong by it. Beside them a
# program that has one, so that this would be seen.
from __future__ import annotations

import os
import sys
from pathlib import Path

from steps import BUILT, ROOT, Step, ends_well, main

BUILD = BUILT / "tsan"
PROGRAM = BUILD / "bin/colonnade"
RACE = ROOT / "tests/soak/race.cpp"
# By script, and which of it where that is not all. Left out is what a sanitizer's runtime disturbs: files
# of a bounded size, processes that a filter holds, and DuckDB, whose own locks it cannot see.
TESTS: dict[str, tuple[str, ...]] = {
    "population": (), "merge": (), "cohort": (), "filter": (), "gates": (), "outputs": (), "clients": (),
    "progress": (), "impact": (), "impact_runs": (), "history": (),
    "partition": ("Cuts", "Manifests", "Again", "Calls",
                  "World.test_two_runs_at_once_do_not_take_each_others_files")}


def with_races_told(command: list[object], state: Path, code: int = 0) -> str:
    """Empty, or what is wrong: a race, or else how it ended."""
    races = state / "races"
    races.mkdir(exist_ok=True)
    for old in races.iterdir():
        old.unlink()
    environment = os.environ | {
        "COLONNADE_PROGRAM": str(PROGRAM), "COLONNADE_BUILD": str(BUILD),
        "TSAN_OPTIONS": f"log_path={races}/race exitcode=66"}
    wrong = ends_well(command, code, env=environment, cwd=ROOT)
    told = "".join(file.read_text("utf-8", "replace") for file in sorted(races.iterdir()))
    return told[:2000] or wrong


def race_is_seen(state: Path) -> str:
    program = state / "race"
    built = ends_well(["c++", "-g", "-O1", "-fsanitize=thread", "-o", program, RACE])
    told = built or with_races_told([program], state, 66)
    return built or ("" if "data race" in told else f"the race is not seen: {told}")


def steps(state: Path) -> list[Step]:
    def script(name: str) -> Step:
        command = [sys.executable, "-B", ROOT / f"tests/cli/{name}_test.py", *TESTS[name]]
        return Step(name, lambda: with_races_told(command, state))

    return [Step("a race is seen", lambda: race_is_seen(state)), *map(script, TESTS),
            Step("services of plugins", lambda: with_races_told([BUILD / "bin/host_test"], state))]


if __name__ == "__main__":
    sys.exit(main([PROGRAM], steps))
