// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/change_sink.hpp"

#include <memory>

#include "cli/impact/count_changes.hpp"

namespace colonnade::cli {
namespace {

class ChangeSink final : public ScoreSink {
public:
    ChangeSink(const BothRulebooks& both, const std::vector<RulePair>& rules,
               engine::FunctionHost& functions, Changes& into)
        : scorer_(both.after.loaded.rulebook, both.after.loaded.program, functions),
          counter_(both.before.loaded.rulebook, both.after.loaded.rulebook, rules, into) {}

    void take(const engine::Batch& batch, const engine::ScoreColumns& scores,
              LineBuffer& /*out*/) override {
        counter_.add(batch, scores, scorer_.score(batch));
    }

private:
    engine::BatchScorer scorer_;
    ChangeCounter counter_;
};

}  // namespace

ChangeSinks::ChangeSinks(BothRulebooks& both, std::size_t top)
    : both_(both),
      top_(top),
      rules_(pair_rules(both.before.loaded.rulebook, both.after.loaded.rulebook)),
      functions_(*both.after.plugins, both.after.plugins->functions().size()) {}

MakeSink ChangeSinks::sinks() {
    return [this] {
        auto& part = parts_.emplace_back(rules_.size(), top_);
        return std::make_unique<ChangeSink>(both_, rules_, functions_, part);
    };
}

Changes ChangeSinks::changes() const {
    Changes all(rules_.size(), top_);
    for (const auto& part : parts_)
        all.add(part);
    return all;
}

}  // namespace colonnade::cli
