// SPDX-License-Identifier: Apache-2.0
// Reads a report back out of its page.
#include <fmt/format.h>

#include <algorithm>

#include "cli/html/json_node.hpp"
#include "cli/html/read_plan.hpp"
#include "cli/html/read_result.hpp"
#include "cli/html/report_json.hpp"

namespace colonnade::cli {
namespace {

ChartPoint point_in(const JsonNode& json) {
    const auto numbers = json.items(2, 2);
    return {numbers[0].whole(0, ChartSize), numbers[1].whole(0, ChartSize)};
}

Chart chart_in(const JsonNode& json) {
    Chart chart;
    for (const auto& point : json.at("line").items(2, MostChartPoints))
        chart.line.push_back(point_in(point));
    for (const auto& tick : json.at("ticks").items(0, MostChartTicks))
        chart.ticks.push_back({tick.at("x").whole(0, ChartSize), tick.at("label").text()});
    chart.unit = json.text_at("unit");
    chart.description = json.text_at("description");
    if (const auto person = json.find("person")) chart.person = point_in(*person);
    return chart;
}

Reading reading_in(const JsonNode& json) {
    const auto shown = json.at("shown");
    Reading reading{read_result(json.at("result"), shown), {}, {}};
    std::vector<engine::RuleResult*> rules;
    for (auto& pillar : reading.result.pillars) {
        for (auto& rule : pillar.rules)
            rules.push_back(&rule);
    }
    for (const auto& picture : shown.at("rules").items(rules.size(), rules.size())) {
        RulePicture read{picture.at("measure").text(), {}};
        if (picture.find("line")) read.chart = chart_in(picture);
        // A yes/no that is unknown cannot be told from its value.
        auto& rule = *rules[reading.rules.size()];
        if (!read.chart && !rule.value) rule.type = {dsl::Kind::YesNo};
        reading.rules.push_back(std::move(read));
    }
    if (const auto plan = json.find("plan")) reading.plan = read_plan(*plan, reading.result);
    return reading;
}

SsiGroup group_in(const JsonNode& json) {
    SsiGroup group;
    group.type = json.at("group").text();
    group.industry = json.text_at("industry");
    if (const auto top = json.find("top_percent")) group.top = top->whole(0, 100);
    if (const auto size = json.find("members"))
        group.size = static_cast<std::int64_t>(size->number(0, MostSsiMembers));
    if (const auto average = json.find("average")) group.average = average->number(0, SsiPoints);
    return group;
}

LinkedinSsi ssi_in(const JsonNode& json) {
    LinkedinSsi ssi;
    ssi.score = json.at("score").number(0, SsiPoints);
    const auto pillars = json.at("pillars").items(SsiPillars.size(), SsiPillars.size());
    for (std::size_t i = 0; i < pillars.size(); ++i)
        ssi.pillars.at(i) = pillars[i].at("score").number(0, SsiPillarPoints);
    for (const auto& group : json.at("groups").items(0, MostSsiGroups))
        ssi.groups.push_back(group_in(group));
    return ssi;
}

std::vector<PastScore> history_in(const JsonNode& json, std::int64_t as_of) {
    std::vector<PastScore> history;
    for (const auto& past : json.items(0, MostPastScores)) {
        history.push_back({past.at("as_of").moment(), past.at("score").number(0, 100)});
        const bool rises =
            history.size() == 1 || history[history.size() - 2].as_of < history.back().as_of;
        if (!rises || history.back().as_of >= as_of) past.wrong("is not in the order of time");
    }
    return history;
}

Report report_in(const JsonNode& json) {
    const auto version = json.at("report");
    if (version.whole(0, 1'000'000) != ReportVersion)
        version.wrong(
            fmt::format("is not {}; another version of Colonnade wrote it", ReportVersion));
    Report report;
    const auto readings = json.at("readings").items(1, MostReadings);
    for (const auto& reading : readings) {
        auto read = reading_in(reading);
        if (report.in(read.result.language) != nullptr) reading.wrong("is in a language twice");
        report.readings.push_back(std::move(read));
    }
    if (const auto ssi = readings.front().at("result").find("linkedin_ssi"))
        report.ssi = ssi_in(*ssi);
    if (const auto history = json.find("history"))
        report.history = history_in(*history, report.readings.front().result.as_of);
    return report;
}

}  // namespace

std::variant<Report, NoReport> read_report(std::string_view page) {
    const auto start = page.find(ReportStart);
    if (start == std::string_view::npos) return NoReport{"it is no report of Colonnade"};
    page.remove_prefix(start + ReportStart.size());
    const auto end = page.find(ReportEnd);
    if (end == std::string_view::npos) return NoReport{"it is cut off"};
    try {
        JsonDocument document(page.substr(0, end), MostReportDepth);
        return report_in(document.root());
    } catch (const WrongJson& wrong) {
        return NoReport{fmt::format("the report in it is damaged: {}", wrong.message)};
    }
}

}  // namespace colonnade::cli
