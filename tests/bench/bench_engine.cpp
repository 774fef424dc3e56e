// SPDX-License-Identifier: Apache-2.0
// Where the time of a score goes, part by part: reading the rulebook, reading profiles, scoring
// batches of them with and without bounds, explaining one.
#include <benchmark/benchmark.h>

#include <ctime>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "dsl/rulebook/read.hpp"
#include "dsl/text/render.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/explain/scored_batch.hpp"
#include "engine/load/file.hpp"
#include "engine/read/profile_reader.hpp"
#include "engine/score/score_columns.hpp"
#include "tests/bench/synthetic.hpp"

using namespace colonnade;

namespace {

constexpr auto Rules = COLONNADE_SOURCE_DIR "/rules/linkedin-ssi.yaml";

// The bundled rulebook and its plugins, loaded once.
struct World {
    engine::Plugins plugins{{COLONNADE_PLUGINS}, "0"};
    dsl::Diagnostics diagnostics;
    engine::LoadedRulebook loaded;

    World() {
        engine::LoadFailure failure;
        auto result = engine::load_rulebook(Rules, {}, plugins, diagnostics, failure);
        if (!result) {
            throw std::runtime_error("the rulebook does not load\n" +
                                     dsl::render(diagnostics, false));
        }
        loaded = std::move(*result);
    }
};

World& world() {
    static World one;
    return one;
}

std::shared_ptr<const dsl::Source> rules_source() {
    auto text = engine::read_file(Rules, std::size_t{1} << 24U);
    return std::make_shared<const dsl::Source>(Rules, std::move(std::get<std::string>(text)));
}

dsl::Document rules_document() {
    dsl::Diagnostics diagnostics;
    const auto source = rules_source();
    return {{source}, dsl::read_yaml(source, diagnostics).value()};
}

std::optional<dsl::WordList> find_words(const std::string& name) {
    for (const auto& list : world().loaded.rulebook.lists) {
        if (list.name == name) return list;
    }
    return dsl::WordList{name, {{"", "word"}}};
}

void add(engine::ProfileReader& reader, std::string_view json, engine::BatchBuilder& builder) {
    if (const auto problem = reader.read(json, {}, builder))
        throw std::runtime_error(problem->where + ": " + problem->message);
}

const engine::Batch& batch_of(std::size_t rows) {
    static std::map<std::size_t, engine::Batch> batches;
    const auto found = batches.find(rows);
    if (found != batches.end()) return found->second;
    const auto& loaded = world().loaded;
    engine::ProfileReader reader(loaded.catalogue);
    engine::BatchBuilder builder(loaded.catalogue, loaded.program.projection);
    for (std::size_t row = 0; row < rows; ++row)
        add(reader, bench::make_profile(row), builder);
    return batches.emplace(rows, builder.take()).first->second;
}

// What one profile takes; the time column is that of the whole batch.
void count_profiles(benchmark::State& state, std::size_t rows) {
    state.counters["per_profile"] = benchmark::Counter(
        static_cast<double>(rows),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void read_yaml(benchmark::State& state) {
    const auto source = rules_source();
    for (auto _ : state) {
        dsl::Diagnostics diagnostics;
        benchmark::DoNotOptimize(dsl::read_yaml(source, diagnostics));
    }
}

void read_and_check_rules(benchmark::State& state) {
    const auto document = rules_document();
    for (auto _ : state) {
        dsl::Diagnostics diagnostics;
        benchmark::DoNotOptimize(
            dsl::read_rulebook(document, world().loaded.catalogue, find_words, diagnostics));
        if (diagnostics.has_errors()) throw std::runtime_error(dsl::render(diagnostics, false));
    }
}

void compile_rules(benchmark::State& state) {
    const auto& loaded = world().loaded;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::compile(loaded.rulebook, loaded.catalogue));
}

// Everything of the above, with schema and word lists; the plugins are loaded already.
void load_rules(benchmark::State& state) {
    for (auto _ : state) {
        dsl::Diagnostics diagnostics;
        engine::LoadFailure failure;
        benchmark::DoNotOptimize(
            engine::load_rulebook(Rules, {}, world().plugins, diagnostics, failure));
    }
}

void read_profile(benchmark::State& state) {
    const auto& loaded = world().loaded;
    const auto json = bench::make_profile(7);
    engine::ProfileReader reader(loaded.catalogue);
    for (auto _ : state) {
        engine::BatchBuilder builder(loaded.catalogue, loaded.program.projection);
        add(reader, json, builder);
        benchmark::DoNotOptimize(builder.take());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}

void score_plainly(const engine::Batch& batch) {
    const auto& loaded = world().loaded;
    engine::Evaluator evaluator(loaded.program, loaded.rulebook, batch, world().plugins);
    evaluator.run();
    for (std::size_t row = 0; row < batch.rows; ++row) {
        benchmark::DoNotOptimize(
            engine::score_row(loaded.rulebook, loaded.program, evaluator, row));
    }
}

void score_with_bounds(const engine::Batch& batch) {
    const engine::ScoredBatch scored(world().loaded, batch, world().plugins);
    benchmark::DoNotOptimize(scored.score(0));
}

void score(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto& batch = batch_of(rows);
    for (auto _ : state)
        score_plainly(batch);
    count_profiles(state, rows);
}

// The same scores as columns, as tables of many people are written from them.
void score_columns(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto& batch = batch_of(rows);
    const auto& loaded = world().loaded;
    engine::BatchScorer scorer(loaded.rulebook, loaded.program, world().plugins);
    for (auto _ : state)
        benchmark::DoNotOptimize(scorer.score(batch).total.data());
    count_profiles(state, rows);
}

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// `times_plain`: how much longer it takes than without bounds, measured in turns.
void score_and_bound(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const auto& batch = batch_of(rows);
    double plain = 0;
    double bounded = 0;
    for (auto _ : state) {
        const auto start = processor_seconds();
        score_with_bounds(batch);
        const auto middle = processor_seconds();
        score_plainly(batch);
        plain += processor_seconds() - middle;
        bounded += middle - start;
        state.SetIterationTime(middle - start);
    }
    count_profiles(state, rows);
    state.counters["times_plain"] = bounded / plain;
}

// Every rule in words, the tips with their exact gains, cautions and unknown facts.
void explain(benchmark::State& state) {
    const engine::ScoredBatch scored(world().loaded, batch_of(1), world().plugins);
    for (auto _ : state)
        benchmark::DoNotOptimize(scored.explain(0, "en"));
}

BENCHMARK(read_yaml)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_and_check_rules)->Unit(benchmark::kMicrosecond);
BENCHMARK(compile_rules)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_rules)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_profile)->Unit(benchmark::kMicrosecond);
BENCHMARK(score)->Arg(1)->Arg(256)->Arg(4096)->Unit(benchmark::kMicrosecond);
BENCHMARK(score_and_bound)
    ->Arg(1)
    ->Arg(256)
    ->Arg(4096)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(score_columns)->Arg(1)->Arg(256)->Arg(4096)->Unit(benchmark::kMicrosecond);
BENCHMARK(explain)->Unit(benchmark::kMicrosecond);

}  // namespace

// The library's own default takes half a minute; arguments still win.
int main(int count, char** arguments) {
    std::string min_time = "--benchmark_min_time=0.3";
    std::vector<char*> all(arguments, arguments + count);
    all.insert(all.begin() + 1, min_time.data());
    int number = count + 1;
    benchmark::Initialize(&number, all.data());
    if (benchmark::ReportUnrecognizedArguments(number, all.data())) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
