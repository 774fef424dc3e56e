// SPDX-License-Identifier: Apache-2.0
// Conditions that a result must meet for the program to end with 0, and what came of them. They are
// decided on what results show: points with one decimal that add up.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace colonnade::cli {

// What people see, and what is decided on.
inline constexpr int GateDecimals = 1;

struct GateResult {
    enum class What {
        Score,    // the total is at least `limit`
        Pillar,   // the points of `pillar` are at least `limit`
        Drop,     // the total is at most `limit` below the baseline
        Caution,  // no caution is raised
    };
    // Why it cannot be decided. Such a gate is missed.
    enum class Open { No, NotAssessed, NotInBaseline, BaselineNotAssessed, CautionFailed };

    What what = What::Score;
    std::string pillar;            // its id
    std::string pillar_title;      // in the language of the result
    double limit = 0;              // points; of Caution how many may be raised
    std::optional<double> actual;  // in the same; of Drop what is lost, below 0 where some is won
    std::optional<double> before;  // the total of the baseline
    std::vector<std::string> cautions;  // titles of those that are raised
    Open open = Open::No;
    bool passed = false;
};

// How it was asked for: `--min brand=15`.
[[nodiscard]] std::string gate_option(const GateResult& gate);

// What it wants and what was found, in the language of the result, as plain text.
struct GateSentence {
    std::string wanted;  // "total at least 60"
    std::string found;   // "58.3"
};
[[nodiscard]] GateSentence gate_sentence(const GateResult& gate, std::string_view language);

struct GateLabels {
    std::string_view title;
    std::string_view passed;
    std::string_view missed;
};
[[nodiscard]] const GateLabels& gate_labels(std::string_view language);

[[nodiscard]] bool all_passed(const std::vector<GateResult>& gates);

}  // namespace colonnade::cli
