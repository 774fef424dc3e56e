// SPDX-License-Identifier: Apache-2.0
// Threads that read and score chunks of lines, and make something of the scores; what they make
// comes out in the order of the lines.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "cli/population/line_source.hpp"
#include "cli/population/one_at_a_time.hpp"
#include "cli/population/outcome.hpp"
#include "cli/population/score_sink.hpp"
#include "cli/session.hpp"
#include "engine/read/line_reader.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

// How much one thread takes at once.
[[nodiscard]] std::size_t chunk_bytes(const Session& session);

// What a chunk came to.
struct ScoredLines {
    LineBuffer table;
    Outcome outcome;
    std::vector<engine::Reject> rejects;
    std::size_t bytes_taken = 0;  // of the file, when the lines were read

    void clear();
};

// How lines of `data` are read; the session must outlive it.
[[nodiscard]] engine::ReadOptions line_options(const Session& session, const std::string& data);

// Everything that one thread needs, and keeps from chunk to chunk.
class LineScorer {
public:
    // All must outlive this.
    LineScorer(const Session& session, ScoreSink& sink, const engine::ReadOptions& read,
               engine::FunctionHost& functions);

    void score(const Chunk& chunk, ScoredLines& into);
    void score(const engine::Batch& batch, ScoredLines& into);
    [[nodiscard]] const std::vector<std::string>& ignored_keys() const {
        return reader_.ignored_keys();
    }

private:
    engine::LineReader reader_;
    engine::BatchScorer scorer_;
    ScoreSink& sink_;
};

class Workers {
public:
    // All but `threads` must outlive this; 0 threads: as many as the machine runs at once.
    Workers(Session& session, const MakeSink& sinks, const engine::ReadOptions& read,
            std::size_t threads);

    // Until the source ends, or `take`, which is called by one thread at a time, is false.
    void run(LineSource& source, const std::function<bool(const ScoredLines&)>& take);
    // Keys of documents that are no facts of the schema, in order, each once.
    [[nodiscard]] std::vector<std::string> ignored_keys() const {
        return {ignored_.begin(), ignored_.end()};
    }

private:
    using Take = std::function<bool(const ScoredLines&)>;
    void work(LineSource& source, const Take& take);
    void score_chunks(LineScorer& scorer, LineSource& source, const Take& take);
    [[nodiscard]] std::unique_ptr<ScoreSink> make_sink();
    [[nodiscard]] bool next_chunk(LineSource& source, Chunk& chunk, std::size_t& number);
    [[nodiscard]] bool deliver(std::size_t number, const ScoredLines& lines, const Take& take);
    void stop(std::exception_ptr why);

    Session& session_;
    const MakeSink& sinks_;
    const engine::ReadOptions& read_;
    std::size_t threads_;
    std::mutex input_;
    std::size_t taken_ = 0;  // chunks
    std::mutex output_;
    std::condition_variable turn_;
    std::size_t delivered_ = 0;  // chunks
    bool stopped_ = false;
    std::exception_ptr failure_;
    OneAtATime functions_;
    std::set<std::string> ignored_;
};

}  // namespace colonnade::cli
