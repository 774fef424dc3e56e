# SPDX-License-Identifier: Apache-2.0
# What the tests of plugin projects share: starting one, and building it as its author would.
from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import harness
from harness import PROGRAM, new_folder, run

BUILD = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parent.parent))
# Where rustup puts rustc, which a shell that nobody logs into need not have in its PATH.
RUSTC = shutil.which("rustc", path=os.environ["PATH"] + f":{os.environ.get('HOME')}/.cargo/bin")


def environment(*folders: Path) -> dict[str, str]:
    """That of the harness, with more folders in PATH. Compilers find their cache by HOME."""
    path = ":".join([*map(str, folders), harness.ENVIRONMENT["PATH"]])
    return harness.ENVIRONMENT | {"PATH": path}


def start(name: str, *options: str, place: Path | None = None) -> Path:
    place = place or new_folder()
    done = run("new", "plugin", name, *options, cwd=place)
    assert done.code == 0, done.messages
    return place / name


def call(*command: object, env: dict[str, str]) -> str:
    done = subprocess.run([str(word) for word in command], env=env, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.returncode == 0, done.stdout
    return done.stdout


def build(project: Path, *options: str, prefix: Path = BUILD,
          env: dict[str, str] | None = None) -> Path:
    """The folder with the plugin that came out; a warning is a failure."""
    env = env or environment()
    call("cmake", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={prefix}",
         "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON", *options, env=env)
    call("cmake", "--build", project / "build", env=env)
    return project / "build/plugins"


def test(project: Path) -> str:
    return call("ctest", "--test-dir", project / "build", "--output-on-failure",
                "--no-tests=error", env=environment())
