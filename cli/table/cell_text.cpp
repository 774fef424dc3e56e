// SPDX-License-Identifier: Apache-2.0
#include "cli/table/cell_text.hpp"

#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"

namespace colonnade::cli {

std::string json_text(std::string_view text) {
    using Json = nlohmann::json;
    return plain_json(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string csv_text(std::string_view text) {
    const bool like_formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string cell(like_formula ? "'" : "");
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace colonnade::cli
