# SPDX-License-Identifier: Apache-2.0
# Brings the language server into the build folder, in the versions of package-lock.json.
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json")
PATIENCE = 300  # seconds for 27 MB from the registry of npm


class Unavailable(Exception):
    """Why the server cannot be had here."""


def installed(place: Path) -> Path:
    """The server's script, in `place`; fetched unless these very versions are there."""
    script = place / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not all((place / name).is_file() and
               (place / name).read_bytes() == (HERE / name).read_bytes() for name in FILES):
        _fetch(place)
    if not script.is_file():
        raise Unavailable(f"npm left no {script}")
    return script


def _fetch(place: Path) -> None:
    for tool in ("node", "npm"):
        if shutil.which(tool) is None:
            raise Unavailable(f"`{tool}` is not installed (Debian: nodejs, npm)")
    # What says that all is there is copied last.
    work = place / "work"
    shutil.rmtree(place, ignore_errors=True)
    work.mkdir(parents=True)
    for name in FILES:
        shutil.copy(HERE / name, work)
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
