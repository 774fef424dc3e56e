// SPDX-License-Identifier: Apache-2.0
// What `history` shows: everybody who is kept, or the trend of one person, in each format.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/history/trend.hpp"
#include "cli/render/sparkline.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {

// Decimals of their figures.
inline constexpr int TextDecimals = 1;
inline constexpr int DataDecimals = 4;

struct HistoryStyle {
    TextStyle text;
    Letters letters = Letters::Unicode;
    bool every_week = false;
};

// Everybody, with the latest result.
struct KeptPerson {
    engine::Result latest;  // rounded
    std::int64_t results = 0;
    std::int64_t first = 0;  // as_of
};

[[nodiscard]] std::string trends_text(std::span<const Trend> trends, const HistoryStyle& style);
[[nodiscard]] std::string trends_json(std::span<const Trend> trends);
[[nodiscard]] std::string trends_csv(std::span<const Trend> trends);

// `language`: of dates and numbers.
[[nodiscard]] std::string people_text(std::span<const KeptPerson> people,
                                      std::string_view language);
[[nodiscard]] std::string people_json(std::span<const KeptPerson> people);
[[nodiscard]] std::string people_csv(std::span<const KeptPerson> people);

}  // namespace colonnade::cli
