// SPDX-License-Identifier: Apache-2.0
// The only file that meets nlohmann's JSON; the options are a few bytes, the document is not.
#include "options.hpp"

#include <nlohmann/json.hpp>

namespace colonnade::linkedin {
namespace {

using nlohmann::json;

const std::string* text_of(const json& options, const char* key) {
    const auto found = options.find(key);
    return found == options.end() ? nullptr : found->get_ptr<const std::string*>();
}

bool has_other_than_text(const json& options, const char* key) {
    const auto found = options.find(key);
    return found != options.end() && !found->is_string() && !found->is_null();
}

}  // namespace

Failure read_options(std::string_view text, Options& options) {
    if (text.empty()) return {};
    const auto parsed = json::parse(text.begin(), text.end(), nullptr, false);
    if (!parsed.is_object()) {
        return {COLONNADE_INVALID_ARGUMENT, "the options are not a JSON object"};
    }
    for (const char* key : {"as_of", "id"}) {
        if (has_other_than_text(parsed, key)) {
            return {COLONNADE_INVALID_ARGUMENT, std::string("option `") + key + "` is not a text"};
        }
    }
    if (const auto* as_of = text_of(parsed, "as_of")) {
        options.as_of = read_as_of(*as_of);
        if (!options.as_of) {
            return {COLONNADE_INVALID_ARGUMENT,
                    "option `as_of` is neither a date such as 2026-11-20 nor a time such as "
                    "2026-11-20T23:59:59Z"};
        }
    }
    if (const auto* id = text_of(parsed, "id")) options.id = *id;
    return {};
}

}  // namespace colonnade::linkedin
