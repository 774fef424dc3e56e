// SPDX-License-Identifier: Apache-2.0
#include "dsl/types/unit.hpp"

#include <array>

namespace colonnade::dsl {
namespace {

constexpr std::array<std::string_view, 7> Names = {"second", "minute", "hour", "day",
                                                   "week",   "month",  "year"};

}  // namespace

std::string_view text_of(Unit unit) {
    return Names.at(static_cast<std::size_t>(unit));
}

std::optional<Unit> unit_named(std::string_view name) {
    if (name.ends_with('s')) name.remove_suffix(1);
    for (std::size_t i = 0; i < Names.size(); ++i) {
        if (name == Names[i]) return static_cast<Unit>(i);
    }
    return std::nullopt;
}

}  // namespace colonnade::dsl
