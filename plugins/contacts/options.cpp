// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <colonnade/sdk/guard.hpp>
#include <nlohmann/json.hpp>

#include "plugins/text/date_format.hpp"

namespace colonnade::contacts {
namespace {

using nlohmann::json;

std::string text_in(const json& options, const char* key) {
    const auto found = options.find(key);
    if (found == options.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    throw sdk::Failure(std::string("option `") + key + "` is not a text",
                       COLONNADE_INVALID_ARGUMENT);
}

// A bare date is the end of its day.
Seconds moment_in(std::string_view text) {
    constexpr Seconds end_of_day = 86'399;
    if (const auto day = text::read_date(text, "YYYY-MM-DD")) return *day + end_of_day;
    if (const auto at = text::read_date(text, "YYYY-MM-DDTHH:mm:ssZ")) return *at;
    throw sdk::Failure(
        "option `as_of` is neither a date such as 2026-11-20 nor a time such as "
        "2026-11-20T23:59:59Z",
        COLONNADE_INVALID_ARGUMENT);
}

}  // namespace

Options read_options(std::string_view options) {
    if (options.empty()) return {};
    const auto parsed = json::parse(options.begin(), options.end(), nullptr, false);
    if (!parsed.is_object())
        throw sdk::Failure("the options are not a JSON object", COLONNADE_INVALID_ARGUMENT);
    Options read{
        {}, text_in(parsed, "id"), text_in(parsed, "schema"), text_in(parsed, "own_company")};
    if (const auto as_of = text_in(parsed, "as_of"); !as_of.empty()) read.as_of = moment_in(as_of);
    return read;
}

}  // namespace colonnade::contacts
