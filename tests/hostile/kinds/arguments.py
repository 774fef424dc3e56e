# SPDX-License-Identifier: Apache-2.0
# Command lines: what is typed wrong, too much, or with letters that a terminal obeys.
from __future__ import annotations

from case import Case, Line, case
from makers import EVIL, FORMULA, document, tiny

FILES = {**tiny(), "p.json": document('"photo":true,"followers":3')}
NAME = EVIL.replace("/", "")
SCORE = ("score", "p.json", "--rules", "tiny.yaml")
COMMANDS = ("score", "report", "whatif", "plan", "history", "compare", "impact", "import", "check", "facts", "explain",
            "test", "fmt", "merge", "cohort", "plugin", "new")


def typed(name: str, *lines: Line, **options: object) -> Case:
    return case(name, list(lines), FILES, **options)


def option(name: str, *values: str, before: tuple[str, ...] = SCORE) -> Case:
    return typed(name, *((*before, f"--{name}={value}") for value in values))


NUMBERS = ("", "-1", "nan", "inf", "1e400", "1e308", "0x10", "1,5", "999999999999999999999", " 1", "\x1b[31m", "\u0661")
CASES = [
    typed("nothing", ()),
    typed("empty-word", ("",)),
    typed("dash", ("-",)),
    typed("two-dashes", ("--",)),
    typed("three-dashes", ("---",)),
    typed("equals-sign", ("--=",)),
    typed("control-letters", (NAME,), ("score", NAME), ("score", f"--{NAME}"), (*SCORE, "--lang", NAME)),
    typed("no-utf-8", (b"\xff\xfe",), ("score", b"\xff\xfe"), ("score", b"--\xff"), (*SCORE, "--id", b"\xff\xfe"),
          (*SCORE, "--lang", b"\xff")),
    typed("thousand-words", ("score", *["missing.json"] * 1000)),
    typed("thousand-options", (*SCORE, *["--fact", "photo=true"] * 1000)),
    typed("word-of-120000-letters", ("x" * 120_000,), (*SCORE, "--id", "x" * 120_000), (*SCORE, "--lang", "x" * 120_000)),
    typed("option-twice", (*SCORE, "--lang", "en", "--lang", "en"), (*SCORE, "-o", "a.json", "-o", "b.json")),
    typed("option-without-a-value", *((*SCORE, key) for key in ("--lang", "-o", "--fact", "--id", "--as-of", "--format"))),
    typed("option-that-is-shortened", (*SCORE, "--form", "json"), (*SCORE, "--la", "en"), (*SCORE, "--detail")),
    typed("option-for-another-command", ("check", "tiny.yaml", "--id", "x"), ("report", "p.json", "--rules", "tiny.yaml")),
    typed("commands-without-words", *((one,) for one in COMMANDS if one not in ("facts", "explain", "history", "test"))),
    typed("commands-with-a-word-too-many", ("history", "a", "b"), ("explain", "a", "b"), ("cohort", "show", "a", "b"),
          ("merge", "a", "b", "-o", "c"), ("whatif", "a", "b"), ("import", "a", "b"), ("plugin", "list", "a"), ("new", "plugin", "a", "b")),
    option("format", "", "xml", "JSON", "json,csv", NAME, "json=", "=x", "json=a=b", "json=/nowhere/x"),
    option("as-of", "", "yesterday", "2026-02-29", "1899-12-31", "2101-01-01", "2026-1-1", "20261120", "2026-11-20T25:00:00Z",
           "2026-11-20 ", NAME, "\u0662\u0660\u0662\u0666-11-20"),
    option("fact", "", "=", "photo", "photo=", "=true", "photo=maybe", "phto=true", "photo=true=false", "followers=1e400",
           "followers=-1", "followers=9007199254740993", "followers=nan", "headline=" + "x" * 100_000, f"headline={NAME}",
           f"{NAME}=1", "photo=TRUE"),
    option("id", "", " ", NAME, FORMULA, "../../x", "<script>", "\n"),
    option("threads", *NUMBERS, before=(*SCORE, "--format", "csv")),
    option("min-score", *NUMBERS),
    option("max-rejects", *NUMBERS, "101%", "-1%", "%", before=(*SCORE, "--format", "csv")),
    option("hours", *NUMBERS, before=("plan", "p.json", "--rules", "tiny.yaml")),
    option("target", *NUMBERS, before=("plan", "p.json", "--rules", "tiny.yaml")),
    option("weeks", *NUMBERS, before=("plan", "p.json", "--rules", "tiny.yaml", "--hours-per-week", "1")),
    option("set", "", "=", "photo", "photo=", "phto=true", "photo=maybe", "r=2", "followers=1e400", NAME, f"{NAME}=1", "photo=true and",
           "headline=" + "(" * 3000, before=("whatif", "p.json", "--rules", "tiny.yaml")),
    option("columns", "", ",", "id,", "id,id", "nosuch", NAME, "id," * 5000 + "id", before=(*SCORE, "--format", "csv")),
    option("color", "", "often", NAME),
    option("floor", *NUMBERS, before=("cohort", "build", "p.json", "--rules", "tiny.yaml", "-o", "c.json")),
    option("by", "", "nosuch", "photo", "posts", NAME, before=("cohort", "build", "p.json", "--rules", "tiny.yaml", "-o", "c.json")),
    option("timeout", *NUMBERS, before=("plugin", "check", "p.json")),
    typed("explain-what-is-not", ("explain", "#"), ("explain", "##"), ("explain", "#nosuch", "--rules", "tiny.yaml"), ("explain", NAME),
          ("explain", "tiny.yaml#"), ("explain", "tiny.yaml#r#r"), ("explain", "")),
    typed("facts-of-what-is-not", ("facts", NAME), ("facts", "x" * 100_000), ("facts", ""), ("facts", "--json-schema", NAME)),
    typed("plugin-of-names-that-are-none", ("new", "plugin", "../x"), ("new", "plugin", NAME), ("new", "plugin", ""),
          ("new", "plugin", "x" * 300), ("plugin", "lock", NAME), ("plugin", "lock", "")),
]
