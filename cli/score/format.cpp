// SPDX-License-Identifier: Apache-2.0
#include "cli/score/format.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace colonnade::cli {
namespace {

struct Row {
    Format format;
    std::string_view name;
    std::string_view ending;
    std::optional<TableFormat> table;
};

// In the order of the enumeration.
constexpr std::array Rows{
    Row{Format::Text, "text", "txt", {}},
    Row{Format::Json, "json", "json", {}},
    Row{Format::Html, "html", "html", {}},
    Row{Format::Markdown, "markdown", "md", {}},
    Row{Format::Junit, "junit", "xml", {}},
    Row{Format::Csv, "csv", "csv", TableFormat::Csv},
    Row{Format::Ndjson, "ndjson", "ndjson", TableFormat::Ndjson},
    Row{Format::Parquet, "parquet", "parquet", TableFormat::Parquet},
};

const Row& row_of(Format format) {
    return Rows.at(static_cast<std::size_t>(format));
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
    const auto* row =
        std::find_if(Rows.begin(), Rows.end(), [&](const Row& r) { return r.name == name; });
    return row == Rows.end() ? std::nullopt : std::optional(row->format);
}

Format format_of_file(const std::string& path) {
    const auto ending = std::filesystem::path(path).extension().string();
    const auto* row = std::find_if(Rows.begin(), Rows.end(), [&](const Row& r) {
        return ending.size() == r.ending.size() + 1 && ending.ends_with(r.ending);
    });
    return row == Rows.end() ? Format::Text : row->format;
}

std::string_view name_of(Format format) {
    return row_of(format).name;
}

std::string_view ending_of(Format format) {
    return row_of(format).ending;
}

std::string names_of_formats() {
    std::string names;
    for (const auto& row : Rows)
        names += std::string(names.empty()          ? ""
                             : &row == &Rows.back() ? " or "
                                                    : ", ") +
                 std::string(row.name);
    return names;
}

std::optional<TableFormat> table_format(Format format) {
    return row_of(format).table;
}

}  // namespace colonnade::cli
