// SPDX-License-Identifier: Apache-2.0
#include "cli/population/workers.hpp"

#include <algorithm>
#include <system_error>
#include <thread>

#include "cli/population/is_lines.hpp"

namespace colonnade::cli {
namespace {

// Small enough that its text, columns and rows stay in the cache of a core, large enough that what
// is done once a chunk does not count.
constexpr std::size_t ChunkBytes = std::size_t{1} << 18U;
// With lists a profile has many times the bytes, and as many of them are wanted.
constexpr std::size_t ChunkBytesOfLists = std::size_t{1} << 19U;
// The same where a call goes to another process.
constexpr std::size_t ChunkBytesApart = std::size_t{8} << 20U;

bool reads_lists(const Session& session) {
    const auto& facts = session.loaded.catalogue.facts;
    const auto& is_needed = session.loaded.program.projection.facts;
    for (std::size_t f = 0; f < facts.size(); ++f) {
        if (is_needed[f] != 0 && facts[f].type.is(dsl::Kind::List)) return true;
    }
    return false;
}

}  // namespace

std::size_t chunk_bytes(const Session& session) {
    const auto& plugins = session.plugins->loaded();
    const bool is_apart = std::any_of(plugins.begin(), plugins.end(), [](const auto& plugin) {
        return plugin.runs == engine::RunsAs::Isolated;
    });
    if (is_apart) return ChunkBytesApart;
    return reads_lists(session) ? ChunkBytesOfLists : ChunkBytes;
}

void ScoredLines::clear() {
    table.clear();
    rejects.clear();
    outcome = {};
}

engine::ReadOptions line_options(const Session& session, const std::string& data) {
    return {session.as_of, stem_of_lines(data), {}, &session.answers};
}

LineScorer::LineScorer(const Session& session, ScoreSink& sink, const engine::ReadOptions& read,
                       engine::FunctionHost& functions)
    : reader_(session.loaded.catalogue, session.loaded.program.projection, read),
      scorer_(session.loaded.rulebook, session.loaded.program, functions),
      sink_(sink) {}

void LineScorer::score(const Chunk& chunk, ScoredLines& into) {
    reader_.open({chunk.text, chunk.first_line});
    into.bytes_taken = chunk.bytes_taken;
    for (;;) {
        auto batch = reader_.next(into.rejects);
        if (batch.rows == 0) break;
        score(batch, into);
        reader_.reuse(std::move(batch));
    }
    into.outcome.rejects = into.rejects.size();
}

void LineScorer::score(const engine::Batch& batch, ScoredLines& into) {
    const auto& scores = scorer_.score(batch);
    sink_.take(batch, scores, into.table);
    into.outcome.rows += batch.rows;
    into.outcome.failed += scores.failed;
    into.outcome.totals.add(scores);
}

Workers::Workers(Session& session, const MakeSink& sinks, const engine::ReadOptions& read,
                 std::size_t threads)
    : session_(session),
      sinks_(sinks),
      read_(read),
      threads_(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency())),
      functions_(*session.plugins, session.plugins->functions().size()) {}

void Workers::run(LineSource& source, const Take& take) {
    {
        std::vector<std::jthread> helpers;
        helpers.reserve(threads_ - 1);
        try {
            for (std::size_t i = 1; i < threads_; ++i)
                helpers.emplace_back([&] { work(source, take); });
        } catch (const std::system_error&) {
            // A system that gives no more threads: fewer come to the same, later.
        }
        work(source, take);
    }
    if (failure_) std::rethrow_exception(failure_);
}

void Workers::work(LineSource& source, const Take& take) {
    try {
        const auto sink = make_sink();
        LineScorer scorer(session_, *sink, read_, functions_);
        score_chunks(scorer, source, take);
        const std::lock_guard lock(output_);
        ignored_.insert(scorer.ignored_keys().begin(), scorer.ignored_keys().end());
    } catch (...) {
        stop(std::current_exception());
    }
}

std::unique_ptr<ScoreSink> Workers::make_sink() {
    const std::lock_guard lock(output_);
    return sinks_();
}

void Workers::score_chunks(LineScorer& scorer, LineSource& source, const Take& take) {
    Chunk chunk;
    ScoredLines lines;
    std::size_t number = 0;
    while (next_chunk(source, chunk, number)) {
        lines.clear();
        scorer.score(chunk, lines);
        if (!deliver(number, lines, take)) return;
    }
}

bool Workers::next_chunk(LineSource& source, Chunk& chunk, std::size_t& number) {
    const std::lock_guard lock(input_);
    number = taken_;
    if (!source.next(chunk)) return false;
    ++taken_;
    return true;
}

bool Workers::deliver(std::size_t number, const ScoredLines& lines, const Take& take) {
    std::unique_lock lock(output_);
    turn_.wait(lock, [&] { return delivered_ == number || stopped_; });
    if (stopped_) return false;
    stopped_ = !take(lines);
    ++delivered_;
    turn_.notify_all();
    return !stopped_;
}

void Workers::stop(std::exception_ptr why) {
    const std::lock_guard lock(output_);
    if (!failure_) failure_ = std::move(why);
    stopped_ = true;
    turn_.notify_all();
}

}  // namespace colonnade::cli
