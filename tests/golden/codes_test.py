# SPDX-License-Identifier: Apache-2.0
# Every finding that the program can report is explained and shown: each code of diagnostics.def has
# a part in docs/diagnostics.md, with its severity, and a golden case that prints it.
from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENTRY = re.compile(r'^DIAGNOSTIC\(\w+, "([a-z0-9-]+)", (\w+)\)', re.MULTILINE)
PART = re.compile(r"^## ([a-z0-9-]+)\n\n(Error|Warning|Note)\b", re.MULTILINE)


def main() -> int:
    codes = dict(ENTRY.findall((ROOT / "dsl/text/diagnostics.def").read_text(encoding="utf-8")))
    parts = dict(PART.findall((ROOT / "docs/diagnostics.md").read_text(encoding="utf-8")))
    printed = "".join(path.read_text(encoding="utf-8", errors="replace")
                      for path in sorted(HERE.glob("*/*/expected.out")))
    problems = [f"docs/diagnostics.md: no part `## {code}` that starts with its severity, {severity}"
                for code, severity in codes.items() if parts.get(code) != severity]
    problems += [f"docs/diagnostics.md: `{code}` is no code" for code in parts if code not in codes]
    problems += [f"no golden case prints [{code}]" for code in codes if f"[{code}]" not in printed]
    if len(codes) < 30:
        problems.append(f"only {len(codes)} codes were found in diagnostics.def")
    print(*problems, f"{len(codes)} codes, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
