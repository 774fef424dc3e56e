// SPDX-License-Identifier: Apache-2.0
// The store that the options name, by a library that is loaded only here: whoever neither saves nor
// looks at what is saved pays nothing for it.
#pragma once

#include <memory>
#include <string>

#include "cli/options.hpp"
#include "plugins/stores/store.hpp"

namespace colonnade::cli {

struct OpenStore {
    std::unique_ptr<stores::Store> store;
    std::string name;  // for messages, without a password
};

// Without a store where there is none that can be used, which has been said.
[[nodiscard]] OpenStore open_store(const Options& options, stores::IfMissing if_missing);

void say_problem(const stores::StoreProblem& problem);

}  // namespace colonnade::cli
