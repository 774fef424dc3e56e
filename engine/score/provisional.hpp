// SPDX-License-Identifier: Apache-2.0
// When too little of a person is known for a score to stand alone.
#pragma once

namespace colonnade::engine {

// `assessed`: the share of the points that was assessed.
[[nodiscard]] inline bool is_provisional(double assessed) {
    return assessed < 0.5;
}

}  // namespace colonnade::engine
