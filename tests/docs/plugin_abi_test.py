# SPDX-License-Identifier: Apache-2.0
# docs/plugin-abi.md leaves nothing of the contract out, and its limits are those of the code.
from __future__ import annotations

import re
import subprocess
import unittest

from markdown import ROOT, Page

PAGE = Page(ROOT / "docs/plugin-abi.md")
HEADER = re.sub(r"/\*.*?\*/", "",
                (ROOT / "plugins/include/colonnade/plugin.h").read_text("utf-8"), flags=re.S)
# What stands in a column of its own in some table.
TOLD = {name for line in PAGE.text.splitlines() if line.startswith("|")
        for name in re.findall(r"`(\w+)` \|", line)}
STRUCT = re.compile(r"typedef struct (\w+) \{(.*?)\n\} \1;", re.S)


def constants() -> dict[str, int]:
    """Every bound in the sources that is a product of whole numbers."""
    listed = subprocess.run(["grep", "-rhoE", r"constexpr [a-z_:0-9]+ Most\w+ = [0-9' *]+;",
                             ROOT / "engine", ROOT / "dsl"],
                            capture_output=True, text=True, check=True).stdout
    found = {}
    for name, product in re.findall(r"(Most\w+) = ([^;]+);", listed):
        value = 1
        for factor in product.replace("'", "").split("*"):
            value *= int(factor)
        found[name] = value
    return found


class Contract(unittest.TestCase):
    def test_every_struct_and_function_is_told(self) -> None:
        words = set(re.findall(r"\w+", " ".join(PAGE.code())))
        structs = STRUCT.findall(HEADER)
        self.assertGreater(len(structs), 20)
        for name, body in structs:
            with self.subTest(struct=name):
                self.assertIn(name, words)
                functions = re.findall(r"\(\*(\w+)\)\(", body)
                self.assertEqual([name for name in functions if name not in TOLD], [])

    def test_every_kind_code_and_extension_is_told(self) -> None:
        names = re.findall(r"(COLONNADE_\w+) = \d", HEADER)
        ids = re.findall(r"#define COLONNADE_\w+_ID \"(.*)\"", HEADER)
        self.assertGreater(len(names) + len(ids), 25)
        self.assertEqual([name for name in names + ids if name not in PAGE.text], [])


class Limits(unittest.TestCase):
    def test_they_are_those_of_the_code(self) -> None:
        known = constants()
        rows = re.findall(r"^\| [^|]+ \| ([\d,]+) \| `(Most\w+)` \|$", PAGE.text, re.M)
        self.assertGreater(len(rows), 15)
        for value, name in rows:
            with self.subTest(name):
                self.assertEqual(int(value.replace(",", "")), known.get(name))


if __name__ == "__main__":
    unittest.main()
