# SPDX-License-Identifier: Apache-2.0
# `colonnade new plugin`: what it writes builds without a warning and passes its own tests; a folder is
# there with everything in it, or not at all. The template in Rust: rust_plugin_test.py.
from __future__ import annotations

import os
import unittest
from pathlib import Path

from harness import PROGRAM, new_folder, run, small_profile, write
from plugin_project import build, start, test

FILES = {"CMakeLists.txt", "README.md", "rules.yaml", "rules.test.yaml", "selftest.ndjson"}
SOURCES = {"cpp": {"plugin.cpp"}, "c": {"plugin.c"}, "rust": {"plugin.rs", "abi.rs"}}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class Written(unittest.TestCase):
    def test_every_template_is_whole_and_filled_in(self) -> None:
        for kind, sources in SOURCES.items():
            with self.subTest(template=kind):
                project = start("job-search", "--template", kind)
                self.assertEqual(names_in(project), FILES | sources)
                self.assertEqual(names_in(project.parent), {"job-search"})
                for file in project.iterdir():
                    self.assertNotRegex(file.read_text("utf-8"), "@[A-Z_]+@", file)
                self.assertIn("job_search_lately(posts", (project / "rules.yaml").read_text("utf-8"))
                self.assertIn("de: Job search\n", (project / "rules.yaml").read_text("utf-8"))
                # A plugin that others could change is not loaded.
                self.assertEqual(project.stat().st_mode & 0o777, 0o755)

    def test_cpp_is_what_nobody_names(self) -> None:
        self.assertIn("plugin.cpp", names_in(start("video")))

    def test_every_language_of_the_rulebook_lays_out_as_fmt_does(self) -> None:
        project = start("video")
        done = run("fmt", "--check", project / "rules.yaml", project / "rules.test.yaml")
        self.assertEqual(done.code, 0, done.text)

    def test_an_empty_folder_is_taken(self) -> None:
        place = new_folder()
        (place / "video").mkdir()
        self.assertIn("plugin.cpp", names_in(start("video", place=place)))


class Refused(unittest.TestCase):
    def refused(self, place: Path, *arguments: str, code: int = 6) -> str:
        before = sorted(place.rglob("*"))
        done = run("new", "plugin", *arguments, cwd=place)
        self.assertEqual((done.code, done.out), (code, b""), done.messages)
        self.assertEqual(sorted(place.rglob("*")), before)
        return done.messages

    def test_what_is_there_stays(self) -> None:
        place = new_folder()
        write("notes.txt", "mine", place)
        (place / "full").mkdir()
        write("notes.txt", "mine", place / "full")
        (place / "empty").mkdir()
        (place / "link").symlink_to("empty")
        (place / "dangling").symlink_to("nowhere")
        os.rename(place / "notes.txt", place / "file")
        for name in ("full", "file", "link", "dangling"):
            with self.subTest(name=name):
                self.assertIn(f"`{name}` is already there", self.refused(place, name))

    def test_a_name_is_an_id(self) -> None:
        place = new_folder()
        for name in ("", "a/b", "../x", "/tmp/x", "Video", "9lives", "über", "a b", "a.so", "a\nb",
                     "a" * 65, "ä" * 20_000):
            with self.subTest(name=name[:9]):
                self.assertIn("expected an id", self.refused(place, name, code=2))
        self.assertIn("did you mean `a-b`?", self.refused(place, "A_b!", code=2))
        start("a" * 64)

    def test_a_bundled_name_is_taken(self) -> None:
        for name in ("brand", "linkedin"):
            self.assertIn("comes with Colonnade", self.refused(new_folder(), name, code=2))

    def test_an_unknown_template(self) -> None:
        for kind in ("java", "../cpp", "common"):
            self.assertIn("no template", self.refused(new_folder(), "video", "--template", kind,
                                                      code=2))

    def test_a_folder_that_may_not_be_written(self) -> None:
        done = run("new", "plugin", "video", cwd="/proc")
        self.assertEqual((done.code, done.out), (6, b""))
        self.assertIn("cannot write `video`", done.messages)

    def test_a_full_disk_leaves_nothing(self) -> None:
        place = new_folder()
        done = run("new", "plugin", "video", cwd=place, preexec_fn=no_room)
        self.assertEqual(done.code, 6, done.messages)
        self.assertEqual(names_in(place), set())


def no_room() -> None:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


class Built(unittest.TestCase):
    def check(self, kind: str) -> None:
        project = start("job-search", "--template", kind)
        folder = build(project)
        self.assertEqual(names_in(folder), {"job-search.so"})
        self.assertIn("100% tests passed", test(project))
        profile = write("p.json", small_profile(posts=[{"at": "2026-11-19T12:00:00Z"}] * 6))
        done = run("score", profile, "--rules", project / "rules.yaml", "--plugin-dir", folder,
                   "--format", "json")
        self.assertEqual((done.code, done.json["score"]), (0, 50), done.messages)

    def test_cpp(self) -> None:
        self.check("cpp")

    def test_c(self) -> None:
        self.check("c")

    def test_where_a_umask_lets_the_group_write(self) -> None:
        before = os.umask(0o002)
        try:
            folder = build(start("video", "--template", "c"))
        finally:
            os.umask(before)
        for path in (folder, folder / "video.so"):
            self.assertEqual(path.stat().st_mode & 0o022, 0, path)

    def test_an_edited_rulebook_is_in_the_plugin_after_the_next_build(self) -> None:
        project = start("video", "--template", "c")
        folder = build(project)
        rules = project / "rules.yaml"
        rules.write_text(rules.read_text("utf-8") + "# Ein Vermerk: äöü \"\\\n", "utf-8")
        build(project)
        self.assertIn('# Ein Vermerk: äöü "\\\n'.encode(), (folder / "video.so").read_bytes())


if __name__ == "__main__":
    unittest.main()
