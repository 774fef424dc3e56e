// SPDX-License-Identifier: Apache-2.0
#include "cli/score/render_person.hpp"

#include "cli/html/report.hpp"
#include "cli/render/gates.hpp"
#include "cli/render/json/result.hpp"
#include "cli/render/linkedin_ssi.hpp"
#include "cli/render/markdown.hpp"
#include "cli/render/result_junit.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {
namespace {

std::string render_text(const PersonResult& person, PersonStyle style) {
    const auto& result = person.result;
    const TextStyle look{style.color};
    auto text = style.every_rule ? render_details(result, look) : render_summary(result, look);
    text += render_gates(person.gates, result.language, look);
    return person.ssi != nullptr ? text + render_ssi(*person.ssi, result) : text;
}

std::string render_report(const PersonResult& person) {
    auto report = report_of(person.result, person.scored, person.session,
                            person.ssi != nullptr ? std::optional(*person.ssi) : std::nullopt);
    report.history = person.history;
    if (person.goal != nullptr) add_plan(report, person.scored, *person.goal);
    return render_html(report);
}

}  // namespace

std::string render_person(const PersonResult& person, Format format, PersonStyle style) {
    switch (format) {
        case Format::Json:
            return render_json(person.result, style.on_lines, person.ssi, person.gates);
        case Format::Html:
            return render_report(person);
        case Format::Markdown:
            return render_markdown(person, style.every_rule);
        case Format::Junit:
            return junit_document({junit_suite(person)});
        default:
            return render_text(person, style);
    }
}

}  // namespace colonnade::cli
