# SPDX-License-Identifier: Apache-2.0
# One case of the catalogue: files that somebody hostile or unlucky made, and the calls they are given to.
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Content = bytes | str | Callable[[], bytes]
# A command line, cut as a shell cuts it, or its arguments one by one.
Line = str | tuple[str | bytes, ...]


@dataclass(frozen=True)
class Case:
    name: str
    lines: tuple[Line, ...]
    files: Mapping[str, Content]
    prepare: Callable[[Path], None] | None  # whatever else must be there: links, pipes, folders
    environment: Mapping[str, str]
    stdin: bytes | None                     # None: closed
    closed: tuple[int, ...]                 # descriptors that are closed when the program starts
    shows: bool                             # what is printed is expected word for word too
    beside: Callable[[Path], None] | None   # goes on while the program runs
    megabytes: int                          # at most


def case(name: str, lines: Line | list[Line], files: Mapping[str, Content] | None = None,
         prepare: Callable[[Path], None] | None = None, *, environment: Mapping[str, str] | None = None,
         stdin: bytes | None = b"", closed: tuple[int, ...] = (), shows: bool = False,
         beside: Callable[[Path], None] | None = None, megabytes: int = 256) -> Case:
    several = tuple(lines) if isinstance(lines, list) else (lines,)
    return Case(name, several, files or {}, prepare, environment or {}, stdin, closed, shows, beside,
                megabytes)


def put(files: Mapping[str, Content], place: Path) -> None:
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        made = content() if callable(content) else content
        path.write_bytes(made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made)
