# SPDX-License-Identifier: Apache-2.0
# Allocations that find no memory: the n-th of a run, or all from there on.
from __future__ import annotations

from trial import Trial

# Some libraries take it for something else: libzip for damage, and what comes out of a plugin's
# constructors for its fault.
WORDS = ("memory", "the zip archive is damaged", "let an exception out")

# What a library does that cannot throw where it takes memory (destructors of nlohmann-json, options
# of CLI11) ends the program at once: what it was writing stays beside its place.
LEFT = (".part", "`.new-")
# glibc itself gives up, in its own words, where it has no way to tell.
FATAL = "Unexpected error."


def count(trial: Trial) -> int:
    return 2 * trial.allocations()


def judge(trial: Trial, number: int) -> str:
    """Empty, or what is wrong about what came of it. Even numbers meet one allocation alone."""
    nth, goes_on = number // 2 + 1, number % 2 == 1
    done = trial.denied(nth, goes_on)
    if done.shows() == trial.whole.shows():
        return ""
    what = trial.wrong(done)
    if goes_on and done.code > 0 and "memory" in done.messages and "left `" in what:
        return "" if any(part in what for part in LEFT) else what
    if goes_on and done.code == -6 and FATAL in done.messages:
        return ""
    said = done.messages + done.out.decode("utf-8", "replace")
    if not what and not any(word in said for word in WORDS):
        what = "that there was no memory is not told"
    return what and f"{what}: {done.messages}"
