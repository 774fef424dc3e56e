// SPDX-License-Identifier: Apache-2.0
#include "cli/text_or_json.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

std::string asked_format(const Options& options) {
    if (!options.format.empty()) return options.format;
    if (options.output.ends_with(".json")) return "json";
    return options.output.ends_with(".html") ? "html" : "text";
}

}  // namespace

std::optional<Form> text_json_or_html(const Options& options) {
    const auto format = asked_format(options);
    if (format == "text") return Form::Text;
    if (format == "json") return Form::Json;
    if (format == "html") return Form::Html;
    say_error(fmt::format("no format `{}`", format), "text, json or html");
    return std::nullopt;
}

std::optional<bool> wants_json(const Options& options) {
    if (options.format.empty()) return options.output.ends_with(".json");
    if (options.format == "json" || options.format == "text") return options.format == "json";
    say_error(fmt::format("no format `{}`", options.format), "text or json");
    return std::nullopt;
}

}  // namespace colonnade::cli
