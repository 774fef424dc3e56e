# SPDX-License-Identifier: Apache-2.0
# The template in Rust builds without crates or warnings and passes its own tests. Skipped (77) where
# there is no rustc.
from __future__ import annotations

import os
import sys
import unittest
from pathlib import Path

import harness
from harness import run, small_profile, write
from plugin_project import BUILD, RUSTC, build, environment, start, test


class Rust(unittest.TestCase):
    def test_builds_and_counts(self) -> None:
        project = start("job-search", "--template", "rust")
        # rustup's rustc finds its toolchain by HOME.
        env = environment(Path(RUSTC).parent) | {"HOME": os.environ["HOME"]}
        folder = build(project, env=env)
        self.assertEqual([path.name for path in folder.iterdir()], ["job-search.so"])
        self.assertIn("100% tests passed", test(project))
        profile = write("p.json", small_profile(posts=[{"at": "2026-11-19T12:00:00Z"}] * 6))
        done = run("score", profile, "--rules", project / "rules.yaml", "--plugin-dir", folder,
                   "--format", "json")
        self.assertEqual((done.code, done.json["score"]), (0, 50), done.messages)

    @unittest.skipIf(Path("/usr/bin/rustc").exists(), "rustc is where everything else is")
    def test_without_rustc_the_project_says_what_is_missing(self) -> None:
        project = start("video", "--template", "rust")
        with self.assertRaisesRegex(AssertionError, "(?s)rustc|RUSTC"):
            build(project, prefix=BUILD, env=harness.ENVIRONMENT)


if __name__ == "__main__":
    if RUSTC is None:
        print("skipped: there is no rustc")
        sys.exit(77)
    unittest.main()
