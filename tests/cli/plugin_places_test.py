# SPDX-License-Identifier: Apache-2.0
# Plugins that did not come with the program: which of them are found where, what is refused, what is
# pinned, and what a person is told. Those that run here are trusted.
from __future__ import annotations

import hashlib
import os
import re
import shutil
import unittest
from pathlib import Path

import harness
from harness import ENVIRONMENT, PROGRAM, new_folder, run, write

MODULES = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parents[1])) / "tests/plugins/modules"
BUNDLED = "brand contacts insights linkedin people relationships".split()
RULES = ("colonnade: 1\nrulebook: own\nschema: social-profile\nlanguages: [en]\n"
         "plugins: [{}]\ntitle:\n  en: Own\npillars:\n  all:\n    title:\n      en: All\n"
         "    weight: 100\n    rules:\n      headline:\n        title:\n          en: Headline\n"
         "        points: 1\n        pass: headline = \"x\"\n        tip:\n          en: Write one.\n"
         "        effort: 5 minutes\n")


def add(ids: str, place: Path) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    for name in ids.split():
        shutil.copy(MODULES / f"{name}.so", place)
    # Whatever the umask of whoever built them.
    for path in (place, *place.glob("*.so")):
        path.chmod(0o755)
    return place


def digest(name: str) -> str:
    return hashlib.sha256((MODULES / f"{name}.so").read_bytes()).hexdigest()


def project(ids: str = "", named: str = "plain") -> Path:
    """A project whose rulebook names a plugin, with plugins beside it."""
    place = new_folder()
    write("colonnade.yaml", "colonnade: 1\nrules: own\n", place)
    write("own.yaml", RULES.format(named), place)
    add(ids, place / "plugins")
    return place


def listed(place: Path, *arguments: object, **options: object) -> dict[str, dict]:
    """What `plugin list` says, without what came with the program; the first of each id."""
    found = {}
    for plugin in run("plugin", "list", "--format", "json", *arguments, cwd=place,
                      **options).json["plugins"]:
        if plugin["runs"] != "bundled":
            found.setdefault(plugin["id"], plugin)
    return found


def check(place: Path, *arguments: object, **options: object) -> harness.Run:
    return run("check", place / "own.yaml", *arguments, cwd=place, **options)


class Places(unittest.TestCase):
    def test_the_order_of_the_folders(self) -> None:
        place = project("plain")
        named, path, home = (add("plain", new_folder()) for _ in range(3))
        data = add("plain", home / ".local/share/colonnade/plugins")
        environment = ENVIRONMENT | {"HOME": str(home), "COLONNADE_PLUGIN_PATH": f":{path}:/nowhere"}
        inside = place / "deep/er"
        inside.mkdir(parents=True)
        for folder, arguments in ((named, ("--plugin-dir", named)), (path, ()),
                                  (place / "plugins", ()), (data, ())):
            with self.subTest(folder=folder):
                found = listed(inside, *arguments, env=environment)
                self.assertEqual(found["plain"]["file"], str(folder / "plain.so"))
                self.assertEqual(found["plain"]["runs"], "isolated")
            (folder / "plain.so").unlink()
        self.assertEqual(listed(inside, env=environment), {})

    def test_the_users_folder_may_be_named(self) -> None:
        data = new_folder()
        add("plain", data / "colonnade/plugins")
        found = listed(new_folder(), env=ENVIRONMENT | {"XDG_DATA_HOME": str(data)})
        self.assertEqual(list(found), ["plain"])

    def test_plugins_in_the_current_folder_are_nobodys(self) -> None:
        place = new_folder()
        add("plain", place / "plugins")
        self.assertEqual(listed(place), {})

    def test_what_is_bundled_is_decided_by_place(self) -> None:
        everything = run("plugin", "list", "--format", "json").json["plugins"]
        self.assertEqual([p["id"] for p in everything if p["runs"] == "bundled"], BUNDLED)
        bundled = Path(everything[0]["file"]).parent
        again = run("plugin", "list", "--format", "json", "--plugin-dir", bundled).json["plugins"]
        self.assertEqual([p["runs"] for p in again], ["bundled"] * len(BUNDLED))

    def test_another_file_with_the_id_of_a_bundled_one_is_refused(self) -> None:
        place = project("plain", named="brand")
        (place / "plugins/plain.so").rename(place / "plugins/brand.so")
        done = check(place, "--trust", "brand")
        self.assertEqual((done.code, done.out), (5, b""))
        self.assertIn(f"{place}/plugins/brand.so has the id of ", done.messages)
        self.assertIn("brand.so, which comes with Colonnade", done.messages)


class Trust(unittest.TestCase):
    def test_a_trusted_plugin_runs_and_is_named_once(self) -> None:
        place = project("plain")
        done = check(place, place / "own.yaml", "--trust", "plain")
        self.assertEqual(done.code, 0, done.messages)
        self.assertEqual(done.messages, "note: nothing pins the content of `plain` (trusted); "
                                        "`colonnade plugin lock` does\n")

    def test_every_command_that_runs_plugins_says_so(self) -> None:
        place = project("plain")
        profile = write("p.json", harness.small_profile(headline="x"))
        for command in (("score", profile), ("check", "own"), ("facts",), ("explain",),
                        ("import", profile)):
            with self.subTest(command=command[0]):
                done = run(*command, "--trust", "plain", cwd=place)
                self.assertEqual(done.code, 0, done.messages)
                self.assertEqual(done.messages.count("nothing pins the content of `plain`"), 1)

    def test_what_a_plugin_warns_of_is_said(self) -> None:
        place = project("uses-host", named="uses-host")
        book = (place / "own.yaml").read_text().replace("headline = \"x\"", "log(headline) = 1")
        write("own.yaml", book, place)
        profile = write("p.json", harness.small_profile(headline="made \u202e up"))
        done = run("score", profile, "--trust", "uses-host", cwd=place)
        self.assertEqual(done.code, 0, done.messages)
        self.assertIn("note: plugin `uses-host`: made <U+202E> up\n", done.messages)

    def test_a_project_cannot_trust(self) -> None:
        place = project("plain")
        write("colonnade.yaml", "colonnade: 1\nrules: own\ntrust: [plain]\n", place)
        done = check(place)
        self.assertEqual(done.code, 3)
        self.assertIn("colonnade.yaml:3:1: error: unknown key `trust`", done.messages)

    def test_what_is_trusted_is_an_id(self) -> None:
        done = run("score", "x", "--trust", "./plain.so")
        self.assertEqual(done.code, 2)
        self.assertIn("found `./plain.so`, expected the id of a plugin", done.messages)


class Isolated(unittest.TestCase):
    def test_what_nobody_trusts_runs_in_a_process_of_its_own(self) -> None:
        place = project("uses-host", named="uses-host")
        book = (place / "own.yaml").read_text().replace("headline = \"x\"", "log(headline) = 1")
        write("own.yaml", book, place)
        profile = write("p.json", harness.small_profile(headline="made up"))
        alone = run("score", profile, "--format", "json", cwd=place)
        inside = run("score", profile, "--format", "json", "--trust", "uses-host", cwd=place)
        self.assertEqual((alone.code, alone.out), (0, inside.out), alone.messages)
        self.assertEqual(alone.messages.replace("(isolated)", "(trusted)"), inside.messages)
        self.assertIn("note: nothing pins the content of `uses-host` (isolated); `colonnade plugin "
                      "lock` does\n", alone.messages)
        self.assertIn("note: plugin `uses-host`: made up\n", alone.messages)


class Refused(unittest.TestCase):
    def refused(self, place: Path) -> str:
        """What is said, also where the plugin is trusted."""
        done = check(place, "--trust", "plain")
        self.assertEqual((done.code, done.out), (5, b""))
        self.assertEqual(listed(place)["plain"]["runs"], "refused")
        return done.messages

    def test_what_others_may_write(self) -> None:
        for inside in ("plugins/plain.so", "plugins"):
            place = project("plain")
            path = place / inside
            path.chmod(0o775)
            self.assertEqual(self.refused(place),
                             f"error: plugin `plain`: {path} may be written by others "
                             f"(named in {place}/own.yaml:5)\n"
                             f"help: chmod go-w {path}\n")

    def test_the_command_that_helps_can_be_typed(self) -> None:
        place = new_folder() / "it's a folder"
        place.mkdir()
        add("plain", place / "plugins").chmod(0o777)
        write("own.yaml", RULES.format("plain"), place)
        done = check(place, "--plugin-dir", "plugins", "--trust", "plain")
        command = done.messages.split("help: ")[1].strip()
        self.assertEqual(os.system(command), 0)
        self.assertEqual(check(place, "--plugin-dir", "plugins", "--trust", "plain").code, 0)

    def test_links_pipes_folders_and_texts(self) -> None:
        makers = {"is a link": lambda path: path.symlink_to(MODULES / "plain.so"),
                  "is no shared library": os.mkfifo,
                  "is no shared library ": Path.mkdir,
                  "is no shared library  ": lambda path: path.write_text("#!/bin/sh\n"),
                  " is no shared library": lambda path: path.write_bytes(b"\x7fELF")}
        for words, make in makers.items():
            place = project()
            path = place / "plugins/plain.so"
            make(path)
            if not path.is_symlink():
                path.chmod(0o700)
            self.assertIn(f"{path} {words.strip()}", self.refused(place))

    def test_a_plugin_of_another_id(self) -> None:
        place = project("other-id")
        (place / "plugins/other-id.so").rename(place / "plugins/plain.so")
        self.assertIn("plugin `plain` calls itself `brand`", self.refused(place))


class Lock(unittest.TestCase):
    def lock(self, place: Path, *arguments: object) -> harness.Run:
        return run("plugin", "lock", *arguments, cwd=place)

    def test_what_is_pinned_runs_in_silence(self) -> None:
        place = project("plain echo")
        inside = place / "clients"
        inside.mkdir()
        done = self.lock(inside, "plain")
        short = digest("plain")[:12]
        self.assertEqual((done.code, done.messages), (0, ""))
        self.assertEqual(done.text, f"added plain 1.0.0 ({short})\nwrote {place}/colonnade.lock\n")
        size = (MODULES / "plain.so").stat().st_size
        self.assertIn(f"plugins:\n  plain:\n    version: 1.0.0\n    abi: 1.1\n"
                      f"    sha256: {digest('plain')}\n    size: {size}\n",
                      (place / "colonnade.lock").read_text())
        done = check(place, "--trust", "plain")
        self.assertEqual((done.code, done.messages), (0, ""))
        found = listed(place)
        self.assertEqual((found["plain"]["runs"], found["plain"]["lock"]), ("isolated", "pinned"))
        self.assertEqual((found["echo"]["runs"], found["echo"]["lock"]), ("refused", "not listed"))

    def test_what_is_not_listed_is_refused_with_the_command_that_accepts_it(self) -> None:
        place = project("plain echo")
        self.lock(place, "echo")
        done = check(place, "--trust", "plain")
        self.assertEqual((done.code, done.out), (5, b""))
        self.assertEqual(done.messages,
                         f"error: plugin `plain` is not listed in {place}/colonnade.lock "
                         f"(named in {place}/own.yaml:5)\n"
                         "help: if you want it: colonnade plugin lock plain\n")
        command = done.messages.split("colonnade ")[-1].split()
        self.assertEqual(run(*command, cwd=place).code, 0)
        self.assertEqual(check(place, "--trust", "plain").code, 0)

    def test_what_has_changed_is_refused_until_it_is_accepted(self) -> None:
        place = project("plain")
        self.lock(place)
        with (place / "plugins/plain.so").open("ab") as file:
            file.write(b"\0")
        done = check(place, "--trust", "plain")
        self.assertEqual((done.code, done.out), (5, b""))
        self.assertIn("error: plugin `plain` has changed: its SHA-256 is ", done.messages)
        self.assertIn(f"pins {digest('plain')[:12]}…", done.messages)
        self.assertIn("help: if you want the change: colonnade plugin lock plain\n", done.messages)
        self.assertEqual(listed(place)["plain"]["lock"], "changed")
        done = self.lock(place, "plain")
        self.assertIn(f"changed plain 1.0.0 ({digest('plain')[:12]}) to 1.0.0 (", done.text)
        self.assertEqual(check(place, "--trust", "plain").code, 0)

    def test_the_command_names_the_folder_that_was_named(self) -> None:
        place = project()
        folder = add("plain", new_folder())
        self.lock(place)
        write("colonnade.lock", "colonnade: 1\nplugins: {}\n", place)
        done = check(place, "--trust", "plain", "--plugin-dir", folder)
        self.assertIn(f"colonnade plugin lock plain --plugin-dir {folder}\n", done.messages)

    def test_all_that_are_found_are_pinned_or_nothing_is_written(self) -> None:
        place = project("plain echo no-entry")
        done = self.lock(place)
        self.assertEqual((done.code, done.out), (5, b""))
        self.assertIn("it is no plugin of Colonnade", done.messages)
        self.assertIn("note: nothing is written", done.messages)
        self.assertFalse((place / "colonnade.lock").exists())
        (place / "plugins/no-entry.so").unlink()
        self.assertEqual(self.lock(place).text.count("added "), 2)
        again = self.lock(place)
        self.assertEqual((again.code, again.out), (0, b""))
        self.assertIn("says all this already", again.messages)

    def test_what_is_lost_is_kept_until_it_is_pruned(self) -> None:
        place = project("plain echo")
        self.lock(place)
        (place / "plugins/echo.so").unlink()
        done = self.lock(place)
        self.assertIn("note: `echo` is pinned and not found; `--prune` forgets it", done.messages)
        self.assertIn("echo:", (place / "colonnade.lock").read_text())
        self.assertIn("removed echo 1.0.0\n", self.lock(place, "--prune").text)
        self.assertNotIn("echo:", (place / "colonnade.lock").read_text())

    def test_bundled_unknown_and_none(self) -> None:
        place = project()
        self.assertEqual(self.lock(place, "brand").code, 5)
        self.assertIn("there is no plugin `video`", self.lock(place, "video").messages)
        done = self.lock(place)
        self.assertEqual((done.code, done.messages), (0, "note: there is no plugin to pin\n"))
        self.assertFalse((place / "colonnade.lock").exists())

    def test_without_a_project_the_nearest_counts(self) -> None:
        place = new_folder()
        inside = place / "a/b"
        inside.mkdir(parents=True)
        folder = add("plain", new_folder())
        self.assertEqual(self.lock(place, "--plugin-dir", folder).code, 0)
        self.assertEqual(listed(inside, "--plugin-dir", folder)["plain"]["lock"], "pinned")
        self.assertEqual(self.lock(inside, "plain", "--plugin-dir", folder).code, 0)
        self.assertFalse((inside / "colonnade.lock").exists())

    def test_what_is_wrong_with_a_lock_is_said_with_its_place(self) -> None:
        good = "colonnade: 1\nplugins:\n  plain:\n    version: 1.0.0\n    abi: 1.1\n"
        for text, words in (
                ("", "colonnade.lock:1:1: error: "),
                ("colonnade: 2\nplugins: {}\n", ":1:12: error: version `2`"),
                ("colonnade: 1\nplugins: []\n", ":2:1: error: found a list"),
                ("colonnade: 1\nplugins: {}\ntrust: [plain]\n", ":3:1: error: unknown key `trust`"),
                ("colonnade: 1\nplugins:\n  ../x: {}\n", ":3:3: error: "),
                (good + "    size: 1\n", "error: `sha256` is missing"),
                (good + "    sha256: 12\n    size: 1\n", ":6:13: error: `12` is no SHA-256"),
                (good + f"    sha256: {'0' * 64}\n    size: 1.5\n", "`1.5` is no number of bytes"),
                (good + f"    sha256: {'0' * 64}\n    size: 1e300\n", ":7:11: error: "),
                (good.replace("1.0.0", "'1 #'") + f"    sha256: {'0' * 64}\n    size: 1\n",
                 ":4:15: error: `1 #` is no version")):
            with self.subTest(text=text):
                place = project("plain")
                write("colonnade.lock", text, place)
                for done in (check(place, "--trust", "plain"), self.lock(place)):
                    self.assertEqual((done.code, done.out), (5, b""), done.messages)
                    self.assertIn(words, done.messages)

    def test_what_is_no_file_is_no_lack_of_a_lock(self) -> None:
        for make in (os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/nonexistent"),
                     lambda path: path.symlink_to("/dev/zero")):
            place = project("plain")
            make(place / "colonnade.lock")
            done = check(place, "--trust", "plain")
            self.assertEqual((done.code, done.out), (5, b""))
            self.assertIn("colonnade.lock`: no regular file", done.messages)

    def test_the_one_in_the_docs_can_be_read(self) -> None:
        place = project("plain")
        page = (harness.ROOT / "docs/plugins.md").read_text("utf-8")
        [text] = re.findall(r"^```text\n(colonnade: 1\n.*?)^```", page, re.MULTILINE | re.DOTALL)
        write("colonnade.lock", text, place)
        self.assertEqual(listed(place)["plain"]["lock"], "not listed")

    def test_its_size_has_a_bound(self) -> None:
        head = "colonnade: 1\nplugins: {}\n#"
        for size, code in ((1024 * 1024, 0), (1024 * 1024 + 1, 5)):
            place = project(named="brand")
            write("colonnade.lock", head + "x" * (size - len(head)), place)
            self.assertEqual(check(place).code, code)


class List(unittest.TestCase):
    def test_it_runs_nothing(self) -> None:
        place = project("init-fails init-throws plain")
        found = listed(place)
        self.assertEqual({name: p["runs"] for name, p in found.items()},
                         {"init-fails": "isolated", "init-throws": "isolated", "plain": "isolated"})
        plain = found["plain"]
        self.assertEqual((plain["version"], plain["abi"], plain["sha256"], plain["size"]),
                         ("1.0.0", "1.1", digest("plain"), (MODULES / "plain.so").stat().st_size))
        self.assertEqual(listed(place, "--trust", "plain")["plain"]["runs"], "trusted")

    def test_the_text_is_narrow_and_names_what_is_refused_or_shadowed(self) -> None:
        place = project("plain older-major newer-minor")
        second = add("plain", new_folder())
        text = run("plugin", "list", "--plugin-dir", place / "plugins", "--plugin-dir", second,
                   cwd=place).text
        self.assertIn("isolated, not pinned\n", text)
        self.assertIn("was built for plugin ABI 0.9", text)
        self.assertIn("shadowed\n", text)
        for line in text.splitlines():
            if "/" not in line:
                self.assertLessEqual(harness.width(line), 80, line)

    def test_no_format_but_two(self) -> None:
        self.assertEqual(run("plugin", "list", "--format", "yaml").code, 2)


if __name__ == "__main__":
    unittest.main()
