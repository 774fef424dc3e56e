// SPDX-License-Identifier: Apache-2.0
// JUnit's XML as build servers read it. Times are left out: the same run gives the same bytes.
#include <fmt/format.h>

#include "cli/render/test.hpp"
#include "cli/render/xml.hpp"

namespace colonnade::cli {
namespace {

std::string failure_of(const engine::CaseOutcome& test) {
    std::string message;
    std::string lines;
    for (const auto& check : test.checks) {
        if (check.passed) continue;
        const auto line =
            fmt::format("{}: expected {}, actual {}", check.what, check.expected, check.actual);
        if (message.empty()) message = line;
        lines += xml_text(fmt::format("{}, because {}", line, check.reason)) + "\n";
    }
    return fmt::format("      <failure message=\"{}\">\n{}      </failure>\n", xml_text(message),
                       lines);
}

std::string suite_of(const SuiteReport& suite) {
    auto text = fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n"
        "    <properties>\n      <property name=\"coverage\" value=\"{}%\"/>\n",
        xml_text(suite.file), suite.cases.size(), suite.failed(), suite.percent());
    for (const auto& group : suite.coverage) {
        text += fmt::format("      <property name=\"coverage of {}\" value=\"{} of {}\"/>\n",
                            xml_text(group.name), group.touched(), group.items.size());
    }
    text += "    </properties>\n";
    for (const auto& test : suite.cases) {
        text += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_text(suite.rulebook),
                            xml_text(test.name));
        text += test.passed() ? "/>\n" : ">\n" + failure_of(test) + "    </testcase>\n";
    }
    return text + "  </testsuite>\n";
}

}  // namespace

std::string render_test_junit(const std::vector<SuiteReport>& suites) {
    std::size_t cases = 0;
    std::size_t failed = 0;
    std::string text;
    for (const auto& suite : suites) {
        cases += suite.cases.size();
        failed += suite.failed();
        text += suite_of(suite);
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
        cases, failed, text);
}

}  // namespace colonnade::cli
