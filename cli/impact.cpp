// SPDX-License-Identifier: Apache-2.0
// `colonnade impact OLD NEW --data POPULATION`: what a change of rules does to people.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/html/impact.hpp"
#include "cli/impact/both.hpp"
#include "cli/impact/change_sink.hpp"
#include "cli/impact/gates.hpp"
#include "cli/impact/report.hpp"
#include "cli/population/call.hpp"
#include "cli/population/population.hpp"
#include "cli/render/impact.hpp"
#include "cli/terminal.hpp"
#include "cli/text_or_json.hpp"

namespace colonnade::cli {
namespace {

using Render = std::string (*)(const ImpactReport& report, const Options& options);

std::string as_text(const ImpactReport& report, const Options& options) {
    return render_impact(report, {wants_color(options, 1) && options.output.empty()});
}

std::string as_json(const ImpactReport& report, const Options& /*options*/) {
    return render_impact_json(report);
}

std::string as_page(const ImpactReport& report, const Options& /*options*/) {
    return render_impact_html(report);
}

Render renderer_of(Form form) {
    if (form == Form::Text) return as_text;
    return form == Form::Json ? as_json : as_page;
}

// Takes nothing piece by piece: at the end, what was counted becomes the output.
class ReportOut final : public TableOut {
public:
    ReportOut(const Options& options, const BothRulebooks& both, const ChangeSinks& sinks,
              const ImpactGates& gates, Render render)
        : options_(options), both_(both), sinks_(sinks), gates_(gates), render_(render) {}

    [[nodiscard]] bool write(std::string_view /*text*/) override { return true; }
    [[nodiscard]] Exit exit() const override { return Exit::Fine; }

    [[nodiscard]] Exit finish() override {
        const auto report =
            make_impact_report(both_.before.loaded, both_.after.loaded, sinks_.rules(),
                               sinks_.changes(), gates_, both_.after.language);
        return graver(judge(report), write_output(options_, render_(report, options_)));
    }

private:
    Exit judge(const ImpactReport& report) const {
        auto exit = Exit::Fine;
        for (const auto& gate : report.gates)
            exit = gate.passed ? exit : Exit::Missed;
        if (report.changes.failed > 0) {
            say_error(
                fmt::format("{} of {} people have rules in error by `{}`", report.changes.failed,
                            report.changes.people(), options_.new_rules),
                "score one of them with --details to see why");
            exit = Exit::Plugin;
        }
        if (report.changes.compared > 0) return exit;
        say_error("nobody has a score by both rulebooks");
        return graver(exit, Exit::Data);
    }

    const Options& options_;
    const BothRulebooks& both_;
    const ChangeSinks& sinks_;
    const ImpactGates& gates_;
    Render render_;
};

Exit check_ratings(const BothRulebooks& both) {
    for (const auto* session : {&both.before, &both.after}) {
        const auto& rulebook = session->loaded.rulebook;
        if (!rulebook.ratings.empty()) continue;
        say_error(fmt::format("`--max-crossed` needs ratings; `{}` has none", rulebook.id));
        return Exit::Usage;
    }
    return Exit::Fine;
}

}  // namespace

Exit run_impact(const Options& options) {
    const auto form = text_json_or_html(options);
    if (!form) return Exit::Usage;
    if (const auto end = check_table_call(options); end != Exit::Fine) return end;
    const auto gates = read_impact_gates(options);
    if (const auto* end = std::get_if<Exit>(&gates)) return *end;
    auto opened = open_both(options);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    auto& both = std::get<BothRulebooks>(opened);
    const auto& wanted = std::get<ImpactGates>(gates);
    if (wanted.max_crossed) {
        if (const auto end = check_ratings(both); end != Exit::Fine) return end;
    }
    ChangeSinks sinks(both, options.top);
    ReportOut out(options, both, sinks, wanted, renderer_of(*form));
    return score_population(options, both.before, sinks.sinks(), out);
}

}  // namespace colonnade::cli
