// SPDX-License-Identifier: Apache-2.0
// What one thread makes of scores, batch by batch.
#pragma once

#include <functional>
#include <memory>

#include "cli/table/line_buffer.hpp"
#include "engine/column/batch.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

class ScoreSink {
public:
    ScoreSink() = default;
    ScoreSink(const ScoreSink&) = delete;
    ScoreSink& operator=(const ScoreSink&) = delete;
    virtual ~ScoreSink() = default;

    // What is appended to `out` is put together in the order of the data.
    virtual void take(const engine::Batch& batch, const engine::ScoreColumns& scores,
                      LineBuffer& out) = 0;
};

// One for each thread; called by one of them at a time.
using MakeSink = std::function<std::unique_ptr<ScoreSink>()>;

}  // namespace colonnade::cli
