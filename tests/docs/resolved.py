# SPDX-License-Identifier: Apache-2.0
# A rulebook with its parents, as `check --origins` prints it: each value that holds, and the file
# that it comes from.
from __future__ import annotations

import re
from dataclasses import dataclass, field

import markdown  # noqa: F401  (finds harness)

import harness

VALUE = re.compile(r"^(?P<key>\S.*)\n    (?P<value>.*?) +(?P<file>\S+\.yaml):\d+$", re.MULTILINE)
OF_RULE = re.compile(r"pillars\.(?P<pillar>[^.]+)\.rules\.(?P<rule>[^.]+)\.(?P<key>.+)")


@dataclass
class Rule:
    values: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    @property
    def points(self) -> str:
        return self.values["points"]

    @property
    def evidence(self) -> str:
        return self.values["because.evidence"]


@dataclass(frozen=True)
class Book:
    id: str
    parent: str | None
    rules: dict[str, Rule]

    @property
    def changed(self) -> set[str]:
        """The rules of which something stands in its own file."""
        return {name for name, rule in self.rules.items() if f"{self.id}.yaml" in rule.files}


def resolved(name: str) -> Book:
    done = harness.run("check", name, "--origins")
    assert done.code == 0, done.messages
    parent, rules = None, {}
    for found in VALUE.finditer(done.text):
        if found["key"] == "extends":
            parent = found["value"]
        if rule := OF_RULE.fullmatch(found["key"]):
            held = rules.setdefault(rule["rule"], Rule())
            held.values[rule["key"]] = found["value"]
            held.files.add(found["file"])
    return Book(name, parent, rules)
