# SPDX-License-Identifier: Apache-2.0
# The programs that are compared: how each is started for each job. In commands, {input} and {output}
# stand for files and {rounds} for a number. One that works in memory prints the seconds of each round.
from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

from tools import BENCH, PEERS, Tools, first_line, missing_cjson, missing_program


@dataclass(frozen=True)
class Way:
    """One way of doing a job."""
    command: list[str]
    ending: str = "ndjson"             # of the results
    check: list[str] | None = None     # the same with every digit, as NDJSON; None: nothing to check
    name: str | None = None            # where the peer's own says too much
    prints: bool = False               # its results, to standard output


@dataclass(frozen=True)
class Peer:
    id: str
    name: str
    version: str
    ways: dict[str, Way]               # by job
    threads: int = 1
    slow: bool = False                 # gets a tenth of the profiles
    missing: Callable[[], str | None] = field(default=lambda: None)


# A file of one profile shows what these need to begin.
COLD = frozenset(("colonnade", "cpp", "js", "lua", "duckdb-csv-1", "zen", "cel", "json_rules"))


def all_peers(tools: Tools) -> list[Peer]:
    peers = [*_ours(tools), *_cpp(tools), *_node(tools), _lua(), *_duckdb(tools), *_engines(tools)]
    return [_with_cold_start(peer) if peer.id in COLD else peer for peer in peers]


def _with_cold_start(peer: Peer) -> Peer:
    name = peer.ways["memory"].name
    return replace(peer, ways=peer.ways | {"cold": replace(peer.ways["flat"], name=name)})


def _exact(command: list[str]) -> Way:
    return Way(command, check=[*command, "--exact"])


def _ours(tools: Tools) -> list[Peer]:
    program = str(tools.bin / "colonnade")
    rules = {book: str(BENCH / "population" / f"{book}.yaml")
             for book in ("flat", "deep", "plugins")}
    version = first_line(program, "--version").removeprefix("colonnade ")

    def score(job: str, threads: int, form: str = "ndjson") -> Way:
        command = [program, "score", "{input}", "--rules", rules[job], "--threads", str(threads)]
        return Way([*command, "--format", form], form, [*command, "-o", "{output}", "--exact"],
                   prints=True)

    memory = Way([str(tools.bin / "bench_memory"), rules["flat"], "{input}", "{rounds}"])
    safe = Way([program, "score", "{input}", "--rules", rules["flat"], "--threads", "1",
                "-o", "{output}"])
    two = {"flat": score("flat", 2), "deep": score("deep", 2)}
    image = tools.out / "plugins.colc"
    cold = [Way([program, "score", "{input}", "--rules", book, "--threads", "1", "--format", "ndjson"],
                prints=True) for book in (rules["plugins"], str(image))]
    return [Peer("colonnade", "Colonnade", version,
                 {"memory": memory, "flat": score("flat", 1), "deep": score("deep", 1)}),
            Peer("colonnade-csv", "Colonnade, CSV out", version,
                 {"flat": replace(score("flat", 1, "csv"), check=None)}),
            Peer("colonnade-safe", "Colonnade, until the disk has it (-o)", version,
                 {"flat": safe}),
            Peer("colonnade-2", "Colonnade, 2 threads", version, two, threads=2),
            Peer("colonnade-plugins", "Colonnade, four plugins loaded", version, {"cold": cold[0]}),
            Peer("colonnade-image", "Colonnade, four plugins, rulebook compiled", version,
                 {"cold": cold[1]},
                 missing=lambda: _missing_image(image, program, "check", rules["plugins"]))]


def _missing_image(image: Path, *make: str) -> str | None:
    image.unlink(missing_ok=True)
    for command in ([*make, "-o", str(image)], [make[0], "check", str(image)]):
        if subprocess.run(command, capture_output=True).returncode != 0:
            return "this program makes none"
    return None


KEYS = ", knowing all keys"  # and their order, in the file


def _cpp(tools: Tools) -> list[Peer]:
    compiler = first_line("g++", "--version").split(") ")[-1]

    def peer(id: str, name: str, program: str, parse: str, ways: list[str]) -> Peer:
        path = str(tools.bin / program)
        all_ways = {"memory": Way([path, "memory", "{input}", "{rounds}"],
                                  check=[path, "flat", "{input}", "{output}", "--exact"],
                                  name=name.replace(KEYS, "")),
                    "flat": _exact([path, parse, "{input}", "{output}"]),
                    "deep": _exact([path, "deep", "{input}", "{output}"])}
        return Peer(id, name, compiler, {way: all_ways[way] for way in ways})

    structure = [str(tools.bin / "peer_cpp"), "structure", "{input}"]
    return [
        peer("cpp", f"C++ by hand{KEYS}", "peer_cpp", "predicting", ["memory", "flat"]),
        peer("cpp-native", f"C++ by hand for this processor{KEYS}", "peer_cpp_native", "predicting",
             ["memory", "flat"]),
        peer("cpp-ondemand", "C++ by hand, simdjson on demand", "peer_cpp", "flat",
             ["flat", "deep"]),
        Peer("simdjson", "simdjson, finding where values are, no scores", compiler,
             {"flat": Way(structure), "deep": Way(structure)})]


def _node_version() -> str:
    return first_line("node", "--version").removeprefix("v")


def _missing_node() -> str | None:
    return missing_program("node", "nodejs")


def _node(tools: Tools) -> list[Peer]:
    objects, columns = (str(PEERS / f"{name}.mjs") for name in ("objects", "columns"))
    ways = {"memory": Way(["node", objects, "memory", "{input}", "{rounds}"],
                          check=["node", objects, "flat", "{input}", "{output}", "--exact"])}
    ways |= {job: _exact(["node", objects, job, "{input}", "{output}"]) for job in ("flat", "deep")}
    memory = Way(["node", columns, "memory", "{input}", "{rounds}"],
                 check=["node", columns, "flat", "{input}", "{output}"])
    version = _node_version()
    return [Peer("js", "JavaScript by hand, objects", version, ways, missing=_missing_node),
            Peer("js-columns", "JavaScript by hand, columns of numbers", version,
                 {"memory": memory}, missing=_missing_node)]


def _lua() -> Peer:
    script = str(PEERS / "score.lua")
    check = ["luajit", script, "flat", "{input}", "{output}", "--exact"]
    ways = {"memory": Way(["luajit", script, "memory", "{input}", "{rounds}"], check=check),
            "flat": Way(["luajit", script, "flat", "{input}", "{output}"], check=check)}
    version = first_line("luajit", "-v").removeprefix("LuaJIT ").split(" ")[0]
    return Peer("lua", "LuaJIT by hand, columns", version, ways,
                missing=lambda: missing_program("luajit", "luajit") or missing_cjson())


def _package_version(name: str) -> str:
    return json.loads((PEERS / "package.json").read_text())["dependencies"][name]


def _missing_package(tools: Tools, name: str) -> Callable[[], str | None]:
    def missing() -> str | None:
        there = (tools.node / "node_modules" / name).is_dir()
        return _missing_node() or (None if there else f"the npm package {name} is not installed")
    return missing


FORMS = {"csv": "CSV", "parquet": "Parquet"}


def _duckdb(tools: Tools) -> list[Peer]:
    package = "@duckdb/node-api"
    script = ["node", str(PEERS / "duckdb.mjs")]

    def peer(threads: int, ending: str) -> Peer:
        many = "" if threads == 1 else f", {threads} threads"
        ways = {job: Way([*script, job, "{input}", "{output}", str(threads)], ending=ending,
                         check=[*script, job, "{input}", "{output}", str(threads)])
                for job in ("flat", "deep")}
        if ending == "csv":
            ways["memory"] = Way([*script, "memory", "{input}", "{rounds}", str(threads)],
                                 check=[*script, "flat", "{input}", "{output}", str(threads)],
                                 name=f"DuckDB{many}")
        return Peer(f"duckdb-{ending}-{threads}", f"DuckDB, {FORMS[ending]} out{many}",
                    _package_version(package), ways, threads=threads,
                    missing=_missing_package(tools, package))

    return [peer(threads, ending) for threads in (1, 2) for ending in ("csv", "parquet")]


def _engines(tools: Tools) -> list[Peer]:
    def peer(id: str, name: str, package: str, jobs: tuple[str, ...]) -> Peer:
        script = ["node", str(PEERS / f"{id}.mjs")]
        check = [*script, "flat", "{input}", "{output}", "--exact"]
        ways = {job: _exact([*script, job, "{input}", "{output}"]) for job in jobs}
        ways["memory"] = Way([*script, "memory", "{input}", "{rounds}"], check=check)
        return Peer(id, name, _package_version(package), ways, slow=True,
                    missing=_missing_package(tools, package))

    return [peer("zen", "GoRules ZEN, 100 profiles at once", "@gorules/zen-engine", ("flat", "deep")),
            peer("cel", "CEL, one list of all rules", "@marcbachmann/cel-js", ("flat",)),
            peer("json_rules", "json-rules-engine", "json-rules-engine", ("flat",))]
