// SPDX-License-Identifier: Apache-2.0
// A table beside other formats: a row for each person that they show.
#pragma once

#include <memory>

#include "cli/options.hpp"
#include "cli/population/score_sink.hpp"
#include "cli/population/table_out.hpp"
#include "cli/population/workers.hpp"
#include "cli/score/outputs.hpp"
#include "cli/score/result_out.hpp"
#include "cli/session.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

class ResultTable final : public ResultOut {
public:
    // All must outlive this; `out` may be null where it could not be made, which has been said.
    ResultTable(Session& session, Table table, std::unique_ptr<TableOut> out);

    void take(const PersonResult& person) override;
    void miss(const Unread& /*unread*/) override {}
    [[nodiscard]] Exit finish() override;

private:
    Table table_;
    std::unique_ptr<ScoreSink> sink_;
    LineScorer scorer_;
    ScoredLines lines_;
    std::unique_ptr<TableOut> out_;
    bool is_wanted_ = false;
};

}  // namespace colonnade::cli
