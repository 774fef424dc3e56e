# SPDX-License-Identifier: Apache-2.0
# Code in the pages compiles: blocks of C as C11, blocks of C++ as C++20, with the plugins' headers.
from __future__ import annotations

import os
import subprocess
import unittest

from markdown import ROOT, pages

COMPILERS = {
    "c": (os.environ.get("COLONNADE_CC", "cc"), "-x", "c", "-std=c11"),
    "cpp": (os.environ.get("COLONNADE_CXX", "c++"), "-x", "c++", "-std=c++20"),
}
STRICT = ("-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
          "-I", ROOT / "plugins/include", "-")


class Code(unittest.TestCase):
    def test_it_compiles(self) -> None:
        found = 0
        for page in pages():
            for block in page.blocks():
                if block.kind not in COMPILERS:
                    continue
                found += 1
                with self.subTest(block=block.place):
                    done = subprocess.run([*COMPILERS[block.kind], *STRICT], input=block.text,
                                          capture_output=True, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(found, 2)


if __name__ == "__main__":
    unittest.main()
