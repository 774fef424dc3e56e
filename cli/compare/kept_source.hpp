// SPDX-License-Identifier: Apache-2.0
// What a result was made of, to be scored again: a document and what was stated, by a rulebook that
// is loaded.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "engine/explain/result.hpp"
#include "engine/load/image.hpp"

namespace colonnade::cli {

struct KeptSource {
    std::string profile;
    std::int64_t as_of = 0;
    std::string document;  // JSON
    std::string stated;
};

// A session by the texts of a kept rulebook, in `language` where it has that, called `name` in
// messages. Null, and said, where this program cannot load it.
[[nodiscard]] std::unique_ptr<Session> open_kept(engine::Image image, const std::string& name,
                                                 const std::string& language,
                                                 const Options& options);

// The source by the session's rules, whatever is stated there. Nothing, and said, where it cannot
// be scored.
[[nodiscard]] std::optional<engine::Result> score_again(const KeptSource& source, Session& session,
                                                        const Options& options);

}  // namespace colonnade::cli
