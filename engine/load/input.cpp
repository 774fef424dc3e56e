// SPDX-License-Identifier: Apache-2.0
#include "engine/load/input.hpp"

#include <fmt/format.h>

#include "engine/load/digest.hpp"

namespace colonnade::engine {

std::string sha256_of(const std::vector<Input>& inputs) {
    std::string texts;
    for (const auto& input : inputs) {
        texts += fmt::format("{}\n", input.source->text().size());
        texts += input.source->text();
    }
    return sha256(texts);
}

}  // namespace colonnade::engine
