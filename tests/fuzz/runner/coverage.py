# SPDX-License-Identifier: Apache-2.0
# Which branches of the readers of foreign text all inputs together reach, counted by llvm-cov in a
# build of its own.
from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from fuzzing import Folders, made, tail
from left import counted
from targets import ROOT, TARGETS, Target

BUILD = ROOT / "build" / "coverage"


@dataclass(frozen=True)
class Area:
    name: str
    files: tuple[str, ...]  # what their paths begin with


# What turns bytes of others into something.
AREAS = (
    Area("YAML", ("dsl/yaml/",)),
    Area("rulebooks, schemas, word lists", ("dsl/form/", "dsl/rulebook/read", "dsl/rulebook/curve",
                                            "dsl/schema/", "engine/read/answers")),
    Area("expressions", ("dsl/expr/",)),
    Area("names and types", ("dsl/check/",)),
    Area("layout", ("dsl/format/",)),
    Area("tables", ("plugins/text/csv", "plugins/text/header", "plugins/text/decode")),
    Area("NDJSON and profile documents", ("engine/read/line_reader", "engine/read/plain",
                                          "engine/read/profile_reader", "engine/read/quick",
                                          "engine/read/text_values", "engine/read/known")),
    Area("dates", ("dsl/types/moment", "plugins/linkedin/moment", "plugins/linkedin/read_time",
                   "plugins/linkedin/read_excel_time", "plugins/linkedin/taker",
                   "plugins/text/date_format", "plugins/text/month_name")),
    Area("archives", ("plugins/linkedin/zip", "plugins/linkedin/nested_container",
                      "plugins/linkedin/container", "plugins/linkedin/folder_container",
                      "plugins/linkedin/paths", "plugins/linkedin/choose_folder")),
    Area("files of an export", ("plugins/linkedin/read_", "plugins/linkedin/table",
                                "plugins/linkedin/inventory", "plugins/linkedin/file_names")),
    Area("snapshots", ("plugins/linkedin/snapshot",)),
    Area("libraries of plugins", ("engine/elf/",)),
    Area("images", ("engine/load/image", "engine/load/tree_bytes")),
    Area("messages of plugins", ("engine/isolate/channel", "engine/isolate/descriptors",
                                 "engine/isolate/call_failures", "engine/isolate/stream_table",
                                 "engine/isolate/wire", "engine/host/descriptor",
                                 "engine/host/describe")),
    Area("cleaning", ("dsl/text/unicode", "cli/html/escape", "cli/render/markdown_text",
                      "cli/render/xml", "cli/table/cell_text")),
    Area("results, reports, manifests", ("cli/html/read_", "cli/html/json_node",
                                         "cli/compare/read_result", "cli/parts/manifest",
                                         "cli/json_taker")),
    Area("cohorts", ("cli/cohort/cohort_file", "engine/cohort/cohort.cpp", "engine/cohort/people",
                     "engine/cohort/rank")),
    Area("locks and names", ("cli/lock_text", "cli/clients/client_name", "engine/host/shell_word")),
)


@dataclass
class Branches:
    covered: int = 0
    count: int = 0

    @property
    def percent(self) -> float:
        return 100 * self.covered / self.count if self.count else 100.0


def measure(folders: Folders) -> int:
    """Replays all inputs, committed and found, and writes what they reach to coverage.json."""
    profiles = [replay(target, folders) for target in TARGETS]
    merged = BUILD / "all.profdata"
    subprocess.run(["llvm-profdata-16", "merge", "-sparse", "-o", merged, *profiles], check=True)
    programs = [BUILD / "bin" / f"fuzz_replay_{target.name}" for target in TARGETS]
    objects = [part for program in programs[1:] for part in ("-object", str(program))]
    export = subprocess.run(["llvm-cov-16", "export", "-skip-functions", "-skip-expansions",
                             f"-instr-profile={merged}", str(programs[0]), *objects],
                            check=True, capture_output=True, text=True)
    exported = {Path(file["filename"]).relative_to(ROOT).as_posix(): file
                for file in json.loads(export.stdout)["data"][0]["files"]
                if Path(file["filename"]).is_relative_to(ROOT)}
    files = {path: file["summary"]["branches"] for path, file in exported.items()}
    areas = {area.name: of_area(area, files) for area in AREAS}
    (folders.out / "coverage.json").write_text(json.dumps(
        {name: [branches.covered, branches.count] for name, branches in areas.items()}, indent=1))
    read = tuple(start for area in AREAS for start in area.files)
    left = counted({path: uncovered(file["branches"]) for path, file in exported.items()
                    if path.startswith(read)},
                   sum(area.count - area.covered for area in areas.values()))
    (folders.out / "left.json").write_text(json.dumps(left, indent=1))
    tell(areas, files)
    return 0


def uncovered(branches: list[list[int]]) -> list[int]:
    """The line of each side that is not reached; what is compiled several times counts once."""
    reached: dict[tuple[int, ...], list[int]] = {}
    for branch in branches:
        sides = reached.setdefault(tuple(branch[:4]), [0, 0])
        for side in (0, 1):
            sides[side] += branch[4 + side]
    return [place[0] for place, sides in reached.items() for side in sides if side == 0]


def replay(target: Target, folders: Folders) -> Path:
    raw = made(BUILD / "profiles") / f"{target.name}.profraw"
    done = subprocess.run([BUILD / "bin" / f"fuzz_replay_{target.name}", target.seeds,
                           folders.corpus(target)], cwd=ROOT, capture_output=True, text=True,
                          errors="replace", check=False,
                          env={**os.environ, "LLVM_PROFILE_FILE": str(raw)})
    if done.returncode != 0:
        print(f"{target.name}: an input breaks a promise\n{tail(done.stderr)}", file=sys.stderr)
    return raw


def of_area(area: Area, files: dict[str, dict[str, int]]) -> Branches:
    total = Branches()
    for path, branches in files.items():
        if path.startswith(area.files):
            total.covered += branches["covered"]
            total.count += branches["count"]
    return total


def tell(areas: dict[str, Branches], files: dict[str, dict[str, int]]) -> None:
    for area in AREAS:
        branches = areas[area.name]
        print(f"{branches.percent:5.1f}%  {branches.covered:5}/{branches.count:<5} {area.name}")
        for path, one in sorted(files.items()):
            if path.startswith(area.files) and one["covered"] < 0.95 * one["count"]:
                print(f"          {one['covered']:4}/{one['count']:<4} {path}")
    total = Branches(sum(one.covered for one in areas.values()),
                     sum(one.count for one in areas.values()))
    print(f"{total.percent:5.1f}%  {total.covered:5}/{total.count:<5} together")
