// SPDX-License-Identifier: Apache-2.0
// JSON of ours that comes back, perhaps changed on its way: reports, results to compare and
// manifests of parts are refused, or taken so that they are written again as they were taken. A
// manifest is read as a file, too.
#include <algorithm>
#include <optional>

#include "cli/compare/comparison.hpp"
#include "cli/compare/read_result.hpp"
#include "cli/html/report_json.hpp"
#include "cli/parts/manifest.hpp"
#include "cli/render/json/result.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/memory_file.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

std::optional<cli::Report> taken_from(const std::string& page) {
    auto read = cli::read_report(page);
    if (auto* report = std::get_if<cli::Report>(&read)) return std::move(*report);
    hold(!std::get<cli::NoReport>(read).message.empty(), "a refusal has words", page);
    return std::nullopt;
}

std::optional<cli::Report> taken(const std::string& json) {
    return taken_from(std::string(cli::ReportStart) + json + std::string(cli::ReportEnd));
}

void check_figures(const engine::Result& result) {
    const auto within = [](double figure) { return 0 <= figure && figure <= 100; };
    hold(!result.score || within(*result.score), "a total is of 100");
    hold(within(result.low) && within(result.high), "bounds are of 100");
    hold(0 <= result.assessed && result.assessed <= 1, "what is assessed is a share");
    for (const auto& pillar : result.pillars) {
        hold(within(pillar.of) && within(pillar.points.value_or(0)), "a pillar is of 100");
        for (const auto& rule : pillar.rules)
            hold(within(rule.of) && within(rule.points), "a rule is of 100");
    }
}

void check_report(const std::string& json) {
    const auto report = taken(json);
    if (!report) return;
    hold(!report->readings.empty(), "a report is in a language");
    for (const auto& reading : report->readings)
        check_figures(reading.result);
    const auto written = cli::report_json(*report);
    hold(written.find('<') == std::string::npos, "no text ends the report's script", written);
    const auto again = taken(written);
    hold(again.has_value(), "a report that is written can be read", written);
    hold(cli::report_json(*again) == written, "a report is written alike", written);
    const auto& result = report->readings.front().result;
    const auto compared = cli::read_result(cli::render_exact_json(result));
    hold(compared.has_value(), "a result of a report can be compared", written);
    hold(compared->result.score == result.score && compared->result.as_of == result.as_of,
         "a result of a report is compared as it is", written);
}

void check_result(const std::string& json) {
    const auto read = cli::read_result(json);
    hold(!read || cli::is_meant_as_result(json), "a result was meant as one", json);
    if (!read) return;
    const auto of = [&] { return cli::ComparedResult{read->result, read->program}; };
    const auto comparison = cli::compare(of(), of(), {}, cli::NoSplit::OnlyResults, 1);
    hold(comparison.difference.has_value() == read->result.score.has_value(),
         "what has a score can be compared", json);
    hold(comparison.difference.value_or(0) == 0 && comparison.rules.empty(),
         "a result does not differ from itself", json);
}

void check_manifest(const std::string& json) {
    const auto manifest = cli::parse_manifest(json);
    std::string problem;
    const fuzz::MemoryFile file(json);
    const auto of_file = cli::read_manifest(file.path(), problem);
    hold(problem.empty() && of_file.has_value() == manifest.has_value(),
         "a manifest is the same in its file", problem);
    hold(!cli::read_manifest("/proc/nothing", problem) && problem.empty(),
         "nothing has no manifest");
    hold(!cli::read_manifest("/proc", problem) && !problem.empty(), "a folder is no manifest");
    if (!manifest) return;
    const auto written = cli::manifest_text(*manifest);
    const auto again = cli::parse_manifest(written);
    hold(again.has_value(), "a manifest that is written is one", written);
    hold(cli::manifest_text(*again) == written, "a manifest is written alike", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = fuzz::text_of(data, size);
    check_report(json);
    check_result(json);
    check_manifest(json);
    static_cast<void>(cli::is_meant_as_result(json));
    static_cast<void>(taken_from(json));
    return 0;
}
