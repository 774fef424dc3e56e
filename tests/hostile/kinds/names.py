# SPDX-License-Identifier: Apache-2.0
# Names of files and folders, files that are none, and files that change while they are read.
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from case import Case, Content, Line, case
from makers import EVIL, FORMULA, document, few, tiny, zipped

GOOD = document('"photo":true')
FILES = {**tiny(), "p.json": GOOD}
NAME = EVIL.replace("/", "")
MARKUP_NAME = "<img src=x onerror=alert(1)>&\"'.json"


def named(name: str, file: str | bytes, content: bytes = GOOD.encode()) -> Case:
    """Scored in all forms, and all that is written named by it."""
    def prepare(place: Path) -> None:
        path = os.path.join(os.fsencode(place), os.fsencode(file))
        with open(path, "wb") as made:
            made.write(content)
    rules: tuple[str, ...] = ("--rules", "tiny.yaml")
    lines: list[Line] = [("score", file, *rules, "--format", "csv"), ("score", file, *rules, "--format", "json"),
                         ("score", file, "p.json", *rules, "-o", "out/"), ("import", file, *rules),
                         ("score", file, *rules, "-o", b"r-" + os.fsencode(file)), ("check", file)]
    return case(name, lines, FILES, prepare)


def odd(name: str, lines: Line | list[Line], prepare: Callable[[Path], None], **options: object) -> Case:
    return case(name, lines, FILES, prepare, **options)


def link(target: str, name: str = "l.json") -> Callable[[Path], None]:
    return lambda place: os.symlink(target, place / name)


def loop(place: Path) -> None:
    os.symlink("b.json", place / "l.json")
    os.symlink("l.json", place / "b.json")


def pipe(place: Path) -> None:
    os.mkfifo(place / "l.json")


def fed(content: bytes) -> Callable[[Path], None]:
    def feed(place: Path) -> None:
        with open(place / "l.json", "wb") as end:
            end.write(content)
    return feed


def folders(depth: int) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        (place / "e").mkdir()
        at = os.open(place / "e", os.O_RDONLY)
        for _ in range(depth):
            os.mkdir("d", dir_fd=at)
            deeper = os.open("d", os.O_RDONLY, dir_fd=at)
            os.close(at)
            at = deeper
        with open("Profile.csv", "w", opener=lambda path, flags: os.open(path, flags, dir_fd=at)) as file:
            file.write("Headline\nBuyer\n")
        os.close(at)
    return make


def many_files(count: int) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        (place / "e").mkdir()
        for number in range(count):
            (place / f"e/{number}.csv").write_bytes(b"")
    return make


def export_of_odd_files(place: Path) -> None:
    (place / "e").mkdir()
    (place / "e/Profile.csv").write_text("First Name,Last Name,Headline\nIda,Muster,Buyer\n", "utf-8")
    os.mkfifo(place / "e/Skills.csv")
    os.symlink("/etc/passwd", place / "e/Positions.csv")
    os.symlink(".", place / "e/round")
    (place / "e/Education.csv").mkdir()


CASES = [
    named("name-with-control-letters", NAME + ".json"),
    named("name-with-a-line-break", "a\nerror: all is lost.json"),
    named("name-with-markup", MARKUP_NAME.replace("/", "")),
    named("name-that-is-a-formula", FORMULA.replace("/", "") + ".json"),
    named("name-that-is-no-utf-8", b"a\xff\xfeb.json"),
    named("name-with-a-surrogate", b"a\xed\xa0\x80b.json"),
    named("name-of-240-letters", "n" * 240 + ".json"),
    named("name-of-blanks", "   .json"),
    named("name-that-turns-round", "a\u202egnosj.json"),
    named("name-of-windows", "CON.json"),
    named("name-of-dots", "....json"),
    named("name-of-a-twin", "p.js\u043en"),
    named("name-with-backticks", "`id`$(id);.json"),
    case("name-of-300-letters", [("score", "n" * 300), ("check", "n" * 300 + ".yaml"), ("score", "p.json", "--rules", "tiny.yaml", "-o", "n" * 300 + ".json")], FILES),
    case("name-of-100000-letters", [("score", "n" * 100_000), ("check", "n" * 100_000), ("score", "p.json", "--rules", "tiny.yaml", "-o", "n" * 100_000)], FILES),
    case("name-that-is-empty", [("score", ""), ("check", ""), ("score", "p.json", "--rules", ""), ("score", "p.json", "--rules", "tiny.yaml", "-o", ""),
                                ("import", ""), ("report", ""), ("merge", "", "-o", "t.csv"), ("fmt", ""), ("history", "--store", "")], FILES),
    odd("link-to-nothing", ["score l.json", "check l.json", "report l.json"], link("nothing")),
    odd("link-to-itself", ["score l.json", "check l.json", "report l.json"], loop),
    odd("link-to-a-document", "score l.json --rules tiny.yaml --format csv", link("p.json"), shows=True),
    odd("link-that-is-written-to", ["score p.json --rules tiny.yaml -o l.json", "score l.json --rules tiny.yaml"], link("kept.json")),
    odd("link-to-a-folder-that-is-written-to", "score p.json --rules tiny.yaml -o l.json", link(".")),
    odd("pipe-that-is-fed", "score l.json --rules tiny.yaml --format csv", pipe, beside=fed(GOOD.encode()), shows=True),
    odd("pipe-that-is-fed-nothing", "score l.json --rules tiny.yaml", pipe, beside=fed(b"")),
    odd("pipe-that-is-fed-rubbish", "score l.json --rules tiny.yaml", pipe, beside=fed(bytes(70_000))),
    odd("pipe-that-is-fed-an-archive", "score l.json --rules tiny.yaml", pipe,
        beside=fed(zipped([("Profile.csv", "Headline\nBuyer\n")]))),
    odd("folder-in-place-of-a-document", ["score l.json", "report l.json", "check l.json", "fmt l.json", "compare l.json p.json"],
        lambda place: (place / "l.json").mkdir()),
    case("device-null", ["score /dev/null", "check /dev/null", "report /dev/null", "score p.json --ssi /dev/null --rules tiny.yaml",
                         "merge /dev/null -o t.csv", "score p.json --with /dev/null --rules tiny.yaml --format csv"], FILES, shows=True),
    case("device-zero", ["score /dev/zero", "check /dev/zero", "report /dev/zero", "score p.json --ssi /dev/zero --rules tiny.yaml",
                         "score p.json --with /dev/zero --rules tiny.yaml", "cohort show /dev/zero", "compare /dev/zero p.json"], FILES, megabytes=300),  # a document may have 256 MiB
    case("file-of-the-system", ["score /proc/self/maps", "score /proc/self/mem", "score /sys/kernel/notes",
                                "score /proc/self/fd/99", "report /proc/self/environ"]),
    case("folder-of-the-system", ["score /proc/self/fd", "merge /proc/self/fd -o t.csv"]),
    case("export-with-odd-files", "score e --rules few.yaml --as-of 2026-11-20 --id i --format csv", few(), export_of_odd_files, shows=True),
    case("export-900-folders-deep", "score e --rules few.yaml --as-of 2026-11-20 --id i --format csv", few(), folders(900), shows=True),
    case("folder-of-6000-files", "score e --rules few.yaml", few(), many_files(6_000)),
    case("output-over-the-input", ["score p.json --rules tiny.yaml -o p.json", "check tiny.yaml -o tiny.yaml",
                                   "import p.json --rules tiny.yaml -o p.json"], FILES),
    case("output-in-a-file-as-folder", ["score p.json --rules tiny.yaml -o p.json/r.json", "score p.json --rules tiny.yaml -o p.json/",
                                        "new plugin video -o p.json/x"], FILES),
    case("output-in-the-system", ["score p.json --rules tiny.yaml -o /proc/r.json", "score p.json --rules tiny.yaml -o /proc/self/r/",
                                  "score p.json --rules tiny.yaml --save --store /proc/kept.db"], FILES),
]
