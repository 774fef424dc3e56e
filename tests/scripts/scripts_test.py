# SPDX-License-Identifier: Apache-2.0
# Runs what is cheap of ./dev (help, wrong calls, the search for missing packages on a foreign
# system) and reads the rest: scripts that bash accepts, presets that CMake accepts.
from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = (ROOT / "dev", ROOT / ".ci/run")
DEV = (ROOT / "dev").read_text("utf-8")


def run(*call: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    options = {"cwd": "/", "check": False, "capture_output": True, "text": True} | options
    return subprocess.run([str(part) for part in call], **options)


def dev(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return run(ROOT / "dev", *arguments, **options)


class Scripts(unittest.TestCase):
    def test_bash_accepts_them_and_they_can_be_run(self) -> None:
        for script in SCRIPTS:
            with self.subTest(script=script.name):
                self.assertTrue(os.access(script, os.X_OK))
                self.assertIn("SPDX-License-Identifier: Apache-2.0", script.read_text("utf-8"))
                self.assertEqual(run("bash", "-n", script).stderr, "")

    @unittest.skipUnless(shutil.which("shellcheck"), "shellcheck is not installed")
    def test_shellcheck_has_nothing_to_say(self) -> None:
        self.assertEqual(run("shellcheck", *SCRIPTS).stdout, "")

    def test_ci_does_what_dev_test_does(self) -> None:
        self.assertTrue((ROOT / ".ci/run").read_text("utf-8").endswith("exec ./dev test\n"))


class Help(unittest.TestCase):
    def test_help_names_every_command_and_no_other(self) -> None:
        commands = set(re.findall(r"^command_(\w+)\(\)", DEV, re.MULTILINE)) | {"help"}
        named = set(re.findall(r"^  ([a-z]+) ", dev("help").stdout, re.MULTILINE))
        self.assertGreaterEqual(len(commands), 7)
        self.assertEqual(named, commands)

    def test_main_calls_every_command(self) -> None:
        called = re.search(r"^\s+([\w |]+)\) \"command_\$command\"", DEV, re.MULTILINE)
        assert called is not None
        defined = set(re.findall(r"^command_(\w+)\(\)", DEV, re.MULTILINE))
        self.assertEqual(set(called.group(1).split(" | ")), defined)

    def test_every_way_to_ask_for_help(self) -> None:
        for arguments in ((), ("help",), ("-h",), ("--help",)):
            with self.subTest(arguments=arguments):
                result = dev(*arguments)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertTrue(result.stdout.startswith("usage: ./dev COMMAND\n"))

    def test_it_fits_a_terminal(self) -> None:
        self.assertLessEqual(max(map(len, dev("help").stdout.splitlines())), 80)

    def test_wrong_calls_are_usage_errors(self) -> None:
        for arguments in (("tset",), ("build", "fast"), ("format", "--chekc"),
                          ("bench", "--quik"), ("fuzz", "nothing")):
            with self.subTest(arguments=arguments):
                result = dev(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertIn(f"`{arguments[-1]}`", result.stderr)


class Setup(unittest.TestCase):
    def setUp(self) -> None:
        table = DEV.split("<<'LIST'\n")[1].split("\nLIST")[0]
        self.rows = [line.split(maxsplit=2) for line in table.splitlines()]

    def test_every_package_has_a_proof_and_a_reason(self) -> None:
        self.assertGreaterEqual(len(self.rows), 20)
        for row in self.rows:
            self.assertEqual(len(row), 3, row)
        names = [row[0] for row in self.rows]
        self.assertEqual(len(set(names)), len(names))

    def test_only_the_tests_need_a_browser(self) -> None:
        self.assertNotIn("chromium", [row[0] for row in self.rows])
        table = DEV.split("packages_for_tests() {\n    cat <<'LIST'\n")[1].split("\nLIST")[0]
        for line in table.splitlines():
            self.assertEqual(len(line.split(maxsplit=2)), 3, line)
        users = re.findall(r"^(\w+)\(\) \{(?:\n    .*)*\n    ensure_setup_for_tests$", DEV,
                           re.MULTILINE)
        self.assertEqual(users, ["command_test"])

    def debian_without(self, missing: list[str], apt_get: str,
                       provided: str = "") -> tuple[int, str, str]:
        """./dev setup on a make-believe Debian 12; exit code, messages, calls of apt-get."""
        present = [row[0] for row in self.rows if row[0] not in missing]
        with tempfile.TemporaryDirectory() as folder:
            calls = Path(folder, "calls")
            stand_ins = {
                "dpkg-query": "\n".join(f"echo installed {name}," for name in present) +
                f"\necho 'installed other, {provided}'",
                "apt-get": f'echo "$DEBIAN_FRONTEND $*" >> "{calls}"\n{apt_get}',
                "sudo": 'exec "$@"',
                "sleep": "exit 0",
            }
            for name, body in stand_ins.items():
                Path(folder, name).write_text(f"#!/bin/bash\n{body}\n", "utf-8")
                Path(folder, name).chmod(0o755)
            release = Path(folder, "os-release")
            release.write_text('ID=debian\nVERSION_ID="12"\n', "utf-8")
            path = f"{folder}:{os.environ['PATH']}"
            result = dev("setup", env={"PATH": path, "COLONNADE_OS_RELEASE": str(release)})
            return result.returncode, result.stderr, calls.read_text() if calls.exists() else ""

    def test_nothing_missing_asks_apt_for_nothing(self) -> None:
        self.assertEqual(self.debian_without([], "exit 1")[::2], (0, ""))

    def test_what_another_package_provides_is_there(self) -> None:
        self.assertEqual(self.debian_without(["npm"], "exit 1", "nodejs, node-x (= 1), npm")[::2],
                         (0, ""))

    def test_it_says_and_installs_what_is_missing(self) -> None:
        code, messages, calls = self.debian_without(["libzip-dev", "ccache"], "exit 0")
        self.assertEqual(code, 0)
        self.assertIn("installing ccache libzip-dev\n", messages)
        self.assertEqual(calls, "noninteractive -qq update\nnoninteractive -qq install -y "
                                "--no-install-recommends ccache libzip-dev\n")

    def test_it_tries_the_mirror_twice_and_then_gives_up(self) -> None:
        code, _, calls = self.debian_without(["ccache"], "exit 100")
        self.assertEqual((code, calls), (100, "noninteractive -qq update\n" * 2))

    def foreign_system(self, tools: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        """./dev setup on a system that is not Debian 12 and has only these tools."""
        with tempfile.TemporaryDirectory() as folder:
            release = Path(folder, "os-release")
            release.write_text("ID=otherix\nVERSION_ID=\"12\"\n", "utf-8")
            for tool in tools:
                Path(folder, tool).symlink_to(shutil.which(tool) or "/nowhere")
            return dev("setup", env={"PATH": folder, "COLONNADE_OS_RELEASE": str(release)})

    def test_elsewhere_it_names_what_is_missing_and_stops(self) -> None:
        result = self.foreign_system(("bash", "cat", "dirname", "readlink", "grep"))
        self.assertEqual(result.returncode, 2)
        self.assertIn("not Debian 12", result.stderr)
        for package, proof, reason in self.rows:
            self.assertIn(f"{proof} (Debian: {package}): {reason}", result.stderr)

    def test_elsewhere_it_does_not_name_what_is_there(self) -> None:
        tools = ("bash", "cat", "dirname", "readlink", "grep", "cmake", "python3")
        result = self.foreign_system(tools)
        self.assertNotIn("Debian: cmake)", result.stderr)
        self.assertNotIn("Debian: python3)", result.stderr)
        self.assertIn("Debian: ninja-build)", result.stderr)


class Presets(unittest.TestCase):
    NAMES = {"dev", "asan", "release", "tidy", "fuzz", "coverage", "tsan", "gcc-o2", "clang-o2"}

    def test_they_are_those_that_dev_builds(self) -> None:
        presets = json.loads((ROOT / "CMakePresets.json").read_text("utf-8"))
        visible = {p["name"] for p in presets["configurePresets"] if not p.get("hidden")}
        self.assertEqual(visible, self.NAMES)
        self.assertEqual({p["name"] for p in presets["buildPresets"]}, self.NAMES)

    def test_no_tests_is_an_error(self) -> None:
        presets = json.loads((ROOT / "CMakePresets.json").read_text("utf-8"))
        base = next(p for p in presets["testPresets"] if p["name"] == "base")
        self.assertEqual(base["execution"]["noTestsAction"], "error")

    def test_cmake_accepts_them(self) -> None:
        result = run("cmake", "--list-presets=all", cwd=ROOT)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        for name in self.NAMES:
            self.assertIn(f'"{name}"', result.stdout)


if __name__ == "__main__":
    unittest.main()
