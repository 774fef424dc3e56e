// SPDX-License-Identifier: Apache-2.0
// One person's data read, and one document scored: what `score` renders and `facts --unknown` asks.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "cli/data.hpp"
#include "cli/session.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::cli {

// A batch of one and its score. The session must outlive it.
struct ScoredProfile {
    std::unique_ptr<engine::Batch> batch;
    std::unique_ptr<engine::ScoredBatch> scored;

    [[nodiscard]] engine::Result explain(const std::string& language) const {
        return scored->explain(0, language);
    }
};

// Whether the command line names data of one person, who may have several exports with `--join`.
// What is wrong has been said where it is not `Fine`.
[[nodiscard]] Exit check_one_person(const Options& options);

// All that the data of one person holds.
[[nodiscard]] std::variant<Data, Exit> read_person(Session& session, const Options& options);

// The only document of one person; `what` is about one, such as "a plan".
[[nodiscard]] std::variant<DataDocument, Exit> read_only_document(Session& session,
                                                                  const Options& options,
                                                                  std::string_view what);

// The options that a source takes, as JSON.
[[nodiscard]] std::string source_options(const Session& session, const Options& options);

// A batch of one; nothing where the document was refused, which has been said.
[[nodiscard]] std::unique_ptr<engine::Batch> read_profile(Session& session, const Options& options,
                                                          const DataDocument& document);
// The same document with other answers than the session's; what it holds besides has been said.
[[nodiscard]] std::unique_ptr<engine::Batch> read_again(Session& session, const Options& options,
                                                        const DataDocument& document,
                                                        const engine::Answers& answers);
// Says which keys are no facts of the schema; `place` is where they stand.
void say_ignored_keys(const Session& session, std::string_view place,
                      std::span<const std::string> keys);

// Says which rules and cautions a plugin has left without a value; Plugin where there are any.
Exit say_failures(const engine::Result& result);
Exit say_failures(const Session& session, const ScoredProfile& profile);

// Nothing where the document was refused, which has been said.
[[nodiscard]] std::optional<ScoredProfile> score_document(Session& session, const Options& options,
                                                          const DataDocument& document);

}  // namespace colonnade::cli
