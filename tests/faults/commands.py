# SPDX-License-Identifier: Apache-2.0
# What is run while things go wrong: every command that writes, or that reads much, each with the
# folder that it finds. It runs in a copy of that folder, so what it leaves there can be compared.
from __future__ import annotations

import functools
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

import crowd
import harness
import impacts
from harness import new_folder, run, write

PEOPLE = 40
OLD = b"what was there before\n"
FULL_BOOK = "linkedin-ssi"


@dataclass(frozen=True)
class Command:
    name: str
    words: tuple[str, ...]
    folder: Path            # what it finds; never written
    input: bytes = b""


def folder_with(**files: bytes | Path) -> Path:
    """Names have `__` for a point. A path is copied."""
    place = new_folder()
    for name, content in files.items():
        path = place / name.replace("__", ".")
        if isinstance(content, Path):
            (shutil.copytree if content.is_dir() else shutil.copy)(content, path)
        else:
            path.write_bytes(content)
    return place


def words(*parts: object) -> tuple[str, ...]:
    return tuple(map(str, parts))


def done_in(folder: Path, *arguments: object) -> Path:
    done = run(*arguments, cwd=folder)
    assert done.code == 0, done.messages
    return folder


@functools.lru_cache(maxsize=None)
def tiny() -> tuple[str, str]:
    return ("--rules", str(crowd.book()))


@functools.lru_cache(maxsize=None)
def person() -> Path:
    return write("person.json", harness.small_profile(photo=True, followers=77, headline="Invented"))


@functools.lru_cache(maxsize=None)
def people() -> Path:
    return crowd.people(PEOPLE)


def score_commands() -> list[Command]:
    archive, empty = harness.archive("newcomer", "basic"), folder_with()
    old_report = folder_with(report__html=OLD)
    isolated = folder_with(own__yaml=ISOLATED.encode())
    every = ("--format", "json=a.json", "--format", "html=a.html", "--format", "csv=a.csv",
             "--format", "markdown=a.md", "--format", "junit=a.xml")
    return [
        Command("score an archive", words("score", archive), empty),
        Command("score to JSON", words("score", person(), *tiny(), "-o", "report.json"),
                folder_with(report__json=OLD)),
        Command("score to a page", words("score", archive, "-o", "report.html"), old_report),
        Command("score to every format", words("score", person(), *tiny(), *every), empty),
        Command("score to a folder", words("score", person(), *tiny(), "-o", "clients/"), empty),
        Command("score isolated", words("score", person(), "--rules", "own.yaml", "--plugin-dir",
                                        harness.PROGRAM.parents[1] / "tests/plugins/modules"),
                isolated),
    ]


ISOLATED = """colonnade: 1
rulebook: own
schema: social-profile
languages: [en]
plugins: [echo]
title: {en: Own}
pillars:
  all:
    title: {en: All}
    weight: 100
    rules:
      good:
        title: {en: Followers}
        points: 1
        measure: number(followers)
        full: 400
        none: 0
"""


def table_commands() -> list[Command]:
    rejects = ("--max-rejects", "100%")
    gentle = (*tiny(), *rejects)
    parts = folder_with()
    for part in (1, 2):
        done_in(parts, "score", people(), *gentle, "--partition", f"{part}/2", "--out", "parts")
    table, empty = folder_with(scores__csv=OLD), folder_with()
    return [
        Command("table", words("score", people(), *gentle, "--threads", 1, "-o", "scores.csv",
                               "--rejects", "rejects.ndjson"), table),
        Command("table on threads", words("score", people(), *gentle, "--threads", 2, "-o",
                                          "scores.csv"), table),
        Command("table to NDJSON", words("score", people(), *gentle, "--threads", 1, "--format",
                                         "ndjson"), empty),
        Command("filter", words("score", "--filter", *gentle), empty, people().read_bytes()),
        Command("part", words("score", people(), *gentle, "--threads", 1, "--partition", "1/2",
                              "--out", "parts"), empty),
        Command("merge", words("merge", "parts", "-o", "all.ndjson", "--rejects", "rest.ndjson"),
                parts),
        Command("cohort", words("cohort", "build", people(), *gentle, "--floor", 1, "--by",
                                "industry", "-o", "cohort.json"), folder_with(cohort__json=OLD)),
        Command("impact", words("impact", impacts.book(impacts.OLD), impacts.book(impacts.NEW),
                                "--data", people(), *rejects, "-o", "impact.html"), empty),
    ]


def store_commands() -> list[Command]:
    other = write("other.json", harness.small_profile(id="other", photo=False, followers=3))
    store = done_in(folder_with(), "score", other, *tiny(), "--save", "--store", "kept.db")
    kept, save = ("--store", "kept.db"), ("score", person(), *tiny(), "--save")
    return [
        Command("save", words(*save, *kept), store),
        Command("save for the first time", words(*save, *kept), folder_with()),
        Command("history", words("history", "other", *kept), store),
        Command("history exported", words("history", "--export", "other", *kept, "-o", "all.json"),
                store),
        Command("history deleted", words("history", "--delete", "other", *kept), store),
    ]


def rulebook_commands() -> list[Command]:
    book = crowd.BOOK.replace("points: 10", "points:   10")
    wrong = crowd.BOOK.replace("500 or more", "mindestens 500")
    page = done_in(folder_with(), "score", person(), *tiny(), "-o", "page.html")
    modules = harness.PROGRAM.parents[1] / "tests/plugins/modules"
    return [
        Command("fmt", words("fmt", "book.yaml"), folder_with(book__yaml=book.encode())),
        Command("check", words("check", "linkedin-ssi"), folder_with()),
        Command("check --fix", words("check", "--fix", "book.yaml"),
                folder_with(book__yaml=wrong.encode())),
        Command("image", words("check", crowd.book(), "-o", "book.colc"),
                folder_with(book__colc=OLD)),
        Command("from an image", words("score", person(), "--rules", "book.colc"),
                done_in(folder_with(), "check", crowd.book(), "-o", "book.colc")),
        Command("test", words("test", "contact-network"), folder_with()),
        Command("explain", words("explain", f"{crowd.book()}#photo"), folder_with()),
        Command("facts", words("facts", "--unknown", person(), *tiny()), folder_with()),
        Command("import", words("import", harness.archive("newcomer", "basic"), "-o",
                                "profile.json", "--report", "report.json"),
                folder_with(profile__json=OLD)),
        Command("plan", words("plan", person(), *tiny(), "--target", 90, "-o", "plan.json"),
                folder_with(plan__json=OLD)),
        Command("whatif", words("whatif", person(), *tiny(), "--set", "followers=500"),
                folder_with()),
        Command("report", words("report", "page.html", "-o", "again.html"), page),
        Command("plugin lock", words("plugin", "lock", "echo", "--plugin-dir", modules),
                folder_with(colonnade__yaml=b"colonnade: 1\n")),
        Command("new plugin", words("new", "plugin", "video"), folder_with()),
    ]


@functools.lru_cache(maxsize=None)
def commands() -> tuple[Command, ...]:
    return (*score_commands(), *table_commands(), *store_commands(), *rulebook_commands())


def state(folder: Path) -> dict[str, object]:
    """All that lies there. Of a store it is what it holds that counts: one without a result is none,
    and its log is part of it."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir():
            found[name + "/"] = b""
        elif name.endswith(".db"):
            found |= {name: content for content in [content_of_store(path)] if content}
        elif not name.endswith((".db-wal", ".db-shm", ".db-journal")):
            found[name] = path.read_bytes()
    return found


def rows_of(connection: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    """Without `number`, which tells in which order they came: saved again, one has the next."""
    rows = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in rows.description]
    found = [dict(zip(names, row)) for row in rows]
    return sorted(({key: value for key, value in row.items() if key != "number"} for row in found),
                  key=repr)


def content_of_store(path: Path) -> str:
    # Of a copy: looking at it must not mend it.
    copy = new_folder()
    for part in path.parent.glob(path.name + "*"):
        shutil.copy(part, copy)
    connection = sqlite3.connect(copy / path.name)
    try:
        sound = [row for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        tables = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = "
                                                       "'table' AND name != 'colonnade_store'")]
        rows = [row for table in sorted(tables) for row in rows_of(connection, table)]
    except sqlite3.DatabaseError as error:
        return f"broken: {error}"
    finally:
        connection.close()
        shutil.rmtree(copy)
    return repr((sound, rows)) if sound or rows else ""
