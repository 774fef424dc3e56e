# SPDX-License-Identifier: Apache-2.0
# Where the programs that are compared lie, and what of them is missing on this machine.
from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
PEERS = BENCH / "peers"
PACKAGES = ("package.json", "package-lock.json")


@dataclass(frozen=True)
class Tools:
    bin: Path  # of the build
    out: Path  # where everything is written

    @property
    def node(self) -> Path:
        return self.out / "node"

    @property
    def made(self) -> Path:
        return self.out / "made"

    def environment(self) -> dict[str, str]:
        return os.environ | {"COLONNADE_NODE": str(self.node), "COLONNADE_MADE": str(self.made)}


def install_packages(tools: Tools) -> str | None:
    """The npm packages of the pinned versions, into the build folder. Says why where it fails."""
    if all(_same(PEERS / name, tools.node / name) for name in PACKAGES):
        return None
    if not shutil.which("npm"):
        return "npm is not installed"
    tools.node.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        shutil.copy(PEERS / name, tools.node / name)
    # Not `npm ci`: that wants a package for every platform, and some registries do not have them all.
    done = subprocess.run(
        ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=tools.node, capture_output=True, text=True)
    if done.returncode == 0:
        return None
    for name in PACKAGES:
        (tools.node / name).unlink()
    return f"npm could not install it: {(done.stderr.strip() or 'no reason given').splitlines()[0]}"


def _same(source: Path, copy: Path) -> bool:
    return copy.is_file() and copy.read_bytes() == source.read_bytes()


def missing_program(name: str, package: str) -> str | None:
    return None if shutil.which(name) else f"{name} is not installed (Debian: {package})"


def missing_cjson() -> str | None:
    done = subprocess.run(["luajit", "-e", "require 'cjson'"], capture_output=True)
    return None if done.returncode == 0 else "lua-cjson is not installed (Debian: lua-cjson)"


def first_line(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return ""
    return (done.stdout or done.stderr).split("\n")[0].strip()
