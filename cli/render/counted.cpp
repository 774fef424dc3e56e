// SPDX-License-Identifier: Apache-2.0
#include "cli/render/counted.hpp"

#include <fmt/format.h>

namespace colonnade::cli {

std::string counted(std::size_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string grouped(std::size_t number) {
    auto text = fmt::format("{}", number);
    for (auto at = text.size(); at > 3;)
        text.insert(at -= 3, 1, ',');
    return text;
}

}  // namespace colonnade::cli
