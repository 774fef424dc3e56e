// SPDX-License-Identifier: Apache-2.0
// Right and slow: too much time, too many allocations, and memory that stays.
#include <memory>
#include <vector>

#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t slow(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    const auto began = worked();
    const auto time = batch->rows == 4'096 ? 0.15 * 4'096 : 0;
    while (worked() - began < time) {
    }
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

// Read by nobody, which the compiler cannot know.
volatile char last_byte = 0;

std::int32_t allocates(void*, const colonnade_batch* batch, colonnade_output* out,
                       colonnade_error*) {
    for (std::int64_t i = 0; batch->rows == 4'096 && i < 30 * batch->rows; ++i) {
        auto* place = static_cast<char*>(std::calloc(8, 1));
        if (place != nullptr) last_byte = *place;
        std::free(place);
    }
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

std::int32_t keeps(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    static std::vector<std::unique_ptr<char[]>> kept;
    if (batch->rows == 64) kept.push_back(std::make_unique<char[]>(1'024));
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {
    counts("slow", slow, TakesAmount),
    counts("allocates", allocates, TakesAmount),
    counts("keeps", keeps, TakesAmount),
};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("wasteful", start, end, colonnade::tests::Offer<colonnade::tests::Functions>::get)
