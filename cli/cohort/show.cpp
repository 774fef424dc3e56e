// SPDX-License-Identifier: Apache-2.0
// `colonnade cohort show FILE`: how many people, their averages, how totals are spread.
#include <fmt/format.h>

#include <cmath>

#include "cli/cohort/commands.hpp"
#include "cli/json.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/totals_chart.hpp"
#include "cli/terminal.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t NameWidth = 26;
constexpr std::size_t FigureWidth = 9;
// As many as a line has room for.
constexpr std::size_t MostPillars = 4;

std::string average_text(const engine::Points& points) {
    const auto average = points.average();
    return padded_left(average ? points_text(*average, "en") : "–", FigureWidth);
}

std::size_t shown_pillars(const engine::Cohort& cohort) {
    return std::min(MostPillars, cohort.rules.pillars.size());
}

// An id, which is ASCII, with a blank before it.
std::string pillar_name(const std::string& id) {
    return id.size() < FigureWidth ? id : padded(id, FigureWidth - 1);
}

std::string head_line(const engine::Cohort& cohort) {
    auto line = padded(cohort.by.empty() ? "" : cohort.by, NameWidth) +
                padded_left("people", FigureWidth) + padded_left("average", FigureWidth);
    for (std::size_t p = 0; p < shown_pillars(cohort); ++p)
        line += padded_left(pillar_name(clean(cohort.rules.pillars[p])), FigureWidth);
    return line + "\n";
}

std::string line_of(std::string_view name, const engine::People& people,
                    const engine::Cohort& cohort) {
    auto line = padded(clean(name), NameWidth) +
                padded_left(grouped(static_cast<std::size_t>(people.count())), FigureWidth) +
                average_text(people.total);
    for (std::size_t p = 0; p < shown_pillars(cohort); ++p)
        line += average_text(people.pillars[p]);
    return line + "\n";
}

std::string days_text(const engine::Cohort& cohort) {
    if (!cohort.first_as_of || !cohort.last_as_of) return {};
    const auto first = dsl::date_text(*cohort.first_as_of);
    const auto last = dsl::date_text(*cohort.last_as_of);
    return first == last ? fmt::format(", as of {}", first)
                         : fmt::format(", as of {} to {}", first, last);
}

std::string left_out_text(const CohortFile& file) {
    const auto& left_out = file.cohort.left_out;
    std::string text;
    if (left_out.not_assessed > 0)
        text += fmt::format("{} not assessed\n", grouped(left_out.not_assessed));
    if (left_out.provisional > 0)
        text += fmt::format("{} assessed by less than half, not counted\n",
                            grouped(left_out.provisional));
    if (file.withheld.groups > 0)
        text += fmt::format("{} with {} people: too few to be told\n",
                            counted(file.withheld.groups, "group"), grouped(file.withheld.members));
    return text.empty() ? text : "\n" + text;
}

std::string show_text(const CohortFile& file) {
    const auto& cohort = file.cohort;
    auto text = fmt::format("{} {}{}{}\n", clean(cohort.rules.id), clean(cohort.rules.edition),
                            days_text(cohort), file.part ? ", a part" : "");
    if (!file.note.empty()) text += paragraph("", file.note);
    text += "\n" + head_line(cohort);
    for (const auto& [name, people] : cohort.groups)
        text += line_of(name, people, cohort);
    text += line_of(file.name.empty() ? "everyone" : file.name, cohort.everyone, cohort);
    return text + "\n" + totals_chart(cohort.everyone.totals) + left_out_text(file);
}

JsonValue average_json(const engine::Points& points) {
    const auto average = points.average();
    return average ? JsonValue(std::round(*average * engine::PointUnits) / engine::PointUnits)
                   : JsonValue(nullptr);
}

JsonValue people_json(std::string_view name, const engine::People& people,
                      const engine::Cohort& cohort) {
    JsonValue json{{"name", name},
                   {"members", people.count()},
                   {"average", average_json(people.total)},
                   {"pillars", JsonValue::object()}};
    for (std::size_t p = 0; p < cohort.rules.pillars.size(); ++p)
        json["pillars"][cohort.rules.pillars[p]] = average_json(people.pillars[p]);
    return json;
}

std::string show_json(const CohortFile& file) {
    const auto& cohort = file.cohort;
    JsonValue json{{"rulebook", cohort.rules.id},
                   {"edition", cohort.rules.edition},
                   {"by", cohort.by},
                   {"note", file.note},
                   {"everyone", people_json(file.name, cohort.everyone, cohort)},
                   {"groups", JsonValue::array()}};
    for (const auto& [name, people] : cohort.groups)
        json["groups"].push_back(people_json(name, people, cohort));
    return json_document(json);
}

}  // namespace

Exit run_cohort_show(const Options& options) {
    if (!options.format.empty() && options.format != "text" && options.format != "json") {
        say_error(fmt::format("no format `{}`", options.format), "text or json");
        return Exit::Usage;
    }
    const auto file = read_cohort(options.data.front());
    if (!file) return Exit::Data;
    return write_output(options, options.format == "json" ? show_json(*file) : show_text(*file));
}

}  // namespace colonnade::cli
