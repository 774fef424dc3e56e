# SPDX-License-Identifier: Apache-2.0
# A plugin exports its entry and nothing else. Usage: exported_symbols_test.py NM LIBRARY...
from __future__ import annotations

import subprocess
import sys


def exported(nm: str, library: str) -> list[str]:
    """Names that other libraries could link to."""
    command = [nm, "--dynamic", "--defined-only", "--format=posix", library]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listing.splitlines() if line.strip()]


def main(nm: str, libraries: list[str]) -> int:
    wrong = 0
    for library in libraries:
        names = exported(nm, library)
        if names != ["colonnade_plugin_entry"]:
            print(f"{library}: exports {names}, expected the entry alone")
            wrong += 1
    print(f"{len(libraries)} libraries, {wrong} wrong")
    return 1 if wrong or not libraries else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
