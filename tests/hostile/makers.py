# SPDX-License-Identifier: Apache-2.0
# How the bytes of cases are made: small profiles and rulebooks, archives that lie about themselves.
from __future__ import annotations

import functools
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable

from tiny import TINY, TINY_SCHEMA

# Letters that a terminal obeys, one of each sort.
EVIL = "a\x1b[31mb\u202ec\u009b31md\x08e\u2066f\u200fg\u2028h\x7fi"
ESCAPED = json.dumps(EVIL)
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
FORMULA = "=HYPERLINK(\"http://example.org\",\"x\")"
HEAD = '"profile":1,"as_of":"2026-11-20"'

# Each is looked for among all before it, by who looks in their order.
MANY_KEYS = {f"key{i}": i for i in range(100_000)}

# Of LinkedIn's exports, what few cases need.
FEW = """colonnade: 1
rulebook: few
schema: social-profile
languages: [en]
title: {en: Few}
pillars:
  p:
    title: {en: P}
    weight: 100
    rules:
      headline:
        title: {en: Headline}
        points: 1
        pass: has headline
        tip: {en: Write one.}
        effort: 5 minutes
      skills:
        title: {en: Skills}
        points: 1
        measure: count(skills)
        full: 2
        none: 0
        tip: {en: Name some.}
        effort: 5 minutes
"""


def few() -> dict[str, str]:
    """The files of a rulebook that wants a headline and skills of an export."""
    return {"few.yaml": FEW}


def document(rest: str = "", id_: str = "somebody") -> str:
    """A profile document; `rest` is JSON that follows its head."""
    return f'{{"id":{json.dumps(id_)},{HEAD}{"," if rest else ""}{rest}}}'


def tiny(book: str = TINY, schema: str = TINY_SCHEMA) -> dict[str, str]:
    """The files of a rulebook with one rule."""
    return {"tiny.yaml": book, "schemas/tiny.yaml": schema}


def zipped(files: Iterable[tuple[str, str | bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0)), content, method)
    return made.getvalue()


class Entry:
    """A file in a zip, each of whose fields may say something else than is true."""

    def __init__(self, name: str | bytes, content: bytes, *, method: int = 8, flags: int = 0x800,
                 size: int | None = None, packed_size: int | None = None, crc: int | None = None,
                 mode: int = 0o100644, at: int | None = None, packed: bytes | None = None) -> None:
        self.name = name.encode() if isinstance(name, str) else name
        if packed is None:
            squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = squeeze.compress(content) + squeeze.flush() if method == 8 else content
        self.packed, self.method, self.flags, self.mode, self.at = packed, method, flags, mode, at
        self.size = len(content) if size is None else size
        self.packed_size = len(packed) if packed_size is None else packed_size
        self.crc = zlib.crc32(content) if crc is None else crc

    def fields(self) -> bytes:
        return struct.pack("<HHHHHIIIHH", 20, self.flags, self.method, 0x6000, 0x5D74, self.crc,
                           self.packed_size, self.size, len(self.name), 0)

    def head(self) -> bytes:
        return b"PK\3\4" + self.fields() + self.name

    def row(self, at: int) -> bytes:
        place = at if self.at is None else self.at
        return (b"PK\1\2" + struct.pack("<H", 0x314) + self.fields() +
                struct.pack("<HHHII", 0, 0, 0, self.mode << 16, place) + self.name)


def forged(entries: Iterable[Entry], *, count: int | None = None, before: bytes = b"",
           behind: bytes = b"", comment: bytes = b"") -> bytes:
    """A zip of such entries, one after another, whose directory says what they say."""
    body, rows, number = bytearray(before), bytearray(), 0
    for entry in entries:
        rows += entry.row(len(body))
        body += entry.head() + entry.packed
        number += 1
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count or number, count or number, len(rows),
                      len(body), len(comment))
    return bytes(body + rows) + end + comment + behind


@functools.lru_cache(maxsize=None)
def zeros(size: int) -> bytes:
    """So many zeros as a deflate stream, made without holding them."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = bytes(1 << 20)
    packed = b"".join(squeeze.compress(block) for _ in range(size >> 20))
    return packed + squeeze.flush()
