// SPDX-License-Identifier: Apache-2.0
// Every rule with what it measures, the person's value, the target and its curve.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/evidence.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

using engine::Status;
using engine::Wording;

constexpr Wording EveryRule{"Jede Regel", "Every rule"};
constexpr Wording YourValue{"Ihr Wert", "Your value"};
constexpr Wording Target{"Ziel", "Target"};
constexpr Wording Measures{"Gemessen wird", "What is measured"};
constexpr Wording Holds{"Erfüllt, wenn", "Passes when"};
constexpr Wording Why{"Warum", "Why"};
constexpr Wording LeftOut{"{0} nicht beurteilbar", "{0} could not be judged"};
constexpr Wording Curve{"Anteil der Punkte nach dem Wert. {0}.",
                        "Share of the points by the value. {0}."};
constexpr Wording CurveWithValue{
    "Anteil der Punkte nach dem Wert. {0}. Ihr Wert: {1}, das gibt {2}.",
    "Share of the points by the value. {0}. Your value: {1}, which gives {2}."};

class RuleItem {
public:
    RuleItem(const engine::RuleResult& rule, const RulePicture& picture, std::string_view language)
        : rule_(rule), picture_(picture), language_(language), labels_(labels_in(language)) {}

    std::string html() const {
        const auto colour = colour_class(rule_.rating);
        auto html =
            fmt::format("<li class=\"panel {}\">\n<div>\n<h4>{}</h4>\n{}<dl>\n{}</dl>\n</div>\n",
                        colour, escape_html(rule_.title), points(), facts());
        if (picture_.chart) html += chart_svg(*picture_.chart, name_of_chart());
        return html + "</li>\n";
    }

private:
    std::string points() const {
        if (rule_.status != Status::Assessed) {
            return fmt::format("<p class=\"points quiet\">{}</p>\n", escape_html(status()));
        }
        return fmt::format("<p class=\"points\">{} <span>{}</span></p>\n",
                           rating_mark(rule_.rating), points_of(rule_.points, rule_.of, language_));
    }

    std::string status() const {
        if (rule_.status == Status::NotApplicable) return std::string(labels_.not_applicable);
        if (rule_.status == Status::Error)
            return fmt::format("{}: {}", labels_.error, rule_.failure);
        return std::string(labels_.unknown_value);
    }

    std::string facts() const {
        const bool is_pass = rule_.type.is(dsl::Kind::YesNo);
        auto html = row(YourValue, value(), "value");
        if (!is_pass) html += row(Target, rule_.target, "value");
        html += row(is_pass ? Holds : Measures, picture_.measure);
        return html + row(Why, reason());
    }

    std::string value() const {
        if (rule_.by_default) return std::string(labels_.by_default);
        if (rule_.shown.empty() || rule_.left_out == 0) return rule_.shown;
        return fmt::format("{} ({})", rule_.shown,
                           engine::worded(LeftOut, language_, {std::to_string(rule_.left_out)}));
    }

    std::string reason() const {
        auto text = rule_.because;
        auto source = rule_.source;
        if (const auto evidence = evidence_text(rule_.evidence, language_); !evidence.empty())
            source += source.empty() ? evidence : fmt::format("; {}", evidence);
        if (!source.empty()) text += text.empty() ? source : fmt::format(" ({})", source);
        return text;
    }

    std::string row(Wording label, std::string_view text, std::string_view name = {}) const {
        if (text.empty()) return {};
        const auto kind = name.empty() ? std::string() : fmt::format(" class=\"{}\"", name);
        return fmt::format("<div{}><dt>{}</dt><dd>{}</dd></div>\n", kind, word(label, language_),
                           escape_html(text));
    }

    std::string name_of_chart() const {
        const auto& curve = picture_.chart->description;
        if (!picture_.chart->person) return engine::worded(Curve, language_, {curve});
        return engine::worded(CurveWithValue, language_,
                              {curve, rule_.shown, percent_text(rule_.share, language_)});
    }

    const engine::RuleResult& rule_;
    const RulePicture& picture_;
    std::string_view language_;
    const Labels& labels_;
};

std::string pillar_heading(const engine::PillarResult& pillar, const engine::Result& result) {
    const auto& language = result.language;
    auto html = fmt::format("<h3>{}", escape_html(pillar.title));
    if (pillar.points) {
        html += fmt::format(" <span class=\"quiet\">{}</span>",
                            points_of(*pillar.points, pillar.of, language));
    }
    html += "</h3>\n";
    if (pillar.withheld == 0) return html;
    return html + fmt::format("<p class=\"quiet\">{}: {}</p>\n",
                              escape_html(labels_in(language).withheld),
                              points_text(pillar.withheld, language));
}

}  // namespace

std::string rules_section(const engine::Result& result, const Reading& reading) {
    auto html = section_start("rules", word(EveryRule, result.language), result);
    std::size_t index = 0;
    for (const auto& pillar : result.pillars) {
        html += pillar_heading(pillar, result) + "<ul>\n";
        for (const auto& rule : pillar.rules)
            html += RuleItem(rule, reading.rules.at(index++), result.language).html();
        html += "</ul>\n";
    }
    return html + "</section>\n";
}

}  // namespace colonnade::cli
