// SPDX-License-Identifier: Apache-2.0
// What the host asked for beside the stream.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "contact.hpp"

namespace colonnade::contacts {

struct Options {
    std::optional<Seconds> as_of;
    std::string id;
    std::string schema;       // that the data is wanted for, or empty
    std::string own_company;  // of whom the list belongs to, or empty
};

// `options` is a JSON object or empty; keys that are not known are left alone. Throws sdk::Failure.
[[nodiscard]] Options read_options(std::string_view options);

}  // namespace colonnade::contacts
