# SPDX-License-Identifier: Apache-2.0
# Many invented people with whole profiles, the same ones every time: lists of the personas thinned out
# at random.
from __future__ import annotations

import functools
import json
import random

from harness import archive, run

BASES = ("steady", "newcomer", "silent", "executive")
INDUSTRIES = {"Software Development": 40, "Machinery Manufacturing": 25, "Renewable Energy": 20,
              "Staffing and Recruiting": 10, "Business Consulting": 5}
MOST_ELEMENTS = 30  # of each list: documents stay small


@functools.lru_cache(maxsize=None)
def _base(persona: str) -> dict:
    return run("import", archive(persona), "--report", "/dev/null").json


def _thinned(elements: list, chance: random.Random) -> list:
    """The latest ones, and of these a share that differs from person to person."""
    share = chance.random()
    return [each for each in elements[-MOST_ELEMENTS:] if chance.random() < share]


def person(number: int) -> dict:
    chance = random.Random(number)
    document = dict(_base(chance.choice(BASES)))
    for name, value in document.items():
        if isinstance(value, list):
            document[name] = _thinned(value, chance)
    document["id"] = f"p{number}"
    industry = chance.choices(list(INDUSTRIES), list(INDUSTRIES.values()))[0]
    # Some say nothing, and white space is no other industry.
    document["industry"] = chance.choice(["", industry, industry, industry, f" {industry} "])
    if document["industry"] == "":
        del document["industry"]
    return document


@functools.lru_cache(maxsize=None)
def population(count: int, first: int = 0) -> str:
    return "".join(json.dumps(person(number), ensure_ascii=False) + "\n"
                   for number in range(first, first + count))
