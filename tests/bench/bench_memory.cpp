// SPDX-License-Identifier: Apache-2.0
// Scoring alone: facts that lie in memory as columns become points, pillars, totals and bounds.
// bench_memory RULES.yaml PEOPLE.ndjson ROUNDS prints the seconds of each round, after one to warm
// up.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "dsl/text/render.hpp"
#include "engine/load/file.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/read/line_reader.hpp"
#include "engine/score/score_columns.hpp"

using namespace colonnade;

namespace {

engine::LoadedRulebook load(const std::string& rules, engine::Plugins& plugins) {
    dsl::Diagnostics diagnostics;
    engine::LoadFailure failure;
    auto loaded = engine::load_rulebook(rules, {}, plugins, diagnostics, failure);
    if (!loaded) throw std::runtime_error(dsl::render(diagnostics, false));
    return std::move(*loaded);
}

std::vector<engine::Batch> read_people(const std::string& path,
                                       const engine::LoadedRulebook& loaded) {
    constexpr std::size_t MostBytes = std::size_t{1} << 33U;
    const auto text = engine::read_file(path, MostBytes);
    if (!std::holds_alternative<std::string>(text)) throw std::runtime_error("cannot read " + path);
    engine::LineReader reader(loaded.catalogue, loaded.program.projection, {});
    reader.open({std::get<std::string>(text)});
    std::vector<engine::Batch> batches;
    std::vector<engine::Reject> rejects;
    for (auto batch = reader.next(rejects); batch.rows > 0; batch = reader.next(rejects))
        batches.push_back(std::move(batch));
    if (!rejects.empty()) throw std::runtime_error(rejects.front().problem.message);
    return batches;
}

double seconds_of(engine::BatchScorer& scorer, const std::vector<engine::Batch>& batches) {
    const auto start = std::chrono::steady_clock::now();
    double sum = 0;
    for (const auto& batch : batches)
        sum += scorer.score(batch).total[0];
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    if (!(sum > 0)) throw std::runtime_error("nothing was scored");
    return passed.count();
}

void measure(const std::string& rules, const std::string& people, int rounds) {
    engine::Plugins plugins{{}, "0"};
    const auto loaded = load(rules, plugins);
    const auto batches = read_people(people, loaded);
    engine::BatchScorer scorer(loaded.rulebook, loaded.program, plugins);
    seconds_of(scorer, batches);
    for (int round = 0; round < rounds; ++round)
        std::printf("%.9f\n", seconds_of(scorer, batches));
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fputs("usage: bench_memory RULES.yaml PEOPLE.ndjson ROUNDS\n", stderr);
        return 2;
    }
    try {
        measure(arguments[1], arguments[2], std::atoi(arguments[3]));
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bench_memory: %s\n", problem.what());
        return 1;
    }
    return 0;
}
