// SPDX-License-Identifier: Apache-2.0
// Functions whose results depend on what no result may depend on.
#include <sched.h>

#include <cfenv>
#include <ctime>

#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t batch_size(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    set_all(*batch, *out, static_cast<double>(batch->rows));
    return COLONNADE_OK;
}

std::int32_t is_first(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    const auto first = batch->rows == 0 ? 0 : batch->as_of[0];
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, first == batch->as_of[row] ? 1.0 : 0.0);
    return COLONNADE_OK;
}

std::int32_t last_batch(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    static std::int64_t last = 0;
    set_all(*batch, *out, last == 40 ? 1 : 0);
    last = batch->rows;
    return COLONNADE_OK;
}

// One place for the work of all objects.
std::int32_t shared_place(void*, const colonnade_batch* batch, colonnade_output* out,
                          colonnade_error*) {
    static volatile std::int64_t place = 0;
    for (std::int64_t row = 0; row < batch->rows; ++row) {
        place = batch->as_of[row];
        if (row % 16 == 0) ::sched_yield();
        set(*out, row, place == batch->as_of[row] ? 1.0 : 0.0);
    }
    return COLONNADE_OK;
}

std::int32_t time_zone(void*, const colonnade_batch* batch, colonnade_output* out,
                       colonnade_error*) {
    const char* zone = std::getenv("TZ");
    set_all(*batch, *out, zone == nullptr ? 0 : static_cast<double>(std::strlen(zone)));
    return COLONNADE_OK;
}

std::int32_t under_unknown(void*, const colonnade_batch* batch, colonnade_output* out,
                           colonnade_error*) {
    const auto* amounts = static_cast<const double*>(batch->arguments[0]->data);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, amounts[row] < 0 ? 1.0 : 0.0);
    return COLONNADE_OK;
}

std::int32_t index_of(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    const auto* kinds = static_cast<const std::int32_t*>(batch->arguments[0]->data);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, static_cast<double>(kinds[row]));
    return COLONNADE_OK;
}

std::int32_t clock(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    constexpr std::time_t ThreeYears = 3 * 31'556'952;
    set_all(*batch, *out, static_cast<double>(std::time(nullptr) / ThreeYears));
    return COLONNADE_OK;
}

std::int32_t letters(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    set_all(*batch, *out, static_cast<double>(MB_CUR_MAX));
    return COLONNADE_OK;
}

std::int32_t rounds(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    std::fesetround(FE_TONEAREST);
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

constexpr auto Kind = value("sort", COLONNADE_CATEGORY);
constexpr const colonnade_parameter* TakesKind[] = {&Kind};

constexpr TestFunction Functions[] = {
    counts("batch_size", batch_size, TakesAmount),
    counts("is_first", is_first, TakesAmount),
    counts("last_batch", last_batch, TakesAmount),
    counts("shared_place", shared_place, TakesAmount),
    counts("time_zone", time_zone, TakesAmount),
    counts("under_unknown", under_unknown, TakesAmount),
    counts("index_of", index_of, TakesKind),
    counts("clock", clock, TakesAmount),
    counts("letters", letters, TakesAmount),
    counts("rounds", rounds, TakesAmount),
};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("depends", start, end, colonnade::tests::Offer<colonnade::tests::Functions>::get)
