// SPDX-License-Identifier: Apache-2.0
// The moment that a list of contacts stands for: no column says it.
#pragma once

#include <optional>
#include <string_view>

#include "contact.hpp"

namespace colonnade::contacts {

struct AsOf {
    Seconds at = 0;
    std::string_view from;
};

// What was asked for, else the date in the file's name (the end of that day), else the newest date
// of what has happened.
[[nodiscard]] std::optional<AsOf> find_as_of(const std::optional<Seconds>& given,
                                             std::string_view name, const ContactList& list);

}  // namespace colonnade::contacts
