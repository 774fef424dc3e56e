// SPDX-License-Identifier: Apache-2.0
// The JSON result: a contract, described by docs/schemas/result.schema.json.
#pragma once

#include <span>
#include <string>

#include "cli/gates/gate.hpp"
#include "cli/linkedin_ssi.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// One object with keys in fixed order and numbers with 4 decimals that add up; indented, or on one
// line. Ends with a line break.
// `ssi`: LinkedIn's own number, or null.
[[nodiscard]] std::string render_json(engine::Result result, bool indented,
                                      const LinkedinSsi* ssi = nullptr,
                                      std::span<const GateResult> gates = {});
// The same on one line with every number as it was computed, so that nothing is lost when it is
// read again; without a line break.
[[nodiscard]] std::string render_exact_json(const engine::Result& result,
                                            const LinkedinSsi* ssi = nullptr);

}  // namespace colonnade::cli
