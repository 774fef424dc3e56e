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
    """Of one kind, for one command; `judge(i)` is empty or what is wrong with the i-th."""
    name: str
    count: int
    judge: Callable[[int], str]
    tell: Callable[[int], str]

    def nth(self, number: int) -> int:
        """The case that comes as the `number`-th: steps of about the golden section."""
        step = max(1, round(self.count * 0.618))
        while math.gcd(step, self.count) != 1:
            step += 1
        return number * step % self.count


@functools.lru_cache(maxsize=None)
def trial_of(command: Command) -> Trial:
    return Trial(command)


def of_io(command: Command) -> Cases:
    trial = trial_of(command)
    found = io_faults.faults(trial)
    return Cases(command.name, len(found), lambda i: io_faults.judge(trial, found[i]),
                 lambda i: str(found[i]))


def of_memory(command: Command) -> Cases:
    trial = trial_of(command)
    return Cases(command.name, memory_faults.count(trial),
                 lambda i: memory_faults.judge(trial, i),
                 lambda i: f"allocation {i // 2 + 1}{' and all that follow' * (i % 2)}")


def of_kills(command: Command) -> Cases:
    trial = trial_of(command)
    moments = kills.moments(trial)
    return Cases(command.name, len(moments), lambda i: kills.judge(trial, moments[i]),
                 lambda i: f"before call {moments[i]}")


KINDS: dict[str, Callable[[Command], Cases]] = {
    "io": of_io, "memory": of_memory, "kills": of_kills}


def cases(kind: str, of: Sequence[Command]) -> list[Cases]:
    found = [KINDS[kind](command) for command in of]
    return [each for each in found if each.count > 0]
