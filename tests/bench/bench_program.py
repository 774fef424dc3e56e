#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# How long a person waits for the program; the text below is its help.
"""Measures whole runs of the program as a person waits for them, from the start of the process to
its end, and prints a table. Targets are shown, not asserted: machines differ, and on a busy one
only the processor's time (cpu) tells much.

    bench_program.py build/release/bin/colonnade
"""
import datetime
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
# Whatever makes a browser load something.
ASKS = r"""(?:\s(?:src|srcset|href|xlink:href|poster|data|action)=|url\(|@import|http-equiv="refresh")"""
MAKER = Path(__file__).resolve().parent.parent / "fixtures" / "make_archive.py"


def make_archive(path, *options):
    subprocess.run([sys.executable, "-B", MAKER, "--out", path, *options], check=True)


def keep_results(program, document, folder, count):
    """A store with `count` results of one person, one for each day."""
    content = json.loads(Path(document).read_text("utf-8"))
    days = []
    for number in range(count):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=number)
        path = Path(folder, f"{day}.json")
        path.write_text(json.dumps(content | {"id": "somebody", "as_of": f"{day}T12:00:00Z"}), "utf-8")
        days.append(path)
    store = Path(folder, "kept.db")
    subprocess.run([program, "score", *days, "--save=result", "--store", store], check=True,
                   capture_output=True)
    return store


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """Milliseconds of one run: passed, and spent by the processor."""
    start, spent = time.perf_counter(), processor_seconds()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    times = (time.perf_counter() - start) * 1000, (processor_seconds() - spent) * 1000
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stderr.decode(errors='replace')}")
    return times


def print_row(what, command, target=None):
    run(command)  # fills the caches
    passed, spent = zip(*(run(command) for _ in range(RUNS)))
    median = statistics.median(passed)
    wanted = "" if target is None else f"< {target}"
    verdict = "" if target is None else "ok" if median < target else "over"
    print(f"{what:<36}{median:>8.1f}{min(passed):>8.1f}{statistics.median(spent):>8.1f}"
          f"{wanted:>8} {verdict}", flush=True)


def print_figure(what, figure, wanted, holds):
    print(f"{what:<36}{figure:>8.0f}{'':>16}{wanted:>8} {'ok' if holds else 'over'}", flush=True)


def print_added(what, command, without):
    """In turns, so that both meet the same machine."""
    pairs = [(run(command), run(without)) for _ in range(RUNS)]
    passed, spent = (statistics.median(one[i] - other[i] for one, other in pairs) for i in (0, 1))
    print(f"{what:<36}{passed:>8.1f}{'':>8}{spent:>8.1f}", flush=True)


def print_report(program, document, folder):
    """The report that a person is handed: written from a profile document, with the time that the
    disk takes and without; its size, and what in it could ask for something anywhere."""
    plan = ["--hours-per-week", "2", "--weeks", "6"]
    for what, options in (("a report", []), ("a report with a plan", plan)):
        page = Path(folder, "report.html")
        command = [program, "score", document, *options, "--format", "html"]
        print_row(f"{what}, written", command, 20)
        print_added("  on top of the score alone", command, [program, "score", document])
        print_row("  to a file, forced to disk", [*command, "-o", page])
        text = page.read_text("utf-8")
        size = len(text.encode()) / 1000
        print_figure(f"KB of {what}", size, "< 300", size < 300)
        # The JSON is data: it asks for nothing, whatever it holds.
        drawn = re.sub(r'<script type="application/json".*?</script>', "", text, flags=re.DOTALL)
        asks = len(re.findall(ASKS, drawn))
        print_figure(f"requests of {what}", asks, "0", asks == 0)


def print_memory(what, command, target):
    """The most memory that one run held, in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    held = usage.ru_maxrss / 1024
    print(f"{what:<36}{held:>8.0f}{'':>16}{f'< {target}':>8} {'ok' if held < target else 'over'}",
          flush=True)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        huge, large, usual, document, large_document = (
            str(Path(folder) / name) for name in
            ("huge.zip", "large.zip", "usual.zip", "document.json", "large.json"))
        make_archive(huge, "--size-mb", "50")
        make_archive(large, "--size-mb", "5")
        make_archive(usual)
        subprocess.run([program, "import", usual, "-o", document], check=True, capture_output=True)
        subprocess.run([program, "import", large, "-o", large_document], check=True,
                       capture_output=True)
        print(f"{f'milliseconds, {RUNS} runs each':<36}{'median':>8}{'least':>8}{'cpu':>8}"
              f"{'target':>8}")
        print_row("--version", [program, "--version"])
        print_row("check linkedin-ssi", [program, "check", "linkedin-ssi"])
        print_row("score, one profile document", [program, "score", document], 15)
        print_report(program, document, folder)
        print_row("score, archive of a usual person", [program, "score", usual])
        print_row("score, document of the 5 MB archive", [program, "score", large_document])
        print_row("plan --target 100, a document", [program, "plan", document, "--target", "100"], 50)
        print_row("plan --hours 20, a document", [program, "plan", document, "--hours", "20"], 50)
        print_row("import, archive of 5 MB", [program, "import", large])
        print_row("score, archive of 5 MB", [program, "score", large], 100)
        print_row("score, archive of 50 MB", [program, "score", huge], 1000)
        store = keep_results(program, document, folder, 1000)
        print_row("history, 1,000 results", [program, "history", "somebody", "--store", store], 50)
        print_row("history, everybody", [program, "history", "--store", store])
        print("\nMB of memory")
        print_memory("score, archive of 5 MB", [program, "score", large], 300)
        print_memory("score, archive of 50 MB", [program, "score", huge], 300)


if __name__ == "__main__":
    main()
