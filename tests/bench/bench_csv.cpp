// SPDX-License-Identifier: Apache-2.0
// How fast tables are scanned, by the shape of their cells. Wanted: a gigabyte a second and more.
#include <benchmark/benchmark.h>

#include <string>

#include "plugins/linkedin/csv.hpp"

namespace {

using colonnade::linkedin::CsvScanner;
using colonnade::linkedin::Quoting;

constexpr std::size_t TableBytes = 16 * 1024 * 1024;

std::string table_of(const std::string& row) {
    std::string table;
    while (table.size() < TableBytes)
        table += row;
    return table;
}

void scan(benchmark::State& state, const std::string& row, Quoting quoting) {
    auto table = table_of(row);
    for (auto _ : state) {
        CsvScanner scanner(table, quoting);
        std::size_t cells = 0;
        while (scanner.next() == CsvScanner::Step::Row)
            cells += scanner.cells().size();
        benchmark::DoNotOptimize(cells);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(table.size()));
}

}  // namespace

BENCHMARK_CAPTURE(scan, connections,
                  "Runa,Mörvik,https://www.linkedin.com/in/runa-moervik-0042,,Ferrowald Robotik AG,"
                  "Teamleiterin Entwicklung,02 Nov 2026\n",
                  Quoting::Doubled);
BENCHMARK_CAPTURE(
    scan, reactions,
    "2026-11-20 08:15:09,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity"
    "%3A7000000000000000000\n",
    Quoting::Doubled);
BENCHMARK_CAPTURE(
    scan, messages,
    "\"2-0000004f==\",\"\",\"Runa Mörvik\",\"https://www.linkedin.com/in/runa\",\"Ulvi "
    "Holt\",\"https://www.linkedin.com/in/ulvi\",\"2026-11-20 08:15:09 UTC\",\"\",\"Here "
    "is the paper, as promised.\n\nBest regards\",\"INBOX\",\"\"\n",
    Quoting::Doubled);
BENCHMARK_CAPTURE(
    scan, comments,
    "2026-11-20 08:15:09,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity,"
    "\"This matches what we saw, too. How long did it take you?\nWe needed a month.\"\n",
    Quoting::Backslash);

BENCHMARK_MAIN();
