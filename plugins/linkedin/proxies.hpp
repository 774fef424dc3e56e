// SPDX-License-Identifier: Apache-2.0
// Facts that stand for something near to what they are called, because LinkedIn hands out no more.
#pragma once

#include <optional>
#include <string_view>

#include "fact_table.hpp"

namespace colonnade::linkedin {

// What the fact really tells, in each language.
struct Proxy {
    std::string_view de;
    std::string_view en;
};

// Nothing where the fact is what it is called.
[[nodiscard]] std::optional<Proxy> proxy_of(Fact fact);

}  // namespace colonnade::linkedin
