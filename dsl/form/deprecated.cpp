// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/deprecated.hpp"

#include <array>

namespace colonnade::dsl {
namespace {

struct Row {
    std::string_view table;
    std::string_view former;
    std::string_view key;
};

// A key of today never stands on the left: the same word would mean two things.
constexpr auto Rows = std::to_array<Row>({
    {"rulebook", "name", "title"},
    {"rulebook", "description", "note"},
    {"rulebook", "defines", "define"},
    {"rating", "color", "colour"},
    {"rating", "name", "title"},
    {"pillar", "name", "title"},
    {"rule", "name", "title"},
    {"rule", "weight", "points"},
    {"rule", "when", "if"},
    {"rule", "why", "because"},
    {"rule", "reason", "because"},
    {"caution", "name", "title"},
    {"caution", "if", "when"},
});

}  // namespace

std::vector<std::string_view> former_names(std::string_view table, std::string_view key) {
    std::vector<std::string_view> names;
    for (const auto& row : Rows) {
        if (row.table == table && row.key == key) names.push_back(row.former);
    }
    return names;
}

}  // namespace colonnade::dsl
