// SPDX-License-Identifier: Apache-2.0
// In which share of a window's weeks anything happened: the measure of a steady habit. Weeks are
// counted back from `as_of`, seven times 24 hours each; what is left of the window is not looked
// at.
#pragma once

#include <cstdint>
#include <optional>

#include "colonnade/sdk/calendar.hpp"
#include "colonnade/sdk/columns.hpp"
#include "colonnade/sdk/distinct.hpp"

namespace colonnade::sdk {

class WeekShare {
public:
    void start(std::int64_t as_of, double window_seconds) {
        const auto weeks = microseconds_of(window_seconds) / Week;
        window_ = Window(as_of, static_cast<double>(weeks * 7) * 86'400.0);
        weeks_ = weeks;
        seen_.clear();
    }
    // Elements outside the weeks or at an unknown time count nothing.
    void add(const Times& times) {
        for (const auto at : times) {
            if (at && window_.contains(*at)) seen_.add(window_.week_of(*at));
        }
    }
    // Empty where the window is shorter than a week.
    [[nodiscard]] std::optional<double> share() {
        if (weeks_ == 0) return std::nullopt;
        return static_cast<double>(seen_.count()) / static_cast<double>(weeks_);
    }

private:
    Window window_{0, 0};
    std::int64_t weeks_ = 0;
    Distinct seen_;
};

}  // namespace colonnade::sdk
