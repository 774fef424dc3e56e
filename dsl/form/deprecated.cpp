// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/deprecated.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/form/reader.hpp"

namespace colonnade::dsl {
namespace {

// Those of a table stand together. A key of today never stands on the left: the same word would
// mean two things.
constexpr auto Rows = std::to_array<FormerKey>({
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

std::span<const FormerKey> former_keys(std::string_view table) {
    const auto is_own = [&](const FormerKey& row) { return row.table == table; };
    const auto first = std::find_if(Rows.begin(), Rows.end(), is_own);
    return {first, std::find_if_not(first, Rows.end(), is_own)};
}

void report_former(const Form& form, const Node& key, std::string_view today) {
    form.report(Code::DeprecatedKey, key.span, fmt::format("the key is called `{}`", today),
                fmt::format("write `{}`", today), {}, {{key.span, std::string(today)}});
}

void rename_former(const Form& form, Node& map, std::string_view table) {
    const auto rows = former_keys(table);
    for (auto& [key, value] : map.entries) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const FormerKey& known) {
            return known.former == key.text;
        });
        if (row == rows.end() || map.find(row->key) != nullptr) continue;
        report_former(form, key, row->key);
        key.text = row->key;
        key.verbatim = false;
    }
}

}  // namespace colonnade::dsl
