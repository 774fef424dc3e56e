# SPDX-License-Identifier: Apache-2.0
# How each language writes the expressions of scorecard.py.
from __future__ import annotations

from scorecard import Fact

COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}


class Dialect:
    """That of C and most of its heirs; the others say what differs."""
    words = {"=": "==", "and": "&&", "or": "||"}

    def __init__(self, facts: list[Fact]):
        self.facts = {fact.name: fact for fact in facts}
        self.values = [value for fact in facts for value in fact.values]

    def write(self, node: tuple) -> str:
        match node:
            case "number", value:
                return self.number(value)
            case "fact", name if name in self.values:
                return self.value(name)
            case "fact", name:
                return self.fact(self.facts[name])
            case "choose", condition, yes, no:
                return self.choose(*map(self.write, (condition, yes, no)))
            case "steps", operator, x, *steps:
                return self.steps([(self.write((operator, x, ("number", value))), share)
                                   for value, share in steps])
            case "min", *arguments:
                return self.least([self.write(argument) for argument in arguments])
            case operator, left, right:
                return f"({self.write(left)} {self.words.get(operator, operator)} {self.write(right)})"
        raise ValueError(node)

    def number(self, value: float) -> str:
        return repr(float(value)).removesuffix(".0")

    def value(self, name: str) -> str:
        return f'"{name}"'

    def fact(self, fact: Fact) -> str:
        return fact.name

    def choose(self, condition: str, yes: str, no: str) -> str:
        return f"({condition} ? {yes} : {no})"

    def steps(self, steps: list[tuple[str, float]]) -> str:
        result = self.number(0)
        for condition, share in reversed(steps):
            result = self.choose(condition, self.number(share), result)
        return result

    def least(self, parts: list[str]) -> str:
        first, *rest = parts
        return first if not rest else self.choose(f"({first} < {self.least(rest)})", first,
                                                  self.least(rest))


class Columns(Dialect):
    """Arrays of numbers by name, at `i`; a category is the place of its value."""

    def value(self, name: str) -> str:
        return self.number(self.values.index(name))

    def fact(self, fact: Fact) -> str:
        return f"{fact.name}[i]" if fact.kind != "yes/no" else f"({fact.name}[i] != 0)"


class Cpp(Columns):
    """Written so that g++ finds vector instructions: without jumps."""
    words = {"=": "==", "and": "&", "or": "|"}

    def number(self, value: float) -> str:
        return repr(float(value))

    def steps(self, steps: list[tuple[str, float]]) -> str:
        # Whoever stands on a step stands on all below.
        below = [share for _, share in steps[1:]] + [0.0]
        return " + ".join(f"({condition} ? {self.number(share - less)} : 0.0)"
                          for (condition, share), less in zip(steps, below))

    def least(self, parts: list[str]) -> str:
        first, *rest = parts
        return f"least({first}, {self.least(rest)})" if rest else first


class JsColumns(Columns):
    def least(self, parts: list[str]) -> str:
        return f"Math.min({', '.join(parts)})"


class Js(JsColumns):
    """Objects, as JSON.parse gives them."""
    def value(self, name: str) -> str:
        return f'"{name}"'

    def fact(self, fact: Fact) -> str:
        return f"f.{fact.name}"


class Lua(Columns):
    words = {"=": "==", "!=": "~="}

    def fact(self, fact: Fact) -> str:
        return super().fact(fact).replace("!=", "~=")

    def choose(self, condition: str, yes: str, no: str) -> str:
        return f"({condition} and {yes} or {no})"

    def least(self, parts: list[str]) -> str:
        return f"min({', '.join(parts)})"


class Sql(Dialect):
    words = {"!=": "<>"}

    def number(self, value: float) -> str:
        return f"{value!r}::DOUBLE"

    def value(self, name: str) -> str:
        return f"'{name}'"

    def choose(self, condition: str, yes: str, no: str) -> str:
        return f"CASE WHEN {condition} THEN {yes} ELSE {no} END"

    def least(self, parts: list[str]) -> str:
        return f"least({', '.join(parts)})"


class Zen(Dialect):
    """`#` is the element of a list that is mapped."""
    words = {"=": "=="}

    def fact(self, fact: Fact) -> str:
        return f"#.{fact.name}"

    def value(self, name: str) -> str:
        return f"'{name}'"

    def least(self, parts: list[str]) -> str:
        return f"min([{', '.join(parts)}])"


class Cel(Dialect):
    def number(self, value: float) -> str:
        return repr(float(value))
