// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/test.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Of what no case touches; the rest is counted.
constexpr std::size_t MostUntouched = 10;
// Two columns beside their words: `    expected  …  actual  …`.
constexpr std::size_t Column = 29;

// One name a line where there are several: names of rules must not be cut.
std::vector<std::string> column_of(std::string_view text) {
    const auto safe = clean(text);
    const std::string_view left = safe;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < left.size();) {
        const auto comma = left.find(", ", at);
        const auto end = comma == std::string_view::npos ? left.size() : comma;
        for (auto& line : wrapped(left.substr(at, end - at), Column))
            lines.push_back(std::move(line));
        at = comma == std::string_view::npos ? end : comma + 2;
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

std::string side_by_side(const engine::Check& check) {
    const auto expected = column_of(check.expected);
    const auto actual = column_of(check.actual);
    std::string text;
    for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i) {
        const auto left = i < expected.size() ? expected[i] : "";
        const auto right = i < actual.size() ? actual[i] : "";
        auto line = fmt::format("    {}{}{}{}", i == 0 ? "expected  " : "          ",
                                padded(left, Column), i == 0 ? "actual  " : "        ", right);
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string failure_text(const engine::CaseOutcome& test, TextStyle style) {
    auto text =
        bold(paragraph("FAIL  ", fmt::format("{} (line {})", test.name, test.line)), style.color);
    for (const auto& check : test.checks) {
        if (check.passed) continue;
        text += paragraph("  ", check.what) + side_by_side(check);
        text += paragraph("    because   ", check.reason);
    }
    return text + "\n";
}

std::string cases_text(const SuiteReport& suite, bool details, TextStyle style) {
    std::string text;
    for (const auto& test : suite.cases) {
        if (!test.passed()) {
            text += failure_text(test, style);
        } else if (details) {
            text += paragraph("ok    ", test.name);
        }
    }
    text += counted(suite.cases.size(), "case");
    if (suite.failed() == 0)
        return text + (suite.cases.size() == 1 ? ", passed\n" : ", all passed\n");
    return text + fmt::format(", {} failed\n", suite.failed());
}

std::string untouched_text(const SuiteReport& suite, bool details) {
    std::string text;
    std::size_t shown = 0;
    std::size_t inherited = 0;
    const auto untouched = suite.items - suite.touched;
    for (const auto& group : suite.coverage) {
        for (const auto& item : group.items) {
            if (item.touched) continue;
            if (!details && item.inherited) ++inherited;
            if (!details && (item.inherited || shown == MostUntouched)) continue;
            const auto part = item.part.empty() ? "" : fmt::format(" ({})", item.part);
            text += paragraph(fmt::format("  {}", padded(group.name + ":", 18)), item.what + part);
            ++shown;
        }
    }
    const auto more = untouched - inherited - shown;
    if (more > 0) text += fmt::format("  ({} more in --details)\n", more);
    if (inherited > 0)
        text += fmt::format("  ({} of what is taken over unchanged, in --details)\n", inherited);
    return text.empty() ? "" : "No case touches\n" + text;
}

std::string coverage_text(const SuiteReport& suite) {
    auto text = fmt::format("\nCoverage {}%\n", suite.percent());
    for (const auto& group : suite.coverage) {
        text += fmt::format("  {} {:>4} of {}\n", padded(group.name, 18), group.touched(),
                            group.items.size());
    }
    return text;
}

}  // namespace

std::string render_test(const std::vector<SuiteReport>& suites, bool details, TextStyle style) {
    std::string text;
    for (const auto& suite : suites) {
        if (!text.empty()) text += "\n";
        text += paragraph("", fmt::format("{} for {}", suite.file, suite.rulebook)) + "\n";
        text += cases_text(suite, details, style) + coverage_text(suite);
        text += untouched_text(suite, details);
    }
    return text;
}

}  // namespace colonnade::cli
