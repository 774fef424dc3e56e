// SPDX-License-Identifier: Apache-2.0
// `score --save`: the results of a run, put into the store together.
#pragma once

#include <vector>

#include "cli/data.hpp"
#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "engine/explain/result.hpp"
#include "plugins/stores/store.hpp"

namespace colonnade::cli {

// Longer ids are none: a database finds results by them.
inline constexpr std::size_t MostSavedIdBytes = 1024;

class Saver {
public:
    explicit Saver(const Options& options) : options_(options) {}

    // Nothing where `--save` was not asked for; Data, and said, where the result cannot be kept.
    [[nodiscard]] Exit add(const Session& session, const DataDocument& document,
                           const engine::Result& result);
    // Output, and said, where they could not be saved: then none of them is.
    [[nodiscard]] Exit finish() const;

private:
    [[nodiscard]] bool can_keep(const engine::Result& result) const;

    const Options& options_;
    std::vector<stores::StoredResult> results_;
    std::vector<stores::StoredRulebook> rulebooks_;  // at most the one of the run
};

// Whether what is asked for can be saved: a table of many people cannot. Said where not.
[[nodiscard]] bool check_save_call(const Options& options, bool is_table);

}  // namespace colonnade::cli
