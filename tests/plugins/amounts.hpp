// SPDX-License-Identifier: Apache-2.0
// For plugins whose functions all take amounts, and would give twice of each if they behaved.
#pragma once

#include "functions.hpp"

namespace colonnade::tests {

inline constexpr auto Amount = value("amount", COLONNADE_NUMBER);
inline constexpr const colonnade_parameter* TakesAmount[] = {&Amount};

using Batch = const colonnade_batch*;

inline const double* amounts(Batch batch) {
    return static_cast<const double*>(batch->arguments[0]->data);
}

inline std::int32_t twice(Batch batch, colonnade_output* out) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, 2 * amounts(batch)[row]);
    return COLONNADE_OK;
}

inline std::int32_t all(Batch batch, colonnade_output* out, double result) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, result);
    return COLONNADE_OK;
}

inline std::int32_t sound(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return twice(batch, out);
}

constexpr TestFunction number(std::string_view id, Call call) {
    return function(id, call, TakesAmount, COLONNADE_NUMBER, -1e9, 1e9);
}

}  // namespace colonnade::tests
