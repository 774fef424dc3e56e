// SPDX-License-Identifier: Apache-2.0
// `colonnade report FILE.html`: a report shown again, in another language or form, without the data
// that it was made of.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/html/report_json.hpp"
#include "cli/render/json/result.hpp"
#include "cli/render/linkedin_ssi.hpp"
#include "cli/render/text.hpp"
#include "cli/terminal.hpp"
#include "cli/text_or_json.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

std::optional<Report> open_report(const std::string& path) {
    const auto content = engine::read_file(path, MostReportBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return std::nullopt;
    }
    auto read = read_report(std::get<std::string>(content));
    if (const auto* problem = std::get_if<NoReport>(&read)) {
        say_error(fmt::format("`{}`: {}", dsl::visible(path), problem->message),
                  "`colonnade score DATA -o FILE.html` writes a report");
        return std::nullopt;
    }
    return std::move(std::get<Report>(read));
}

Exit choose_language(const Options& options, Report& report) {
    if (options.language.empty() || report.lead_with(options.language)) return Exit::Fine;
    std::vector<std::string> known;
    for (const auto& reading : report.readings)
        known.push_back(reading.result.language);
    say_error(fmt::format("the report is not written in `{}`", options.language),
              dsl::did_you_mean(options.language, known));
    return Exit::Usage;
}

std::string render(const Report& report, const Options& options, Form form) {
    const auto& result = report.readings.front().result;
    const auto* ssi = report.ssi ? &*report.ssi : nullptr;
    if (form == Form::Html) return render_html(report);
    if (form == Form::Json) return render_json(result, true, ssi);
    const TextStyle style{wants_color(options, 1) && options.output.empty()};
    return (options.details ? render_details(result, style) : render_summary(result, style)) +
           (ssi != nullptr ? render_ssi(*ssi, result) : "");
}

}  // namespace

Exit run_report(const Options& options) {
    const auto form = text_json_or_html(options);
    if (!form) return Exit::Usage;
    auto report = open_report(options.data.front());
    if (!report) return Exit::Data;
    if (const auto end = choose_language(options, *report); end != Exit::Fine) return end;
    return write_output(options, render(*report, options, *form));
}

}  // namespace colonnade::cli
