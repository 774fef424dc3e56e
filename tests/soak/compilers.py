# SPDX-License-Identifier: Apache-2.0
# Whether the program writes the same bytes whoever compiled it, and how: g++ -O3 (what users run),
# -O0 and -O2, and clang -O2; each on one thread and two, in batches of any size, with plugins inside
# and isolated.
from __future__ import annotations

import sys
from pathlib import Path

from steps import BUILT, ROOT, Step, ends_well, main

FIRST, *OTHERS = (BUILT / preset / "bin/colonnade"
                  for preset in ("release", "dev", "gcc-o2", "clang-o2"))


def steps(state: Path) -> list[Step]:
    del state
    agree = [sys.executable, "-B", ROOT / "tests/determinism/agree.py", FIRST]
    return [Step(f"release and {other.parents[1].name}", lambda other=other:
                 ends_well([*agree, other])) for other in OTHERS]


if __name__ == "__main__":
    sys.exit(main([FIRST, *OTHERS], steps))
