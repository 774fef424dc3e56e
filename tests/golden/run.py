#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Golden cases: a folder AREA/FACT with `command`, input files and what the program must print.
#
#   run.py --program build/dev/bin/colonnade              run all cases, show every difference
#   run.py --program … check/duplicate-key-in-rule …      run some
#   run.py --program … --accept [CASE…]                   write what is printed now; then read the diff
#
# `command` is one line: the arguments after `colonnade`, with `{case}` for the case's folder and
# `{plugins}` for that of the test plugins. A case runs in a copy of its folder together with shared/,
# so outputs hold relative names only, and in an empty environment; its standard input is the file
# `stdin`, or empty. `expected.code` is required; `expected.out` and `expected.err` are absent where
# nothing is printed.
from __future__ import annotations

import argparse
import difflib
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE / "shared"
PATIENCE = 60  # seconds; sanitizers on a busy machine are slow
ENVIRONMENT = {"LC_ALL": "C", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"}


@dataclass(frozen=True)
class Output:
    code: int
    out: bytes
    err: bytes

    def files(self) -> dict[str, bytes]:
        return {"expected.code": f"{self.code}\n".encode(), "expected.out": self.out,
                "expected.err": self.err}


def cases_of(names: list[str], area: str | None) -> list[Path]:
    if names:
        return [HERE / name for name in names]
    return sorted(path.parent for path in HERE.glob(f"{area or '*'}/*/command"))


def run(program: Path, case: Path) -> Output:
    with tempfile.TemporaryDirectory(prefix="golden-") as folder:
        place = Path(folder) / case.name
        if SHARED.is_dir():
            shutil.copytree(SHARED, place)
        shutil.copytree(case, place, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("expected.*", "command"))
        line = (case / "command").read_text(encoding="utf-8").strip()
        plugins = program.parent.parent / "tests/plugins/modules"
        arguments = [part.replace("{case}", ".").replace("{plugins}", str(plugins))
                     for part in shlex.split(line)]
        typed = case / "stdin"
        done = subprocess.run([program, *arguments], cwd=place, env=ENVIRONMENT, timeout=PATIENCE,
                              input=typed.read_bytes() if typed.is_file() else b"",
                              capture_output=True, check=False)
        prefix = str(program.parent.parent).encode()  # differs from build to build
        out, err = (text.replace(prefix, b"{prefix}") for text in (done.stdout, done.stderr))
        return Output(done.returncode, out, err)


def expected(case: Path) -> dict[str, bytes] | None:
    if not (case / "expected.code").is_file():
        return None
    names = ("expected.code", "expected.out", "expected.err")
    return {name: (case / name).read_bytes() if (case / name).is_file() else b"" for name in names}


def accept(case: Path, output: Output) -> bool:
    """Writes what came out; true where that changes something."""
    changed = expected(case) != output.files()
    for name, content in output.files().items():
        if content:
            (case / name).write_bytes(content)
        else:
            (case / name).unlink(missing_ok=True)
    return changed


def difference(case: Path, output: Output) -> list[str]:
    wanted = expected(case)
    if wanted is None:
        return ["no expectation; look at the output and run again with --accept"]
    lines: list[str] = []
    for name, found in output.files().items():
        if found != wanted[name]:
            before, after = (text.decode("utf-8", "backslashreplace").splitlines()
                             for text in (wanted[name], found))
            lines += difflib.unified_diff(before, after, name, "now", lineterm="")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs the golden cases.")
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--accept", action="store_true", help="write the outputs as expectations")
    parser.add_argument("--area", help="only the cases of this folder")
    parser.add_argument("cases", nargs="*", help="AREA/FACT; all where none is named")
    options = parser.parse_args()
    cases = cases_of(options.cases, options.area)
    if not cases:
        print("no cases found", file=sys.stderr)
        return 1
    program = options.program.resolve()
    bad = 0
    for case in cases:
        name = case.relative_to(HERE)
        output = run(program, case)
        if options.accept:
            if accept(case, output):
                print(f"written: {name}")
        elif lines := difference(case, output):
            bad += 1
            print(f"--- {name}", *lines, sep="\n")
    print(f"{len(cases)} cases, {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
