// SPDX-License-Identifier: Apache-2.0
#include "cli/gates/row_gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/render/counted.hpp"
#include "cli/terminal.hpp"
#include "engine/score/shared_points.hpp"

namespace colonnade::cli {
namespace {

using engine::NoPoints;
using engine::SharedPoints;

// Of one thread.
class RowJudge final : public ScoreSink {
public:
    RowJudge(const Gates& gates, std::size_t pillars, RowGates& all,
             std::unique_ptr<ScoreSink> sink)
        : gates_(gates),
          all_(all),
          sink_(std::move(sink)),
          pillars_(decimals_),
          points_(pillars, NoPoints),
          of_(points_) {}

    void take(const engine::Batch& batch, const engine::ScoreColumns& scores,
              LineBuffer& out) override {
        sink_->take(batch, scores, out);
        std::size_t missed = 0;
        for (std::size_t row = 0; row < scores.rows; ++row)
            missed += passes(scores, row) ? 0 : 1;
        all_.add(scores.rows, missed);
    }

private:
    bool passes(const engine::ScoreColumns& scores, std::size_t row) {
        if (scores.assessed[row] == 0) return false;
        const auto total = decimals_.units(scores.total[row]);
        if (gates_.min_score && decimals_.value(total) < *gates_.min_score) return false;
        if (gates_.min_pillars.empty()) return true;
        share_out(scores, row, total);
        return std::all_of(gates_.min_pillars.begin(), gates_.min_pillars.end(),
                           [&](const PillarGate& gate) {
                               const auto units = pillars_.points()[gate.pillar];
                               return units >= 0 && decimals_.value(units) >= gate.limit;
                           });
    }

    void share_out(const engine::ScoreColumns& scores, std::size_t row, std::int64_t total) {
        for (std::size_t p = 0; p < scores.pillars.size(); ++p) {
            const auto& pillar = scores.pillars[p];
            points_[p] = pillar.assessed[row] != 0 ? pillar.points[row] : NoPoints;
            of_[p] = pillar.assessed[row] != 0 ? pillar.of[row] : NoPoints;
        }
        pillars_.share_out(points_, of_, total, decimals_.units(100));
    }

    const Gates& gates_;
    RowGates& all_;
    std::unique_ptr<ScoreSink> sink_;
    engine::Decimals decimals_{GateDecimals};
    SharedPoints pillars_;
    std::vector<double> points_;
    std::vector<double> of_;
};

}  // namespace

void RowGates::add(std::size_t rows, std::size_t missed) {
    rows_ += rows;
    missed_ += missed;
}

MakeSink RowGates::judging(MakeSink sinks) {
    if (!gates_.any()) return sinks;
    return [this, sinks = std::move(sinks)] {
        return std::make_unique<RowJudge>(gates_, rulebook_.pillars.size(), *this, sinks());
    };
}

Exit RowGates::end() const {
    if (missed_ == 0) return Exit::Fine;
    say_error(fmt::format("{} of {} people missed a gate", grouped(missed_), grouped(rows_)));
    return Exit::Missed;
}

}  // namespace colonnade::cli
