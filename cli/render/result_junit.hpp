// SPDX-License-Identifier: Apache-2.0
// Results as JUnit's XML, as build servers read it: a suite for each person, with a case for the
// score and one for each gate. A missed gate is a failure; what could not be read, scored or
// computed is an error. So the build server and the exit code say the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/score/person_result.hpp"

namespace colonnade::cli {

struct JunitSuite {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::string xml;
};

[[nodiscard]] JunitSuite junit_suite(const PersonResult& person);
[[nodiscard]] JunitSuite junit_suite(const Unread& unread);
[[nodiscard]] std::string junit_document(const std::vector<JunitSuite>& suites);

}  // namespace colonnade::cli
