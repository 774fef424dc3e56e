// SPDX-License-Identifier: Apache-2.0
// NDJSON into columns, one thread: our reader of lines, our reader of single documents, and a
// program written by hand over simdjson for the very same facts. Taken in turns, so that the ratios
// hold on a machine that others use, too.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <vector>

#include "engine/read/line_reader.hpp"
#include "tests/bench/hand_written_reader.hpp"
#include "tests/bench/people.hpp"

using namespace colonnade;

namespace {

constexpr std::size_t ChunkBytes = std::size_t{1} << 20U;
constexpr int Turns = 9;

std::vector<engine::Lines> chunks_of(std::string_view text) {
    std::vector<engine::Lines> chunks;
    std::size_t first = 1;
    while (!text.empty()) {
        const auto end = text.find('\n', std::min(ChunkBytes, text.size() - 1));
        const auto chunk = text.substr(0, end + 1);
        chunks.push_back({chunk, first});
        first += static_cast<std::size_t>(std::count(chunk.begin(), chunk.end(), '\n'));
        text.remove_prefix(chunk.size());
    }
    return chunks;
}

// Each gives the number of profiles that it read.
std::size_t by_lines(const bench::People& people, const std::vector<engine::Lines>& chunks) {
    engine::LineReader reader(people.catalogue, people.projection, {});
    std::vector<engine::Reject> rejects;
    std::size_t rows = 0;
    for (const auto& chunk : chunks) {
        reader.open(chunk);
        for (;;) {
            auto batch = reader.next(rejects);
            if (batch.rows == 0) break;
            rows += batch.rows;
            reader.reuse(std::move(batch));
        }
    }
    return rows;
}

std::size_t by_documents(const bench::People& people, const std::vector<engine::Lines>& chunks) {
    engine::ProfileReader reader(people.catalogue);
    engine::BatchBuilder builder(people.catalogue, people.projection);
    std::size_t rows = 0;
    for (const auto& chunk : chunks) {
        std::string_view text = chunk.text;
        for (; !text.empty(); text.remove_prefix(text.find('\n') + 1))
            rows += reader.read(text.substr(0, text.find('\n')), {}, builder) ? 0 : 1;
        builder.reuse(builder.take());
    }
    return rows;
}

struct Way {
    const char* name;
    std::function<std::size_t()> read;
    std::vector<double> seconds = {};
};

void measure(const char* title, const bench::People& people) {
    const auto chunks = chunks_of(people.lines);
    std::vector<Way> ways = {{"lines", [&] { return by_lines(people, chunks); }},
                             {"simdjson by hand", [&] { return bench::read_by_hand(people); }},
                             {"documents", [&] { return by_documents(people, chunks); }}};
    for (int turn = 0; turn < Turns; ++turn) {
        for (auto& way : ways) {
            const auto start = std::chrono::steady_clock::now();
            if (way.read() != people.count) throw std::runtime_error(way.name);
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
            way.seconds.push_back(taken.count());
        }
    }
    const auto median = [](std::vector<double> times) {
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    };
    const double ours = median(ways.front().seconds);
    for (const auto& way : ways) {
        const double taken = median(way.seconds);
        fmt::print("{:5} {:17} {:6.2f} GB/s {:8.0f} ns/profile {:6.2f} times ours\n", title,
                   way.name, static_cast<double>(people.lines.size()) / taken / 1e9,
                   taken * 1e9 / static_cast<double>(people.count), taken / ours);
    }
}

}  // namespace

int main() {
    measure("flat", bench::flat_people(20'000));
    measure("deep", bench::deep_people(1'500));
    return 0;
}
