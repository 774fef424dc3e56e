# SPDX-License-Identifier: Apache-2.0
# Reads the sources as text and reports what breaks the rules of rules.py: includes that point
# upwards, a third-party library met in a second place, words that library code must not say, files
# without their first lines or too long. Called with the root of the tree; 1 = something was found.
from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rules
from sources import Source, files_of, includes_of, kind_of, part_of, sources_of


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    check: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.check}]"


def check_first_lines(path: str, text: str) -> Iterator[Finding]:
    lines = text.splitlines()
    if lines and lines[0].startswith("#!"):
        lines = lines[1:]
    lines += ["", ""]
    if "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        yield Finding(path, 1, "licence-line", "the first line does not name the licence")
    elif not lines[1].lstrip().startswith(("//", "/*", "#", "*")):
        yield Finding(path, 2, "purpose", "the second line does not say what the file is for")


def check_length(path: str, text: str) -> Iterator[Finding]:
    count = text.count("\n")
    if count > rules.MAX_LINES:
        yield Finding(path, rules.MAX_LINES + 1, "long-file",
                      f"{count} lines; a file has at most {rules.MAX_LINES}")


def check_unfinished(path: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), 1):
        if match := rules.UNFINISHED.search(line):
            yield Finding(path, number, "unfinished",
                          f"`{match.group()}`: finish it or write an issue")


def resolved(root: Path, source: Source, quoted: bool, name: str) -> str | None:
    """The path in the tree of an include of ours; None for one that is not there."""
    bases = [root / "plugins/include"]
    if quoted:
        bases = [(root / source.path).parent, root, *bases]
    for base in bases:
        file = (base / name).resolve()
        if file.is_file() and file.is_relative_to(root):
            return file.relative_to(root).as_posix()
    return None


def check_own_include(root: Path, source: Source, line: int, quoted: bool,
                      name: str) -> Iterator[Finding]:
    target = resolved(root, source, quoted, name)
    if target is None:
        yield Finding(source.path, line, "include-not-found", f"`{name}` is no file of this tree")
        return
    there = part_of(target)
    if there != source.part and kind_of(there) not in rules.SEES[kind_of(source.part)]:
        yield Finding(source.path, line, "include-direction",
                      f"`{source.part}` includes `{target}`; it may not see `{there}`")


def is_standard(name: str) -> bool:
    return name in rules.C_HEADERS or not re.search(r"[./]", name)


def check_foreign_include(source: Source, line: int, name: str) -> Iterator[Finding]:
    if is_standard(name) or source.part == "tests":
        return
    if rules.SYSTEM_HEADERS.search(name):
        if source.part not in rules.SYSTEM_PARTS:
            yield Finding(source.path, line, "system-header",
                          f"`{source.part}` does not deal with the operating system: <{name}>")
        return
    known = [library for library in rules.LIBRARIES if name.startswith(library.headers)]
    if not known:
        yield Finding(source.path, line, "unknown-library",
                      f"<{name}> belongs to no library of tests/layering/rules.py")
    elif source.is_header:
        yield Finding(source.path, line, "library-in-header",
                      f"{known[0].name} in a header; every file that includes it would meet it too")
    elif not any(is_place_of(library, source.path) for library in known):
        places = ", ".join(library.where for library in known)
        yield Finding(source.path, line, "library-place",
                      f"{known[0].name} is met in {places} only")


def is_place_of(library: rules.Library, path: str) -> bool:
    return path.startswith(library.where) if library.where.endswith("/") else path == library.where


def check_includes(root: Path, source: Source) -> Iterator[Finding]:
    for line, quoted, name in includes_of(source):
        if ".." in name.split("/"):
            yield Finding(source.path, line, "include-upwards", f"`{name}`: name it from the root")
        elif quoted and any(name in made and source.path.startswith(folder)
                            for folder, made in rules.MADE.items()):
            continue
        elif quoted or name.startswith("colonnade/"):
            yield from check_own_include(root, source, line, quoted, name)
        else:
            yield from check_foreign_include(source, line, name)


def check_one_file(sources: list[Source]) -> Iterator[Finding]:
    """A library that is met in one source: all but the first of several are reported."""
    for library in rules.LIBRARIES:
        places: dict[str, int] = {}
        for source in sources:
            for line, quoted, name in includes_of(source):
                if library.one_file and not quoted and name.startswith(library.headers) \
                        and is_place_of(library, source.path):
                    places.setdefault(source.path, line)
        for path in list(places)[1:]:
            yield Finding(path, places[path], "second-place",
                          f"{library.name} is already met in {next(iter(places))}")


def check_one_type(sources: list[Source]) -> Iterator[Finding]:
    """A type of a header whose name another header of the part uses too: the linker would mix them."""
    places: dict[tuple[str, str], str] = {}
    for source in sources:
        if not source.is_header or source.part == "tests":
            continue
        for match in rules.TYPE.finditer(source.words):
            first = places.setdefault((source.part, match.group("name")), source.path)
            if first != source.path:
                yield Finding(source.path, source.line_at(match.start("name")), "second-type",
                              f"`{match.group('name')}` is already a type of {first}")


def is_declaration(match: re.Match[str]) -> bool:
    before = match.groupdict().get("before")
    return before is not None and before not in rules.BEFORE_CALLS


def check_words(source: Source) -> Iterator[Finding]:
    for word in rules.WORDS:
        if kind_of(source.part) not in word.parts:
            continue
        for match in word.pattern.finditer(source.words):
            if is_declaration(match):
                continue
            place = match.start("name") if "name" in word.pattern.groupindex else match.start()
            said = match.groupdict().get("name") or " ".join(match.group().split())
            yield Finding(source.path, source.line_at(place), word.check,
                          f"`{said.rstrip('( ')}`: {word.message}")


def all_findings(root: Path, files: list[tuple[str, str]]) -> Iterator[Finding]:
    sources = sources_of(files)
    for path, text in files:
        yield from check_first_lines(path, text)
        yield from check_length(path, text)
        yield from check_unfinished(path, text)
    for source in sources:
        yield from check_includes(root, source)
        yield from check_words(source)
    yield from check_one_file(sources)
    yield from check_one_type(sources)


def without_exceptions(findings: list[Finding]) -> Iterator[Finding]:
    used: dict[tuple[str, str], int] = defaultdict(int)
    for finding in findings:
        key = (finding.path, finding.check)
        if key in rules.EXCEPTIONS:
            used[key] += 1
        else:
            yield finding
    for path, check in rules.EXCEPTIONS:
        if not used[(path, check)]:
            yield Finding(path, 1, "stale-exception", f"nothing here needs the exception `{check}`")


def check_tree(root: Path) -> tuple[int, list[Finding]]:
    """How many files there are, and what is wrong with them, in reading order."""
    root = root.resolve()
    files = list(files_of(root))
    return len(files), sorted(without_exceptions(sorted(set(all_findings(root, files)))))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: layering.py ROOT", file=sys.stderr)
        return 2
    count, findings = check_tree(Path(arguments[0]))
    for finding in findings:
        print(finding)
    if count == 0:
        print(f"no sources under {arguments[0]}", file=sys.stderr)
        return 2
    print(f"{count} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
