# SPDX-License-Identifier: Apache-2.0
# The fuzz targets as a table: what each is fed with, how long its inputs may get, and how much of a
# campaign is theirs.
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FUZZ = Path(__file__).resolve().parents[1]
ROOT = FUZZ.parents[1]


@dataclass(frozen=True)
class Target:
    name: str
    most_bytes: int  # where longer inputs find nothing that shorter ones do not
    share: int       # parts of a campaign's time: the fast ones make the most of it
    words: str       # its dictionary
    about: str       # for the page of figures: what is tried, and against what

    @property
    def seeds(self) -> Path:
        return FUZZ / "corpus" / self.name

    @property
    def dictionary(self) -> Path:
        return FUZZ / "dictionaries" / f"{self.words}.dict"

    @property
    def program(self) -> str:
        return f"fuzz_{self.name}"


TARGETS = (
    Target("cleaning", 512, 3, "text", "texts for terminal, HTML, XML, Markdown, CSV and JSON: read "
           "back as meant, nothing is obeyed"),
    Target("cohort", 4096, 1, "json", "counts of people: written and read again, parts in any "
           "order are the whole, few are not told of"),
    Target("csv", 2048, 4, "csv", "tables: the scanner against libcsv"),
    Target("dates", 48, 6, "dates", "dates and times: all readers and writers against a naive "
           "calendar"),
    Target("elf", 8192, 4, "elf", "files of plugins, read without being loaded"),
    Target("expression", 512, 1, "expression", "expressions: parsed, printed, parsed again"),
    Target("fmt", 2048, 1, "rulebook", "layout of rulebooks: says the same, settles at once"),
    Target("folder", 4096, 1, "export", "unpacked exports through the whole LinkedIn source"),
    Target("image", 512, 1, "rulebook", "compiled rulebooks, each cut and changed at every byte"),
    Target("lines", 2048, 1, "profile", "NDJSON: the fast path against the general one"),
    Target("lock", 1024, 2, "rulebook", "`colonnade.lock`, ids, file names, words of a shell"),
    Target("messages", 2048, 4, "elf", "what a plugin's process may say on its socket"),
    Target("profile", 4096, 1, "profile", "profile documents: a row or a refusal, no other row "
           "changes"),
    Target("result", 16384, 1, "json", "reports, results and manifests: read, written, read again"),
    Target("score", 2048, 2, "score", "check, compile and evaluate: the engine against the "
           "reference evaluator, to the bit"),
    Target("snapshot", 4096, 1, "export", "member snapshots"),
    Target("yaml", 2048, 2, "rulebook", "YAML taken for every kind of file of the language"),
    Target("zip", 8192, 1, "export", "archives through the whole LinkedIn source"),
)


def named(name: str) -> Target | None:
    return next((target for target in TARGETS if target.name == name), None)
