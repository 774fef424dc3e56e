// SPDX-License-Identifier: Apache-2.0
// `colonnade test [RULEBOOK|TESTFILE]…`: the cases beside a rulebook, and what none of them
// touches.
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "cli/commands.hpp"
#include "cli/places.hpp"
#include "cli/render/test.hpp"
#include "cli/run_suites.hpp"
#include "cli/terminal.hpp"
#include "cli/watch.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

enum class TestFormat { Text, Junit, Json };

std::optional<TestFormat> test_format(const Options& options) {
    auto name = options.format;
    if (name.empty() && options.output.ends_with(".xml")) name = "junit";
    if (name.empty() && options.output.ends_with(".json")) name = "json";
    if (name.empty() || name == "text") return TestFormat::Text;
    if (name == "junit") return TestFormat::Junit;
    if (name == "json") return TestFormat::Json;
    say_error(fmt::format("no format `{}`", name), "text, junit or json");
    return std::nullopt;
}

// Percent, from `90%` or `90`.
std::optional<double> coverage_of(const Options& options) {
    std::string_view text = options.min_coverage;
    if (text.ends_with('%')) text.remove_suffix(1);
    double percent = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, percent, std::chars_format::fixed);
    if (read.ec == std::errc{} && read.ptr == end && percent >= 0 && percent <= 100) return percent;
    say_error(fmt::format("`--min-coverage {}` is no share", options.min_coverage),
              "write for instance --min-coverage 90%");
    return std::nullopt;
}

Exit run_once(const Options& options, const std::vector<std::string>& names, TestFormat format,
              double least_coverage) {
    const auto run = run_suites(options, names, least_coverage);
    if (run.suites.empty()) return run.exit;
    const TextStyle style{wants_color(options, 1) && options.output.empty()};
    const auto output = format == TestFormat::Junit ? render_test_junit(run.suites)
                        : format == TestFormat::Json
                            ? render_test_json(run.suites)
                            : render_test(run.suites, options.details, style);
    const auto written = write_output(options, output);
    return run.exit == Exit::Fine ? written : run.exit;
}

std::vector<fs::path> watched_folders(const std::vector<std::string>& names) {
    auto folders = rule_folders();
    for (const auto& name : names)
        folders.push_back(fs::path(name).parent_path());
    return folders;
}

// Until somebody interrupts it.
[[noreturn]] void watch(const Options& options, const std::vector<std::string>& names,
                        TestFormat format, double least_coverage) {
    const auto folders = watched_folders(names);
    while (true) {
        if (options.output.empty() && ::isatty(STDOUT_FILENO) == 1) say_clear();
        const auto before = snapshot_of(folders);
        (void)run_once(options, names, format, least_coverage);
        say_note("waiting for a change; Ctrl-C ends");
        wait_for_change(folders, before);
    }
}

}  // namespace

Exit run_test(const Options& options) {
    const auto format = test_format(options);
    const auto least_coverage = coverage_of(options);
    if (!format || !least_coverage) return Exit::Usage;
    const auto names =
        options.data.empty() ? std::vector<std::string>{options.rules} : options.data;
    if (options.watch) watch(options, names, *format, *least_coverage);
    return run_once(options, names, *format, *least_coverage);
}

}  // namespace colonnade::cli
