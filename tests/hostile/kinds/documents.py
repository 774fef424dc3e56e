# SPDX-License-Identifier: Apache-2.0
# Profile documents in JSON.
from __future__ import annotations

import json

from case import Case, case
from makers import ESCAPED, EVIL, FORMULA, HEAD, MANY_KEYS, MARKUP, document


def one(name: str, content: bytes | str, **options: object) -> Case:
    return case(name, "score p.json", {"p.json": content}, **options)


def with_facts(name: str, facts: str, **options: object) -> Case:
    return one(name, document(facts), **options)


def everywhere(name: str, content: str) -> Case:
    forms = [f"score p.json{more}" for more in
             ("", " --details", " --format json", " --format ndjson", " --format csv", " --format markdown",
              " --format junit", " -o r.html")]
    return case(name, [*forms, "import p.json -o q.json", "import p.json --redact", "facts --unknown p.json",
                       "plan p.json --hours 1", "whatif p.json --set cover=true"], {"p.json": content})


def many_skills(count: int) -> bytes:
    skill = '{"name":"S"}'
    return document(f'"photo":true,"skills":[{",".join([skill] * count)}]').encode()


CASES = [
    one("empty", ""),
    one("blanks", b" \n\t\n"),
    one("only-a-byte-order-mark", "\ufeff"),
    one("behind-a-byte-order-mark", "\ufeff" + document('"photo":true')),
    one("utf-16", document('"photo":true').encode("utf-16")),
    one("utf-32", document('"photo":true').encode("utf-32")),
    one("a-list", "[]"),
    one("a-list-of-documents", f"[{document()}]"),
    one("a-text", '"hello"'),
    one("no-json", "hello"),
    one("html", "<!doctype html><html><body>403 Forbidden</body></html>"),
    one("random-bytes", bytes(range(128, 256)) * 64),
    one("thousand-nuls", bytes(1000)),
    one("nul-inside", b'{"profile":1,"as_of":"2026-11-20","headline":"a\0b"}'),
    one("nul-escaped", document('"headline":"a\\u0000b","photo":true')),
    one("nul-behind", document('"photo":true').encode() + b"\0"),
    one("cut-off", '{"profile":1'),
    one("cut-off-in-a-text", '{"profile":1,"as_of":"2026-11-20","headline":"half'),
    one("more-behind-it", document() + " x"),
    one("two-documents", document() + document()),
    one("trailing-comma", '{"profile":1,"as_of":"2026-11-20",}'),
    one("single-quotes", "{'profile':1}"),
    one("comments", '{"profile":1, /* me */ "as_of":"2026-11-20"}'),
    one("key-without-quotes", "{profile:1}"),
    one("python-s-words", '{"profile":1,"as_of":"2026-11-20","photo":True}'),
    one("no-utf-8", b'{"profile":1,"as_of":"2026-11-20","headline":"\xff"}'),
    one("overlong-utf-8", b'{"profile":1,"as_of":"2026-11-20","headline":"\xc0\xaf"}'),
    one("surrogates-in-utf-8", b'{"profile":1,"as_of":"2026-11-20","headline":"\xed\xa0\x80"}'),
    with_facts("lone-surrogate", '"headline":"\\ud800"'),
    with_facts("surrogates-turned-round", '"headline":"\\udc00\\ud800"'),
    with_facts("escape-that-is-none", '"headline":"\\x41"'),
    with_facts("line-break-in-a-text", '"headline":"a\nb"'),
    one("no-moment", '{"profile":1,"photo":true}'),
    one("moment-that-is-none", '{"profile":1,"as_of":"20.11.2026"}'),
    one("moment-of-a-day-that-is-not", '{"profile":1,"as_of":"2026-02-29"}'),
    one("moment-in-1899", '{"profile":1,"as_of":"1899-12-31","photo":true}'),
    one("moment-in-2101", '{"profile":1,"as_of":"2101-01-01","photo":true}'),
    one("moment-in-the-year-0", '{"profile":1,"as_of":"0000-01-01"}'),
    one("moment-in-the-year-10000", '{"profile":1,"as_of":"10000-01-01"}'),
    one("moment-of-a-leap-second", '{"profile":1,"as_of":"2016-12-31T23:59:60Z"}'),
    one("moment-without-zone", '{"profile":1,"as_of":"2026-11-20T12:00:00"}'),
    one("moment-with-text-behind-it", '{"profile":1,"as_of":"2026-11-20 or so"}'),
    one("moment-as-a-number", '{"profile":1,"as_of":20261120}'),
    one("another-version", '{"profile":2,"as_of":"2026-11-20"}'),
    one("version-as-a-text", '{"profile":"1","as_of":"2026-11-20"}'),
    one("version-2-to-64", '{"profile":18446744073709551616,"as_of":"2026-11-20"}'),
    with_facts("id-as-a-number", '"id":7'),
    one("id-twice", f'{{"id":"a",{HEAD},"id":"b"}}'),
    with_facts("text-for-yes-or-no", '"photo":"yes"'),
    with_facts("one-for-yes-or-no", '"photo":1'),
    with_facts("number-for-text", '"headline":3'),
    with_facts("text-for-number", '"followers":"12"'),
    with_facts("object-for-list", '"posts":{}'),
    with_facts("number-in-a-list", '"posts":[1]'),
    with_facts("list-in-a-list", '"posts":[[]]'),
    with_facts("wrong-field", '"posts":[{},{"at":"x"}]'),
    with_facts("no-such-value", '"posts":[{"kind":"poem"}]'),
    with_facts("null-everywhere", '"photo":null,"posts":null,"headline":null,"followers":null'),
    with_facts("null-in-a-list", '"posts":[null]'),
    with_facts("out-of-bounds", '"followers":-5'),
    with_facts("minus-zero", '"followers":-0.0'),
    with_facts("1e308", '"followers":1e308'),
    with_facts("1e400", '"followers":1e400'),
    with_facts("1e-400", '"followers":1e-400'),
    with_facts("2-to-53-and-1", '"followers":9007199254740993'),
    with_facts("2-to-64", '"followers":18446744073709551616'),
    with_facts("nan", '"followers":NaN'),
    with_facts("infinity", '"followers":Infinity'),
    with_facts("zeros-before-a-number", '"followers":007'),
    with_facts("plus-before-a-number", '"followers":+7'),
    with_facts("hexadecimal", '"followers":0x10'),
    with_facts("number-of-a-million-digits", '"followers":' + "1" * 1_000_000),
    with_facts("number-with-a-million-decimals", '"followers":1.' + "1" * 1_000_000),
    with_facts("exponent-of-a-thousand-digits", '"followers":1e' + "9" * 1000),
    with_facts("twice-the-same", '"photo":true,"photo":false'),
    with_facts("twice-the-same-by-an-escape", '"photo":true,"ph\\u006fto":false'),
    with_facts("twice-the-same-in-a-list", '"posts":[{"kind":"text","kind":"image"}]'),
    with_facts("twins-of-a-name", '"ph\u043eto":true'),
    with_facts("letters-apart-and-together", '"u\u0308mlaut":1,"\u00fcmlaut":1'),
    with_facts("key-that-is-empty", '"":1'),
    with_facts("key-of-10000-letters", f'"{"k" * 10_000}":1'),
    with_facts("keys-that-nobody-knows", ",".join(f'"k{n}":{n}' for n in range(5000))),
    with_facts("reserved-names", '"__proto__":{"photo":true},"constructor":1'),
    with_facts("control-letters-in-a-key", ESCAPED + ":1"),
    with_facts("control-letters-in-a-value", '"kind":1,"posts":[{"kind":%s}]' % ESCAPED),
    with_facts("post-from-1899", '"posts":[{"at":"1899-12-31"}]'),
    with_facts("post-from-2101", '"posts":[{"at":"2101-01-01"}]'),
    with_facts("post-after-the-moment", '"photo":true,"posts":[{"at":"2026-11-21","kind":"text"}]'),
    with_facts("position-that-ends-before-it-begins",
               '"photo":true,"positions":[{"title":"x","at":"2020-01","until":"2019-01"}]'),
    with_facts("coverage-of-nothing", '"coverage":{"nothing":"2026-01-01"}'),
    with_facts("coverage-that-is-a-list", '"coverage":[]'),
    with_facts("stated-that-is-no-list", '"stated":{"photo":true}'),
    one("deep-objects", b'{"a":' * 5000),
    one("deep-lists", b"[" * 1_000_000),
    with_facts("deep-lists-in-a-fact", '"posts":' + "[" * 5000),
    with_facts("deep-and-closed", '"x":' + "[" * 2000 + "]" * 2000),
    with_facts("text-of-2-mb", f'"photo":true,"headline":"{"x" * (2 << 20)}"'),
    with_facts("text-of-a-million-combining-marks", '"photo":true,"headline":"a%s"' % ("\u0301" * 1_000_000)),
    case("three-hundred-thousand-skills", "score p.json", {"p.json": lambda: many_skills(300_000)}),
    everywhere("control-letters-in-every-text", document(",".join((
        '"photo":true', f'"headline":{ESCAPED}', f'{ESCAPED}:1', f'"stated":[{ESCAPED}]',
        f'"coverage":{{{ESCAPED}:"2026-01-01"}}', f'"skills":[{{"name":{ESCAPED},"endorsements":3}}]',
        f'"posts":[{{"at":"2026-11-01","kind":"text",{ESCAPED}:1}}]')), EVIL)),
    everywhere("control-letters-for-a-yes-or-no", document(f'"photo":{ESCAPED}')),
    everywhere("control-letters-for-a-moment", '{"profile":1,"as_of":%s}' % ESCAPED),
    case("a-hundred-thousand-keys-are-kept", ["score p.json --save --store kept.db", "history --store kept.db x"],
         {"p.json": lambda: document('"photo":true,"posts":[{"at":"2026-11-01","kind":"text",%s}],%s' % (
             (json.dumps(MANY_KEYS)[1:-1],) * 2), "x")}),
    case("id-with-markup", ["score p.json -o r.html", "score p.json -o r.csv", "score p.json p.json -o out/",
                            "report r.html"],
         {"p.json": document('"photo":true,"headline":%s' % json.dumps(MARKUP), MARKUP)}),
    case("id-that-is-a-formula", ["score p.json --format csv", "score p.json p.json -o out/"],
         {"p.json": document('"photo":true', FORMULA)}, shows=True),
    case("id-that-is-a-path", ["score p.json q.json -o out/", "score p.json --save --store kept.db",
                               "history --store kept.db ../../evil"],
         {"p.json": document('"photo":true', "../../evil"), "q.json": document('"photo":true', "/etc/passwd")}),
    case("id-that-is-empty", ["score p.json --format csv", "score p.json p.json -o out/",
                              "score p.json --save --store kept.db"],
         {"p.json": document('"photo":true', "")}, shows=True),
    case("id-of-100-kb", ["score p.json", "score p.json p.json -o out/", "score p.json --save --store kept.db"],
         {"p.json": document('"photo":true', "n" * 100_000)}),
]
