# SPDX-License-Identifier: Apache-2.0
# The plugin contract does not change by accident: abidiff compares what the header means to a
# compiler with the reference of the same version, plugin-1.N.abi, and layout.def names everything.
#
# After a change that is meant: raise COLONNADE_ABI_MINOR, say in docs/plugin-abi.md what is new, add
# the new lines to layout.def, and have the reference of the new version written:
#   tests/abi/freeze_test.py --accept
# A reference that is there is never overwritten: who has to, deletes it, which a review sees.
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INCLUDE = ROOT / "plugins/include"
HEADER = INCLUDE / "colonnade/plugin.h"
CC = os.environ.get("COLONNADE_CC", "cc")

# What depends on the machine, the compiler or the checkout is left out.
QUIET = ("--no-corpus-path", "--no-show-locs", "--no-architecture")


def header() -> str:
    return HEADER.read_text("utf-8")


def version(text: str) -> str:
    numbers = [re.search(rf"#define COLONNADE_ABI_{part} (\d+)u", text)[1]
               for part in ("MAJOR", "MINOR")]
    return ".".join(numbers)


def reference() -> Path:
    return HERE / f"plugin-{version(header())}.abi"


def build(include: Path, folder: Path) -> Path:
    """A library from which every type of the header in `include` is reached."""
    library = folder / "contract.so"
    subprocess.run([CC, "-std=c11", "-g", "-O0", "-shared", "-fPIC", "-I", include,
                    "contract.c", "-o", library], check=True, cwd=HERE)
    return library


def write_description(library: Path, into: Path) -> None:
    subprocess.run(["abidw", *QUIET, "--no-comp-dir-path", "--no-elf-needed",
                    "--no-parameter-names", "--type-id-style", "hash", "--out-file", into,
                    library], check=True)


def difference(library: Path) -> str:
    """What abidiff has to say about a library and the reference; empty where they are the same."""
    done = subprocess.run(["abidiff", *QUIET, "--harmless", "--no-default-suppression",
                           reference(), library], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr or "abidiff failed"


@unittest.skipUnless(sys.maxsize > 2**32, "the reference is of a machine with 64-bit pointers")
@unittest.skipUnless(shutil.which("abidiff") or os.environ.get("CI"),
                     "abidiff is not here; Debian: abigail-tools")
class Reference(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_the_header_is_what_was_agreed(self) -> None:
        self.assertTrue(reference().exists(),
                        f"no {reference().name}; the head of freeze_test.py says how it is made")
        found = difference(build(INCLUDE, self.folder))
        self.assertEqual(found, "", f"the contract is not {version(header())} any more:\n{found}\n"
                         "If that is meant, the head of freeze_test.py says what to do.")

    def test_a_change_is_noticed(self) -> None:
        changes = {
            "a field at the end": ("    int32_t reserved_2;\n} colonnade_column;",
                                   "    int32_t reserved_2;\n    double more;\n} colonnade_column;"),
            "another name": ("    int32_t name_count;", "    int32_t names_count;"),
            "another type of the same size": ("    int64_t rows;\n    const int64_t* as_of;",
                                              "    uint64_t rows;\n    const int64_t* as_of;"),
            "a smaller array": ("char message[512];", "char message[508];"),
            "another parameter": ("(*deinit)(void)", "(*deinit)(int32_t)"),
        }
        for what, (old, new) in changes.items():
            with self.subTest(what):
                text = header()
                self.assertEqual(text.count(old), 1)
                changed = self.folder / "colonnade"
                changed.mkdir(exist_ok=True)
                (changed / "plugin.h").write_text(text.replace(old, new), "utf-8")
                self.assertIn("colonnade_", difference(build(self.folder, self.folder)))


def described() -> dict[str, int]:
    """`struct` and `struct.field` of the reference: size and place in bytes."""
    found = {}
    for struct in xml.parse(reference()).iter("class-decl"):
        name = struct.get("name", "")
        if not name.startswith("colonnade_") or struct.get("is-declaration-only"):
            continue
        found[name] = int(struct.get("size-in-bits")) // 8
        for member in struct.iter("data-member"):
            place = int(member.get("layout-offset-in-bits")) // 8
            found[f"{name}.{member.find('var-decl').get('name')}"] = place
    return found


class Layout(unittest.TestCase):
    """layout.def leaves nothing out; that it is right is held by compilers."""
    lines = (HERE / "layout.def").read_text("utf-8")

    def test_every_field_is_listed(self) -> None:
        listed = {name: int(size)
                  for name, size in re.findall(r"^STRUCT\((\w+), (\d+)\)", self.lines, re.M)}
        listed |= {f"{struct}.{field}": int(place) for struct, field, place in
                   re.findall(r"^FIELD\((\w+), (\w+), (\d+), \d+\)", self.lines, re.M)}
        self.assertEqual(listed, described())
        self.assertGreater(len(listed), 100)

    def test_every_constant_is_listed(self) -> None:
        code = re.sub(r"/\*.*?\*/", "", header(), flags=re.S)
        constants = re.findall(r"(COLONNADE_\w+)\s*=", code)
        ids = re.findall(r"#define (COLONNADE_\w+) \"", code)
        self.assertEqual(re.findall(r"^VALUE\((\w+),", self.lines, re.M), constants)
        self.assertEqual(re.findall(r"^ID\((\w+),", self.lines, re.M), ids)
        self.assertGreater(len(constants), 20)


class Page(unittest.TestCase):
    def test_it_says_what_is_new_in_this_version(self) -> None:
        page = (ROOT / "docs/plugin-abi.md").read_text("utf-8")
        self.assertIn(f"| {version(header())} |", page)


def accept() -> int:
    if reference().exists():
        print(f"{reference().name} is there already; raise COLONNADE_ABI_MINOR", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        write_description(build(INCLUDE, Path(folder)), reference())
    print(f"{reference().relative_to(ROOT)} is written")
    return 0


if __name__ == "__main__":
    sys.exit(accept() if sys.argv[1:] == ["--accept"] else unittest.main())
