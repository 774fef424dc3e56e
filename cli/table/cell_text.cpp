// SPDX-License-Identifier: Apache-2.0
#include "cli/table/cell_text.hpp"

#include <algorithm>
#include <array>

#include "cli/json.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Spreadsheets look behind blanks, and some take the wide signs of East Asian keyboards as well.
bool is_like_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return true;
    constexpr std::array<std::string_view, 4> Wide{"＝", "＋", "－", "＠"};
    return std::any_of(Wide.begin(), Wide.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string json_text(std::string_view text) {
    return json_line(text);
}

std::string csv_text(std::string_view text) {
    std::string cell(is_like_formula(text) ? "'" : "");
    cell += dsl::visible(text, true);
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string text_cell(std::string_view text, TableForm form) {
    return form == TableForm::Ndjson ? json_text(text) : csv_text(text);
}

bool is_plain(std::string_view text, TableForm form) {
    const auto special = form == TableForm::Ndjson ? '\\' : ',';
    const auto is_plain_letter = [&](char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != special;
    };
    return std::all_of(text.begin(), text.end(), is_plain_letter) &&
           (form == TableForm::Ndjson || !is_like_formula(text));
}

}  // namespace colonnade::cli
