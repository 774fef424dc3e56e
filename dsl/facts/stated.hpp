// SPDX-License-Identifier: Apache-2.0
// Values of facts as a person writes them: in an answers file, or in a test beside a rulebook.
#pragma once

#include <string>
#include <vector>

#include "dsl/form/reader.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::dsl {

// A value in the base unit of its kind; moments in seconds.
struct StatedValue {
    bool is_text = false;
    double number = 0;
    std::string text;
};

struct StatedField {
    int field = -1;
    StatedValue value;
};

// `true`, `1200`, `60%`, `3 days`, `2026-01-31`, `2026-01-31T09:30:00Z`, a category's value, or a
// text. What does not fit the type or its bounds is reported.
[[nodiscard]] StatedValue read_stated_value(const Form& form, const Type& type,
                                            const Bounds& bounds, Span key, const Node& node);

// The fact that the key names, or -1 after a finding.
[[nodiscard]] int read_fact_name(const Form& form, const Catalogue& catalogue, const Node& key);

}  // namespace colonnade::dsl
