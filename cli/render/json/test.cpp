// SPDX-License-Identifier: Apache-2.0
#include "cli/render/test.hpp"
#include "cli/json.hpp"

namespace colonnade::cli {
namespace {

JsonValue case_json(const engine::CaseOutcome& test) {
    JsonValue json{{"name", test.name},
                   {"line", test.line},
                   {"passed", test.passed()},
                   {"checks", JsonValue::array()}};
    for (const auto& check : test.checks) {
        json["checks"].push_back({{"what", check.what},
                                  {"expected", check.expected},
                                  {"actual", check.actual},
                                  {"passed", check.passed},
                                  {"because", check.reason}});
    }
    return json;
}

JsonValue coverage_json(const SuiteReport& suite) {
    JsonValue json{{"percent", suite.percent()},
                   {"touched", suite.touched},
                   {"of", suite.items},
                   {"groups", JsonValue::array()}};
    for (const auto& group : suite.coverage) {
        JsonValue entry{{"name", group.name},
                        {"touched", group.touched()},
                        {"of", group.items.size()},
                        {"untouched", JsonValue::array()}};
        for (const auto& item : group.items) {
            if (!item.touched)
                entry["untouched"].push_back(
                    {{"what", item.what}, {"part", item.part}, {"inherited", item.inherited}});
        }
        json["groups"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace

std::string render_test_json(const std::vector<SuiteReport>& suites) {
    JsonValue json{{"suites", JsonValue::array()}};
    for (const auto& suite : suites) {
        JsonValue entry{{"file", suite.file},
                        {"rulebook", suite.rulebook},
                        {"failed", suite.failed()},
                        {"cases", JsonValue::array()},
                        {"coverage", coverage_json(suite)}};
        for (const auto& test : suite.cases)
            entry["cases"].push_back(case_json(test));
        json["suites"].push_back(std::move(entry));
    }
    return json_document(json);
}

}  // namespace colonnade::cli
