// SPDX-License-Identifier: Apache-2.0
// The languages of a report.
#include <algorithm>

#include "cli/html/report.hpp"

namespace colonnade::cli {
namespace {

auto found_in(const std::vector<Reading>& readings, std::string_view language) {
    return std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.result.language == language;
    });
}

}  // namespace

const Reading* Report::in(std::string_view language) const {
    const auto found = found_in(readings, language);
    return found == readings.end() ? nullptr : &*found;
}

bool Report::lead_with(std::string_view language) {
    const auto found = found_in(readings, language);
    if (found == readings.end()) return false;
    const auto at = readings.begin() + (found - readings.cbegin());
    std::rotate(readings.begin(), at, at + 1);
    return true;
}

}  // namespace colonnade::cli
