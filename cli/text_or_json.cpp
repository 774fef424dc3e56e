// SPDX-License-Identifier: Apache-2.0
#include "cli/text_or_json.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace colonnade::cli {

std::optional<bool> wants_json(const Options& options) {
    if (options.format.empty()) return options.output.ends_with(".json");
    if (options.format == "json" || options.format == "text") return options.format == "json";
    say_error(fmt::format("no format `{}`", options.format), "text or json");
    return std::nullopt;
}

}  // namespace colonnade::cli
