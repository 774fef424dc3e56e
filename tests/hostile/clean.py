# SPDX-License-Identifier: Apache-2.0
# What no output may hold, whoever wrote the text in it: bytes that steer a terminal or turn the direction of
# writing, markup of others in a page, and cells that a spreadsheet would compute.
from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

OBEYED = {chr(code) for code in itertools.chain(
    range(0x20), [0x7F], range(0x80, 0xA0), [0x61C], range(0x200B, 0x2010), range(0x2028, 0x202F),
    range(0x2060, 0x206A), [0xFEFF])} - {"\n"}
# Of pages of ours; nothing that loads, links out or runs.
TAGS = frozenset("""html head meta title style script body main article header footer section nav h1 h2 h3 h4
    p div span ul ol li dl dt dd table caption thead tbody tr th td a b strong em small details summary figure
    figcaption svg g path rect circle line polyline polygon text tspan defs desc label input button select option
    output time abbr code br hr colgroup col sup sub fieldset legend h4 tfoot""".split())
RUNS = re.compile(r"^on|^(?:srcdoc|formaction)$")
LEADS_OUT = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)
COMPUTED = re.compile(r"^(?:[=@\t\r]|[+-](?![0-9.]))")


def _text(content: bytes) -> Iterator[str]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"is no UTF-8: {error}"
        return
    if found := sorted(set(text) & OBEYED):
        yield "holds " + ", ".join(f"U+{ord(letter):04X}" for letter in found)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"has the element <{tag}>")
        self.scripts += tag == "script"
        for name, value in attrs:
            if RUNS.match(name) or LEADS_OUT.match(value or ""):
                self.wrong.append(f"has an attribute that runs: {name}={value}")


def _page(content: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    yield from page.wrong
    if page.scripts > 2:
        yield f"has {page.scripts} scripts"


def _table(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline="")):
        for cell in row:
            if COMPUTED.match(cell):
                yield f"has a cell that is computed: {cell[:40]!r}"


def problems(content: bytes, name: str) -> Iterator[str]:
    """Of what was printed, or of a file of this name that was written."""
    yield from _text(content)
    if content[:15].lower() == b"<!doctype html>":
        yield from _page(content)
    elif Path(name).suffix == ".csv":
        yield from _table(content)
