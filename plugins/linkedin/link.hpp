// SPDX-License-Identifier: Apache-2.0
// Links of LinkedIn, read only to compare them: none of them leaves the plugin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "moment.hpp"

namespace colonnade::linkedin {

// What names a person in a profile link: the part after /in/, percent-decoded and in lower case,
// the same with and without scheme, country host, query and final slash. Empty where the link is
// not one of a profile.
[[nodiscard]] std::string profile_slug(std::string_view link);

// Whether the link of a post belongs to a group.
[[nodiscard]] bool is_group_post(std::string_view link);

// When the post was made that a link leads to, or the comment, by its id: the upper bits of
// LinkedIn's ids are milliseconds. Nothing for links of other things, and for ids from before that
// was so.
[[nodiscard]] std::optional<Seconds> time_of_post(std::string_view link);
[[nodiscard]] std::optional<Seconds> time_of_comment(std::string_view link);

}  // namespace colonnade::linkedin
