# SPDX-License-Identifier: Apache-2.0
# Rulebooks, and the schemas, word lists and rulebooks that they name. What the language refuses, finding by
# finding, stands in tests/golden/check; here is what is large, deep, circular, no text or somebody else's.
from __future__ import annotations

import json
import os
from pathlib import Path

from case import Case, Content, case
from makers import EVIL, FORMULA, MARKUP, TINY, TINY_SCHEMA, document, tiny

RULE = ("      r{0}: {{title: {{en: R}}, points: 1, measure: followers + {0}, full: 10, none: 0, "
        "tip: {{en: T}}, effort: 5 minutes}}\n")


def checked(name: str, book: Content, schema: Content = TINY_SCHEMA, **options: object) -> Case:
    return case(name, "check tiny.yaml", {"tiny.yaml": book, "schemas/tiny.yaml": schema}, shows=True, **options)


def changed(name: str, before: str, after: str) -> Case:
    assert before in TINY, before
    return checked(name, TINY.replace(before, after, 1))


def in_schema(name: str, before: str, after: str) -> Case:
    assert before in TINY_SCHEMA, before
    return checked(name, TINY, TINY_SCHEMA.replace(before, after, 1))


def measured(name: str, expression: str) -> Case:
    return changed(name, "pass: has photo", f"pass: {json.dumps(expression, ensure_ascii=False)}")


def rules(count: int) -> bytes:
    head = TINY[:TINY.index("      r:")]
    return (head + "".join(RULE.format(n) for n in range(count))).encode()


def billion_laughs() -> str:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 10):
        text += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    return text


def circle(count: int) -> dict[str, str]:
    return {f"b{n}.yaml": f"colonnade: 1\nrulebook: b{n}\nextends: b{(n + 1) % count}\n" for n in range(count)}


def loop_of_links(place: Path) -> None:
    os.symlink("b.yaml", place / "a.yaml")
    os.symlink("a.yaml", place / "b.yaml")


def scored(name: str, book: str) -> Case:
    """Texts of the rulebook, wherever they are shown."""
    forms = ["score p.json --rules tiny.yaml" + more for more in
             ("", " --details", " --explain", " --format json", " --format markdown", " --format junit",
              " --format csv", " -o r.html", " -o r.md")]
    return case(name, [*forms, "explain --rules tiny.yaml", "explain #r --rules tiny.yaml",
                       "facts --rules tiny.yaml", "check tiny.yaml --origins"],
                {**tiny(book), "p.json": document('"photo":false')})


CASES = [
    checked("empty", ""),
    checked("a-list", "- a\n"),
    checked("a-text", "hello\n"),
    checked("a-word-list", "colonnade: 1\nlist: words\nwords: [a]\n"),
    case("a-folder", ["check book.yaml", "score p.json --rules book.yaml"], {"p.json": document(), "book.yaml/x": ""}),
    checked("comma", ","),
    checked("comma-that-hangs-yaml-cpp", "- a\n,\n"),
    checked("bad-indentation-after-a-quoted-list", 'a:\n  - "x"\n "y"\n'),
    checked("brackets-and-colons", "[:"),
    checked("braces-and-colons", "{:"),
    checked("question-marks", "? ? ? ? x\n"),
    checked("dashes", "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - x\n"),
    checked("nuls", bytes(2000)),
    checked("nul-in-a-plain-text", TINY.replace("en: P", "en: P\0n")),
    checked("control-letters", TINY.replace("en: P", f"en: P{EVIL}")),
    checked("bidi-in-a-comment", TINY + "# \u202egnorw\n"),
    checked("no-utf-8", TINY.encode().replace(b"Tiny", b"T\xefny")),
    checked("utf-16", TINY.encode("utf-16")),
    checked("million-brackets", "[" * 1_000_000),
    checked("hundred-thousand-braces", "{a: " * 100_000),
    checked("deep-by-indentation", "".join("  " * n + f"k{n}:\n" for n in range(600))),
    checked("billion-laughs", billion_laughs()),
    checked("list-that-holds-itself", "&a [*a]\n"),
    checked("text-of-70-kb", TINY.replace("en: P", f"en: {'x' * 70_000}")),
    checked("file-of-17-mb", lambda: (TINY + "# " + "x" * (17 << 20)).encode()),
    checked("file-of-spaces", " " * 1_000_000),
    checked("fifty-thousand-keys", "".join(f"k{n}: x\n" for n in range(50_000))),
    checked("hundred-thousand-documents", "---\n" * 100_000),
    checked("key-of-60-kb", f"{'k' * 60_000}: x\n"),
    checked("keys-that-are-lists", "[a, b]: x\n"),
    checked("tags", TINY.replace("en: P", "en: !!python/object/apply:os.system ['id']")),
    case("five-thousand-rules", "score p.json --rules tiny.yaml --format csv --columns id,score",
         {**tiny(), "tiny.yaml": lambda: rules(5_000), "p.json": document('"followers":3')}, shows=True),
    measured("parentheses-4000-deep", "(" * 2000 + "photo" + ")" * 2000),
    measured("parentheses-65-deep", "(" * 65 + "photo" + ")" * 65),
    measured("not-2000-times", "not " * 1000 + "photo"),
    measured("minus-3000-times", "-" * 3000 + "followers > 1"),
    measured("sum-of-1300-terms", "1+" * 1300 + "1 > 2"),
    measured("if-nested-100-times", "if photo then " * 100 + "photo" + " else photo" * 100),
    measured("expression-of-5000-letters", "photo and " * 500 + "photo"),
    measured("number-of-1000-digits", f"followers > {'9' * 1000}"),
    measured("number-that-is-1e400", "followers > 1e400"),
    measured("number-that-is-2-to-53-and-1", "followers > 9007199254740993"),
    measured("division-by-zero", "followers / 0 > 1"),
    measured("date-that-is-not", "2026-02-29 > 2026-01-01"),
    measured("date-in-1899", "1899-12-31 > 2026-01-01"),
    measured("date-in-2101", "2101-01-01 > 2026-01-01"),
    measured("duration-of-a-billion-years", "1000000000 years > 1 day"),
    measured("pattern-that-doubles", 'headline matches "(a+)+$"'),
    measured("pattern-with-back-reference", 'headline matches "(a)\\\\1"'),
    measured("pattern-that-looks-ahead", 'headline matches "(?=a)"'),
    measured("pattern-that-repeats-too-often", 'headline matches "((a{1000}){1000}){1000}"'),
    measured("pattern-that-is-broken", 'headline matches "[a"'),
    measured("pattern-with-a-nul", 'headline matches "a\\\\x00b"'),
    measured("twins-of-a-name", "ph\u043eto"),
    measured("letters-that-are-invisible", "pho\u200bto"),
    measured("blank-that-does-not-break", "followers\u00a0> 1"),
    measured("minus-of-typographers", "followers \u2212 1 > 0"),
    measured("quotes-of-typographers", "headline = \u201cx\u201d"),
    changed("points-of-1e308", "points: 1", "points: 1e308"),
    changed("points-of-300-digits", "points: 1", f"points: {'9' * 300}"),
    scored("points-of-two-rules-that-are-beyond-all", TINY.replace("points: 1", f"points: {'9' * 308}") + RULE.format(1)
           .replace("points: 1", f"points: {'9' * 308}")),
    changed("points-below-zero", "points: 1", "points: -1"),
    changed("points-of-minus-zero", "points: 1", "points: -0"),
    changed("weight-that-is-nan", "weight: 100", "weight: nan"),
    changed("effort-of-a-billion-years", "effort: 5 minutes", "effort: 1000000000 years"),
    changed("schema-by-a-path", "schema: tiny", "schema: ../../etc/passwd"),
    changed("rulebook-id-with-a-path", "rulebook: tiny", "rulebook: ../tiny"),
    changed("plugin-by-a-path", "schema: tiny", "plugins: [../../tmp/evil]\nschema: tiny"),
    changed("two-hundred-languages", "languages: [en]",
            f"languages: [{', '.join(chr(97 + n // 26) + chr(97 + n % 26) for n in range(200))}]"),
    changed("dates-turned-round", "points: 1", "points: 1\n        from: 2027-01-01\n        until: 2026-01-01"),
    in_schema("schema-bounds-turned-round", "type: number", "type: number, min: 5, max: 1"),
    in_schema("schema-of-an-unknown-type", "type: number", "type: money"),
    in_schema("schema-with-another-id", "schema: tiny", "schema: huge"),
    checked("schema-that-is-empty", TINY, ""),
    checked("schema-that-is-binary", TINY, bytes(range(256))),
    checked("schema-of-10000-facts", TINY, lambda: (TINY_SCHEMA + "".join(
        f"  f{n}: {{type: number, title: {{en: F}}}}\n" for n in range(10_000))).encode()),
    case("schema-that-is-a-folder", "check tiny.yaml", {"tiny.yaml": TINY.replace("schema: tiny", "schema: facts"), "schemas/facts.yaml/x": ""}, shows=True),
    case("list-of-50000-words", "check tiny.yaml",
         {**tiny(TINY + "lists:\n  many: [" + ", ".join(f"w{n}" for n in range(50_000)) + "]\n")}, shows=True),
    case("extends-itself", "check b0.yaml", circle(1), shows=True),
    case("extends-in-a-circle-of-50", "check b0.yaml", circle(50), shows=True),
    case("link-to-itself", "check a.yaml", prepare=loop_of_links, shows=True),
    case("link-to-another-file", "check a.yaml", prepare=lambda place: os.symlink("/etc/hostname", place / "a.yaml"), shows=True),
    case("tests-that-are-broken", "test tiny.yaml", {**tiny(), "tiny.test.yaml": "cases: [[[\n"}, shows=True),
    case("tests-with-10000-cases", "test tiny.yaml",
         {**tiny(), "tiny.test.yaml": "colonnade: 1\ntests: tiny\nas_of: 2026-11-20\ncases:\n" + "".join(
             f"  c{n}: {{facts: {{photo: true}}, expect: {{total: 100}}}}\n" for n in range(10_000))}),
    case("answers-that-are-broken", "score p.json --rules tiny.yaml --with a.yaml",
         {**tiny(), "p.json": document(), "a.yaml": "photo: [\n"}),
    case("answers-with-control-letters", "score p.json --rules tiny.yaml --with a.yaml",
         {**tiny(), "p.json": document(), "a.yaml": '"a\\e[31m": true\nphoto: "\\e[31m"\n'}),
    scored("texts-with-markup", TINY.replace("{en: Tiny}", json.dumps({"en": MARKUP}))
           .replace("{en: P}", json.dumps({"en": MARKUP})).replace("{en: R}", json.dumps({"en": MARKUP}))),
    scored("texts-that-turn-round", TINY.replace("{en: R}", "{en: R\u202e\u2066\u009b}")),
    scored("texts-with-escaped-control-letters", TINY.replace("{en: R}", '{en: "R\\e[31m\\u202e"}')),
    scored("texts-that-are-formulas", TINY.replace("{en: R}", json.dumps({"en": FORMULA}))),
    scored("texts-with-markdown", TINY.replace("{en: R}", json.dumps({"en": "| a | `b` <x> [c](javascript:d) ![e](f) |"}))),
    scored("source-that-is-a-script", TINY + "        because: {en: B, source: 'javascript:alert(1)', evidence: opinion}\n"),
]
