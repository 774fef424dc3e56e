// SPDX-License-Identifier: Apache-2.0
// Loops over blocks are built once for every width of vectors that a processor may have, and the
// program takes what is there. The bits are the same: nothing is contracted or reordered
// (-ffp-contract=off).
#pragma once

// Sanitizers are not ready yet when the loader chooses.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(COLONNADE_SANITIZE)
// Everything that the function calls is built into it, or it would not gain.
#define COLONNADE_WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default"), flatten))
#else
#define COLONNADE_WIDE
#endif
