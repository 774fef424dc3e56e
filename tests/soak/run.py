# SPDX-License-Identifier: Apache-2.0
# `./dev soak`: what takes hours, in pieces. Each part goes on where it was stopped, as long as the
# program is the same; what it has come to is told at the end, as a table and in summary.json.
#
#   run.py [--minutes N] [--state DIR] [PART…]
#   run.py --needs [PART…]      says only what must be there before
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_MINUTES = 80  # what a session of a build machine lasts
MORE = 75          # the code of a part that has been stopped before its end


# What `./dev` must have ready for a part: a preset and what of it is built, or the name of a list of
# packages.
RELEASE = "release program interfere deny_memory test_plugins"


@dataclass(frozen=True)
class Part:
    """A script that takes `--state DIR --minutes N`, goes on where DIR says, and leaves
    `summary.json` there: `cases` done, of `all`, `seconds`, and `failures` in words. Its exit code
    is 0, 1 where there are failures, or 75 where more is to be done."""
    name: str
    script: tuple[str, ...]
    about: str
    needs: tuple[str, ...] = (RELEASE,)


PARTS = (
    Part("kills", ("tests/faults/campaign.py", "kills"), "kill -9 before each call that changes"),
    Part("random-kills", ("tests/faults/campaign.py", "random-kills"), "kill -9 at random times"),
    Part("io", ("tests/faults/campaign.py", "io"), "each call of the system fails or does half"),
    Part("memory", ("tests/faults/campaign.py", "memory"),
         "each call stack that allocates finds no memory"),
    Part("exhaustive", ("tests/properties/soak.py",), "all small expressions, as the reference",
         ("release program properties",)),
    Part("properties", ("tests/soak/properties.py",), "made-up rulebooks and people by 200 seeds",
         ("release program properties",)),
    Part("fuzz", ("tests/fuzz/runner/campaign.py",), "60 million inputs for whatever reads",
         ("fuzzing", "fuzz")),
    Part("valgrind", ("tests/soak/memcheck.py",), "the demo under valgrind",
         (RELEASE, "packages_for_memcheck")),
    Part("threads", ("tests/soak/threads.py",), "what runs on threads, by ThreadSanitizer",
         ("tsan program test_plugins host_test",)),
    Part("hostile", ("tests/soak/hostile.py",), "all hostile input, by the other sanitizers",
         ("asan program test_plugins",)),
    Part("compilers", ("tests/soak/compilers.py",), "whether the bytes depend on the compiler",
         (RELEASE, "dev program", "packages_for_fuzzing", "gcc-o2 program", "clang-o2 program")),
)


def told(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True,
                          check=False).stdout.strip()


def commit() -> str:
    git = ["git", "-c", f"safe.directory={ROOT}"]
    changed = told([*git, "status", "--porcelain", "--untracked-files=no"])
    return told([*git, "rev-parse", "--short=12", "HEAD"]) + (" and changes" if changed else "")


def run_part(part: Part, state: Path, minutes: float) -> dict:
    """Its summary, with the time and the commit of this run."""
    state.mkdir(parents=True, exist_ok=True)
    script, *more = part.script
    code = subprocess.run([sys.executable, "-B", str(ROOT / script), *more, "--state", str(state),
                           "--minutes", f"{minutes:.2f}"], check=False).returncode
    file = state / "summary.json"
    summary = json.loads(file.read_text("utf-8")) if file.is_file() else {
        "cases": 0, "all": 0, "seconds": 0, "failures": [f"it ended with {code}"]}
    if code not in (0, MORE) and not summary["failures"]:
        summary["failures"] = [f"it ended with {code}"]
    return {"part": part.name, **summary, "date": time.strftime("%Y-%m-%d", time.gmtime()),
            "commit": commit()}


def table(summaries: list[dict]) -> str:
    text = f"{'part':14}{'cases':>12}{'of':>12}{'minutes':>10}{'failures':>10}\n"
    for each in summaries:
        text += (f"{each['part']:14}{each['cases']:12,}{each['all']:12,}"
                 f"{each['seconds'] / 60:10.1f}{len(each['failures']):10}\n")
    return text + "".join(f"{each['part']}: {failure}\n" for each in summaries
                          for failure in each["failures"][:5])


def main() -> int:
    names = [part.name for part in PARTS]
    reader = argparse.ArgumentParser(prog="./dev soak", description="What takes hours, in pieces.",
                                     epilog="\n".join(f"  {p.name:13} {p.about}" for p in PARTS),
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("parts", nargs="*", metavar="PART", choices=[[], *names],
                        help=f"one of {', '.join(names)}; all without")
    reader.add_argument("--minutes", type=float, default=MOST_MINUTES, help="for all of them")
    reader.add_argument("--state", type=Path, default=ROOT / "build/soak")
    reader.add_argument("--needs", action="store_true", help="what `./dev` must have ready")
    asked = reader.parse_args()
    chosen = [part for part in PARTS if not asked.parts or part.name in asked.parts]
    if asked.needs:
        print(*dict.fromkeys(need for part in chosen for need in part.needs), sep="\n")
        return 0
    end = time.monotonic() + 60 * min(asked.minutes, MOST_MINUTES)
    summaries = []
    for at, part in enumerate(chosen):
        minutes = (end - time.monotonic()) / 60 / (len(chosen) - at)
        summaries.append(run_part(part, asked.state / part.name, max(minutes, 0.1)))
    asked.state.joinpath("summary.json").write_text(json.dumps(summaries, indent=1) + "\n", "utf-8")
    print(table(summaries), end="")
    if any(each["failures"] for each in summaries):
        return 1
    return 0 if all(each["cases"] >= each["all"] for each in summaries) else MORE


if __name__ == "__main__":
    sys.exit(main())
