// SPDX-License-Identifier: Apache-2.0
// Why something of a plugin is not taken, and the two ways to find out: sentences, and calls that
// contain what the contract forbids to come out.
#pragma once

#include <string>

namespace colonnade::engine {

struct Refusal {
    std::string message;
    std::string help;
};

// What `--trust ID` means, for messages that a plugin cannot be kept apart here.
[[nodiscard]] std::string what_trust_means(const std::string& plugin);

// Runs `work`, which calls into a plugin. False where an exception came out of it.
template <class Work>
[[nodiscard]] bool contained(const Work& work) noexcept {
    try {
        work();
        return true;
    } catch (...) {
        return false;
    }
}

inline constexpr const char* ThrewMessage = "let an exception out, which no plugin may";

}  // namespace colonnade::engine
