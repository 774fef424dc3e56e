// SPDX-License-Identifier: Apache-2.0
#include "cli/html/report_json.hpp"

#include <fmt/format.h>

#include "cli/json.hpp"
#include "cli/render/json/result.hpp"
#include "cli/render/plan.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

// Each rating that is shown, once: a result has their ids only.
class Ratings {
public:
    JsonValue id_of(const std::optional<engine::RatingResult>& rating) {
        if (!rating) return nullptr;
        ratings_[rating->id] = {
            {"title", rating->title}, {"colour", rating->colour}, {"sign", rating->sign}};
        return rating->id;
    }
    JsonValue take() { return std::move(ratings_); }

private:
    JsonValue ratings_ = JsonValue::object();
};

JsonValue ratings_json(const engine::Result& result) {
    Ratings ratings;
    (void)ratings.id_of(result.rating);
    for (const auto& pillar : result.pillars) {
        (void)ratings.id_of(pillar.rating);
        for (const auto& rule : pillar.rules)
            (void)ratings.id_of(rule.rating);
    }
    const auto low = ratings.id_of(result.rating_low);
    const auto high = ratings.id_of(result.rating_high);
    return {{"low", low}, {"high", high}, {"by_id", ratings.take()}};
}

JsonValue picture_json(const RulePicture& picture) {
    JsonValue json{{"measure", picture.measure}};
    if (!picture.chart) return json;
    const auto& chart = *picture.chart;
    json["line"] = JsonValue::array();
    for (const auto& point : chart.line)
        json["line"].push_back({point.x, point.y});
    json["ticks"] = JsonValue::array();
    for (const auto& tick : chart.ticks)
        json["ticks"].push_back({{"x", tick.x}, {"label", tick.label}});
    json["unit"] = chart.unit;
    json["description"] = chart.description;
    if (chart.person) json["person"] = {chart.person->x, chart.person->y};
    return json;
}

// What the page shows and a result does not hold.
JsonValue shown_json(const Reading& reading) {
    JsonValue json{{"ratings", ratings_json(reading.result)},
                   {"stateable", JsonValue::array()},
                   {"rules", JsonValue::array()}};
    for (const auto& unknown : reading.result.unknown) {
        if (unknown.stateable) json["stateable"].push_back(unknown.fact);
    }
    for (const auto& picture : reading.rules)
        json["rules"].push_back(picture_json(picture));
    return json;
}

engine::Result without_pieces(engine::Result result) {
    for (auto& pillar : result.pillars) {
        for (auto& rule : pillar.rules) {
            rule.measure_part.reset();
            rule.condition_part.reset();
        }
    }
    return result;
}

// `<` stands in texts only, where it may be written so.
std::string without_markup(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0;;) {
        const auto next = json.find('<', at);
        out += json.substr(at, next - at);
        if (next == std::string_view::npos) return out;
        out += "\\u003c";
        at = next + 1;
    }
}

std::string history_json(const std::vector<PastScore>& history) {
    auto json = JsonValue::array();
    for (const auto& past : history)
        json.push_back({{"as_of", dsl::time_text(past.as_of)}, {"score", past.score}});
    return json.dump();
}

}  // namespace

std::string report_json(const Report& report) {
    std::string readings;
    for (const auto& reading : report.readings) {
        const auto shown = json_line(shown_json(reading));
        const auto plan = reading.plan
                              ? fmt::format(",\n\"plan\":{}", render_exact_plan_json(*reading.plan))
                              : std::string();
        readings += fmt::format(
            "{}\n{{\"result\":{},\n\"shown\":{}{}}}", readings.empty() ? "" : ",",
            render_exact_json(without_pieces(reading.result), report.ssi ? &*report.ssi : nullptr),
            shown, plan);
    }
    const auto history =
        report.history.empty() ? "" : fmt::format(",\"history\":{}", history_json(report.history));
    return without_markup(fmt::format("{{\"colonnade\":\"{}\",\"report\":{}{},\"readings\":[{}]}}",
                                      COLONNADE_VERSION, ReportVersion, history, readings));
}

}  // namespace colonnade::cli
