// SPDX-License-Identifier: Apache-2.0
// One person in one of the formats of whole results.
#pragma once

#include <string>

#include "cli/score/format.hpp"
#include "cli/score/person_result.hpp"

namespace colonnade::cli {

struct PersonStyle {
    bool every_rule = false;
    bool color = false;    // in text
    bool on_lines = true;  // in JSON: else on one line
};

// Precondition: the format is no table.
[[nodiscard]] std::string render_person(const PersonResult& person, Format format,
                                        PersonStyle style);

}  // namespace colonnade::cli
