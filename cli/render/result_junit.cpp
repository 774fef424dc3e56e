// SPDX-License-Identifier: Apache-2.0
#include "cli/render/result_junit.hpp"

#include <fmt/format.h>

#include "cli/render/labels.hpp"
#include "cli/render/xml.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

// Every case of one person; `kind` is `failure` or `error`.
class Suite {
public:
    Suite(std::string_view name, std::string_view classname)
        : name_(xml_text(name)), classname_(xml_text(classname)) {}

    void pass(std::string_view name) { cases_ += head(name) + "/>\n"; }

    void fail(std::string_view name, std::string_view message) {
        ++suite_.failures;
        end_badly("failure", name, message);
    }

    void err(std::string_view name, std::string_view message) {
        ++suite_.errors;
        end_badly("error", name, message);
    }

    void property(std::string_view name, std::string_view value) {
        properties_ += fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", xml_text(name),
                                   xml_text(value));
    }

    [[nodiscard]] JunitSuite finish() {
        if (!properties_.empty())
            properties_ = fmt::format("    <properties>\n{}    </properties>\n", properties_);
        suite_.xml = fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
            "skipped=\"0\">\n{}{}  </testsuite>\n",
            name_, suite_.tests, suite_.failures, suite_.errors, properties_, cases_);
        return std::move(suite_);
    }

private:
    std::string head(std::string_view name) {
        ++suite_.tests;
        return fmt::format("    <testcase classname=\"{}\" name=\"{}\"", classname_,
                           xml_text(name));
    }

    void end_badly(std::string_view kind, std::string_view name, std::string_view message) {
        cases_ += fmt::format("{}>\n      <{} message=\"{}\"/>\n    </testcase>\n", head(name),
                              kind, xml_text(message));
    }

    std::string name_;
    std::string classname_;
    std::string properties_;
    std::string cases_;
    JunitSuite suite_;
};

// Figures as in JSON with one decimal: whoever reads them is a program.
void add_properties(const engine::Result& result, Suite& suite) {
    suite.property("as_of", dsl::time_text(result.as_of));
    if (result.score) suite.property("score", fmt::format("{:.1f}", *result.score));
    suite.property("low", fmt::format("{:.1f}", result.low));
    suite.property("high", fmt::format("{:.1f}", result.high));
    for (const auto& pillar : result.pillars) {
        if (pillar.points) suite.property(pillar.id, fmt::format("{:.1f}", *pillar.points));
    }
}

// Why there is no score, or none that is whole; empty where all is well.
std::string trouble(const engine::Result& result) {
    for (const auto& pillar : result.pillars) {
        for (const auto& rule : pillar.rules) {
            if (!rule.failure.empty())
                return fmt::format("{}.{}: {}", pillar.id, rule.id, rule.failure);
        }
    }
    for (const auto& caution : result.failed_cautions)
        return fmt::format("{}: {}", caution.id, caution.failure);
    return result.score ? std::string() : std::string(labels_in(result.language).not_scored);
}

}  // namespace

JunitSuite junit_suite(const PersonResult& person) {
    auto result = person.result;
    engine::round_result(result, GateDecimals);
    Suite suite(result.profile, result.rulebook);
    add_properties(result, suite);
    const auto wrong = trouble(result);
    wrong.empty() ? suite.pass("score") : suite.err("score", wrong);
    for (const auto& gate : person.gates) {
        const auto [wanted, found] = gate_sentence(gate, result.language);
        gate.passed ? suite.pass(gate_option(gate))
                    : suite.fail(gate_option(gate), fmt::format("{}: {}", wanted, found));
    }
    return suite.finish();
}

JunitSuite junit_suite(const Unread& unread) {
    Suite suite(unread.place, "data");
    suite.err("score", unread.reason);
    return suite.finish();
}

std::string junit_document(const std::vector<JunitSuite>& suites) {
    JunitSuite all;
    for (const auto& suite : suites) {
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.errors += suite.errors;
        all.xml += suite.xml;
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}</testsuites>\n",
        all.tests, all.failures, all.errors, all.xml);
}

}  // namespace colonnade::cli
