# SPDX-License-Identifier: Apache-2.0
# Adds to the committed inputs of a target the few found ones that reach what those do not. Seeds
# written by hand and inputs that once broke a promise are never taken away.
from __future__ import annotations

import subprocess

from fuzzing import Folders, limits, tail
from targets import ROOT, Target


def minimise(target: Target, folders: Folders) -> int:
    before = size_of(target)
    # Edges alone, not how often each is passed: that keeps hundreds of files out of thousands.
    done = subprocess.run([str(folders.bin / target.program), *limits(target), "-set_cover_merge=1",
                           "-use_counters=0", str(target.seeds), str(folders.corpus(target))],
                          cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    files, bytes_ = size_of(target)
    print(f"{target.name:12} {before[0]} to {files} files, {bytes_ / 1024:,.0f} KB", flush=True)
    if done.returncode != 0:
        print(tail(done.stderr))
    return 1 if done.returncode != 0 else 0


def size_of(target: Target) -> tuple[int, int]:
    files = list(target.seeds.iterdir())
    return len(files), sum(file.stat().st_size for file in files)
