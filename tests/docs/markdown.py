# SPDX-License-Identifier: Apache-2.0
# Pages as the tests of the docs see them: fenced blocks with their kind, headings, links, code in a
# line. Only the Markdown that these pages use.
from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))  # harness.py: running the program

FENCE = re.compile(r"^```(?P<kind>[^`]*)$")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Block:
    place: str  # `docs/page.md:12`, for messages
    kind: str   # what stands behind the opening ```
    text: str


@dataclass(frozen=True)
class Page:
    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    def blocks(self) -> list[Block]:
        blocks, kind, start, lines = [], None, 0, []
        for number, line in enumerate(self.text.splitlines(), 1):
            fence = FENCE.match(line)
            if kind is None and fence:
                kind, start, lines = fence["kind"].strip(), number, []
            elif kind is not None and line == "```":
                blocks.append(Block(f"{self.name}:{start}", kind, "\n".join(lines) + "\n"))
                kind = None
            elif kind is not None:
                lines.append(line)
        if kind is not None:
            raise ValueError(f"{self.name}:{start}: the block has no end")
        return blocks

    def prose(self) -> str:
        """The page without its blocks."""
        return re.sub(r"^```.*?^```$", "", self.text, flags=re.MULTILINE | re.DOTALL)

    def anchors(self) -> set[str]:
        """What `#…` may name here: a heading in lower case, blanks as `-`, the rest left out."""
        return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
                for heading in HEADING.findall(self.prose())}

    def links(self) -> list[str]:
        return LINK.findall(CODE.sub("", self.prose()))

    def code(self) -> list[str]:
        """What stands in backquotes in the text, on one line."""
        return [" ".join(code.split()) for code in CODE.findall(self.prose())]


def pages() -> list[Page]:
    """Every page of the project: those that git knows and those about to be added."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "-C", ROOT, "ls-files", "--cached", "--others",
         "--exclude-standard", "*.md"], check=True, capture_output=True, text=True).stdout
    return [Page(ROOT / name) for name in sorted(set(listed.splitlines()))
            if (ROOT / name).is_file()]
