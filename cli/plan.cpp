// SPDX-License-Identifier: Apache-2.0
// `colonnade plan DATA`: which steps reach a score with the least effort, or bring the most points
// for the time.
#include "engine/plan/plan.hpp"

#include "cli/commands.hpp"
#include "cli/html/report.hpp"
#include "cli/plan_goal.hpp"
#include "cli/profile.hpp"
#include "cli/render/plan.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/text_or_json.hpp"

namespace colonnade::cli {
namespace {

// The report with the plan in it, in all languages.
std::string render_page(const engine::Result& result, const ScoredProfile& profile,
                        const Session& session, const engine::PlanGoal& goal) {
    auto report = report_of(result, profile, session, std::nullopt);
    add_plan(report, profile, goal);
    return render_html(report);
}

std::string render(const Options& options, const engine::Result& result,
                   const ScoredProfile& profile, const engine::PlanGoal& goal, bool json) {
    const auto plan = engine::make_plan(*profile.scored, goal, result.language);
    if (json) return render_plan_json(result, plan);
    return render_plan(result, plan, {wants_color(options, 1) && options.output.empty()});
}

Exit answer(const Options& options, Session& session, const engine::PlanGoal& goal, Form form) {
    auto read = read_only_document(session, options, "a plan");
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    const auto profile = score_document(session, options, std::get<DataDocument>(read));
    if (!profile) return Exit::Data;
    const auto result = profile->explain(session.language);
    const auto exit = graver(session.exit, say_failures(result));
    if (!result.score) {
        say_error("there is no score to plan from: nothing could be assessed",
                  "colonnade facts --unknown DATA > answers.yaml");
        return graver(exit, Exit::Data);
    }
    const auto text = form == Form::Html
                          ? render_page(result, *profile, session, goal)
                          : render(options, result, *profile, goal, form == Form::Json);
    return graver(exit, write_output(options, text));
}

}  // namespace

Exit run_plan(const Options& options) {
    const auto form = text_json_or_html(options);
    if (!form) return Exit::Usage;
    const auto goal = plan_goal(options);
    if (!goal) return Exit::Usage;
    if (const auto exit = check_one_person(options); exit != Exit::Fine) return exit;
    auto opened = open_session(options, IfRefused::GoOn);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    return answer(options, std::get<Session>(opened), *goal, *form);
}

}  // namespace colonnade::cli
