// SPDX-License-Identifier: Apache-2.0
// Takes a text apart from its front: what the readers of date forms have in common.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "moment.hpp"

namespace colonnade::linkedin {

// After the first part that is not there, all is failure.
class Taker {
public:
    explicit Taker(std::string_view rest) : rest_(rest) {}

    int digits(std::size_t least, std::size_t most);
    void literal(std::string_view text);
    bool optional(std::string_view text);
    void skip(std::size_t count);

    // `4/20/`: two numbers, each with the separator behind it.
    void pair(int& first, int& second, std::string_view separator);
    // ` AM` or ` PM`, where one is there: the hour was that of a clock with twelve.
    bool half_of_day(Clock& clock);

    // A month's name, short or whole; German ones as well, should an export ever be translated.
    int month();
    // `20 Nov `, or `20. Nov. ` as a German would write it.
    void named_day(Clock& clock);
    // `08:15`, also with `:09`.
    void time_of_day(Clock& clock, std::size_t least_hour_digits);

    // The time, where nothing is left of the text.
    [[nodiscard]] std::optional<Seconds> complete(const Clock& clock) const;
    [[nodiscard]] bool is_complete() const { return ok_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace colonnade::linkedin
