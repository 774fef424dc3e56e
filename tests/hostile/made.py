# SPDX-License-Identifier: Apache-2.0
# Files that the program itself makes, for cases that change a byte of them: made once, in a folder of their own.
from __future__ import annotations

import functools
import subprocess
from collections.abc import Mapping, Sequence

import harness
from case import Content, put
from measure import arguments_of


@functools.lru_cache(maxsize=None)
def _made(files: tuple[tuple[str, Content], ...], lines: tuple[str, ...], name: str) -> bytes:
    place = harness.new_folder()
    put(dict(files), place)
    for line in lines:
        subprocess.run([str(harness.PROGRAM), *arguments_of(line)], cwd=place, check=True,
                       env=harness.ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (place / name).read_bytes()


def made(files: Mapping[str, Content], lines: Sequence[str], name: str) -> bytes:
    return _made(tuple(files.items()), tuple(lines), name)
