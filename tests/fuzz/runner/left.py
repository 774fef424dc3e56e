# SPDX-License-Identifier: Apache-2.0
# Why sides of conditions are left that no input reaches, as a table: looked at one by one. What
# stands in no row can be reached, for all that is known.
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from targets import ROOT


@dataclass(frozen=True)
class Reason:
    words: str
    places: tuple[tuple[str, str], ...]  # a file, and what its line has


REASONS = (
    Reason("wait for a call of the system that fails in the middle, or for memory that is denied "
           "([faults](reliability.md) try those)", (
               ("engine/isolate/channel.cpp", "errno"),
               ("engine/isolate/channel.cpp", "ready"),
               ("engine/isolate/channel.cpp", "wait(POLLOUT"),
               ("engine/read/profile_reader.cpp", "MEMALLOC"),
               ("engine/read/profile_reader.cpp", "if (error == simdjson::SUCCESS)"),
               ("cli/html/json_node.cpp", "there is no memory for it"),
               ("plugins/linkedin/zip_container.cpp", "ZIP_ER_MEMORY"),
               ("plugins/linkedin/zip_container.cpp", "ZlibNoMemory"),
               ("plugins/linkedin/zip_container.cpp", "source == nullptr"),
               ("plugins/linkedin/zip_container.cpp", "source.is_unreadable ||"))),
    Reason("wait for more than a limit of many bytes or parts lets through (unit tests and the "
           "hostile catalogue try those)", (
               ("dsl/yaml/read.cpp", "MostYamlNodes"),
               ("engine/load/tree_bytes.cpp", "MostYamlNodes"),
               ("engine/load/tree_bytes.cpp", "MostScalarBytes"),
               ("engine/read/line_reader.cpp", "MostBatchRows"),
               ("engine/read/line_reader.cpp", "MostBatchBytes"),
               ("engine/read/line_reader.cpp", "MostDocumentBytes"),
               ("engine/read/profile_reader.cpp", "MostDocumentBytes"),
               ("engine/isolate/channel.cpp", "numeric_limits<std::uint32_t>"),
               ("engine/elf/image.cpp", "MostDynamicEntries"),
               ("engine/elf/library_facts.cpp", "MostNeededLibraries"),
               ("engine/elf/symbol.cpp", "MostChainLinks"),
               ("plugins/linkedin/table.cpp", "MostRows"),
               ("plugins/linkedin/read_snapshot_page.cpp", "count_cells"),
               ("plugins/linkedin/snapshot_table.cpp", "MostFieldBytes"),
               ("plugins/linkedin/snapshot_table.cpp", "most_bytes"),
               ("cli/cohort/cohort_file.cpp", "MostGroups"))),
    Reason("check what the code before, a library or the compiler has ruled out, so that a mistake "
           "there is noticed", (
               ("dsl/yaml/tree.cpp", "switch (kind)"),
               ("dsl/rulebook/curve.cpp", "switch (curve.form)"),
               ("dsl/check/checker.cpp", "switch (ast.kind)"),
               ("engine/read/quick_keys.cpp", "default:"),
               ("plugins/linkedin/zip_container.cpp", "default:"),
               ("dsl/format/format.cpp", "say_the_same(*draft.root, *next->root)"),
               ("dsl/form/keys.cpp", "row == keys.end()"),
               ("dsl/form/reader.cpp", "row != nullptr &&"),
               ("dsl/form/reader.cpp", "row == nullptr ?"),
               ("dsl/yaml/explain.cpp", "bad file"),
               ("dsl/yaml/explain.cpp", "colon == line.npos ? 0"),
               ("dsl/yaml/read.cpp", "tag.empty()"),
               ("dsl/yaml/read.cpp", "!frames_.empty()"),
               ("dsl/check/checker.cpp", "ast.root < 0"),
               ("dsl/check/checker.cpp", "text_.scalar == nullptr"),
               ("dsl/check/checker.cpp", "value.node < 0"),
               ("dsl/expr/print.cpp", "ast.root < 0"),
               ("dsl/text/unicode.cpp", "UTF8PROC_CATEGORY_CS"),
               ("dsl/text/unicode.cpp", "width < 0"),
               ("plugins/text/csv.cpp", "is_doubled"),
               ("engine/load/image.cpp", "again && from.is_done()"),
               ("plugins/linkedin/paths.cpp", "dot == std::string_view::npos"),
               ("plugins/linkedin/container.cpp", "it cannot be opened"),
               ("plugins/linkedin/zip_container.cpp", "file != nullptr"),
               ("plugins/linkedin/zip_container.cpp", "is_known &&"),
               ("plugins/linkedin/zip_container.cpp", "zip_stat_index(archive_.get(), index"),
               ("plugins/linkedin/read_snapshot_page.cpp", "|| fail("))),
)
OTHERS = "can be reached for all that is known, and are not yet"


def unmatched() -> Iterator[tuple[str, str]]:
    """Places that no source has any more."""
    for reason in REASONS:
        for file, part in reason.places:
            if part not in (ROOT / file).read_text():
                yield file, part


def reason_for(file: str, line: str) -> str:
    for reason in REASONS:
        if any(file == name and part in line for name, part in reason.places):
            return reason.words
    return OTHERS


def counted(sides: dict[str, list[int]], all_left: int) -> dict[str, int]:
    """How many sides there are for each reason; `sides` has lines by file, one for each side. They
    may be more than all that are left: those of constants are among them."""
    left = {reason.words: 0 for reason in REASONS}
    for file, lines in sides.items():
        source = Path(ROOT / file).read_text().splitlines()
        for line in lines:
            reason = reason_for(file, source[line - 1])
            if reason != OTHERS:
                left[reason] += 1
    return {**left, OTHERS: all_left - sum(left.values())}
