# SPDX-License-Identifier: Apache-2.0
# Calls of the system that fail, are interrupted or do half of what was asked for: which ones, by what,
# and what must be said then.
from __future__ import annotations

import re
from dataclasses import dataclass

from trial import NO_LOADER, Call, Done, Trial

# What can fail together, with what it can fail by. `short` does half.
FAMILIES = {
    "chance": ("getrandom", ()),
    "open": ("openat,open,openat2,creat", ("EIO", "EMFILE", "EINTR")),
    "read": ("read,pread64,readv,preadv,getdents64", ("EIO", "EINTR", "short")),
    "write": ("write,pwrite64,writev,pwritev", ("EIO", "ENOSPC", "EINTR", "short")),
    "sync": ("fsync,fdatasync,msync", ("EIO", "ENOSPC", "EINTR")),
    "close": ("close", ("EIO", "EINTR")),
    "rename": ("rename,renameat,renameat2", ("EIO", "ENOSPC")),
    "remove": ("unlink,unlinkat,rmdir", ("EIO",)),
    "make": ("mkdir,mkdirat,memfd_create", ("EIO", "ENOSPC")),
    "size": ("ftruncate,fallocate", ("EIO", "ENOSPC", "EINTR")),
    "rights": ("fchmod,fchown,chmod,fchmodat", ("EIO",)),
    "lock": ("flock", ("EIO", "EINTR")),
    "map": ("mmap", ("ENOMEM",)),
    "look": ("newfstatat,stat,fstat,lstat,statx,readlink,access,faccessat2", ("EIO",)),
    "thread": ("clone,clone3,vfork,fork", ("EAGAIN",)),
}
INVISIBLE = ("EINTR", "short")
LASTING = ("EIO", "ENOSPC", "EMFILE", "ENOMEM", "EAGAIN", "short")

# How the reason is told; SQLite has words of its own.
STORE_WORDS = ("disk I/O error", "database or disk is full", "unable to open database file",
               "readonly database", "locking protocol", "out of memory", "is damaged")
REASONS = {"EIO": ("Input/output error", "cannot be read", *STORE_WORDS), "ENOSPC": ("No space left", *STORE_WORDS),
           "EMFILE": ("Too many open files", *STORE_WORDS), "ENOMEM": ("memory", *STORE_WORDS),
           "EAGAIN": ("Resource temporarily unavailable",), "EINTR": ("Interrupted", *STORE_WORDS),
           "ENOSYS": ("not implemented",), "short": ()}

# The loader of the system ends the program itself, and so before anything of ours began.
SYSTEM_LIBRARY = re.compile(r"^(/usr)?/lib(64)?/|^/etc/ld\.so")
# Libraries of others that try no interrupted call again: the loader, what lists folders, what starts
# a process, SQLite where it forces to the disk. It is an error then, with its reason.
OTHERS = re.compile(r"\.so$|\.db(-\w+)?$|^/dev/null$|^/proc/self/fd/|/at$|(plugins|parts|rules)$|"
                    r"/plugin-template/\w+$|/template/\w+$|/modules$")
# What the loader says, whose reasons are its own; in the process of a plugin nobody hears it.
LOADER_WORDS = ("cannot be loaded:", "cannot load the store library", "while it was started")


@dataclass(frozen=True)
class Fault:
    family: str
    error: str
    nth: int
    goes_on: bool

    def __str__(self) -> str:
        return f"{self.family} {self.error} {'from' if self.goes_on else 'at'} {self.nth}"


def faults(trial: Trial) -> list[Fault]:
    """Every one that an undisturbed run of the command can meet."""
    # A system has chance from the first call on or not at all; few bytes of it are never cut short.
    found = [Fault("chance", "ENOSYS", 1, True)]
    for family, (names, errors) in FAMILIES.items():
        calls = trial.calls(names)
        for nth, call in enumerate(calls, 1):
            if SYSTEM_LIBRARY.search(call.target) or nth <= of_loader(family, calls):
                continue
            found += [Fault(family, error, nth, goes_on) for error in errors
                      for goes_on in ((False, True) if error in LASTING else (False,))]
    return found


def of_loader(family: str, calls: list[Call]) -> int:
    """How many calls the loader of the system makes for itself before it knows any library."""
    if family != "map":
        return 0
    return next(nth for nth, call in enumerate(calls) if SYSTEM_LIBRARY.search(call.target))


def judge(trial: Trial, fault: Fault) -> str:
    """Empty, or what is wrong about what came of it."""
    names = FAMILIES[fault.family][0]
    done = trial.interfered(names, fault.error, fault.nth, fault.goes_on)
    if done.shows() == trial.whole.shows():
        return ""
    if done.code == NO_LOADER and done.messages:
        return ""  # said by the loader of the system
    call = trial.calls(names)[fault.nth - 1]
    what = (trial.wrong(done.cleared() if cannot_clear(fault, done) else done) or
            unsaid(fault, call.target, done))
    return what and f"{what} ({call.name} {call.target}): {done.messages}"


def cannot_clear(fault: Fault, done: Done) -> bool:
    return done.code > 0 and (fault.family == "remove" or
                              (fault.goes_on and fault.family in ("open", "look")))


def unsaid(fault: Fault, target: str, done: Done) -> str:
    if any(word in done.messages for word in LOADER_WORDS):
        return ""
    if fault.error in INVISIBLE and not OTHERS.search(target):
        return "is not overcome"
    if fault.family == "look":
        return ""  # what cannot be looked at is not fit for what it was named for, which is told
    if b"error: " in done.out:
        return ""  # a check tells its findings; what it could not mend then, it did not find
    if not any(word in done.messages + done.out.decode("utf-8", "replace")
               for word in REASONS[fault.error]):
        return "the reason is not told"
    return ""
