// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/plan_words.hpp"
#include "cli/render/rounded_plan.hpp"

namespace colonnade::cli {
namespace {

// More weeks than this are shown with gaps.
constexpr int WeeksInARow = 6;

class PlanText {
public:
    PlanText(const engine::Result& result, const engine::Plan& plan, TextStyle style)
        : result_(result),
          plan_(plan),
          style_(style),
          language_(result.language),
          words_(plan_words_in(result.language)) {}

    std::string render() const {
        auto text = heading(result_, style_) + "\n" + paragraph("", words_.guide) + "\n" + goal();
        text += steps() + weeks() + gaps() + find_out() + try_out();
        return text + closing(result_);
    }

private:
    std::string time(double minutes) const {
        return effort_text(whole_minutes(minutes), dsl::Effort::Per::Once, language_);
    }
    std::string points(double value) const { return points_text(value, language_); }

    std::string goal_text() const {
        const auto& goal = plan_.goal;
        if (goal.target) return fmt::format(fmt::runtime(words_.for_target), points(*goal.target));
        if (goal.weeks == 0) return fmt::format(fmt::runtime(words_.for_hours), time(goal.minutes));
        return fmt::format(fmt::runtime(words_.for_weeks), time(goal.minutes / goal.weeks),
                           goal.weeks);
    }

    std::string goal() const {
        const auto& labels = labels_in(language_);
        auto text = bold(goal_text(), style_.color) + "\n";
        if (plan_.steps.empty()) {
            text += fmt::format("  {} {} {}\n", words_.today, points(plan_.before), labels.of_100);
        } else {
            text +=
                "  " +
                fmt::format(fmt::runtime(words_.from_to), points(plan_.before), points(plan_.after),
                            labels.of_100, span(plan_.weeks.size()), time(plan_.total_minutes)) +
                "\n";
        }
        const auto why = remark();
        return why.empty() ? text : text + paragraph("  ", why);
    }

    std::string span(std::size_t weeks) const {
        return fmt::format("{} {}", weeks, weeks == 1 ? words_.week : words_.weeks);
    }

    std::string remark() const {
        if (plan_.goal.target && !plan_.is_reached && !plan_.steps.empty())
            return fmt::format(fmt::runtime(words_.not_reached), points(plan_.after));
        if (!plan_.steps.empty()) return {};
        if (plan_.goal.target && plan_.is_reached) return std::string(words_.reached_already);
        return std::string(plan_.goal.target ? words_.nothing_to_do : words_.nothing_fits);
    }

    std::string section(std::string_view title) const {
        return fmt::format("\n{}\n", bold(title, style_.color));
    }

    std::string span_of(const engine::PlanStep& step) const {
        if (step.first_week == step.last_week)
            return fmt::format("{} {}", words_.week, step.first_week);
        return fmt::format("{} {}–{}", words_.weeks, step.first_week, step.last_week);
    }

    std::string steps() const {
        if (plan_.steps.empty()) return {};
        auto text = section(words_.steps);
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const auto& step = plan_.steps[i];
            const auto gain = fmt::format("{}{} → {}", step.gain < 0 ? "−" : "+",
                                          points(std::abs(step.gain)), points(step.score_after));
            auto effort = effort_text(whole_minutes(step.minutes), step.per, language_);
            if (step.per != dsl::Effort::Per::Once)
                effort += fmt::format(", {} {}", time(step.total_minutes), words_.in_all);
            text += fmt::format("{}. {}  {}  {}\n", padded_left(std::to_string(i + 1), 2),
                                padded(gain, 14), padded(span_of(step), 12), effort);
            text += paragraph("    ", step.text);
            if (!step.now.empty() && !step.type.is(dsl::Kind::YesNo))
                text += paragraph("    ", fmt::format("{} → {}", step.now, step.then));
        }
        return text;
    }

    // All of the first, then those that double, and the last.
    static bool is_shown(int week, int last) {
        if (week <= WeeksInARow || week == last) return true;
        return week % 4 == 0 && (week <= 12 || week % 12 == 0) && (week <= 48 || week % 48 == 0);
    }

    std::string weeks() const {
        if (plan_.weeks.empty()) return {};
        auto text = section(words_.weekly);
        const int last = plan_.weeks.back().week;
        for (const auto& week : plan_.weeks) {
            if (!is_shown(week.week, last)) continue;
            const auto work = week.minutes > 0
                                  ? fmt::format("{} {}", time(week.minutes), words_.work)
                                  : std::string("–");
            text += fmt::format(
                "  {} {}  {}  {}  {}\n", words_.week, padded_left(std::to_string(week.week), 3),
                padded_left(points(week.score), 5), bar(week.score / 100, 24), work);
        }
        return text + on_the_way();
    }

    std::string on_the_way() const {
        std::string text;
        for (const auto& week : plan_.weeks) {
            for (const auto& caution : week.cautions)
                text += paragraph("  ! ",
                                  fmt::format(fmt::runtime(words_.on_the_way), week.week, caution));
        }
        return text;
    }

    std::string gaps() const {
        std::string text;
        if (plan_.points_off > 0)
            text += paragraph(
                "", fmt::format(fmt::runtime(words_.not_optimal_points), points(plan_.points_off)));
        if (plan_.minutes_off > 0)
            text += paragraph(
                "", fmt::format(fmt::runtime(words_.not_optimal_minutes), time(plan_.minutes_off)));
        if (plan_.left_out > 0)
            text += paragraph("", fmt::format(fmt::runtime(words_.left_out), plan_.left_out,
                                              engine::MostPlanTips));
        return text.empty() ? text : "\n" + text;
    }

    std::string find_out() const {
        if (plan_.find_out.empty()) return {};
        const auto& labels = labels_in(language_);
        std::vector<std::string> rules;
        for (const auto& question : plan_.find_out)
            rules.push_back(
                fmt::format("{} ({} {})", question.title, points(question.worth), labels.points));
        return section(words_.find_out) +
               paragraph("  ", fmt::format("{}", fmt::join(rules, ", "))) +
               fmt::format("  {}\n", labels.answer_hint);
    }

    // A command to be copied.
    std::string try_out() const {
        if (plan_.steps.empty()) return {};
        auto text = "\n" + std::string(words_.try_out);
        for (const auto& step : plan_.steps) {
            const bool quoted = step.set.find(' ') != std::string::npos;
            text += fmt::format(" \\\n    --set {0}{1}{0}", quoted ? "'" : "", step.set);
        }
        return text + "\n";
    }

    const engine::Result& result_;
    const engine::Plan& plan_;
    TextStyle style_;
    std::string_view language_;
    const PlanWords& words_;
};

}  // namespace

std::string render_plan(engine::Result result, engine::Plan plan, TextStyle style) {
    engine::round_result(result, 1);
    round_plan(plan, 1);
    return PlanText(result, plan, style).render();
}

}  // namespace colonnade::cli
