// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plan.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/plan_phrases.hpp"
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
    std::string goal() const {
        auto text = bold(plan_goal_text(plan_.goal, language_), style_.color) + "\n";
        text += fmt::format("  {}\n", plan_outcome(plan_, language_));
        for (const auto& line : {plan_interval(plan_, language_), plan_remark(plan_, language_)})
            text += line.empty() ? "" : paragraph("  ", line);
        return text;
    }

    std::string section(std::string_view title) const {
        return fmt::format("\n{}\n", bold(title, style_.color));
    }

    std::string steps() const {
        if (plan_.steps.empty()) return {};
        auto text = section(words_.steps);
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const auto& step = plan_.steps[i];
            text += fmt::format("{}. {}  {}  {}\n", padded_left(std::to_string(i + 1), 2),
                                padded(step_gain(step, language_), 14),
                                padded(weeks_text(step.first_week, step.last_week, language_), 12),
                                step_effort(step, language_));
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
            const auto work =
                week.minutes > 0
                    ? fmt::format("{} {}", work_time(week.minutes, language_), words_.work)
                    : std::string("–");
            text += fmt::format("  {} {}  {}  {}  {}\n", words_.week,
                                padded_left(std::to_string(week.week), 3),
                                padded_left(points_text(week.score, language_), 5),
                                bar(week.score / 100, 24), work);
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
        for (const auto& gap : plan_gaps(plan_, language_))
            text += paragraph("", gap);
        return text.empty() ? text : "\n" + text;
    }

    std::string find_out() const {
        if (plan_.find_out.empty()) return {};
        const auto& labels = labels_in(language_);
        std::vector<std::string> rules;
        for (const auto& question : plan_.find_out)
            rules.push_back(fmt::format("{} ({} {})", question.title,
                                        points_text(question.worth, language_), labels.points));
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
