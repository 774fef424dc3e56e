// SPDX-License-Identifier: Apache-2.0
// How a case of the validator ended.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::engine {

enum class Verdict { Passed, Warned, Failed, Crashed, TimedOut, Skipped };

[[nodiscard]] constexpr std::string_view text_of(Verdict verdict) {
    constexpr std::string_view Texts[] = {"passed",  "warning",   "failed",
                                          "crashed", "timed-out", "skipped"};
    return Texts[static_cast<std::size_t>(verdict)];
}

// What keeps a plugin from being valid; a warning does not.
[[nodiscard]] constexpr bool is_bad(Verdict verdict) {
    return verdict == Verdict::Failed || verdict == Verdict::Crashed ||
           verdict == Verdict::TimedOut;
}

struct PluginOutcome {
    Verdict verdict = Verdict::Passed;
    // Sentences, each on a line of its own: what was seen, or why the case does not apply. Safe to
    // print.
    std::string message;
};

}  // namespace colonnade::engine
