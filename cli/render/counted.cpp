// SPDX-License-Identifier: Apache-2.0
#include "cli/render/counted.hpp"

#include <fmt/format.h>

namespace colonnade::cli {

std::string counted(std::size_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace colonnade::cli
