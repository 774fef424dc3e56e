#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Whether programs built in different ways (compiler, optimisation, sanitizers) write the same bytes,
# and each of them also with another number of threads, in batches of any size, and with its plugins
# in processes of their own:
#
#     agree.py build/release/bin/colonnade build/asan/bin/colonnade
#
# Prints a line for each output; exit code 1 where two differ.
from __future__ import annotations

import argparse
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "cli"))
import harness
import population_of
from harness import PERSONAS, RULES, archive, new_folder, run

PEOPLE = 4500  # more than a batch of 4,096, and several blocks of 256
BATCHES = {1: 40, 7: 300, 64: 1000, 4096: PEOPLE}  # profiles in a batch: how many people to try
TABLE = ("--format", "ndjson", "--exact", "--columns", "id,score,low,high,pillars,rules,statuses,gaps")


@dataclass(frozen=True)
class Inputs:
    """What is scored: the same files for every program."""
    archives: dict[str, Path]
    lines: list[str]
    table: Path


def inputs() -> Inputs:
    base = [json.dumps(population_of.person(number)) + "\n" for number in range(300)]
    # The same people again under other names: making each anew would take longer than scoring.
    lines = [json.dumps(json.loads(base[number % 300]) | {"id": f"n{number}"}) + "\n"
             for number in range(PEOPLE)]
    table = new_folder() / "people.ndjson"
    table.write_text("".join(lines))
    return Inputs({persona: archive(persona) for persona in PERSONAS}, lines, table)


class Outputs:
    """What one program wrote, by what it was asked for."""

    def __init__(self, program: Path, data: Inputs) -> None:
        self.program, self.data = program, data
        self.bytes: dict[str, bytes] = {}

    def ask(self, name: str, *arguments: object, **options: object) -> bytes:
        done = run(*arguments, program=self.program, timeout=600, **options)
        if done.code not in (0, 1):
            sys.exit(f"{self.program}: {name} ended with {done.code}: {done.messages}")
        if name in self.bytes and self.bytes[name] != done.out:
            sys.exit(f"{self.program}: {name} is not the same again")
        self.bytes[name] = done.out
        return done.out

    def of_one(self) -> None:
        for persona, path in self.data.archives.items():
            for form in ("json", "text", "html", "markdown", "junit"):
                self.ask(f"score {persona} {form}", "score", path, "--format", form)
            self.ask(f"plan {persona}", "plan", path, "--hours", "20")
            self.ask(f"explain {persona}", "score", path, "--explain")

    def of_rulebooks(self) -> None:
        for book in sorted(RULES.glob("*.yaml")):
            if not book.name.endswith(".test.yaml"):
                self.ask(f"explain {book.stem}", "explain", "--rules", book)

    def of_many(self) -> None:
        table = self.data.table
        self.ask("table", "score", table, *TABLE, "--threads", 1)
        self.ask("table", "score", table, *TABLE, "--threads", 2)
        self.ask("cohort", "cohort", "build", table, "--by", "industry", "--threads", 2)
        self.ask("csv", "score", table, "--format", "csv", "--threads", 2)

    def of_batches(self) -> None:
        """Each piece given alone; the table of all is the tables of the pieces."""
        whole = self.bytes["table"].splitlines(keepends=True)
        for size, people in BATCHES.items():
            pieces = [self.data.lines[first:min(first + size, people)]
                      for first in range(0, people, size)]
            runs = [run("score", "-", *TABLE, program=self.program, timeout=600,
                        input="".join(piece).encode()) for piece in pieces]
            for done in runs:
                if done.code != 0:
                    sys.exit(f"{self.program}: a batch of {size} ended with {done.code}: {done.messages}")
            if b"".join(done.out for done in runs) != b"".join(whole[:people]):
                sys.exit(f"{self.program}: in batches of {size} the table is another one")

    def isolated(self) -> None:
        """The bundled plugins as a stranger's: an installation without them, which finds them elsewhere."""
        home, tree = self.program.parents[1], new_folder()
        (tree / "bin").mkdir()
        bare = shutil.copy(self.program, tree / "bin")
        for part in ("libexec", "share"):
            shutil.copytree(home / part, tree / part, symlinks=True)
        strangers = ("--plugin-dir", home / "lib/colonnade/plugins")
        inside, self.program = self.program, Path(bare)
        listed = run("plugin", "list", *strangers, program=self.program).text
        assert "isolated" in listed and "inside" not in listed, listed
        for persona, path in self.data.archives.items():
            # A result as JSON says where its plugins are from; its text does not.
            for form in ("text", "markdown"):
                self.ask(f"score {persona} {form}", "score", path, "--format", form, *strangers)
        self.ask("table", "score", self.data.table, *TABLE, *strangers)
        self.program = inside


def outputs_of(program: Path, data: Inputs) -> dict[str, bytes]:
    made = Outputs(program, data)
    made.of_one()
    made.of_rulebooks()
    made.of_many()
    made.of_batches()
    made.isolated()
    return made.bytes


def differences(name: str, first: bytes, second: bytes) -> str:
    pairs = zip(first.splitlines(), second.splitlines())
    at, pair = next(((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1]),
                    (0, (b"", b"")))
    return f"differs: {name}, line {at}:\n  {pair[0][:200]!r}\n  {pair[1][:200]!r}"


def disagreements(program: Path, wanted: dict[str, bytes], made: dict[str, bytes]) -> list[str]:
    return [differences(f"{name} of {program}", wanted[name], made.get(name, b""))
            for name in wanted if wanted[name] != made.get(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Do programs built in different ways agree?")
    parser.add_argument("program", nargs="+", type=Path)
    programs = [path.resolve() for path in parser.parse_args().program]
    data = inputs()
    all_of = [outputs_of(program, data) for program in programs]
    found = [each for program, made in zip(programs[1:], all_of[1:])
             for each in disagreements(program, all_of[0], made)]
    for each in found:
        print(each)
    print(f"{len(all_of[0])} outputs of {len(programs)} programs: {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
