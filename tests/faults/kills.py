# SPDX-License-Identifier: Apache-2.0
# kill -9 right before each call of the system that can change something: what stands there is as
# before or as it was to be, what had been confirmed is there, and the next run works.
from __future__ import annotations

from trial import Done, Trial

CHANGING = ("openat,write,pwrite64,writev,fsync,fdatasync,rename,unlink,unlinkat,rmdir,mkdir,"
            "ftruncate,fallocate,fchmod,fchown,flock,close,msync,exit_group")
CONFIRMED = ("saved in", "wrote ", "deleted")


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
