# SPDX-License-Identifier: Apache-2.0
# CSV files of an export: `Profile.csv` is fine, `Skills.csv` is not.
from __future__ import annotations

from case import Case, Content, case
from makers import EVIL, FORMULA, few

PROFILE = "First Name,Last Name,Headline,Summary,Industry\nIda,Muster,Buyer,About me,Metal\n"
CALL = "score e --rules few.yaml --as-of 2026-11-20 --id i --format csv"


def skills(name: str, content: Content) -> Case:
    return case(name, CALL, {"e/Profile.csv": PROFILE, "e/Skills.csv": content, **few()}, shows=True)


def alone(name: str, content: Content) -> Case:
    return case(name, CALL.replace("score e", "score Skills.csv"), {"Skills.csv": content, **few()}, shows=True)


CASES = [
    skills("good", "Name\nTea\nSums\n"),
    skills("empty", ""),
    skills("head-only", "Name\n"),
    skills("head-without-line-end", "Name"),
    skills("head-of-another-file", "Company Name,Title\nAlder,Buyer\n"),
    skills("blanks-only", "  \n \n"),
    skills("ragged-rows", "Name\nTea,Sums\nTea,,,,\n"),
    skills("quote-not-closed", 'Name\n"Tea\nSums\nBread\n'),
    skills("quote-not-closed-at-the-end", 'Name\nTea\nSums\n"Bread'),
    skills("quote-in-the-middle", 'Name\nTe"a\n"Su"ms\n'),
    skills("text-behind-a-quote", 'Name\n"Tea" x\n"Sums"y\n'),
    skills("carriage-returns-only", "Name\rTea\rSums\r"),
    skills("line-ends-of-three-kinds", "Name\r\nTea\nSums\r\nBread\rButter"),
    skills("nul-in-a-cell", b"Name\nTe\0a\nSums\n"),
    skills("nuls-only", bytes(5000)),
    skills("no-utf-8", b"Name\nT\xe9\xe8\nSums\n"),
    skills("utf-16", "Name\nTea\nSums\n".encode("utf-16")),
    skills("utf-16-cut-off", "Name\nTea\nSums\n".encode("utf-16")[:-1]),
    skills("utf-16-without-a-mark", "Name\nTea\nSums\n".encode("utf-16-le")),
    skills("utf-32", "Name\nTea\nSums\n".encode("utf-32")),
    skills("two-marks", "\ufeff\ufeffName\nTea\nSums\n"),
    skills("semicolons", "Name;Level\nTea;1\nSums;2\n"),
    skills("separator-line-of-excel", "sep=,\nName\nTea\nSums\n"),
    skills("column-twice", "Name,Name\nTea,Coffee\nSums,Words\n"),
    skills("columns-without-names", ",,,\nTea,,,\n"),
    skills("two-thousand-columns", "Name" + ",c" * 2000 + "\nTea" + ",x" * 2000 + "\n"),
    skills("cell-of-900-kb", f"Name\n{'x' * 900_000}\nSums\n"),
    skills("cell-of-2-mb", f"Name\n{'x' * 2_000_000}\nSums\n"),
    skills("head-of-100-kb", "x" * 100_000 + "\nTea\n"),
    skills("quoted-cell-of-2-mb-of-line-ends", 'Name\n"' + "\n" * 2_000_000 + '"\nSums\n'),
    skills("two-million-quotes", "Name\n" + '"' * 2_000_001 + "\n"),
    skills("million-empty-lines", "Name\n" + "\n" * 1_000_000 + "Tea\nSums\n"),
    skills("hundred-thousand-rows", "Name\n" + "Tea\n" * 100_000),
    skills("rows-of-commas", "Name\n" + ",,,,,,,,\n" * 1000),
    skills("control-letters", f"Name\n{EVIL}\nSums\n"),
    skills("formulas", f'Name\n"{FORMULA.replace(chr(34), chr(34) * 2)}"\n+1+1\n'),
    skills("zero-width-name", "N\u200bame\nTea\nSums\n"),
    skills("name-in-capitals-of-turkey", "NAM\u0130\nTea\nSums\n"),
    skills("html", "<!doctype html><html><body>Sign in</body></html>"),
    skills("json", '[{"Name":"Tea"}]'),
    alone("good-alone", "Name\nTea\nSums\n"),
    alone("unknown-head-alone", "Foo,Bar\n1,2\n"),
    alone("empty-alone", ""),
    alone("binary-alone", bytes(range(256)) * 20),
]
