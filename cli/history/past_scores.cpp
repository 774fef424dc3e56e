// SPDX-License-Identifier: Apache-2.0
#include "cli/history/past_scores.hpp"

#include "cli/history/open_store.hpp"
#include "cli/history/summary.hpp"

namespace colonnade::cli {

std::vector<PastScore> past_scores(const Options& options, const engine::Result& result) {
    const auto opened = open_store(options, stores::IfMissing::Create);
    if (!opened.store) return {};
    const auto found = opened.store->summaries(result.profile);
    if (const auto* problem = std::get_if<stores::StoreProblem>(&found)) {
        say_problem(*problem);
        return {};
    }
    std::vector<PastScore> past;
    for (const auto& stored : std::get<std::vector<stores::StoredSummary>>(found)) {
        const bool is_past =
            stored.key.as_of < result.as_of && stored.key.rulebook_sha256 == result.sha256;
        const auto read = is_past ? read_summary(stored, result.language) : std::nullopt;
        if (read && read->score) past.push_back({stored.key.as_of, *read->score});
    }
    if (past.size() > MostPastScores) past.erase(past.begin(), past.end() - MostPastScores);
    return past;
}

}  // namespace colonnade::cli
