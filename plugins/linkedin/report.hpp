// SPDX-License-Identifier: Apache-2.0
// The report of an import: what became of each file and each fact, without a value of either.
#pragma once

#include <string>

#include "as_of.hpp"
#include "findings.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {

// One JSON object.
[[nodiscard]] std::string write_report(const Findings& findings, const FactStates& states,
                                       const AsOf& as_of);

}  // namespace colonnade::linkedin
