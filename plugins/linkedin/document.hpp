// SPDX-License-Identifier: Apache-2.0
// The profile document: what the rest of the program knows of the person.
#pragma once

#include <string>

#include "as_of.hpp"
#include "findings.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {

// One JSON object. Facts that are unknown do not stand in it, those known to be none stand there
// empty.
[[nodiscard]] std::string write_document(const Findings& findings, const FactStates& states,
                                         const AsOf& as_of, std::string_view id);

}  // namespace colonnade::linkedin
