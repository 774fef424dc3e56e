# SPDX-License-Identifier: Apache-2.0
# Compiled rulebooks, reports that are given back to `report`, and results that are compared.
from __future__ import annotations

import json
import os
import struct

from case import Case, Content, case
from made import made
from makers import EVIL, MANY_KEYS, MARKUP, document, tiny

FILES = {**tiny(), "p.json": document('"photo":true')}
START = '<script type="application/json" id="colonnade-report">'


def image() -> bytes:
    return made(FILES, ["check tiny.yaml -o tiny.colc"], "tiny.colc")


def report() -> str:
    return made(FILES, ["score p.json --rules tiny.yaml -o r.html"], "r.html").decode()


def result() -> str:
    return made(FILES, ["score p.json --rules tiny.yaml -o r.json"], "r.json").decode()


def imaged(name: str, content: Content) -> Case:
    return case(name, ["score p.json --rules i.colc --format csv", "check i.colc"],
                {"i.colc": content, "p.json": document('"photo":true')})


def reported(name: str, content: Content) -> Case:
    return case(name, ["report r.html --format json", "report r.html -o again.html"], {"r.html": content})


def in_report(name: str, before: str, after: str) -> Case:
    def changed() -> bytes:
        text = report()
        assert before in text, before
        return text.replace(before, after, 1).encode("utf-8", "surrogatepass")
    return reported(name, changed)


def in_result(name: str, before: str, after: str) -> Case:
    def changed() -> bytes:
        text = json.dumps(json.loads(result()), separators=(",", ":"))
        assert before in text, before
        return text.replace(before, after, 1).encode()
    return case(name, ["compare r.json s.json", "score p.json --rules tiny.yaml --baseline r.json --max-drop 1"],
                {"r.json": changed, "s.json": lambda: result().encode(), **FILES})


def with_size(at: int, size: int) -> bytes:
    """An image, one of whose lengths says something else."""
    content = image()
    start = content.index(b"\n", content.index(b"\n") + 1) + 1
    return content[:start + at] + struct.pack("<Q", size) + content[start + at + 8:]


CASES = [
    imaged("image-good", image),
    imaged("image-empty", b""),
    imaged("image-head-only", lambda: image().split(b"\n")[0] + b"\n"),
    imaged("image-head-without-end", lambda: image().split(b"\n")[0]),
    imaged("image-head-of-a-megabyte", b"colonnade-image " + b"1" * (1 << 20)),
    imaged("image-cut-by-a-byte", lambda: image()[:-1]),
    imaged("image-with-more-behind-it", lambda: image() + b"x"),
    imaged("image-of-nuls", bytes(10_000)),
    imaged("image-that-is-a-text", FILES["tiny.yaml"]),
    imaged("image-whose-first-length-is-2-to-64", lambda: with_size(0, (1 << 64) - 1)),
    imaged("image-whose-second-length-is-2-to-63", lambda: with_size(8, 1 << 63)),
    imaged("image-of-windows-line-ends", lambda: image().replace(b"\n", b"\r\n")),
    imaged("image-of-version-with-control-letters", lambda: b"colonnade-image 1 \x1b[31m\n" + image().split(b"\n", 1)[1]),
    case("image-in-place-of-a-profile", "score i.colc", {"i.colc": image}),
    case("image-to-lay-out", "fmt i.colc", {"i.colc": image}),
    reported("report-good", lambda: report().encode()),
    reported("report-empty", b""),
    reported("report-cut-off", lambda: report()[:report().index(START) + 300].encode()),
    reported("report-of-another-page", "<!doctype html><title>Bank</title>"),
    reported("report-of-nuls", bytes(100_000)),
    reported("report-deep", START + "[" * 100_000 + "</script>"),
    reported("report-of-a-list", START + "[]</script>"),
    reported("report-that-is-empty-inside", START + "</script>"),
    reported("report-with-two-hearts", lambda: (report() + START + "{}</script>").encode()),
    in_report("report-with-markup-in-a-title", '"title":"R"', '"title":%s' % json.dumps(MARKUP).replace("</", "<\\/")),
    in_report("report-with-control-letters", '"title":"R"', '"title":%s' % json.dumps(EVIL)),
    in_report("report-with-raw-control-letters", '"title":"R"', f'"title":"{EVIL}"'),
    in_report("report-with-a-lone-surrogate", '"title":"R"', '"title":"\\ud800"'),
    in_report("report-with-a-title-of-1-mb", '"title":"R"', f'"title":"{"x" * 1_000_000}"'),
    in_report("report-with-a-key-twice", '"title":"R"', '"title":"R","title":"S"'),
    in_report("report-with-a-score-of-1e308", '"score":100.0', '"score":1e308'),
    in_report("report-with-a-score-of-minus-1", '"score":100.0', '"score":-1'),
    in_report("report-with-a-score-of-101", '"score":100.0', '"score":101'),
    in_report("report-with-a-score-that-is-a-text", '"score":100.0', '"score":"100"'),
    in_report("report-of-the-year-9999", '"as_of":"2026', '"as_of":"9999'),
    in_result("result-good", '"score"', '"score"'),
    in_result("result-cut-off", '"score"', '\0'),
    in_result("result-with-a-score-of-1e308", '"score":100.0', '"score":1e308'),
    in_result("result-with-a-key-twice", '"score":100.0', '"score":1.0,"score":100.0'),
    in_result("result-of-another-version", '"result":1', '"result":2'),
    in_result("result-with-control-letters", '"id":"somebody"', '"id":"\\u001b[31m\\u202e"'),
    in_result("result-with-a-hundred-thousand-keys", '"score":100.0', json.dumps(MANY_KEYS)[1:-1] + ',"score":100.0'),
    case("result-deep", ["compare r.json s.json"], {"r.json": "[" * 100_000, "s.json": "[]"}),
    case("result-of-a-profile", ["compare p.json --rules tiny.yaml missing.json"], FILES),
]
