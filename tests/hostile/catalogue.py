#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# The catalogue of hostile input: kinds/KIND.py holds its cases, expected/KIND.txt what the program must say of
# each, to the letter. Whatever the case: no crash, at most 2 seconds and 256 MB, and no output or file with
# bytes that steer a terminal, markup of others or cells that are computed.
#
#   catalogue.py                    all cases, each difference shown
#   catalogue.py archives/ zip64    those of a kind, those with a word in their name
#   catalogue.py --accept [WORD…]   writes what is said now; then read the difference
#   catalogue.py --costs            also what each cost, dearest first
#   catalogue.py --all              under sanitizers too, where otherwise each sixth case is run
from __future__ import annotations

import argparse
import difflib
import hashlib
import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

import harness  # noqa: E402
from case import Case, put  # noqa: E402
from clean import problems  # noqa: E402
from measure import SANITIZED, Run, arguments_of, run  # noqa: E402

MOST_SECONDS = 2
MOST_LINES, MOST_LETTERS = 16, 300  # of what is expected of a stream
AT_ONCE = 2
SHARE_SANITIZED = 6  # they take ten times as long


@dataclass
class Outcome:
    """Of one case: what is compared with what is expected, and what is wrong whatever that is."""
    said: list[str]
    wrong: list[str]
    runs: list[Run]


def shown(line: object) -> str:
    texts = [part if isinstance(part, str) else os.fsdecode(part) for part in line]
    words = [ascii(text)[1:-1] if text and text.isprintable() and " " not in text else ascii(text)
             for text in texts]
    return "".join(shortened(" ".join(word[:100] for word in words)))


def neutral(text: str, place: Path) -> str:
    """Without what differs from machine to machine; a library built elsewhere has another digest."""
    for library in place.rglob("*.so"):
        if library.is_file():
            digest = hashlib.sha256(library.read_bytes()).hexdigest()
            text = text.replace(digest, "{digest}").replace(digest[:12] + "…", "{digest}…")
    for path, name in ((place, "{here}"), (harness.PROGRAM.parents[1], "{built}"),
                       (harness.ROOT, "{root}")):
        text = text.replace(str(path), name)
    return text


def shortened(text: str) -> list[str]:
    lines = [line if len(line) <= MOST_LETTERS else f"{line[:MOST_LETTERS]}… ({len(line)} letters)"
             for line in text.split("\n")]
    lines = lines[:-1] if lines[-1] == "" else lines
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[:MOST_LINES], f"… ({len(lines)} lines)"]


def files_in(place: Path) -> dict[Path, tuple[int, int]]:
    """With what tells one state of a file from the next."""
    found = {}
    for path in place.rglob("*"):
        if path.is_file() and not path.is_symlink():
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def checked_file(path: Path) -> Iterator[str]:
    if path.suffix == ".part":
        yield f"{ascii(path.name)} was left"
    elif path.suffix in (".html", ".csv", ".json", ".md", ".txt", ".xml", ".ndjson"):
        yield from (f"{ascii(path.name)} {problem}" for problem in problems(path.read_bytes(), path.name))


def judge_files(before: dict[Path, tuple[int, int]], place: Path, outcome: Outcome) -> None:
    """What a call wrote is expected too: nothing, where it failed."""
    for path, state in sorted(files_in(place).items()):
        if before.get(path) == state:
            continue
        sign = "~" if path in before else "+"
        outcome.said.append(f"{sign} {ascii(str(path.relative_to(place)))[1:-1][:100]}")
        outcome.wrong += checked_file(path)


def too_dear(done: Run, most_megabytes: int) -> Iterator[str]:
    if SANITIZED:
        return
    if min(done.seconds, done.processor_seconds) > MOST_SECONDS:
        yield f"took {done.seconds:.1f} s, {done.processor_seconds:.1f} s of processors"
    if done.megabytes > most_megabytes:
        yield f"took {done.megabytes:.0f} MB"


def may_print(done: Run, arguments: list[str | bytes]) -> bool:
    """Beside exit code 4 a result without a score is an answer, a table has the others, and one is shown that
    could not be saved."""
    errors = any(line.startswith("error: ") for line in done.err.decode("utf-8", "replace").splitlines())
    is_table = any(form in arguments for form in ("csv", "ndjson", "junit"))
    is_saved = "--save" in arguments and done.code in (4, 6)
    return done.code in (0, 1) or is_saved or (done.code == 4 and (is_table or not errors))


def judge(one: Case, line: object, done: Run, place: Path, outcome: Outcome) -> None:
    arguments = arguments_of(line)
    outcome.runs.append(done)
    outcome.said += [f"$ {shown(arguments)}", f"exit {done.code}"]
    of = f"{shown(arguments)}: "
    streams = (("messages", done.err, True), ("output", done.out, one.shows))
    for name, content, told in streams:
        kind = "x.csv" if name == "output" and "csv" in arguments else name
        outcome.wrong += [f"{of}{name} {problem}" for problem in problems(content, kind)]
        if told:
            outcome.said += shortened(neutral(content.decode("utf-8", "backslashreplace"), place))
    if done.code < 0 or done.code == 70:
        outcome.wrong.append(f"{of}ended with {done.code}")
    if done.out and not may_print(done, arguments) and not one.shows:
        outcome.wrong.append(f"{of}printed something beside exit code {done.code}: {done.out[:80]!r}")
    outcome.wrong += (of + problem for problem in too_dear(done, one.megabytes))


def tried(one: Case) -> Outcome:
    place = harness.new_folder()
    outcome = Outcome([], [], [])
    put(one.files, place)
    if one.prepare:
        one.prepare(place)
    for line in one.lines:
        before = files_in(place)
        if one.beside:
            with ThreadPoolExecutor(1) as beside:
                beside.submit(one.beside, place)
                done = run(one, line, place)
        else:
            done = run(one, line, place)
        judge(one, line, done, place, outcome)
        judge_files(before, place, outcome)
    shutil.rmtree(place, ignore_errors=True)
    return outcome


def kinds() -> dict[str, list[Case]]:
    found = {}
    for path in sorted((HERE / "kinds").glob("*.py")):
        found[path.stem] = importlib.import_module(f"kinds.{path.stem}").CASES
        names = [one.name for one in found[path.stem]]
        assert len(names) == len(set(names)), f"{path.stem} has two cases of a name"
    return found


def expectations(kind: str) -> dict[str, list[str]]:
    file = HERE / f"expected/{kind}.txt"
    found: dict[str, list[str]] = {}
    lines = file.read_text("utf-8").split("\n") if file.exists() else []
    for line in lines[1:-1]:
        if line.startswith("== "):
            current = found.setdefault(line[3:], [])
        else:
            current.append(line)
    return {name: texts[:-1] for name, texts in found.items()}


def accept(kind: str, cases: list[Case], outcomes: dict[str, Outcome]) -> None:
    before = expectations(kind)
    said = {name: outcome.said for name, outcome in outcomes.items()}
    text = f"What the program must say of each case of kinds/{kind}.py; written by catalogue.py --accept.\n"
    for one in cases:
        if (lines := said.get(one.name, before.get(one.name))) is not None:
            text += "\n".join([f"== {one.name}", *lines, "", ""])
    (HERE / f"expected/{kind}.txt").write_text(text, "utf-8")


def differences(kind: str, outcomes: dict[str, Outcome]) -> Iterator[tuple[str, list[str]]]:
    wanted = expectations(kind)
    for name, outcome in outcomes.items():
        lines = [f"! {problem}" for problem in outcome.wrong]
        if outcome.said != wanted.get(name):
            lines += difflib.unified_diff(wanted.get(name, []), outcome.said, "expected", "said", lineterm="")
        if lines:
            yield name, lines


def stale(kind: str, cases: list[Case]) -> set[str]:
    return expectations(kind).keys() - {one.name for one in cases}


def costs(kind: str, outcomes: dict[str, Outcome]) -> list[tuple[float, float, str]]:
    return [(max(one.seconds for one in outcome.runs), max(one.megabytes for one in outcome.runs),
             f"{kind}/{name}") for name, outcome in outcomes.items()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs the catalogue of hostile input.")
    parser.add_argument("--accept", action="store_true", help="write what is said as expectations")
    parser.add_argument("--costs", action="store_true", help="what each case cost, dearest first")
    parser.add_argument("--all", action="store_true", help="all cases, under sanitizers too")
    parser.add_argument("words", nargs="*", help="parts of KIND/NAME; all where none is named")
    options = parser.parse_args()
    count = bad = 0
    spent: list[tuple[float, float, str]] = []
    with ThreadPoolExecutor(AT_ONCE) as workers:
        for kind, cases in kinds().items():
            chosen = [one for one in cases if not options.words
                      or any(word in f"{kind}/{one.name}" for word in options.words)]
            if SANITIZED and not options.words and not options.all:
                chosen = chosen[::SHARE_SANITIZED]
            outcomes = dict(zip([one.name for one in chosen], workers.map(tried, chosen)))
            count += len(chosen)
            spent += costs(kind, outcomes)
            if options.accept and chosen:
                accept(kind, cases, outcomes)
            for name, lines in differences(kind, outcomes):
                bad += 1
                print(f"--- {kind}/{name}", *lines, sep="\n")
            for name in stale(kind, cases):
                bad += 1
                print(f"--- {kind}/{name}\n! is expected, but there is no such case")
    for seconds, megabytes, name in sorted(spent, reverse=True) if options.costs else []:
        print(f"{seconds:6.2f} s {megabytes:6.0f} MB  {name}")
    print(f"{count} cases, {bad} with something wrong")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
