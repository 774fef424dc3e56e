# SPDX-License-Identifier: Apache-2.0
# The scorecard of population/flat.yaml as expressions that every language compared here can say:
# curves are written out, so that a rule is one condition and one share from 0 to 1. The facts have a
# minimum of 0, and the peers rely on it, as one who writes them by hand would.
from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

POPULATION = Path(__file__).resolve().parent.parent / "population"


@dataclass(frozen=True)
class Fact:
    name: str
    kind: str                      # yes/no, number or category
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    pillar: str
    id: str
    points: int
    condition: tuple | None
    share: tuple

    @property
    def name(self) -> str:
        return f"{self.pillar}.{self.id}"


@dataclass(frozen=True)
class Pillar:
    id: str
    weight: int
    rules: tuple[Rule, ...]


def read_maps(path: Path) -> dict:
    """Maps of maps of texts by their indentation: all of YAML that our own two files use."""
    root: dict = {}
    open_maps = [(-1, root)]
    for line in path.read_text().splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        key, _, value = text.partition(":")
        while open_maps[-1][0] >= depth:
            open_maps.pop()
        parent = open_maps[-1][1]
        parent[key] = value.strip() or {}
        if not value:
            open_maps.append((depth, parent[key]))
    return root


def read_facts() -> list[Fact]:
    facts = read_maps(POPULATION / "schemas" / "flat.yaml")["facts"]
    return [Fact(name, fact["type"], tuple(fact.get("values", "[]")[1:-1].replace(",", "").split()))
            for name, fact in facts.items()]


def read_pillars() -> list[Pillar]:
    pillars = read_maps(POPULATION / "flat.yaml")["pillars"]
    return [Pillar(id, int(pillar["weight"]),
                   tuple(_rule(id, *rule) for rule in pillar["rules"].items()))
            for id, pillar in pillars.items()]


def _rule(pillar: str, id: str, rule: dict) -> Rule:
    condition = expression(rule["if"]) if "if" in rule else None
    return Rule(pillar, id, int(rule["points"]), condition, _share(rule))


def _share(rule: dict) -> tuple:
    if "pass" in rule:
        return "choose", expression(rule["pass"]), ("number", 1.0), ("number", 0.0)
    measure = expression(rule["measure"])
    if "half" in rule:
        return _saturate(measure, _number(rule["half"]))
    if "steps" in rule:
        return _steps(measure, _points(rule["steps"]))
    points = _points(rule["line"]) if "line" in rule else _band(rule["full"], rule["none"])
    # The measures on that line are means and minima of shares already.
    return measure if points == [(0, 0), (1, 1)] else _line(measure, points)


# Curves

def _number(text: str) -> float:
    return float(text.rstrip("%")) / 100 if text.endswith("%") else float(text)


def _points(rows: dict) -> list[tuple[float, float]]:
    return [(_number(x), _number(share)) for x, share in rows.items()]


def _band(full: str, none: str) -> list[tuple[float, float]]:
    if full.endswith(" or more"):
        return [(_number(none), 0), (_number(full.removesuffix(" or more")), 1)]
    if full.endswith(" or less"):
        return [(_number(full.removesuffix(" or less")), 1), (_number(none), 0)]
    low, high = full.split("..")
    below, above = none[1:-1].split(", ")
    return [(_number(below), 0), (_number(low), 1), (_number(high), 1), (_number(above), 0)]


def _line(x: tuple, points: list[tuple[float, float]]) -> tuple:
    result = ("number", points[-1][1])
    for (x0, y0), (x1, y1) in reversed(list(zip(points, points[1:]))):
        slope = (y1 - y0) / (x1 - x0)
        rise = ("*", ("-", x, ("number", x0)) if x0 else x, ("number", slope))
        value = ("number", y0) if slope == 0 else ("+", ("number", y0), rise) if y0 else rise
        result = ("choose", ("<", x, ("number", x1)), value, result)
    first_x, first_y = points[0]
    return result if first_x == 0 else ("choose", ("<", x, ("number", first_x)),
                                        ("number", first_y), result)


def _steps(x: tuple, steps: list[tuple[float, float]]) -> tuple:
    rising = steps[0][1] < steps[-1][1]
    order = reversed(steps) if rising else steps
    return ("steps", ">=" if rising else "<=", x, *order)


def _saturate(x: tuple, half: float) -> tuple:
    return "/", x, ("+", x, ("number", half))


# Expressions of the rulebook, read as Python reads them

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Gt: ">", ast.GtE: ">=",
             ast.Lt: "<", ast.LtE: "<=", ast.Eq: "=", ast.NotEq: "!=", ast.And: "and", ast.Or: "or"}


def expression(text: str) -> tuple:
    """A tree of ("fact", NAME), ("number", VALUE), ("min", ARGUMENTS…), ("OPERATOR", LEFT, RIGHT),
    ("choose", CONDITION, THEN, ELSE) and ("steps", OPERATOR, ARGUMENT, (VALUE, SHARE)…), the first of
    which that holds gives the share, else 0."""
    return _tree(ast.parse(re.sub(r"(?<![<>!])=", "==", text), mode="eval").body)


def _tree(node: ast.expr) -> tuple:
    match node:
        case ast.Constant(value=value):
            return "number", float(value)
        case ast.Name(id=name):
            return "fact", name
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)], _tree(left), _tree(right)
        case ast.Compare(left=left, ops=[ast.In()], comparators=[ast.Tuple(elts=values)]):
            return _chain("or", [("=", _tree(left), _tree(value)) for value in values])
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return OPERATORS[type(op)], _tree(left), _tree(right)
        case ast.BoolOp(op=op, values=values):
            return _chain(OPERATORS[type(op)], [_tree(value) for value in values])
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _call(name, [_tree(argument) for argument in arguments])
    raise ValueError(f"no peer can say {ast.unparse(node)}")


def _chain(operator: str, parts: list[tuple]) -> tuple:
    result = parts[0]
    for part in parts[1:]:
        result = (operator, result, part)
    return result


def _call(name: str, arguments: list[tuple]) -> tuple:
    if name == "average":
        return "/", _chain("+", arguments), ("number", float(len(arguments)))
    if name == "min":
        return "min", *arguments
    if name == "saturate":
        return _saturate(arguments[0], arguments[1][1])
    if name == "ramp" and arguments[1] == ("number", 0.0):
        return "min", ("/", arguments[0], arguments[2]), ("number", 1.0)
    raise ValueError(f"no peer can say {name}")
