// SPDX-License-Identifier: Apache-2.0
// Calls of the system that a signal interrupted are made again. File systems of other machines and
// of programs give up so at any of them, also at `open` and `fsync`.
#pragma once

#include <cerrno>

namespace colonnade::engine {

template <class Call>
[[nodiscard]] auto uninterrupted(const Call& call) {
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

}  // namespace colonnade::engine
