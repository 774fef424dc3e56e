// SPDX-License-Identifier: Apache-2.0
// Which vectors the processor has. The quick reader is built twice, for those that every one has
// (narrow.hpp) and for AVX2 (wide.hpp), and reads the same by both.
#pragma once

#if defined(__GNUC__) && defined(__x86_64__)
// What may use `Wide`, and is called only where `has_wide`.
#define COLONNADE_AVX2 __attribute__((target("avx2,bmi,bmi2")))
#else
#define COLONNADE_AVX2
#endif

namespace colonnade::engine {

[[nodiscard]] bool has_wide();

}  // namespace colonnade::engine
