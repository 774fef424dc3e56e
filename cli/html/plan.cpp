// SPDX-License-Identifier: Apache-2.0
// What to do in which week, and what to expect at its end.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/plan_phrases.hpp"
#include "cli/render/plan_words.hpp"
#include "cli/render/rounded_plan.hpp"

namespace colonnade::cli {
namespace {

using engine::PlanStep;
using engine::PlanWeek;
using engine::Wording;

// Beyond a quarter of a year, weeks in which the same is done are told together.
constexpr int WeeksAlone = 12;

constexpr Wording PlanTitle{"Der Plan, Woche für Woche", "The plan, week by week"};
constexpr Wording Sure{
    "Was fehlt, kann daran etwas ändern: Sicher sind es heute zwischen {0} und {1} Punkte, am Ende "
    "zwischen {2} und {3}.",
    "What is missing may change that: for sure it is between {0} and {1} points today, and between "
    "{2} and {3} in the end."};
constexpr Wording ChartName{"Punkte am Ende jeder Woche. {0}.",
                            "Points at the end of each week. {0}."};
constexpr Wording Today{"heute", "today"};
constexpr Wording Week{"Woche {0}", "Week {0}"};
constexpr Wording Weeks{"Wochen {0}–{1}", "Weeks {0}–{1}"};
constexpr Wording Work{"{0} Arbeit", "{0} of work"};
constexpr Wording Rest{"keine Arbeit", "no work"};
constexpr Wording AsBefore{"Wie in der Woche davor.", "As in the week before."};
constexpr Wording GoesOn{"Geht weiter: {0}.", "Goes on: {0}."};
constexpr Wording FromTo{"von {0} auf {1}", "from {0} to {1}"};
constexpr Wording Points{"Punkte", "points"};
constexpr Wording SinceToday{"{0} seit heute", "{0} since today"};
constexpr Wording NotPlanned{
    "Nicht eingeplant, weil die Daten nicht sagen, wie weit es dahin ist: {0}.",
    "Not in the plan, because the data does not say how far it is: {0}."};

// Weeks that are told together.
struct Span {
    const PlanWeek* first;
    const PlanWeek* last;
    double minutes = 0;
};

class PlanPage {
public:
    PlanPage(const engine::Plan& plan, const engine::Result& result)
        : plan_(plan), result_(result), language_(result.language) {}

    std::string html() const {
        return section_start("plan", word(PlanTitle, language_), result_) +
               paragraph("", std::string(plan_words_in(language_).guide)) + summary() + weeks() +
               find_out() + "</section>\n";
    }

private:
    static std::string paragraph(std::string_view name, const std::string& text) {
        if (text.empty()) return {};
        const auto kind = name.empty() ? std::string() : fmt::format(" class=\"{}\"", name);
        return fmt::format("<p{}>{}</p>\n", kind, escape_html(text));
    }

    std::string say(Wording wording, const std::vector<std::string>& parts) const {
        return engine::worded(wording, language_, parts);
    }
    std::string points(double value) const { return points_text(value, language_); }

    std::string signed_points(double value) const {
        const auto shown = std::round(10 * value) / 10;
        return (shown > 0 ? "+" : shown < 0 ? "−" : "±") + points(std::abs(shown));
    }

    std::string summary() const {
        auto text = paragraph("lead", plan_goal_text(plan_.goal, language_));
        text += paragraph("", plan_outcome(plan_, language_));
        text += paragraph("", plan_remark(plan_, language_));
        if (!plan_interval(plan_, language_).empty()) {
            text +=
                paragraph("quiet", say(Sure, {points(result_.low), points(result_.high),
                                              points(plan_.after_low), points(plan_.after_high)}));
        }
        for (const auto& gap : plan_gaps(plan_, language_))
            text += paragraph("quiet", gap);
        return fmt::format("<div class=\"panel {}\">\n<div>\n{}</div>\n{}</div>\n",
                           colour_class(std::nullopt), text, chart());
    }

    std::string chart() const {
        if (plan_.weeks.empty()) return {};
        const int last = plan_.weeks.back().week;
        Chart chart;
        std::vector<std::string> told;
        const auto add = [&](int week, const std::string& name, double score) {
            chart.line.push_back({static_cast<int>(std::lround(double{ChartSize} * week / last)),
                                  static_cast<int>(std::lround(ChartSize * score / 100))});
            told.push_back(fmt::format("{}: {}", name, points(score)));
        };
        add(0, std::string(Today.in(language_)), plan_.before);
        for (const auto& week : plan_.weeks)
            add(week.week, say(Week, {std::to_string(week.week)}), week.score);
        chart.person = chart.line.front();
        chart.ticks = {{0, std::string(Today.in(language_))},
                       {ChartSize, say(Week, {std::to_string(last)})}};
        return chart_svg(chart, say(ChartName, {in_words(told)}), {"100", "50", "0"});
    }

    static bool is_at_work(const PlanStep& step, int week) {
        return step.first_week <= week && week <= step.last_week;
    }

    // Whether the same is done in this week as in the one before.
    bool is_as_before(int week) const {
        return week > 1 &&
               std::none_of(plan_.steps.begin(), plan_.steps.end(), [week](const PlanStep& step) {
                   return step.first_week == week ||
                          is_at_work(step, week) != is_at_work(step, week - 1);
               });
    }

    // Whether no more can be said of this week.
    bool joins_before(const PlanWeek& week) const {
        const bool is_alone = week.week <= WeeksAlone && week.minutes > 0;
        return is_as_before(week.week) && !is_alone && week.cautions.empty();
    }

    std::vector<Span> spans() const {
        std::vector<Span> spans;
        for (const auto& week : plan_.weeks) {
            if (!joins_before(week)) spans.push_back({&week, &week});
            spans.back().last = &week;
            spans.back().minutes += week.minutes;
        }
        return spans;
    }

    std::string weeks() const {
        std::string items;
        for (const auto& span : spans())
            items += item(span);
        return items.empty() ? items : fmt::format("<ol class=\"weeks\">\n{}</ol>\n", items);
    }

    std::string item(const Span& span) const {
        const bool is_one = span.first == span.last;
        const auto first = std::to_string(span.first->week);
        const auto name =
            is_one ? say(Week, {first}) : say(Weeks, {first, std::to_string(span.last->week)});
        const auto work = span.minutes > 0 ? say(Work, {work_time(span.minutes, language_)})
                                           : std::string(Rest.in(language_));
        return fmt::format("<li>\n<div>\n<h3>{}</h3>\n{}</div>\n<div>\n{}{}{}</div>\n{}</li>\n",
                           escape_html(name), paragraph("quiet", work), begun(span), going_on(span),
                           on_the_way(span), reached(*span.last));
    }

    std::string begun(const Span& span) const {
        std::string items;
        for (const auto& step : plan_.steps) {
            if (step.first_week == span.first->week) items += step_item(step);
        }
        return items.empty() ? items : fmt::format("<ul>\n{}</ul>\n", items);
    }

    std::string step_item(const PlanStep& step) const {
        std::vector<std::string> facts{
            fmt::format("{} {}", signed_points(step.gain), Points.in(language_))};
        if (!step.now.empty() && !step.type.is(dsl::Kind::YesNo))
            facts.push_back(say(FromTo, {step.now, step.then}));
        facts.push_back(step_effort(step, language_));
        if (step.first_week != step.last_week)
            facts.push_back(weeks_text(step.first_week, step.last_week, language_));
        return fmt::format("<li>\n<h4>{}</h4>\n{}{}</li>\n", escape_html(step.title),
                           paragraph("", step.text),
                           paragraph("quiet", fmt::format("{}", fmt::join(facts, " · "))));
    }

    std::string going_on(const Span& span) const {
        if (is_as_before(span.first->week) && span.first->minutes > 0)
            return paragraph("quiet", std::string(AsBefore.in(language_)));
        std::vector<std::string> titles;
        for (const auto& step : plan_.steps) {
            if (is_at_work(step, span.first->week) && step.first_week < span.first->week)
                titles.push_back(step.title);
        }
        if (titles.empty()) return {};
        return paragraph("quiet", say(GoesOn, {fmt::format("{}", fmt::join(titles, ", "))}));
    }

    std::string on_the_way(const Span& span) const {
        const auto wording = plan_words_in(language_).on_the_way;
        std::string text;
        for (const auto& caution : span.first->cautions)
            text += paragraph("", fmt::format(fmt::runtime(wording), span.first->week, caution));
        return text;
    }

    std::string reached(const PlanWeek& week) const {
        const auto gain = signed_points(week.score - plan_.before);
        return fmt::format(
            "<div class=\"{}\">\n<p class=\"points\"><strong>{}</strong> {}</p>\n{}\n{}</div>\n",
            colour_class(std::nullopt), points(week.score), word(Points, language_),
            bar_svg(week.score, 0, 0, 100), paragraph("quiet", say(SinceToday, {gain})));
    }

    std::string find_out() const {
        if (plan_.find_out.empty()) return {};
        const auto& labels = labels_in(language_);
        std::vector<std::string> rules;
        for (const auto& question : plan_.find_out)
            rules.push_back(
                fmt::format("{} ({} {})", question.title, points(question.worth), labels.points));
        return fmt::format("<h3>{}</h3>\n", escape_html(plan_words_in(language_).find_out)) +
               paragraph("", say(NotPlanned, {fmt::format("{}", fmt::join(rules, ", "))}));
    }

    const engine::Plan& plan_;
    const engine::Result& result_;
    std::string_view language_;
};

}  // namespace

std::string plan_section(engine::Plan plan, const engine::Result& result) {
    round_plan(plan, 1);
    return PlanPage(plan, result).html();
}

}  // namespace colonnade::cli
