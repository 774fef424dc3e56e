// SPDX-License-Identifier: Apache-2.0
// JUnit's XML as build servers read it: a suite per plugin. A crash is an error, a finding a
// failure; a warning passes and leaves its words. Times are left out: the same run gives the same
// bytes.
#include <fmt/format.h>

#include "cli/render/plugin_check.hpp"
#include "cli/render/xml.hpp"

namespace colonnade::cli {
namespace {

using engine::Verdict;

std::string inside(const engine::PluginOutcome& outcome) {
    const auto message = xml_text(outcome.message);
    switch (outcome.verdict) {
        case Verdict::Failed:
            return fmt::format("      <failure message=\"{}\"/>\n", message);
        case Verdict::Crashed:
        case Verdict::TimedOut:
            return fmt::format("      <error type=\"{}\" message=\"{}\"/>\n",
                               text_of(outcome.verdict), message);
        case Verdict::Skipped:
            return fmt::format("      <skipped message=\"{}\"/>\n", message);
        case Verdict::Warned:
            return fmt::format("      <system-out>{}</system-out>\n", message);
        default:
            return {};
    }
}

std::string suite_of(const CheckedPlugin& plugin) {
    auto text = fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n",
        xml_text(plugin.file), plugin.cases.size(), plugin.count(Verdict::Failed),
        plugin.bad() - plugin.count(Verdict::Failed), plugin.count(Verdict::Skipped));
    for (const auto& [one, outcome] : plugin.cases) {
        text += fmt::format("    <testcase classname=\"{}.{}\" name=\"{}\"", xml_text(plugin.id),
                            one->group, one->id);
        const auto content = inside(outcome);
        text += content.empty() ? "/>\n" : ">\n" + content + "    </testcase>\n";
    }
    return text + "  </testsuite>\n";
}

}  // namespace

std::string render_plugin_check_junit(const std::vector<CheckedPlugin>& plugins) {
    std::size_t cases = 0;
    std::size_t failed = 0;
    std::size_t bad = 0;
    std::string text;
    for (const auto& plugin : plugins) {
        cases += plugin.cases.size();
        failed += plugin.count(Verdict::Failed);
        bad += plugin.bad();
        text += suite_of(plugin);
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}</testsuites>\n",
        cases, failed, bad - failed, text);
}

}  // namespace colonnade::cli
