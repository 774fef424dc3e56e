#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the 40 rules of population/flat.yaml as straight-line code of every language that is
compared, into a folder. What surrounds them is written by hand: the programs beside this one.

usage: render.py FOLDER [cpp]      (cpp: only what the C++ program includes)"""
from __future__ import annotations

import json
import sys
from pathlib import Path

import dialects
from scorecard import Fact, Pillar, Rule, read_facts, read_pillars

FROM = "Made from population/flat.yaml by render.py"


def facts_used(node: tuple | None) -> set[str]:
    if node is None:
        return set()
    if node[0] == "fact":
        return {node[1]}
    return set().union(*(facts_used(part) for part in node[1:] if isinstance(part, tuple)))


# C++

def cpp_facts(facts: list[Fact]) -> str:
    macros = {"yes/no": "YES_NO", "number": "NUMBER", "category": "CATEGORY"}
    rows = " ".join(f"{macros[fact.kind]}({fact.name})" for fact in facts)
    values = ", ".join(f'"{value}"' for fact in facts for value in fact.values)
    return (f"// {FROM}\n#define FOR_EACH_FACT(YES_NO, NUMBER, CATEGORY) {rows}\n"
            f"#define CATEGORY_VALUES {values}\n")


def cpp_function(name: str, node: tuple, dialect: dialects.Cpp) -> str:
    columns = "".join(f"    const auto* __restrict {fact} = f.{fact}.data() + first;\n"
                      for fact in sorted(facts_used(node) & dialect.facts.keys()))
    return (f"void {name}(const Facts& f, std::size_t first, double* __restrict out) {{\n{columns}"
            f"    for (std::size_t i = 0; i < Block; ++i) out[i] = {dialect.write(node)};\n}}\n")


def cpp_rules(pillars: list[Pillar], facts: list[Fact]) -> str:
    dialect = dialects.Cpp(facts)
    text, table = f"// {FROM}\n", ""
    for number, rule in enumerate(rule for pillar in pillars for rule in pillar.rules):
        text += cpp_function(f"share_{number}", rule.share, dialect)
        applies = "nullptr"
        if rule.condition:
            applies = f"applies_{number}"
            condition = ("choose", rule.condition, ("number", 1.0), ("number", 0.0))
            text += cpp_function(applies, condition, dialect)
        table += f'    {{"{rule.name}", {rule.points}, share_{number}, {applies}}},\n'
    text += f"constexpr std::array Rules = std::to_array<Rule>({{\n{table}}});\n"
    rows = "".join(f'    {{"{pillar.id}", {pillar.weight}, {len(pillar.rules)}}},\n'
                   for pillar in pillars)
    return text + f"constexpr std::array Pillars = std::to_array<Pillar>({{\n{rows}}});\n"


# JavaScript and Lua: one function that fills `share` and `applies` of a profile

def rules_of(pillars: list[Pillar]) -> list[Rule]:
    return [rule for pillar in pillars for rule in pillar.rules]


def scorecard(pillars: list[Pillar], facts: list[Fact]) -> dict:
    """What the programs need beside the rules' code."""
    return {"facts": [{"name": fact.name, "kind": fact.kind, "values": fact.values}
                      for fact in facts],
            "pillars": [{"id": pillar.id, "weight": pillar.weight, "rules": len(pillar.rules)}
                        for pillar in pillars],
            "rules": [{"name": rule.name, "points": rule.points, "conditional": bool(rule.condition)}
                      for rule in rules_of(pillars)]}


def expressions(pillars: list[Pillar], dialect: dialects.Dialect) -> list[dict]:
    return [{"share": dialect.write(rule.share),
             "applies": dialect.write(rule.condition) if rule.condition else None}
            for rule in rules_of(pillars)]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    facts, pillars = read_facts(), read_pillars()
    (folder / "facts.inc").write_text(cpp_facts(facts))
    (folder / "rules.inc").write_text(cpp_rules(pillars, facts))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main()
