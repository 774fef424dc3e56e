// SPDX-License-Identifier: Apache-2.0
#include "link.hpp"

#include "text.hpp"

namespace colonnade::linkedin {

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
