# SPDX-License-Identifier: Apache-2.0
# What the demo does, and a small table, under valgrind: no wrong access, no value that nobody set, no
# memory that is lost. Beside it a program that does all of that, so that this would be seen.
from __future__ import annotations

import os
import sys
from pathlib import Path

from steps import ROOT, Step, ends_well, main

import crowd  # noqa: E402
import harness  # noqa: E402

FOUND = 99
VALGRIND = ("valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite",
            "--show-leak-kinds=definite", f"--error-exitcode={FOUND}")
WRONG = ROOT / "tests/soak/wrong_memory.cpp"


def steps(state: Path) -> list[Step]:
    archive = harness.archive("steady")
    table = crowd.people(300)
    here = state / "made"
    here.mkdir(exist_ok=True)
    store = here / "kept.db"
    store.unlink(missing_ok=True)

    def step(name: str, *words: object, code: int = 0) -> Step:
        command = (*VALGRIND, harness.PROGRAM, *words)
        return Step(name, lambda: ends_well(command, code, cwd=here, env=harness.ENVIRONMENT))

    def is_seen(what: str) -> Step:
        program = here / "wrong_memory"
        return Step(f"{what} is seen", lambda: ends_well(["c++", "-g", "-o", program, WRONG]) or
                    ends_well((*VALGRIND, program, what), FOUND))

    return [
        *(is_seen(what) for what in ("access", "value", "leak")),
        step("import", "import", archive, "-o", "profile.json", "--report", "report.json"),
        step("score as text", "score", archive, "--details"),
        step("score in German", "score", archive, "--lang", "de"),
        step("score to a page", "score", archive, "-o", "report.html"),
        step("plan", "plan", archive, "--hours-per-week", "2", "--weeks", "6"),
        step("plan to a page", "plan", archive, "--target", "90", "-o", "plan.html"),
        step("what could be stated", "facts", "--unknown", archive),
        step("save", "score", archive, "--save", "--store", store),
        step("history", "history", "--store", store),
        *(step(f"table as {form}", "score", table, "--rules", crowd.book(), "--max-rejects", "100%",
               "--threads", "2", "--format", form) for form in ("csv", "ndjson")),
        step("check", "check", "linkedin-ssi"),
        step("what is wrong", "check", harness.write("wrong.yaml", "colonnade: 1\nrulebok: x\n"),
             code=3),
        step("test", "test", "contact-network"),
    ]


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main([harness.PROGRAM], steps))
