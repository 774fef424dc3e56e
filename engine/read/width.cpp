// SPDX-License-Identifier: Apache-2.0
#include "engine/read/width.hpp"

namespace colonnade::engine {

bool has_wide() {
#if defined(__GNUC__) && defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
#else
    return false;
#endif
}

}  // namespace colonnade::engine
