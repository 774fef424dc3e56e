// SPDX-License-Identifier: Apache-2.0
#include "engine/map/map_report.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"
#include "plugins/text/json_writer.hpp"

namespace colonnade::engine {
namespace {

// Longer cells are no more telling.
constexpr std::size_t MostShownWidth = 40;

std::string shown(std::string_view text) {
    return dsl::visible(dsl::cut_to_width(text, MostShownWidth));
}

}  // namespace

void MapReport::refuse(std::int64_t line, std::string_view why) {
    ++refused_;
    if (problems_.size() < MostProblemsQuoted) problems_.push_back({line, std::string(why)});
}

void MapReport::add_bad_cell(std::int64_t line, const std::string& column, std::string_view cell,
                             std::string_view problem) {
    if (++bad_cells_[column] > MostCellsQuoted || problems_.size() >= MostProblemsQuoted) return;
    const auto what = cell.empty() ? std::string("the cell") : fmt::format("`{}`", shown(cell));
    problems_.push_back({line, fmt::format("`{}`: {} is {}", shown(column), what, problem)});
}

void MapReport::add_cut(std::int64_t line, std::string what) {
    ++cuts_.try_emplace(std::move(what), Cut{line}).first->second.lines;
}

std::string MapReport::json(std::string_view as_of) const {
    text::JsonWriter json;
    const auto text = [&json](std::string_view key, std::string_view value) {
        json.key(key);
        json.text(value);
    };
    const auto number = [&json](std::string_view key, std::int64_t value) {
        json.key(key);
        json.number(value);
    };
    json.begin_object();
    text("source", "map");
    text("title", "Table by a mapping file");
    json.key("as_of");
    json.begin_object();
    text("value", as_of);
    text("from", "the call or the mapping file");
    json.end_object();
    json.key("files");
    json.begin_array();
    json.begin_object();
    text("name", dsl::visible(name_));
    text("status", "read");
    number("rows", rows_);
    number("refused", refused_);
    if (!decoded_.encoding.empty()) text("encoding", decoded_.encoding);
    json.key("problems");
    json.begin_array();
    for (const auto& problem : problems_) {
        json.begin_object();
        number("line", problem.line);
        text("message", problem.message);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.end_array();
    json.key("facts");
    json.begin_array();
    json.end_array();
    json.key("warnings");
    json.begin_array();
    for (const auto& [what, cut] : cuts_) {
        const auto more = cut.lines > 1 ? fmt::format(" and {} more", cut.lines - 1) : "";
        json.text(fmt::format("line {}{}: {}", cut.line, more, what));
    }
    for (const auto& [column, count] : bad_cells_) {
        json.text(fmt::format("column `{}`: {} cannot be read, and what they say stays unknown",
                              shown(column),
                              count == 1 ? "1 cell" : fmt::format("{} cells", count)));
    }
    if (decoded_.replaced > 0)
        json.text(fmt::format("in {} places there is no text in its encoding; it was replaced",
                              decoded_.replaced));
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace colonnade::engine
