// SPDX-License-Identifier: Apache-2.0
// Two rulebooks, opened to score the same people: data are read once, and rules of both find their
// facts in them.
#pragma once

#include <variant>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

struct BothRulebooks {
    Session before;  // reads the data: with the facts of either schema that either rulebook needs
    Session after;
};

// The rulebooks that `impact` names. Says what is wrong with either where an exit code comes back,
// and that they have different ids.
[[nodiscard]] std::variant<BothRulebooks, Exit> open_both(const Options& options);

}  // namespace colonnade::cli
