// SPDX-License-Identifier: Apache-2.0
#include "cli/plugin_check.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <filesystem>
#include <optional>

#include "cli/check_written.hpp"
#include "cli/places.hpp"
#include "cli/project.hpp"
#include "cli/render/plugin_check.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto PluginCheckExamples = R"(Examples:
  colonnade plugin check video.so
  colonnade plugin check video.so --only split-batches --in-process
  colonnade plugin check video.so -o check.xml
  colonnade plugin check --list
)";

enum class PluginCheckFormat { Text, Junit, Json };

std::optional<PluginCheckFormat> plugin_check_format(const Options& options) {
    auto name = options.format;
    if (name.empty() && options.output.ends_with(".xml")) name = "junit";
    if (name.empty() && options.output.ends_with(".json")) name = "json";
    if (name.empty() || name == "text") return PluginCheckFormat::Text;
    if (name == "junit" && !options.list) return PluginCheckFormat::Junit;
    if (name == "json") return PluginCheckFormat::Json;
    say_error(fmt::format("no format `{}`", name),
              options.list ? "text or json" : "text, junit or json");
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> time_of(const Options& options) {
    if (options.timeout.empty()) return engine::CaseTime;
    double seconds = 0;
    const auto* end = options.timeout.data() + options.timeout.size();
    const auto read =
        std::from_chars(options.timeout.data(), end, seconds, std::chars_format::fixed);
    constexpr double Longest = 86'400;
    if (read.ec == std::errc{} && read.ptr == end && seconds >= 0.001 && seconds <= Longest)
        return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    say_error(fmt::format("`--timeout {}` is no time", options.timeout),
              "write seconds up to 86400, for instance --timeout 90");
    return std::nullopt;
}

using Cases = std::vector<const engine::PluginCase*>;

// What is a name is no part of other names.
bool is_meant(const engine::PluginCase& one, const std::string& pattern) {
    if (engine::plugin_case(pattern) != nullptr) return one.id == pattern;
    return one.group == pattern || one.id.find(pattern) != std::string_view::npos;
}

// Nothing where a pattern meets no case: it would seem to have passed.
std::optional<Cases> chosen_cases(const Options& options) {
    std::vector<bool> is_used(options.only.size());
    std::vector<std::string> ids;
    Cases chosen;
    for (const auto& one : engine::plugin_cases()) {
        bool is_chosen = options.only.empty();
        for (std::size_t i = 0; i < options.only.size(); ++i) {
            if (!is_meant(one, options.only[i])) continue;
            is_used[i] = true;
            is_chosen = true;
        }
        if (is_chosen) chosen.push_back(&one);
        ids.emplace_back(one.id);
    }
    for (std::size_t i = 0; i < is_used.size(); ++i) {
        if (is_used[i]) continue;
        const auto near = dsl::nearest_name(options.only[i], ids);
        say_error(
            fmt::format("no case `{}`", dsl::visible(options.only[i])),
            near ? fmt::format("did you mean `{}`?", *near) : "colonnade plugin check --list");
        return std::nullopt;
    }
    return chosen;
}

// Nothing, with a sentence said, where there is no plugin at all.
std::optional<fs::path> plugin_file(const std::string& name) {
    std::error_code code;
    const auto file = fs::canonical(name, code);
    std::string problem = code ? "is not there" : "is a folder";
    if (!code && !fs::is_directory(file, code) && engine::is_plugin_file(file, problem))
        return file;
    say_error(fmt::format("{} {}", dsl::visible(name), problem),
              "a plugin is a shared library that exports `colonnade_plugin_entry`");
    return std::nullopt;
}

Exit exit_of(const std::vector<CheckedPlugin>& plugins) {
    for (const auto& plugin : plugins) {
        for (const auto& checked : plugin.cases) {
            if (engine::is_bad(checked.outcome.verdict)) return Exit::Missed;
        }
    }
    return Exit::Fine;
}

std::string rendered(const std::vector<CheckedPlugin>& plugins, PluginCheckFormat format,
                     const Options& options) {
    if (format == PluginCheckFormat::Junit) return render_plugin_check_junit(plugins);
    if (format == PluginCheckFormat::Json) return render_plugin_check_json(plugins);
    const TextStyle style{wants_color(options, 1) && options.output.empty()};
    return render_plugin_check(plugins, options.details, style);
}

Exit check_all(const Options& options, const Cases& cases, PluginCheckFormat format,
               std::chrono::milliseconds time) {
    engine::ValidateSettings settings{{}, rule_folders(), time};
    if (!options.in_process) settings.program = plugin_check_program();
    Exit exit = Exit::Fine;
    std::vector<CheckedPlugin> plugins;
    for (const auto& name : options.data) {
        const auto file = plugin_file(name);
        if (!file) {
            exit = Exit::Plugin;
        } else {
            plugins.push_back({name, file->stem(), engine::validate(*file, cases, settings)});
        }
    }
    if (plugins.empty()) return exit;
    exit = graver(exit, exit_of(plugins));
    return graver(exit, write_output(options, rendered(plugins, format, options)));
}

Exit run_plugin_check(const Options& options) {
    const auto format = plugin_check_format(options);
    const auto time = time_of(options);
    const auto cases = chosen_cases(options);
    if (!format || !time || !cases) return Exit::Usage;
    if (options.list)
        return write_output(options, *format == PluginCheckFormat::Json
                                         ? render_plugin_cases_json(*cases)
                                         : render_plugin_cases(*cases));
    if (!options.data.empty()) return check_all(options, *cases, *format, *time);
    say_error("no FILE to check", "colonnade plugin check --help");
    return Exit::Usage;
}

}  // namespace

void add_plugin_check(CLI::App& plugin, Options& options, Exit& exit) {
    auto* check =
        plugin.add_subcommand("check", "Find what a plugin does that the contract does not allow");
    check->footer(PluginCheckExamples);
    check->group("Commands");
    check->add_option("FILE", options.data, "Plugins, as files ID.so");
    check->add_flag("--list", options.list, "Instead: name the cases and what each wants");
    check
        ->add_option("--only", options.only, "Only cases of this group, or with this in their name")
        ->type_name("PATTERN")
        ->allow_extra_args(false);
    check->add_flag("--details", options.details, "Every case, not only those that say something");
    check->add_option("--timeout", options.timeout, "Seconds that a case may take (default: 45)")
        ->type_name("SECONDS");
    check->add_flag("--in-process", options.in_process,
                    "Run the cases inside the program, for a debugger: the plugin can then do all "
                    "that you can");
    check
        ->add_option("--format", options.format,
                     "text, junit or json (default: by the ending of -o, .xml or .json)")
        ->type_name("F");
    check->add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
    check->add_option("--color", options.color, "Colour: auto, always or never")->type_name("WHEN");
    check->callback([&options, &exit] {
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run_plugin_check);
    });
}

}  // namespace colonnade::cli
