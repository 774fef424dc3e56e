# SPDX-License-Identifier: Apache-2.0
# Everything that may go wrong with every command, as numbered cases in an order in which any
# beginning is spread over the whole, so that a sample and an interrupted campaign are fair.
from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import io_faults
import kills
import memory_faults
from commands import Command
from trial import Trial


@dataclass(frozen=True)
class Cases:
    """Of one kind, for one command; `judge(number)` is empty or what is wrong with that one."""
    name: str
    numbers: Sequence[int]
    judge: Callable[[int], str]
    tell: Callable[[int], str]

    def nth(self, at: int) -> int:
        """The case that comes as the `at`-th: steps of about the golden section."""
        count = len(self.numbers)
        step = max(1, round(count * 0.618))
        while math.gcd(step, count) != 1:
            step += 1
        return self.numbers[at * step % count]


@functools.lru_cache(maxsize=None)
def trial_of(command: Command) -> Trial:
    return Trial(command)


def of_io(command: Command) -> Cases:
    trial = trial_of(command)
    found = io_faults.faults(trial)
    return Cases(command.name, range(len(found)), lambda i: io_faults.judge(trial, found[i]),
                 lambda i: str(found[i]))


def of_memory(command: Command, tried: set[int] | None) -> Cases:
    trial = trial_of(command)
    numbers = memory_faults.every(trial) if tried is None else memory_faults.chosen(trial, tried)
    return Cases(command.name, numbers, lambda i: memory_faults.judge(trial, i),
                 memory_faults.tell)


def of_kills(command: Command) -> Cases:
    trial = trial_of(command)
    moments = kills.moments(trial)
    return Cases(command.name, range(len(moments)), lambda i: kills.judge(trial, moments[i]),
                 lambda i: f"before call {moments[i]}")


def of_random_kills(command: Command) -> Cases:
    trial = trial_of(command)
    return Cases(command.name, range(kills.TIMES if command.name in kills.WRITING else 0),
                 lambda i: kills.judge_at_random(trial, i),
                 lambda i: f"while it {'writes' if i % 2 else 'runs'}")


def memory(of: Sequence[Command]) -> list[Cases]:
    tried: set[int] = set()
    return [of_memory(command, tried) for command in of]


# `allocations` are all those of `memory`, which takes days.
KINDS: dict[str, Callable[[Sequence[Command]], list[Cases]]] = {
    "io": lambda of: list(map(of_io, of)),
    "memory": memory,
    "kills": lambda of: list(map(of_kills, of)),
    "random-kills": lambda of: list(map(of_random_kills, of)),
    "allocations": lambda of: [of_memory(command, None) for command in of]}


def cases(kind: str, of: Sequence[Command]) -> list[Cases]:
    return [each for each in KINDS[kind](of) if each.numbers]
