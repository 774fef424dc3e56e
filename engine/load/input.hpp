// SPDX-License-Identifier: Apache-2.0
// A text that a rulebook is made of.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dsl/text/source.hpp"

namespace colonnade::engine {

struct Input {
    std::shared_ptr<const dsl::Source> source;
    std::string sub;         // the folder that such files are looked for in: `schemas`, `lists`
    bool of_plugin = false;  // what a plugin brings; the source is named after it
};

// The hash that tells rulebooks apart: over all texts in order, however they were found.
[[nodiscard]] std::string sha256_of(const std::vector<Input>& inputs);

}  // namespace colonnade::engine
