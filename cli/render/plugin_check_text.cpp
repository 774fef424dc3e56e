// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/plugin_check.hpp"

namespace colonnade::cli {
namespace {

using engine::Verdict;

// The longest of "objects-side-by-side" and its like, and of "timed-out".
constexpr std::size_t IdWidth = 24;
constexpr std::size_t VerdictWidth = 11;
constexpr std::size_t Indent = 4;

std::string lines_of(const std::string& message, std::size_t indent) {
    std::string text;
    for (std::size_t at = 0; at < message.size();) {
        const auto end = std::min(message.find('\n', at), message.size());
        text += paragraph(std::string(indent, ' '), message.substr(at, end - at));
        at = end + 1;
    }
    return text;
}

std::string case_text(const CheckedPlugin& plugin, const engine::CheckedCase& checked,
                      TextStyle style) {
    const auto& [one, outcome] = checked;
    const auto verdict = padded(text_of(outcome.verdict), VerdictWidth);
    const bool is_bad = engine::is_bad(outcome.verdict);
    const auto head = std::string(Indent, ' ') + verdict + std::string(one->id);
    if (!is_bad && outcome.verdict != Verdict::Warned) {
        return outcome.message.empty()
                   ? head + "\n"
                   : paragraph(std::string(Indent, ' ') + verdict + padded(one->id, IdWidth) + " ",
                               outcome.message);
    }
    auto text = bold(head, style.color) + "\n";
    text += paragraph("      wants: ", std::string(one->wants));
    text += lines_of(outcome.message, 6);
    if (is_bad) {
        // On one line, however long: it is there to be copied.
        text += fmt::format("      run just that: colonnade plugin check {} --only {}\n",
                            clean(plugin.file), one->id);
    }
    return text;
}

bool is_shown(Verdict verdict, bool details) {
    return details || (verdict != Verdict::Passed && verdict != Verdict::Skipped);
}

// "14 passed, 1 failed".
std::string counts_of(const std::vector<const engine::CheckedCase*>& cases) {
    std::string text;
    for (const auto verdict : {Verdict::Passed, Verdict::Failed, Verdict::Crashed,
                               Verdict::TimedOut, Verdict::Warned, Verdict::Skipped}) {
        const auto count = std::count_if(cases.begin(), cases.end(), [&](const auto* checked) {
            return checked->outcome.verdict == verdict;
        });
        if (count == 0) continue;
        const auto word = verdict == Verdict::Warned && count > 1 ? "warnings" : text_of(verdict);
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, word);
    }
    return text;
}

// Groups in the order in which they first come.
std::vector<std::string_view> groups_of(const CheckedPlugin& plugin) {
    std::vector<std::string_view> groups;
    for (const auto& checked : plugin.cases) {
        if (std::find(groups.begin(), groups.end(), checked.one->group) == groups.end())
            groups.push_back(checked.one->group);
    }
    return groups;
}

std::string plugin_text(const CheckedPlugin& plugin, bool details, TextStyle style) {
    auto text = bold(paragraph("", plugin.file), style.color) + "\n";
    std::vector<const engine::CheckedCase*> all;
    for (const auto group : groups_of(plugin)) {
        std::vector<const engine::CheckedCase*> cases;
        std::string shown;
        for (const auto& checked : plugin.cases) {
            if (checked.one->group != group) continue;
            cases.push_back(&checked);
            all.push_back(&checked);
            if (is_shown(checked.outcome.verdict, details))
                shown += case_text(plugin, checked, style);
        }
        text += fmt::format("  {} {}\n{}", padded(group, 12), counts_of(cases), shown);
    }
    return text + fmt::format("\n{}: {}\n", counted(all.size(), "case"), counts_of(all));
}

}  // namespace

std::size_t CheckedPlugin::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::count_if(
        cases.begin(), cases.end(),
        [&](const engine::CheckedCase& checked) { return checked.outcome.verdict == verdict; }));
}

std::size_t CheckedPlugin::bad() const {
    return count(Verdict::Failed) + count(Verdict::Crashed) + count(Verdict::TimedOut);
}

std::string render_plugin_check(const std::vector<CheckedPlugin>& plugins, bool details,
                                TextStyle style) {
    std::string text;
    for (const auto& plugin : plugins)
        text += (text.empty() ? "" : "\n") + plugin_text(plugin, details, style);
    return text;
}

std::string render_plugin_cases(const std::vector<const engine::PluginCase*>& cases) {
    std::string text;
    std::string_view group;
    for (const auto* one : cases) {
        if (one->group != group)
            text += fmt::format("{}{}\n", text.empty() ? "" : "\n", one->group);
        group = one->group;
        text += paragraph("  " + padded(one->id, IdWidth),
                          std::string(one->wants) + (one->only_warns ? " (warns only)" : ""));
    }
    return text;
}

}  // namespace colonnade::cli
