// SPDX-License-Identifier: Apache-2.0
// Functions that describe themselves well and behave ill; each is called for what it does wrong.
#include <cstring>
#include <stdexcept>

#include "functions.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Amount = value("amount", COLONNADE_NUMBER);
constexpr const colonnade_parameter* TakesAmount[] = {&Amount};

template <class Stored, int Result>
std::int32_t give(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, static_cast<Stored>(Result));
    return COLONNADE_OK;
}

std::int32_t give_nan(void*, const colonnade_batch*, colonnade_output* out, colonnade_error*) {
    set(*out, 0, std::numeric_limits<double>::quiet_NaN());
    return COLONNADE_OK;
}

std::int32_t give_infinity(void*, const colonnade_batch*, colonnade_output* out, colonnade_error*) {
    set(*out, 0, Infinity);
    return COLONNADE_OK;
}

std::int32_t fail(void*, const colonnade_batch*, colonnade_output*, colonnade_error* error) {
    constexpr std::string_view Why = "the calendar of 1582\nis not kept";
    Why.copy(error->message, Why.size());
    return COLONNADE_INVALID_ARGUMENT;
}

std::int32_t fail_silently(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    return COLONNADE_NO_MEMORY;
}

std::int32_t fail_oddly(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    return 4711;
}

std::int32_t fail_endlessly(void*, const colonnade_batch*, colonnade_output*,
                            colonnade_error* error) {
    std::memset(error->message, 'x', sizeof error->message);
    return COLONNADE_INTERNAL;
}

std::int32_t throw_it(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    throw std::runtime_error("out");
}

std::int32_t throw_number(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    throw 7;
}

std::int32_t write_too_far(void*, const colonnade_batch* batch, colonnade_output* out,
                           colonnade_error*) {
    static_cast<double*>(out->values)[batch->rows] = 1;
    return COLONNADE_OK;
}

std::int32_t know_too_much(void*, const colonnade_batch*, colonnade_output* out, colonnade_error*) {
    out->known[0] = 0xFF;
    return COLONNADE_OK;
}

// Not believed either: the host looks only at the arrays that it lent.
std::int32_t swap_arrays(void*, const colonnade_batch*, colonnade_output* out, colonnade_error*) {
    static double value = 5;
    static std::uint8_t known = 1;
    out->values = &value;
    out->known = &known;
    return COLONNADE_OK;
}

constexpr colonnade_category_value Sizes[] = {{text_of("small"), nullptr, 0},
                                              {text_of("large"), nullptr, 0}};

constexpr TestFunction category(std::string_view id, Call call) {
    auto made = function(id, call, TakesAmount, COLONNADE_CATEGORY);
    made.descriptor.category_values = Sizes;
    made.descriptor.category_count = 2;
    return made;
}

constexpr TestFunction number(std::string_view id, Call call) {
    return function(id, call, TakesAmount, COLONNADE_NUMBER, 0, 10);
}

constexpr TestFunction Functions[] = {
    number("nan", give_nan),
    number("infinity", give_infinity),
    number("too_small", give<double, -1>),
    number("too_large", give<double, 11>),
    category("no_value", give<std::int32_t, 2>),
    category("less_than_no_value", give<std::int32_t, -1>),
    function("more_than_yes", give<std::uint8_t, 2>, TakesAmount, COLONNADE_YES_NO),
    number("fails", fail),
    number("fails_silently", fail_silently),
    number("fails_oddly", fail_oddly),
    number("fails_endlessly", fail_endlessly),
    number("throws", throw_it),
    number("throws_number", throw_number),
    number("writes_too_far", write_too_far),
    number("knows_too_much", know_too_much),
    number("swaps_arrays", swap_arrays),
    number("cannot_be_made", nullptr),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("faulty"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
