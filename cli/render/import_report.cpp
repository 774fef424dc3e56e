// SPDX-License-Identifier: Apache-2.0
#include "cli/render/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::json;

// A report comes from a plugin: what is missing or of another type is taken as empty.
std::string text_in(const Json& json, const char* key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? clean(at->get<std::string>()) : std::string{};
}

std::int64_t number_in(const Json& json, const char* key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

const Json& list_in(const Json& json, const char* key) {
    static const Json none = Json::array();
    const auto at = json.find(key);
    return at != json.end() && at->is_array() ? *at : none;
}

std::string rows_of(const Json& file) {
    const auto rows = number_in(file, "rows");
    auto text = fmt::format("{} {}", rows, rows == 1 ? "row" : "rows");
    if (const auto refused = number_in(file, "refused"); refused > 0)
        text += fmt::format(", {} refused", refused);
    return text;
}

// What was read of a file, or why it was not: `ignored` on purpose, `refused` because it is broken.
std::string file_lines(const Json& file) {
    const auto status = text_in(file, "status");
    const bool is_read = status != "ignored" && status != "refused";
    const auto folder = text_in(file, "from");
    const auto from = folder.empty() ? folder : fmt::format(", from {}", folder);
    auto text =
        paragraph(fmt::format("  {}  ", padded(text_in(file, "name"), 38)),
                  is_read ? rows_of(file) + from : status + from + ": " + text_in(file, "reason"));
    for (const auto& problem : list_in(file, "problems")) {
        text += paragraph("      ", fmt::format("line {}: {}", number_in(problem, "line"),
                                                text_in(problem, "message")));
    }
    return text;
}

std::string period(const Json& fact) {
    const auto from = text_in(fact, "from");
    const auto to = text_in(fact, "to");
    if (from.empty()) return {};
    return from == to ? ", " + from : fmt::format(", {} to {}", from, to);
}

std::string fact_lines(const Json& report, const engine::Result& result, std::string_view state,
                       std::string_view title) {
    std::string text;
    for (const auto& fact : list_in(report, "facts")) {
        if (text_in(fact, "state") != state) continue;
        const auto name = text_in(fact, "fact");
        const auto open = std::find_if(result.unknown.begin(), result.unknown.end(),
                                       [&](const auto& u) { return u.fact == name; });
        const auto rows = number_in(fact, "rows");
        auto line = text_in(fact, "reason");
        if (rows > 0) line = fmt::format("{} ({}{})", rows, line, period(fact));
        if (open != result.unknown.end()) {
            line += fmt::format("; leaves {:.1f} points open: {}", open->points,
                                fmt::join(open->rules, ", "));
        }
        text += paragraph(fmt::format("  {} ", padded(name, 22)), line);
    }
    return text.empty() ? text : fmt::format("\n{}\n{}", title, text);
}

}  // namespace

std::string render_import_report(std::string_view report, const engine::Result& result,
                                 bool color) {
    const auto json = Json::parse(report, nullptr, false);
    if (!json.is_object()) return "note: the source gave no report that can be read\n";
    std::string text = bold(text_in(json, "title"), color) + "\n";
    if (const auto as_of = json.find("as_of"); as_of != json.end() && as_of->is_object()) {
        text +=
            fmt::format("as of {}, from {}\n", text_in(*as_of, "value"), text_in(*as_of, "from"));
    }
    text += "\nFiles\n";
    for (const auto& file : list_in(json, "files"))
        text += file_lines(file);
    text += fact_lines(json, result, "read", "Facts that were read");
    text += fact_lines(json, result, "none", "Facts that are known to be empty");
    text += fact_lines(json, result, "unknown", "Facts that stay unknown");
    for (const auto& warning : list_in(json, "warnings")) {
        if (warning.is_string()) text += paragraph("warning: ", warning.get<std::string>());
    }
    return text;
}

}  // namespace colonnade::cli
