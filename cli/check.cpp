// SPDX-License-Identifier: Apache-2.0
// `colonnade check RULEBOOK…`: everything that is wrong, and what each pillar is worth.
#include <fmt/format.h>

#include "cli/check_image.hpp"
#include "cli/checked.hpp"
#include "cli/commands.hpp"
#include "cli/fix.hpp"
#include "cli/places.hpp"
#include "cli/plugin_settings.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/findings.hpp"
#include "cli/render/origins.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/render.hpp"
#include "engine/load/image.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/load/resolve.hpp"

namespace colonnade::cli {
namespace {

enum class FindingsFormat { Text, Json, Sarif };

// By its name, else by the ending of the output file.
std::optional<FindingsFormat> findings_format(const Options& options) {
    const auto ends = [&](std::string_view ending) {
        return options.format.empty() && options.output.ends_with(ending);
    };
    if (options.format == "json" || ends(".json")) return FindingsFormat::Json;
    if (options.format == "sarif" || ends(".sarif")) return FindingsFormat::Sarif;
    if (options.format == "text" || options.format.empty()) return FindingsFormat::Text;
    say_error(fmt::format("no format `{}`", options.format), "text, json or sarif");
    return std::nullopt;
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
        engine::Plugins plugins(plugin_settings(options));
        engine::LoadFailure failure;
        const auto resolved =
            engine::resolve_rulebook(name, library, plugins, diagnostics, failure);
        say_unpinned(plugins);
        say(dsl::render(diagnostics, wants_color(options, 2)));
        if (resolved) output += render_origins(resolved->document);
        if (!resolved || !failure.plugins.empty()) exit = graver(exit, say_load_failure(failure));
    }
    return graver(exit, write_output(options, output));
}

// What stands in the installation is not changed by a word.
bool name_files(const std::vector<std::string>& names) {
    for (const auto& name : names) {
        if (engine::is_image_name(name)) {
            say_error(fmt::format("`--fix` changes a text, and `{}` is compiled", name),
                      "name the file that it was made of");
            return false;
        }
        if (engine::is_path(name)) continue;
        say_error(fmt::format("`--fix` changes a file, and `{}` is an id", name),
                  fmt::format("name the file, for instance ./{}.yaml", name));
        return false;
    }
    return true;
}

// Of an image: what it holds, and whether that still is what lies on the disk.
Exit check_contents(const Options& options, const engine::LoadedRulebook& loaded,
                    std::string& output) {
    if (!engine::is_image_name(loaded.files.front().string())) return Exit::Fine;
    output += contents_of_image(loaded);
    return warn_of_changes(loaded) && options.strict ? Exit::Missed : Exit::Fine;
}

// The findings, or where `-o` names an image, that: the findings then go to standard output.
Exit write(const Options& options, std::string_view findings, const CheckedRulebook& checked,
           Exit exit) {
    if (!wants_image(options)) return write_output(options, findings);
    Options shown = options;
    shown.output.clear();
    const auto written = write_output(shown, findings);
    // What is wrong is not kept.
    if (exit != Exit::Fine || !checked.loaded) return written;
    return graver(written, write_image(options, options.data.front(), *checked.loaded));
}

}  // namespace

Exit run_check(const Options& options) {
    if (wants_image(options) && !can_be_image(options)) return Exit::Usage;
    if (options.origins) return list_origins(options);
    const auto format = findings_format(options);
    if (!format || (options.fix && !name_files(options.data))) return Exit::Usage;
    Exit exit = Exit::Fine;
    Exit unwritten = Exit::Fine;
    std::string output;
    std::vector<dsl::Diagnostic> findings;
    CheckedRulebook checked;
    for (const auto& name : options.data) {
        if (options.fix) {
            auto fixed = fix_rulebook(options, name);
            if (const auto* end = std::get_if<Exit>(&fixed)) unwritten = *end;
            if (const auto* report = std::get_if<std::string>(&fixed)) output += *report;
        }
        checked = check_rulebook(options, name);
        for (auto& finding : checked.diagnostics.sorted())
            findings.push_back(std::move(finding));
        output += dsl::render(checked.diagnostics, wants_color(options, 1));
        if (!checked.loaded) {
            exit = graver(exit, say_load_failure(checked.failure));
            continue;
        }
        output += summary_of(checked.loaded->rulebook);
        if (options.strict && checked.diagnostics.count(dsl::Severity::Warning) > 0)
            exit = graver(exit, Exit::Missed);
        exit = graver(exit, check_contents(options, *checked.loaded, output));
    }
    if (*format == FindingsFormat::Json) output = render_findings_json(findings);
    if (*format == FindingsFormat::Sarif) output = render_sarif(findings);
    const auto written = write(options, output, checked, graver(exit, unwritten));
    // Whoever asked for repairs must learn that there are none, whatever else is wrong.
    if (unwritten != Exit::Fine) return unwritten;
    return exit == Exit::Fine ? written : exit;
}

}  // namespace colonnade::cli
