// SPDX-License-Identifier: Apache-2.0
// The moment at which an export tells how things were. Never today, and never a date that may lie
// in the future such as the end of a certificate.
#pragma once

#include <optional>
#include <string_view>

#include "container.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {

struct AsOf {
    Seconds at = 0;
    std::string_view from;  // one of four texts, see find_as_of
};

// In this order: given; the newest date in the names of the archives or of the folders around their
// files; the newest file in a zip; the newest activity. Nothing where none of them is there.
[[nodiscard]] std::optional<AsOf> find_as_of(const std::optional<Seconds>& given,
                                             std::string_view name, const Container& container,
                                             const FactStates& states);

// The end of the day in a name such as `Complete_LinkedInDataExport_11-20-2026.zip`.
[[nodiscard]] std::optional<Seconds> day_in_name(std::string_view name);

// The newest thing that happened, by all lists whose elements have a time.
[[nodiscard]] Time newest_activity(const FactStates& states);

}  // namespace colonnade::linkedin
