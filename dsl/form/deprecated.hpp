// SPDX-License-Identifier: Apache-2.0
// Keys that had, or are often given, another name: still read, and reported with the edit that
// writes today's.
#pragma once

#include <span>
#include <string_view>

#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

struct Form;

struct FormerKey {
    std::string_view table;
    std::string_view former;
    std::string_view key;  // today's
};

// Those of the table called so.
[[nodiscard]] std::span<const FormerKey> former_keys(std::string_view table);

// Reports that `key`, a former name, is `today` now.
void report_former(const Form& form, const Node& key, std::string_view today);

// Gives the keys of a map today's names, and reports those that had another one. Where both stand
// there, they stay for whoever reads the map.
void rename_former(const Form& form, Node& map, std::string_view table);

}  // namespace colonnade::dsl
