# SPDX-License-Identifier: Apache-2.0
# Many people in NDJSON, plain and compressed, and what a table of them shows.
from __future__ import annotations

import gzip
import json
import zlib

from case import Case, Content, case
from makers import EVIL, FORMULA, MARKUP, document, tiny

GOOD = document('"photo":true', "good")
CALL = "score people.ndjson --rules tiny.yaml --format csv"


def table(name: str, content: bytes | str, **options: object) -> Case:
    """One bad thing between two good people; the table has the good ones."""
    return case(name, CALL, {"people.ndjson": content, **tiny()}, shows=True, **options)


def between(name: str, bad: bytes | str) -> Case:
    line = bad.encode("utf-8", "surrogatepass") if isinstance(bad, str) else bad
    return table(name, GOOD.encode() + b"\n" + line + b"\n" + GOOD.encode() + b"\n")


def packed(name: str, content: Content) -> Case:
    return case(name, "score people.ndjson.gz --rules tiny.yaml --format csv",
                {"people.ndjson.gz": content, **tiny()}, shows=True)


LINES = f"{GOOD}\n{GOOD}\n".encode()
CASES = [
    table("empty", ""),
    table("only-line-ends", "\n\r\n\n"),
    table("only-blanks", "   \n\t\n"),
    table("without-a-last-line-end", f"{GOOD}\n{GOOD}"),
    table("windows-line-ends", f"{GOOD}\r\n{GOOD}\r\n"),
    table("old-macintosh-line-ends", f"{GOOD}\r{GOOD}\r"),
    table("unicode-line-separators", f"{GOOD}\u2028{GOOD}\n"),
    table("byte-order-mark-in-the-middle", f"{GOOD}\n\ufeff{GOOD}\n"),
    table("commas-between-lines", f"{GOOD},\n{GOOD}\n"),
    table("a-list-over-lines", f"[\n{GOOD},\n{GOOD}\n]\n"),
    table("all-of-them-broken", "{\n" * 300),
    between("cut-off", '{"id":"x","profile":1'),
    between("a-number", "17"),
    between("a-list", "[]"),
    between("an-empty-object", "{}"),
    between("no-utf-8", b'{"id":"\xff"}'),
    between("nul", b'{"id":"a\0b"}'),
    between("nuls-only", bytes(40)),
    between("no-moment", '{"profile":1,"id":"x"}'),
    between("another-version", '{"profile":9,"as_of":"2026-11-20"}'),
    between("1e400", document('"followers":1e400')),
    between("2-to-64", document('"followers":18446744073709551616')),
    between("nan", document('"followers":NaN')),
    between("duplicate-fact", document('"photo":true,"photo":false')),
    between("lone-surrogate", document('"headline":"\\ud800"')),
    between("wrong-kind", document('"photo":"yes"')),
    between("key-that-nobody-knows", document('"phto":true')),
    between("deep", document('"x":' + "[" * 3000 + "]" * 3000)),
    between("line-of-3-mb", document(f'"headline":"{"x" * (3 << 20)}"', "long")),
    between("line-longer-than-any", document(f'"headline":"{"x" * (9 << 20)}"', "long")),
    between("control-letters-in-an-id", document('"photo":true', EVIL)),
    between("markup-in-an-id", document('"photo":true', MARKUP)),
    between("formula-in-an-id", document('"photo":true', FORMULA)),
    between("formula-behind-blanks-in-an-id", document('"photo":true', "  =1+1")),
    between("formula-with-full-width-sign-in-an-id", document('"photo":true', "\uff1d1+1")),
    between("tab-before-an-id", document('"photo":true', "\t=1")),
    between("line-break-in-an-id", document('"photo":true', "a\n=1,b")),
    between("quotes-and-commas-in-an-id", document('"photo":true', 'a",b;"c')),
    between("minus-before-an-id", document('"photo":true', "-2+3")),
    between("minus-number-as-an-id", document('"photo":true', "-2")),
    between("control-letters-in-a-wrong-value", document('"photo":%s' % json.dumps(EVIL))),
    between("same-id-again", GOOD),
    case("rows-as-ndjson", "score people.ndjson --rules tiny.yaml --format ndjson",
         {"people.ndjson": document('"photo":true', FORMULA) + "\n" + document('"photo":true', EVIL) + "\n",
          **tiny()}, shows=True),
    packed("gzip-of-4-mb-of-line-ends", lambda: gzip.compress(b"\n" * (4 << 20), 1)),
    packed("gzip-of-4-mb-on-one-line", lambda: gzip.compress(b"x" * (4 << 20), 1)),
    case("reasons-in-a-file", [CALL + " --rejects rejects.ndjson", "check tiny.yaml"],
         {"people.ndjson": json.dumps({EVIL: 1}) + "\n" + "{" + EVIL + "\n", **tiny()}),
    packed("gzip", gzip.compress(LINES)),
    packed("gzip-cut-off", gzip.compress(LINES)[:-9]),
    packed("gzip-with-a-wrong-sum", gzip.compress(LINES)[:-8] + bytes(8)),
    packed("gzip-of-nothing", gzip.compress(b"")),
    packed("gzip-with-rubbish-behind-it", gzip.compress(LINES) + b"rubbish"),
    packed("gzip-twice", gzip.compress(gzip.compress(LINES))),
    packed("gzip-head-only", gzip.compress(LINES)[:10]),
    packed("two-gzips", gzip.compress(LINES) + gzip.compress(LINES)),
    packed("zlib-without-gzip", zlib.compress(LINES)),
    packed("plain-text-called-gz", LINES),
    packed("zstd-cut-off", b"\x28\xb5\x2f\xfd\x04\x58"),
    packed("zstd-with-a-window-of-2-gb", b"\x28\xb5\x2f\xfd\x00\xa8" + b"\x01\0\0"),
]
