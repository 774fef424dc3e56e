// SPDX-License-Identifier: Apache-2.0
#include "cli/table/cell_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"

namespace colonnade::cli {
namespace {

bool is_like_formula(std::string_view text) {
    return !text.empty() &&
           std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string json_text(std::string_view text) {
    using Json = nlohmann::json;
    return plain_json(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string csv_text(std::string_view text) {
    std::string cell(is_like_formula(text) ? "'" : "");
    cell += text;
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
