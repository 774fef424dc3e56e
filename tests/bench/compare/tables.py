# SPDX-License-Identifier: Apache-2.0
# A report as tables, in text for a terminal and in Markdown for docs/performance.md.
from __future__ import annotations

from dataclasses import dataclass

from report import Report, Row, Section


BUSY = 0.5  # from this load on the machine was not ours alone


@dataclass(frozen=True)
class Table:
    title: str
    head: list[str]
    rows: list[list[str]]
    note: str = ""


def tables(report: Report) -> list[Table]:
    found = [_targets(report)]
    found += [_section(section) for section in report.sections]
    if report.compile_ms:
        rows = [[rules, f"{ms:.2f}"] for rules, ms in report.compile_ms.items()]
        found.append(Table("Compiling, from the read tree to the program", ["rules", "ms"], rows))
    if report.peak_mb:
        rows = [[f"{int(people):,}", f"{mb:.1f}"] for people, mb in report.peak_mb.items()]
        found.append(Table("Memory of Colonnade over the length of a flat file",
                           ["profiles", "most MB, 2 threads"], rows))
    return found


def _targets(report: Report) -> Table:
    rows = [[target.what, _amount(target.wanted, target.unit, bound=True),
             _amount(target.reached, target.unit), "yes" if target.is_met else "no"]
            for target in report.targets]
    return Table("What was aimed at", ["", "wanted", "reached", "met"], rows)


def _amount(value: float, unit: str, bound: bool = False) -> str:
    digits = 2 if value < 2 else 1 if value < 20 else 0
    number = f"{value:g}" if bound else f"{value:.{digits}f}"
    if unit == "x":
        return f"{number}{' times or more' if bound else ' times'}"
    return f"{number} {unit}{' or less' if bound else ''}"


def _section(section: Section) -> Table:
    if section.id == "cold":
        rows = [[row.name, row.version, f"{row.median * 1000:.1f}", _ratio(section, row)]
                for row in section.rows]
        return Table(section.title, ["", "version", "ms", "Colonnade is"], rows)
    rows = [[row.name, row.version, _rate(row.rate), f"{row.peak_mb:,.0f}", f"{row.rows:,}",
             _ratio(section, row)] for row in section.rows]
    return Table(section.title, ["", "version", "profiles/s", "most MB", "profiles", "Colonnade is"],
                 rows)


def _rate(rate: float) -> str:
    if rate >= 1e6:
        return f"{rate / 1e6:.2f} M"
    return f"{rate / 1e3:.0f} k" if rate >= 1e4 else f"{rate:,.0f}"


def _ratio(section: Section, row: Row) -> str:
    """Against Colonnade with as many threads."""
    ours = section.row("colonnade" if row.threads == 1 else f"colonnade-{row.threads}")
    if ours is None or row.peer.startswith("colonnade"):
        return ""
    times = ours.rate / row.rate
    return f"{times:.2f} times as fast" if times < 10 else f"{times:,.0f} times as fast"


def about(report: Report) -> str:
    machine = "; ".join(report.machine.values())
    quick = "Quick: few profiles and few runs, good for a look and not for a comparison. " \
        if report.quick else ""
    busy = f" {report.load:.0f} other programs wanted a processor meanwhile, so rates are too low " \
        "and two threads gain little." if report.load >= BUSY else ""
    return (f"{quick}{report.date}, medians of {report.runs} runs in turns, each program checked "
            f"against Colonnade to 1e-9 first. {machine}.{busy}")


def left_out(report: Report) -> list[str]:
    lines = [f"{peer}: not compared, {why}" for peer, why in report.skipped.items()]
    return lines + [f"{peer}: NOT TIMED, it is wrong: {what}"
                    for peer, what in report.failed.items()]


def as_text(report: Report) -> str:
    parts = [about(report)]
    for table in tables(report):
        widths = [max(len(row[c]) for row in [table.head, *table.rows])
                  for c in range(len(table.head))]
        lines = ["  ".join(cell.ljust(width) if c == 0 else cell.rjust(width)
                           for c, (cell, width) in enumerate(zip(row, widths))).rstrip()
                 for row in [table.head, *table.rows]]
        parts.append("\n".join([table.title, *lines]))
    return "\n\n".join(parts + left_out(report)) + "\n"


def as_markdown(report: Report) -> str:
    parts = [about(report)]
    for table in tables(report):
        head = [f"| {' | '.join(table.head)} |",
                f"|{'|'.join(' --- ' if c == 0 else ' ---: ' for c in range(len(table.head)))}|"]
        rows = [f"| {' | '.join(row)} |" for row in table.rows]
        parts.append("\n".join([f"### {table.title}", "", *head, *rows]))
    if left_out(report):
        parts.append("\n".join(f"* {line}" for line in left_out(report)))
    return "\n\n".join(parts) + "\n"
