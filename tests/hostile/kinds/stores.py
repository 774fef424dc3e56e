# SPDX-License-Identifier: Apache-2.0
# Stores that are given to `history`, cohorts, and folders of parts.
from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from case import Case, Content, case
from made import made
from makers import EVIL, MANY_KEYS, MARKUP, document, tiny

FILES = {**tiny(), "p.json": document('"photo":true')}
PEOPLE = {**tiny(), "people.ndjson": "".join(document('"photo":true', f"p{n}") + "\n" for n in range(30))}
SAVE = "score p.json --rules tiny.yaml --save --store kept.db"
COHORT = "score p.json --rules tiny.yaml --cohort c.json"


def kept() -> bytes:
    return made(FILES, [SAVE], "kept.db")


def cohort() -> dict:
    return json.loads(made(PEOPLE, ["cohort build people.ndjson --rules tiny.yaml -o c.json"], "c.json"))


def stored(name: str, content: Content, prepare: Callable[[Path], None] | None = None) -> Case:
    return case(name, ["history --store kept.db", "history --store kept.db somebody",
                       "history --store kept.db somebody --export", "score p.json --rules tiny.yaml --save --store kept.db"],
                {"kept.db": content, **FILES}, prepare)


def with_sql(name: str, *statements: str) -> Case:
    def changed(place: Path) -> None:
        with sqlite3.connect(place / "kept.db") as store:
            for statement in statements:
                store.execute(statement)
        store.close()
    return stored(name, kept, changed)


def ranked(name: str, content: Content) -> Case:
    return case(name, [COHORT, "cohort show c.json", "cohort merge c.json c.json -o d.json"],
                {"c.json": content, **FILES})


def with_value(case_name: str, **values: object) -> Case:
    return ranked(case_name, lambda: json.dumps(cohort() | values).encode())


def parts(name: str, change: Callable[[Path], None]) -> Case:
    names = [f"part-1-of-1.{end}" for end in ("json", "csv", "rejects.ndjson")]
    line = ["score people.ndjson --rules tiny.yaml --partition 1/1 --out parts --format csv"]
    return case(name, ["merge parts -o all.csv", *line, "merge parts -o all.csv"],
                {**PEOPLE, **{f"parts/{file}": (lambda file=file: made(PEOPLE, line, f"parts/{file}"))
                              for file in names}}, change)


def manifest(**values: object) -> Callable[[Path], None]:
    def change(place: Path) -> None:
        path = place / "parts/part-1-of-1.json"
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), "utf-8")
    return change


def written(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda place: (place / "parts" / name).write_bytes(content) and None


CASES = [
    stored("store-good", kept),
    stored("store-empty", b""),
    stored("store-of-a-text", "hello, this is no database"),
    stored("store-head-only", b"SQLite format 3\0"),
    stored("store-cut-off", lambda: kept()[:5000]),
    stored("store-with-a-damaged-page", lambda: kept()[:4096] + b"\xff" * 4096 + kept()[8192:]),
    stored("store-of-zeros", bytes(65536)),
    with_sql("store-of-somebody-else", "CREATE TABLE passwords (x)", "DROP TABLE colonnade_results"),
    with_sql("store-of-a-later-version", "UPDATE colonnade_store SET version = 99"),
    with_sql("store-with-a-trigger", "CREATE TRIGGER t AFTER INSERT ON colonnade_results BEGIN DELETE FROM colonnade_results; END"),
    with_sql("store-with-control-letters", f"UPDATE colonnade_results SET profile = '{EVIL}'"),
    with_sql("store-with-a-result-that-is-none", "UPDATE colonnade_results SET result = '[', summary = '{'"),
    with_sql("store-with-a-summary-of-another-form", "UPDATE colonnade_results SET summary = '[1,2]'"),
    with_sql("store-with-markup", f"UPDATE colonnade_results SET profile = '{MARKUP.replace(chr(39), '')}'"),
    with_sql("store-with-a-moment-of-2-to-62", "UPDATE colonnade_results SET as_of = 4611686018427387904"),
    with_sql("store-with-a-text-for-a-moment", "UPDATE colonnade_results SET as_of = 'now'"),
    with_sql("store-with-a-null", "UPDATE colonnade_rulebooks SET texts = X'00ff'"),
    case("store-that-is-a-folder", "history --store kept.db", {"kept.db/x": ""}),
    case("store-that-is-missing", "history --store missing.db"),
    case("store-in-a-folder-that-is-missing", SAVE.replace("kept.db", "no/kept.db"), FILES),
    case("store-by-another-scheme", "history --store http://example.org/"),
    case("store-on-a-server-that-is-not", "history --store postgresql://localhost:1/x"),
    ranked("cohort-good", lambda: json.dumps(cohort()).encode()),
    ranked("cohort-empty", b""),
    ranked("cohort-of-a-list", "[]"),
    ranked("cohort-deep", "[" * 100_000),
    ranked("cohort-cut-off", lambda: json.dumps(cohort()).encode()[:-3]),
    ranked("cohort-of-33-mb", lambda: json.dumps(cohort()).encode() + b" " * (33 << 20)),
    ranked("cohort-with-a-hundred-thousand-keys", lambda: json.dumps(cohort() | MANY_KEYS).encode()),
    with_value("cohort-of-another-version", cohort=2),
    with_value("cohort-of-another-rulebook", rulebook={"id": "x", "edition": "", "sha256": "0" * 64, "pillars": ["p"]}),
    with_value("cohort-with-control-letters", name=EVIL, note=EVIL),
    with_value("cohort-with-markup", name=MARKUP, note=MARKUP),
    with_value("cohort-with-a-negative-count", not_assessed=-1),
    with_value("cohort-with-a-count-of-1e30", not_assessed=1e30),
    with_value("cohort-with-a-floor-of-1", floor=1),
    with_value("cohort-of-nobody", everyone={"total": {"members": 0, "units": 0}, "totals": [], "pillars": []}),
    with_value("cohort-that-does-not-add-up", everyone={"total": {"members": 30, "units": 1}, "totals": [[100, 29]],
                                                        "pillars": [{"members": 30, "units": 1}]}),
    with_value("cohort-with-a-moment-that-is-none", first_as_of="yesterday"),
    parts("parts-good", lambda place: None),
    parts("parts-with-a-hundred-thousand-keys", manifest(**MANY_KEYS)),
    parts("parts-with-an-empty-manifest", written("part-1-of-1.json", b"")),
    parts("parts-with-a-deep-manifest", written("part-1-of-1.json", b"[" * 100_000)),
    parts("parts-with-a-table-that-is-cut-off", written("part-1-of-1.csv", b"id,sco")),
    parts("parts-with-rejects-too-many", written("part-1-of-1.rejects.ndjson", b"{}\n")),
    parts("parts-with-a-part-too-many", written("part-2-of-2.json", b"{}")),
    parts("parts-of-a-name-with-control-letters", written(f"part-1-of-1{EVIL.replace('/', '')}.json", b"{}")),
    parts("parts-whose-people-are-2-to-64", manifest(people=1 << 64)),
    parts("parts-whose-people-are-negative", manifest(people=-1)),
    parts("parts-whose-table-is-said-to-be-elsewhere", manifest(table={"bytes": 1, "blake2b": "../../etc/passwd"})),
    case("parts-in-an-empty-folder", "merge parts -o all.csv", prepare=lambda place: (place / "parts").mkdir()),
    case("parts-in-a-file", "merge parts -o all.csv", {"parts": "x"}),
    case("parts-by-a-number-that-is-none", ["score people.ndjson --rules tiny.yaml --partition 0/1 --out parts",
                                            "score people.ndjson --rules tiny.yaml --partition 2/1 --out parts",
                                            "score people.ndjson --rules tiny.yaml --partition 1/1e9 --out parts",
                                            "score people.ndjson --rules tiny.yaml --partition 1/100001 --out parts",
                                            "score people.ndjson --rules tiny.yaml --partition=-1/-1 --out parts"], PEOPLE),
]
