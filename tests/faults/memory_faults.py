# SPDX-License-Identifier: Apache-2.0
# Allocations that find no memory: the n-th of a run, or all from there on. A case is a number: even
# ones meet one allocation alone.
from __future__ import annotations

from trial import Trial

# Some libraries take it for something else: libzip for damage, the loader for a file that it cannot
# open, a plugin for a host that will not have what it tells, and what comes out of a plugin's
# constructors is its fault.
WORDS = ("memory", "the zip archive is damaged", "let an exception out", "the host takes no more",
         "cannot open shared object file", "cannot create shared object descriptor")

# What a library does that cannot throw where it takes memory (destructors of nlohmann-json, options
# of CLI11) ends the program at once: what it was writing stays beside its place.
ENDED_AT_ONCE = "memory"
# glibc itself gives up, in its own words, where it has no way to tell.
FATAL = "Unexpected error."


def every(trial: Trial) -> range:
    return range(2 * len(trial.allocations()))


def chosen(trial: Trial, tried: set[int]) -> list[int]:
    """What the same calls ask for fails alike: the first, the last and one in the middle, of those
    that have not been tried."""
    asked: dict[int, list[int]] = {}
    for number, stack in enumerate(trial.allocations()):
        asked.setdefault(stack, []).append(number)
    found = sorted({numbers[at] for stack, numbers in asked.items() if stack not in tried
                    for at in (0, len(numbers) // 2, -1)})
    tried.update(asked)
    return [2 * number + goes_on for number in found for goes_on in (0, 1)]


def tell(number: int) -> str:
    return f"allocation {number // 2 + 1}{' and all that follow' * (number % 2)}"


def judge(trial: Trial, number: int) -> str:
    """Empty, or what is wrong about what came of it."""
    nth, goes_on = number // 2 + 1, number % 2 == 1
    done = trial.denied(nth, goes_on)
    if done.shows() == trial.whole.shows():
        return ""
    what = trial.wrong(done.cleared() if done.code > 0 and ENDED_AT_ONCE in done.messages else done)
    if goes_on and done.code == -6 and FATAL in done.messages:
        return ""
    said = done.messages + done.out.decode("utf-8", "replace")
    if not what and not any(word in said for word in WORDS):
        what = "that there was no memory is not told"
    return what and f"{what}: {done.messages}"
