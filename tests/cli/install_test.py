# SPDX-License-Identifier: Apache-2.0
# The installed tree is whole: moved elsewhere, without environment, from any folder it scores the
# same bytes. Without one of its plugins it refuses and names the plugin.
from __future__ import annotations

import os
import shutil
import subprocess
import unittest
from pathlib import Path

import harness
from harness import PROGRAM, archive, folder, run, score

BUILD = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parent.parent))
PILLARS = ("brand", "people", "insights", "relationships")


def install() -> Path:
    prefix = harness.new_folder() / "first"
    subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], check=True,
                   stdout=subprocess.DEVNULL)
    moved = harness.new_folder() / "a place with blanks and ümlauts"
    prefix.rename(moved)
    return moved


def plugin_file(prefix: Path, plugin: str) -> Path:
    [path] = prefix.glob(f"lib*/**/colonnade/plugins/{plugin}.so")
    return path


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.prefix = install()
        cls.program = cls.prefix / "bin/colonnade"

    def copy(self) -> Path:
        place = harness.new_folder() / "copy"
        shutil.copytree(self.prefix, place, symlinks=True)
        return place

    def test_nothing_points_back(self) -> None:
        for path in self.prefix.rglob("*"):
            self.assertFalse(path.is_symlink() and not path.exists(), path)
            if path.is_file() and path.suffix in ("", ".so"):
                self.assertNotIn(str(harness.ROOT / "rules").encode(), path.read_bytes(), path)

    def test_the_package_for_other_projects_knows_no_place_of_this_machine(self) -> None:
        files = [*self.prefix.rglob("*.cmake"), *self.prefix.glob("share/**/plugin-template/**/*.in")]
        self.assertGreater(len(files), 10)
        for file in files:
            text = file.read_text("utf-8")
            for place in (harness.ROOT, BUILD, self.prefix):
                self.assertNotIn(str(place), text, file)

    def test_the_same_bytes_as_in_place(self) -> None:
        for form in ((), ("--details", "--lang", "en"), ("--format", "json")):
            for data in (archive(), folder("chaser")):
                wanted = score(data, *form)
                self.assertEqual(wanted.code, 0)
                for options in ({}, {"env": {}}, {"cwd": "/"}, {"env": {}, "cwd": "/usr"}):
                    found = score(data, *form, program=self.program, **options)
                    self.assertEqual(found.code, 0, found.messages)
                    self.assertEqual(found.out, wanted.out)

    def test_each_rulebook_and_its_tests(self) -> None:
        done = run("test", *harness.RULEBOOKS, program=self.program)
        self.assertEqual((done.code, done.messages), (0, ""))

    def test_what_editors_know_by_is_installed(self) -> None:
        for kind in ("rulebook", "schema", "list", "profile", "answers", "tests"):
            installed = self.prefix / f"share/colonnade/json-schema/{kind}.schema.json"
            done = run("facts", "--json-schema", kind, "--lang", "en", program=self.program)
            self.assertEqual(installed.read_bytes(), done.out)

    def test_through_a_link(self) -> None:
        link = harness.new_folder() / "colonnade"
        link.symlink_to(self.program)
        self.assertEqual(score(archive(), program=link).out, score(archive()).out)

    def test_relative_names_count_from_the_callers_folder(self) -> None:
        place = archive().parent
        self.assertEqual(score(archive().name, program=self.program, cwd=place).out,
                         score(archive()).out)

    def test_a_plugin_that_is_gone_is_named(self) -> None:
        for plugin in PILLARS:
            with self.subTest(plugin=plugin):
                prefix = self.copy()
                plugin_file(prefix, plugin).unlink()
                program = prefix / "bin/colonnade"
                for command in (("check", "linkedin-ssi"), ("import", archive())):
                    done = run(*command, program=program)
                    self.assertEqual((done.code, done.out), (5, b""), done.messages)
                    self.assertIn(f"`{plugin}`", done.messages)
                    self.assertIn("error: ", done.messages)

    def test_a_plugin_that_is_gone_leaves_the_rest_of_the_score(self) -> None:
        whole = score(archive(), "--format", "json").json
        for plugin in PILLARS:
            with self.subTest(plugin=plugin):
                prefix = self.copy()
                plugin_file(prefix, plugin).unlink()
                done = score(archive(), "--format", "json", program=prefix / "bin/colonnade")
                self.assertEqual(done.code, 5, done.messages)
                self.assertIn(f"there is no plugin `{plugin}`", done.messages)
                failed = [f"{pillar['id']}.{rule['id']}" for pillar in done.json["pillars"]
                          for rule in pillar["rules"] if rule["status"] == "error"]
                self.assertTrue(failed)
                for rule in failed:
                    self.assertIn(f"rule `{rule}`: there is no plugin `{plugin}`", done.messages)
                self.assertLessEqual(done.json["low"], whole["score"])
                self.assertGreaterEqual(done.json["high"], whole["score"])
                self.assertLess(done.json["assessed"], whole["assessed"])

    def test_without_the_reader_of_archives_documents_still_score(self) -> None:
        document = harness.new_folder() / "p.json"
        run("import", archive(), "-o", document)
        prefix = self.copy()
        plugin_file(prefix, "linkedin").unlink()
        program = prefix / "bin/colonnade"
        self.assertEqual(score(document, program=program).out, score(archive()).out)
        done = score(archive(), program=program)
        self.assertIn(done.code, (4, 5))
        self.assertEqual(done.out, b"")

    def test_a_plugin_that_is_no_library_is_refused(self) -> None:
        for content in (b"", b"hello\n", b"\x7fELF" + bytes(60)):
            prefix = self.copy()
            file = plugin_file(prefix, "people")
            file.unlink()
            file.write_bytes(content)
            done = score(archive(), program=prefix / "bin/colonnade")
            self.assertEqual(done.code, 5, done.messages)
            self.assertIn("plugin `people`", done.messages)

    def test_an_edited_rulebook_counts_here_too(self) -> None:
        prefix = self.copy()
        rules = prefix / "share/colonnade/rules/linkedin-ssi.yaml"
        text = rules.read_text("utf-8")
        rules.write_text(text.replace("full: 2..3 per week", "full: 4..5 per week"), "utf-8")
        changed = score(archive(), "--format", "json", program=prefix / "bin/colonnade").json
        self.assertLess(changed["score"], score(archive(), "--format", "json").json["score"])


if __name__ == "__main__":
    unittest.main()
