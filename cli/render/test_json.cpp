// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"
#include "cli/render/test.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

Json case_json(const engine::CaseOutcome& test) {
    Json json{{"name", test.name},
              {"line", test.line},
              {"passed", test.passed()},
              {"checks", Json::array()}};
    for (const auto& check : test.checks) {
        json["checks"].push_back({{"what", check.what},
                                  {"expected", check.expected},
                                  {"actual", check.actual},
                                  {"passed", check.passed},
                                  {"because", check.reason}});
    }
    return json;
}

Json coverage_json(const SuiteReport& suite) {
    Json json{{"percent", suite.percent()},
              {"touched", suite.touched},
              {"of", suite.items},
              {"groups", Json::array()}};
    for (const auto& group : suite.coverage) {
        Json entry{{"name", group.name},
                   {"touched", group.touched()},
                   {"of", group.items.size()},
                   {"untouched", Json::array()}};
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
    Json json{{"suites", Json::array()}};
    for (const auto& suite : suites) {
        Json entry{{"file", suite.file},
                   {"rulebook", suite.rulebook},
                   {"failed", suite.failed()},
                   {"cases", Json::array()},
                   {"coverage", coverage_json(suite)}};
        for (const auto& test : suite.cases)
            entry["cases"].push_back(case_json(test));
        json["suites"].push_back(std::move(entry));
    }
    return plain_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace colonnade::cli
