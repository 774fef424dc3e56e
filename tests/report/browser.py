# SPDX-License-Identifier: Apache-2.0
# Debian's Chromium, asked from Python: browser.mjs does what is asked, line by line.
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent / "support")]

import harness  # noqa: E402
from npm_packages import Unavailable, installed  # noqa: E402

BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parent.parent))


class Browser:
    def __init__(self) -> None:
        chromium = shutil.which("chromium")
        if chromium is None:
            raise Unavailable("`chromium` is not installed (Debian: chromium)")
        packages = installed(HERE, BUILD / "tests/report")
        self.node = subprocess.Popen(["node", HERE / "browser.mjs", packages, chromium],
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.answer() != {}:
            raise Unavailable("Chromium does not start")

    def ask(self, **wanted: object) -> dict:
        assert self.node.stdin is not None
        self.node.stdin.write(json.dumps(wanted, default=str) + "\n")
        self.node.stdin.flush()
        answer = self.answer()
        if "failed" in answer:
            raise AssertionError(answer["failed"])
        return answer

    def answer(self) -> dict:
        assert self.node.stdout is not None
        line = self.node.stdout.readline()
        return json.loads(line) if line else {"failed": "the browser is gone"}

    def close(self) -> None:
        assert self.node.stdin is not None
        self.node.stdin.close()
        self.node.wait(timeout=30)
