# SPDX-License-Identifier: Apache-2.0
# The sources of a tree as the checks see them: the part each belongs to, its text without comments
# (there the includes are found) and without comments and texts (there the words are found).
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rules

CPP = {".cpp", ".hpp", ".h", ".c"}
FOLDERS = ("dsl", "engine", "cli", "plugins", "tests")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
COMMENT_OR_TEXT = re.compile(
    r'R"(?P<mark>[^()\\ ]{0,16})\(.*?\)(?P=mark)"'  # raw text
    r'|"(?:\\.|[^"\\\n])*"|\'(?:\\.[^\']*|[^\'\\\n])\''  # text, character
    r"|//[^\n]*|/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """One C or C++ file: without comments, and without texts too."""
    path: str
    code: str
    words: str

    @property
    def part(self) -> str:
        return part_of(self.path)

    @property
    def is_header(self) -> bool:
        return not self.path.endswith((".cpp", ".c"))

    def line_at(self, offset: int) -> int:
        return self.code.count("\n", 0, offset) + 1


def part_of(path: str) -> str:
    for part in rules.PARTS:
        if part == "plugins/*" and path.startswith("plugins/"):
            return "/".join(path.split("/")[:2])
        if path == part or path.startswith(part + "/"):
            return part
    return ""


def kind_of(part: str) -> str:
    """The name under which the tables know a part."""
    return part if part in rules.SEES else "plugins/*"


def blanked(text: str, keep_texts: bool) -> str:
    def blank(match: re.Match[str]) -> str:
        found = match.group()
        if keep_texts and not found.startswith("/"):
            return found
        return re.sub(r"[^\n]", " ", found)
    return COMMENT_OR_TEXT.sub(blank, text)


def files_of(root: Path) -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and (file.suffix in CPP | {".py"} or file.name == "CMakeLists.txt"):
                yield file.relative_to(root).as_posix(), file.read_text("utf-8", "replace")


def sources_of(files: list[tuple[str, str]]) -> list[Source]:
    return [Source(path, blanked(text, True), blanked(text, False))
            for path, text in files if Path(path).suffix in CPP]


def includes_of(source: Source) -> Iterator[tuple[int, bool, str]]:
    for match in INCLUDE.finditer(source.code):
        yield source.line_at(match.start(1)), match.group(1) == '"', match.group(2)
