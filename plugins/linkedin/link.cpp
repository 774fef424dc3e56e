// SPDX-License-Identifier: Apache-2.0
#include "link.hpp"

#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace colonnade::linkedin {
namespace {

constexpr unsigned BitsBelowTime = 22;

// The time in the last number of an urn such as `urn:li:share:7000000000000000000`.
std::optional<Seconds> time_in_urn(std::string_view urn) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto last = std::find_if(urn.rbegin(), urn.rend(), is_digit);
    const auto before = std::find_if_not(last, urn.rend(), is_digit);
    const auto begin = urn.size() - static_cast<std::size_t>(before - urn.rbegin());
    std::uint64_t id = 0;
    const auto* const start = urn.data() + begin;
    const auto* const end =
        urn.data() + (urn.size() - static_cast<std::size_t>(last - urn.rbegin()));
    if (std::from_chars(start, end, id).ec != std::errc()) return std::nullopt;
    const auto at = static_cast<Seconds>((id >> BitsBelowTime) / 1000);
    // LinkedIn began in 2003; a smaller number is an id of an older kind.
    const bool is_time =
        at >= seconds_of({2003, 1, 1, 0, 0, 0}) && at <= seconds_of({LastYear, 12, 31, 0, 0, 0});
    return is_time ? std::optional<Seconds>(at) : std::nullopt;
}

// What follows `marker` in a link, up to the first of `ends`.
std::string_view urn_behind(std::string_view link, std::string_view marker, const char* ends) {
    const auto start = link.find(marker);
    if (start == std::string_view::npos) return {};
    const auto urn = link.substr(start + marker.size());
    return urn.substr(0, urn.find_first_of(ends));
}

}  // namespace

std::optional<Seconds> time_of_post(std::string_view link) {
    static constexpr std::array<std::string_view, 4> kinds{
        "urn:li:share:", "urn:li:ugcPost:", "urn:li:activity:", "urn:li:groupPost:"};
    const auto plain = percent_decoded(link);
    for (const auto kind : kinds) {
        if (const auto urn = urn_behind(plain, kind, "/?&#),"); !urn.empty()) {
            return time_in_urn(urn);
        }
    }
    return std::nullopt;
}

std::optional<Seconds> time_of_comment(std::string_view link) {
    return time_in_urn(urn_behind(percent_decoded(link), "urn:li:comment:(", ")"));
}

std::string profile_slug(std::string_view link) {
    static constexpr std::string_view marker = "/in/";
    const auto start = link.find(marker);
    if (start == std::string_view::npos) return {};
    auto rest = trimmed(link.substr(start + marker.size()));
    rest = rest.substr(0, rest.find_first_of("/?#"));
    return lower(percent_decoded(rest));
}

bool is_group_post(std::string_view link) {
    return link.find("groupPost") != std::string_view::npos;
}

}  // namespace colonnade::linkedin
