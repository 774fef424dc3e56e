// SPDX-License-Identifier: Apache-2.0
// What belongs to the whole process and is none of a plugin's business: locale, environment,
// current folder, signal handlers, rounding, threads, open files.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace colonnade::engine {

class ProcessState {
public:
    // As it is now.
    ProcessState();

    // What is different now, in words: "the locale".
    [[nodiscard]] std::vector<std::string> changes_since(const ProcessState& before) const;

private:
    std::map<std::string, std::string> parts_;
};

}  // namespace colonnade::engine
