# SPDX-License-Identifier: Apache-2.0
# Brings packages of npm into the build folder, in the versions of a package-lock.json.
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FILES = ("package.json", "package-lock.json")
PATIENCE = 300  # seconds for some 30 MB from the registry of npm


class Unavailable(Exception):
    """Why something cannot be had here."""


def installed(packages: Path, place: Path) -> Path:
    """The folder `node_modules` in `place`, with what the two files in `packages` name; fetched unless
    these very versions are there."""
    if not all((place / name).is_file() and
               (place / name).read_bytes() == (packages / name).read_bytes() for name in FILES):
        _fetch(packages, place)
    return place / "node_modules"


def _fetch(packages: Path, place: Path) -> None:
    for tool in ("node", "npm"):
        if shutil.which(tool) is None:
            raise Unavailable(f"`{tool}` is not installed (Debian: nodejs, npm)")
    # What says that all is there is copied last.
    work = place / "work"
    shutil.rmtree(place, ignore_errors=True)
    work.mkdir(parents=True)
    for name in FILES:
        shutil.copy(packages / name, work)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline",
         "--fetch-retries=1", "--fetch-timeout=60000"],
        cwd=work, capture_output=True, text=True, check=False, timeout=PATIENCE)
    if done.returncode != 0:
        raise Unavailable(f"npm ci failed:\n{done.stderr}")
    (work / "node_modules").rename(place / "node_modules")
    for name in FILES:
        (work / name).rename(place / name)
    shutil.rmtree(work)
