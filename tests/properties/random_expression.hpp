// SPDX-License-Identifier: Apache-2.0
// Made-up expressions of a kind, as text, so that parser and checker are tried as well.
#pragma once

#include <string>

namespace colonnade::tests {

// What an expression is about: the profile, or each element of one of the two lists.
enum class About { Profile, Events, Items };

[[nodiscard]] std::string random_yes_no(int depth, About about = About::Profile);
[[nodiscard]] std::string random_number(int depth, About about = About::Profile);
[[nodiscard]] std::string random_share(int depth, About about = About::Profile);
[[nodiscard]] std::string random_duration(int depth, About about = About::Profile);
[[nodiscard]] std::string random_rate(int depth, About about = About::Profile);
[[nodiscard]] std::string random_moment(int depth, About about = About::Profile);
[[nodiscard]] std::string random_text(int depth, About about = About::Profile);

// Of any kind.
[[nodiscard]] std::string random_expression(int depth);

}  // namespace colonnade::tests
