// SPDX-License-Identifier: Apache-2.0
// Profile documents of people who do not exist, made for measuring: as many records as an active
// person's last year has, with the facts unknown that an archive cannot hold.
#pragma once

#include <cstdint>
#include <string>

namespace colonnade::bench {

// The same seed gives the same bytes.
[[nodiscard]] std::string make_profile(std::uint64_t seed);

}  // namespace colonnade::bench
