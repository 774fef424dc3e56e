// SPDX-License-Identifier: Apache-2.0
// A report as a page. Each language is an article of its own; which one shows is a matter of style
// alone, so that the switch works where scripts do not.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/page.hpp"
#include "cli/html/report_json.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/html/report_style.hpp"
#include "cli/render/labels.hpp"
#include "dsl/types/moment.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

// What no style can do: the page's own language and title follow the switch.
constexpr std::string_view Script =
    "const switches=document.querySelectorAll('input[name=language]');"
    "const follow=()=>{for(const one of switches)if(one.checked){"
    "document.documentElement.lang=one.value;document.title=one.dataset.title}};"
    "for(const one of switches)one.addEventListener('change',follow);follow();";

std::string name_of(std::string_view language) {
    if (language == "de") return "Deutsch";
    if (language == "en") return "English";
    return std::string(language);
}

std::string title_of(const engine::Result& result) {
    return fmt::format("{} – {}", result.rulebook_title, result.profile);
}

std::string switch_of(const Report& report) {
    if (report.readings.size() < 2) return {};
    std::string html =
        "<fieldset class=\"languages\"><legend class=\"unseen\">Sprache, language</legend>\n";
    for (const auto& reading : report.readings) {
        const auto language = escape_html(reading.result.language);
        html += fmt::format(
            "<label lang=\"{}\"><input type=\"radio\" name=\"language\" id=\"switch-{}\" "
            "value=\"{}\" "
            "data-title=\"{}\"{}> <span>{}</span></label>\n",
            language, language, language, escape_html(title_of(reading.result)),
            &reading == &report.readings.front() ? " checked" : "",
            escape_html(name_of(reading.result.language)));
    }
    return html + "</fieldset>\n";
}

// An article is shown while its switch is on.
std::string switch_style(const Report& report) {
    std::string style;
    if (report.readings.size() < 2) return style;
    for (const auto& reading : report.readings) {
        const auto language = escape_html(reading.result.language);
        style += fmt::format(
            "body:has(#switch-{}:checked) main>article:not([lang={}]){{display:none}}\n", language,
            language);
    }
    return style;
}

std::string heading_of(const engine::Result& result) {
    const auto& labels = labels_in(result.language);
    const auto date = engine::value_text(static_cast<double>(result.as_of), {dsl::Kind::Date}, {},
                                         result.language);
    auto line =
        fmt::format("{} · {} <time datetime=\"{}\">{}</time>", escape_html(result.profile),
                    escape_html(labels.as_of), dsl::date_text(result.as_of), escape_html(date));
    if (!result.edition.empty()) {
        line += fmt::format(" · {} {}", escape_html(labels.edition), escape_html(result.edition));
    }
    return fmt::format("<header>\n<h1>{}</h1>\n<p class=\"quiet\">{}</p>\n</header>\n",
                       escape_html(result.rulebook_title), line);
}

std::string article(const Reading& reading, const Report& report) {
    auto result = reading.result;
    engine::round_result(result, 1);
    return fmt::format("<article lang=\"{}\">\n", escape_html(result.language)) +
           heading_of(result) + total_section(result) + pillars_section(result) +
           history_section(report.history, result) + tips_section(result) +
           (reading.plan ? plan_section(*reading.plan, result) : "") + cautions_section(result) +
           unknown_section(result) + (report.ssi ? ssi_section(*report.ssi, result) : "") +
           rules_section(result, reading) + about_section(result) + "</article>\n";
}

}  // namespace

std::string render_html(const Report& report) {
    const auto& first = report.readings.front().result;
    auto body = page_header(switch_of(report)) + "<main>\n";
    for (const auto& reading : report.readings)
        body += article(reading, report);
    body += fmt::format("</main>\n{}{}{}\n", ReportStart, report_json(report), ReportEnd);
    const auto title = title_of(first);
    const auto style = fmt::format("{}{}", report_style(), switch_style(report));
    return html_page({first.language, title, style, Script, body});
}

}  // namespace colonnade::cli
