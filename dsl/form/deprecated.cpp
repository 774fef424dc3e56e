// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/deprecated.hpp"

#include <fmt/format.h>

#include <algorithm>
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

void report_former(const Form& form, const Node& key, std::string_view today) {
    form.report(Code::DeprecatedKey, key.span, fmt::format("the key is called `{}`", today),
                fmt::format("write `{}`", today), {}, {{key.span, std::string(today)}});
}

void rename_former(const Form& form, Node& map, std::string_view table) {
    for (auto& [key, value] : map.entries) {
        const auto row = std::find_if(Rows.begin(), Rows.end(), [&](const Row& known) {
            return known.table == table && known.former == key.text;
        });
        if (row == Rows.end() || map.find(row->key) != nullptr) continue;
        report_former(form, key, row->key);
        key.text = row->key;
        key.verbatim = false;
    }
}

}  // namespace colonnade::dsl
