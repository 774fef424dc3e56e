// SPDX-License-Identifier: Apache-2.0
#include "engine/host/refusal.hpp"

#include <fmt/format.h>

namespace colonnade::engine {

std::string what_trust_means(const std::string& plugin) {
    return fmt::format(
        "`--trust {}` runs it inside this program instead, where it can do all that you can: read "
        "and change your files, and use the network",
        plugin);
}

}  // namespace colonnade::engine
