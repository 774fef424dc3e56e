# SPDX-License-Identifier: Apache-2.0
# What the figures were measured on.
from __future__ import annotations

import os
from pathlib import Path

from tools import first_line


def machine() -> dict[str, str]:
    return {"processor": f"{_field('/proc/cpuinfo', 'model name', ':')}, "
                         f"{os.cpu_count()} processors",
            "memory": f"{int(_field('/proc/meminfo', 'MemTotal', ':').split()[0]) / 2**20:.0f} GB",
            "system": _field("/etc/os-release", "PRETTY_NAME", "=").strip('"'),
            "compiler": first_line("g++", "--version")}


def _field(path: str, name: str, separator: str) -> str:
    for line in Path(path).read_text().splitlines():
        key, found, value = line.partition(separator)
        if found and key.strip() == name:
            return value.strip()
    return "unknown"


def load() -> float:
    """How many other things want a processor."""
    return os.getloadavg()[0]
