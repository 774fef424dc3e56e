// SPDX-License-Identifier: Apache-2.0
// `colonnade check RULEBOOK…`: everything that is wrong, and what each pillar is worth.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/places.hpp"
#include "cli/render/origins.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/render.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/load/resolve.hpp"

namespace colonnade::cli {
namespace {

std::string counted(std::size_t number, std::string_view what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string summary_of(const dsl::Rulebook& rulebook) {
    double weights = 0;
    std::size_t rules = 0;
    for (const auto& pillar : rulebook.pillars) {
        weights += pillar.weight;
        rules += pillar.rules.size();
    }
    auto text =
        fmt::format("{}: {}, {}, {}\n", rulebook.id, counted(rulebook.pillars.size(), "pillar"),
                    counted(rules, "rule"), counted(rulebook.cautions.size(), "caution"));
    for (const auto& pillar : rulebook.pillars) {
        const double of = 100 * pillar.weight / weights;
        text += fmt::format("  {:<24} {:>5.1f} of 100, {}\n", pillar.id, of,
                            counted(pillar.rules.size(), "rule"));
    }
    return text;
}

Exit list_origins(const Options& options) {
    Exit exit = Exit::Fine;
    std::string output;
    for (const auto& name : options.data) {
        dsl::Diagnostics diagnostics;
        const auto folders = rule_folders();
        engine::Library library(folders, diagnostics);
        engine::LoadFailure failure;
        const auto resolved =
            engine::resolve_rulebook(name, library, diagnostics, failure.unreadable);
        say(dsl::render(diagnostics, wants_color(options, 2)));
        if (resolved) {
            output += render_origins(resolved->document);
        } else {
            exit = graver(exit, say_load_failure(failure));
        }
    }
    return graver(exit, write_output(options, output));
}

}  // namespace

Exit run_check(const Options& options) {
    if (options.origins) return list_origins(options);
    Exit exit = Exit::Fine;
    std::string output;
    for (const auto& name : options.data) {
        engine::Plugins plugins(plugin_folders(options), COLONNADE_VERSION);
        dsl::Diagnostics diagnostics;
        engine::LoadFailure failure;
        const auto loaded =
            engine::load_rulebook(name, rule_folders(), plugins, diagnostics, failure);
        output += dsl::render(diagnostics, wants_color(options, 1));
        if (!loaded) {
            exit = graver(exit, say_load_failure(failure));
            continue;
        }
        output += summary_of(loaded->rulebook);
        if (options.strict && diagnostics.count(dsl::Severity::Warning) > 0)
            exit = graver(exit, Exit::Missed);
    }
    const auto written = write_output(options, output);
    return exit == Exit::Fine ? written : exit;
}

}  // namespace colonnade::cli
