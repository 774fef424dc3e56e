// SPDX-License-Identifier: Apache-2.0
// Describes a function whose id no rule could write.
#include "functions.hpp"

namespace colonnade::tests {
namespace {

std::int32_t nothing(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {
    function("fine", nothing, {}, COLONNADE_NUMBER),
    function("Two words", nothing, {}, COLONNADE_NUMBER),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("garbage-id"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
