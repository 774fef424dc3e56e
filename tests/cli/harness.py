# SPDX-License-Identifier: Apache-2.0
# What the tests of the program share: running it, archives of invented people, widths of texts.
# COLONNADE_PROGRAM names the program under test; by hand the one of build/dev or build/release.
from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAKER = ROOT / "tests/fixtures/make_archive.py"
RULES = ROOT / "rules"
RULEBOOKS = sorted(path.stem for path in RULES.glob("*.yaml")
                   if not path.name.endswith(".test.yaml"))
NAME = "Complete_LinkedInDataExport_11-20-2026"
PERSONAS = ("steady", "silent", "newcomer", "chaser", "executive")
EDITIONS = ("complete", "basic")
LANGUAGES = ("de", "en")
PATIENCE = 120  # seconds; sanitizers on a busy machine are slow
# The caller's own folders and settings must not count; TZ and locale are there to be ignored.
ENVIRONMENT = {"HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "LC_ALL": "C",
               "TZ": "Pacific/Auckland"}


def _program() -> Path:
    named = [os.environ["COLONNADE_PROGRAM"]] if "COLONNADE_PROGRAM" in os.environ else []
    for place in [*named, ROOT / "build/dev/bin/colonnade", ROOT / "build/release/bin/colonnade"]:
        if Path(place).is_file():
            return Path(place).resolve()
    sys.exit("COLONNADE_PROGRAM names no program, and none is built")


PROGRAM = _program()
SCRATCH = Path(tempfile.mkdtemp(prefix="colonnade-cli-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)


@dataclass(frozen=True)
class Run:
    code: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def messages(self) -> str:
        return self.err.decode("utf-8")

    @property
    def json(self) -> dict:
        return json.loads(self.out)


# A sanitizer looks for leaks where a program ends, which takes a third of a short call's time: at the
# first calls of a command it does.
CALLS_WITH_LEAKS = 3
_calls: Counter[str] = Counter()


def _environment(command: str) -> dict[str, str]:
    _calls[command] += 1
    return ENVIRONMENT if _calls[command] <= CALLS_WITH_LEAKS else (
        ENVIRONMENT | {"ASAN_OPTIONS": "detect_leaks=0"})


def run(*arguments: object, program: Path = PROGRAM, **options: object) -> Run:
    options = {"env": _environment(str(arguments[0]) if arguments else ""), "cwd": SCRATCH,
               "stdin": subprocess.DEVNULL, "timeout": PATIENCE} | options
    if "input" in options:
        del options["stdin"]
    done = subprocess.run([str(program), *map(str, arguments)], capture_output=True, check=False,
                          **options)
    return Run(done.returncode, done.stdout, done.stderr)


def score(*arguments: object, **options: object) -> Run:
    return run("score", *arguments, **options)


def new_folder() -> Path:
    return Path(tempfile.mkdtemp(dir=SCRATCH))


def _make(path: Path, *arguments: str) -> Path:
    subprocess.run([sys.executable, "-B", str(MAKER), "--out", str(path), *arguments], check=True)
    return path


@functools.lru_cache(maxsize=None)
def archive(persona: str = "steady", edition: str = "complete", *arguments: str) -> Path:
    """A zip with the name that LinkedIn gives, in a folder of its own."""
    return _make(new_folder() / f"{NAME}.zip", "--persona", persona, "--edition", edition,
                 *arguments)


@functools.lru_cache(maxsize=None)
def folder(persona: str = "steady", edition: str = "complete") -> Path:
    return _make(new_folder() / NAME, "--persona", persona, "--edition", edition)


def write(name: str, content: str | bytes | dict, place: Path | None = None) -> Path:
    path = (place or new_folder()) / name
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def small_profile(**facts: object) -> dict:
    """A document with little in it: what is named here, and a moment."""
    return {"profile": 1, "id": "somebody", "as_of": "2026-11-20T23:59:59Z"} | facts


def rules_copy() -> Path:
    """The bundled rulebook in a folder of its own, free to be edited."""
    place = new_folder() / "rules"
    shutil.copytree(RULES, place)
    return place / "linkedin-ssi.yaml"


def width(text: str) -> int:
    """Cells in a terminal."""
    cells = 0
    for letter in text:
        if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc"):
            continue
        cells += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return cells
