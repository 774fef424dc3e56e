// SPDX-License-Identifier: Apache-2.0
// How many different whole numbers there were: days or weeks with activity. Fast where equal ones
// come one after the other, as in lists that are sorted by time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace colonnade::sdk {

class Distinct {
public:
    void clear() { seen_.clear(); }
    void add(std::int64_t value) {
        if (seen_.empty() || seen_.back() != value) seen_.push_back(value);
    }
    [[nodiscard]] std::int64_t count() {
        std::sort(seen_.begin(), seen_.end());
        return std::unique(seen_.begin(), seen_.end()) - seen_.begin();
    }

private:
    std::vector<std::int64_t> seen_;
};

}  // namespace colonnade::sdk
