#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# From the rulebook to the code that is compared with it; the text below is its help.
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


# What programs without types of their own need to know, beside the code of the rules

def rules_of(pillars: list[Pillar]) -> list[Rule]:
    return [rule for pillar in pillars for rule in pillar.rules]


def scorecard(pillars: list[Pillar], facts: list[Fact]) -> dict:
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


# JavaScript: all that belongs to a profile one after another

def js_pillar(number: int, pillar: Pillar, first: int, dialect: dialects.Dialect) -> str:
    always = sum(rule.points for rule in pillar.rules if not rule.condition)
    text, points = "", [str(always)]
    for r, rule in enumerate(pillar.rules, first):
        if rule.condition:
            text += f"  const applies{r} = {dialect.write(rule.condition)};\n"
            points.append(f"(applies{r} ? {rule.points} : 0)")
    text += f"  const unit{number} = {pillar.weight} / ({' + '.join(points)});\n"
    for r, rule in enumerate(pillar.rules, first):
        share = f"{rule.points} * unit{number} * {dialect.write(rule.share)}"
        text += f"  const points{r} = {f'applies{r} ? {share} : 0' if rule.condition else share};\n"
        shown = f"applies{r} ? points{r} : NaN" if rule.condition else f"points{r}"
        text += f"  out[at + {r}] = {shown};\n"
    total = " + ".join(f"points{r}" for r in range(first, first + len(pillar.rules)))
    return text + f"  const pillar{number} = {total};\n"


def js_body(pillars: list[Pillar], dialect: dialects.Dialect) -> str:
    text, first = "", 0
    for number, pillar in enumerate(pillars):
        text += js_pillar(number, pillar, first, dialect)
        first += len(pillar.rules)
    numbers = range(len(pillars))
    text += "".join(f"  out[at + {first + number}] = pillar{number};\n" for number in numbers)
    text += "".join(f"  units[{number}] = unit{number};\n" for number in numbers)
    total = " + ".join(f"pillar{number}" for number in numbers)
    return text + f"  out[at + {first + len(pillars)}] = {total};\n"


def js_objects(pillars: list[Pillar], facts: list[Fact]) -> str:
    return (f"// {FROM}\nexport function score(f, out, at, units) {{\n"
            f"{js_body(pillars, dialects.Js(facts))}}}\n")


def js_columns(pillars: list[Pillar], facts: list[Fact]) -> str:
    names = ", ".join(fact.name for fact in facts)
    step = len(rules_of(pillars)) + len(pillars) + 1
    return (f"// {FROM}\nexport function score({{ {names} }}, rows, out, units) {{\n"
            f"  for (let i = 0, at = 0; i < rows; ++i, at += {step}) {{\n"
            f"{js_body(pillars, dialects.JsColumns(facts))}  }}\n}}\n")


def js_rules(pillars: list[Pillar], facts: list[Fact]) -> str:
    """One function a rule, for engines that call some."""
    dialect = dialects.Js(facts)
    rows = "".join(f'  "{rule.name}": (f) => {dialect.write(rule.share)},\n'
                   for rule in rules_of(pillars))
    return f"// {FROM}\nexport const shares = {{\n{rows}}};\n"


# json-rules-engine: conditions as data

JSON_OPERATORS = {"=": "equal", "!=": "notEqual", ">": "greaterThan", ">=": "greaterThanInclusive"}


def json_condition(node: tuple) -> dict:
    match node:
        case "or", left, right:
            return {"any": [json_condition(left), json_condition(right)]}
        case "fact", name:
            return {"fact": name, "operator": "equal", "value": True}
        case operator, ("fact", name), (_, value):
            return {"fact": name, "operator": JSON_OPERATORS[operator], "value": value}
    raise ValueError(node)


def json_conditions(pillars: list[Pillar]) -> list[dict | None]:
    return [{"all": [json_condition(rule.condition)]} if rule.condition else None
            for rule in rules_of(pillars)]


# Lua: a loop a rule, because a trace of all forty would be too long for the compiler

def lua_loop(node: tuple, dialect: dialects.Lua, bool_value: bool) -> str:
    value = dialect.write(("choose", node, ("number", 1.0), ("number", 0.0)) if bool_value else node)
    columns = "".join(f"    local {fact} = c.{fact}\n"
                      for fact in sorted(facts_used(node) & dialect.facts.keys()))
    return (f"function(c, first, last, out)\n{columns}"
            f"    for i = first, last do out[i - first] = {value} end\n  end")


def lua_rules(pillars: list[Pillar], facts: list[Fact]) -> str:
    dialect = dialects.Lua(facts)
    text = f"-- {FROM}\nlocal min = math.min\nreturn {{\n"
    for rule in rules_of(pillars):
        applies = lua_loop(rule.condition, dialect, True) if rule.condition else "false"
        text += f"  {{ share = {lua_loop(rule.share, dialect, False)}, applies = {applies} }},\n"
    return text + "}\n"


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    facts, pillars = read_facts(), read_pillars()
    made = {"facts.inc": cpp_facts(facts), "rules.inc": cpp_rules(pillars, facts)}
    if len(sys.argv) == 2:
        made |= {"scorecard.json": json.dumps(scorecard(pillars, facts)),
                 "objects.mjs": js_objects(pillars, facts),
                 "columns.mjs": js_columns(pillars, facts), "shares.mjs": js_rules(pillars, facts),
                 "conditions.json": json.dumps(json_conditions(pillars)),
                 "rules.lua": lua_rules(pillars, facts)}
        made |= {f"{name}.json": json.dumps(expressions(pillars, dialect(facts)), indent=1)
                 for name, dialect in (("sql", dialects.Sql), ("zen", dialects.Zen),
                                       ("cel", dialects.Cel))}
    for name, text in made.items():
        (folder / name).write_text(text)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main()
