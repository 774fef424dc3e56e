// SPDX-License-Identifier: Apache-2.0
// What the host asked for beside the stream.
#pragma once

#include <string>
#include <string_view>

#include "container.hpp"

namespace colonnade::linkedin {

struct Options {
    std::optional<Seconds> as_of;
    std::string id;
};

// `text` is a JSON object or empty; `as_of` and `id` are known, other keys are left alone.
[[nodiscard]] Failure read_options(std::string_view text, Options& options);

}  // namespace colonnade::linkedin
