// SPDX-License-Identifier: Apache-2.0
// Which rating of a rulebook is reached.
#pragma once

#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::engine {

// By `part` of `whole`, judged by what is shown with one decimal; null where there is none.
[[nodiscard]] const dsl::Rating* find_rating(const dsl::Rulebook& rulebook, double part,
                                             double whole);

}  // namespace colonnade::engine
