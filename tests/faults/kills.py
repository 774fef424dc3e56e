# SPDX-License-Identifier: Apache-2.0
# kill -9 right before each call of the system that can change something, and at random times: what
# stands there is as before or as it was to be, what had been confirmed is there, and the next run
# works.
from __future__ import annotations

import random

from trial import Done, Trial

CHANGING = ("openat,write,pwrite64,writev,fsync,fdatasync,rename,unlink,unlinkat,rmdir,mkdir,"
            "ftruncate,fallocate,fchmod,fchown,flock,close,msync,exit_group")
CONFIRMED = ("saved in", "wrote ", "deleted")

# Where kills come at random times: reports, tables, parts, stores, a lock.
WRITING = ("score to a page", "score to every format", "score to a folder", "table",
           "table on threads", "part", "merge", "cohort", "save", "save for the first time",
           "history deleted", "plugin lock")
TIMES = 100  # of each
TRIES = 10


def moments(trial: Trial) -> list[int]:
    """From the first call on that changes anything on the disk; what reads is another matter."""
    calls = trial.calls(CHANGING)
    opens_to_write = 0o3 | 0o100
    first = next((nth for nth, call in enumerate(calls, 1)
                  if call.name != "close" and call.name != "exit_group" and
                  (call.name != "openat" or call.flags & opens_to_write)), len(calls) + 1)
    return list(range(first, len(calls) + 1))


def judge(trial: Trial, nth: int) -> str:
    """Empty, or what is wrong about what stands there, or about the next run."""
    return wrong(trial, *trial.killed(CHANGING, nth))


def judge_at_random(trial: Trial, number: int) -> str:
    """Even numbers at any time, odd ones while it writes."""
    chance = random.Random(f"{trial.command.name} {number}")
    is_writing = number % 2 == 1
    for attempt in range(TRIES):
        most = trial.seconds / (1 + attempt) / (10 if is_writing else 1)
        killed, again = trial.killed_after(chance.uniform(0, most), is_writing)
        what = wrong(trial, killed, again)
        if what or killed.code == -9:
            return what
    return "it has always ended before it could be killed"


def wrong(trial: Trial, killed: Done, again: Done) -> str:
    if killed.code not in (-9, trial.whole.code):
        return f"code {killed.code}: {killed.messages}"
    for name, content in killed.cleared().state.items():
        if content not in (trial.before.get(name), trial.whole.state.get(name)):
            return f"left `{name}` torn"
    for name in trial.before.keys() & trial.whole.state.keys() - killed.state.keys():
        return f"lost `{name}`"
    said = killed.messages + killed.out.decode("utf-8", "replace")
    if any(word in said for word in CONFIRMED) and trial.other_files(killed):
        return f"confirmed and lost: {trial.other_files(killed)}"
    if again.code < 0 or again.code == 70:
        return f"the next run ends with {again.code}: {again.messages}"
    # What was left beside a file is gone with the next one; a folder's name is another each time.
    left = {name: content for name, content in again.state.items() if not name.startswith(".new-")}
    return "" if left == trial.whole.state else "the next run comes to other files"
