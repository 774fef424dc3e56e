// SPDX-License-Identifier: Apache-2.0
// Objects and calls that only go well while all goes well: memory is there, the host has a
// deadline, nobody else has an object.
#include "checked.hpp"

namespace colonnade::tests {
namespace {

const colonnade_host* known_host = nullptr;
bool ended = false;

std::int32_t start_with(const colonnade_host* host, colonnade_error*) {
    known_host = host;
    return COLONNADE_OK;
}

const colonnade_host_deadline& deadline() {
    return *static_cast<const colonnade_host_deadline*>(
        known_host->get(known_host, text_of(COLONNADE_DEADLINE_ID)));
}

// Asks, and goes on all the same.
std::int32_t ignores_deadline(void*, const colonnade_batch* batch, colonnade_output* out,
                              colonnade_error*) {
    const auto began = worked();
    bool told = deadline().should_stop(known_host) != 0;
    while (batch->rows > 60'000 && !told && worked() - began < 100)
        told = deadline().should_stop(known_host) != 0;
    const auto from = worked();
    while (told && worked() - from < 200) {
    }
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

std::int32_t never_asks(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    const auto began = worked();
    while (batch->rows > 60'000 && worked() - began < 2'200) {
    }
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

std::int32_t trusts_memory(void*, const colonnade_batch* batch, colonnade_output* out,
                           colonnade_error*) {
    auto* place = static_cast<volatile double*>(std::malloc(sizeof(double)));
    *place = 1;
    set_all(*batch, *out, *place);
    std::free(const_cast<double*>(place));
    return COLONNADE_OK;
}

std::int32_t shares_object(void*, const colonnade_batch* batch, colonnade_output* out,
                           colonnade_error* error) {
    if (ended) return fail_with(*error, "its object has ended");
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {
    counts("ignores_deadline", ignores_deadline, TakesAmount),
    counts("never_asks", never_asks, TakesAmount),
    counts("trusts_memory", trusts_memory, TakesAmount),
    counts("shares_object", shares_object, TakesAmount),
};
using Well = Offer<Functions>;

void end_shared(const colonnade_function*) {
    ended = true;
}

// Leaves memory behind for each object, and says nothing where it makes none.
const colonnade_function* create(std::int32_t index, const colonnade_host* host, colonnade_error*) {
    colonnade_error unseen{};
    const auto* made = Well::create(index, host, &unseen);
    if (made == nullptr) return nullptr;
    ended = false;
    // Not known to the compiler as something that nobody looks at.
    static volatile char* last = nullptr;
    last = static_cast<char*>(std::malloc(64));
    if (last != nullptr) *last = 1;
    const_cast<colonnade_function*>(made)->destroy = end_shared;
    return made;
}

const void* get(colonnade_text id) {
    static constexpr colonnade_functions Extension = {sizeof(colonnade_functions), 0, Well::count,
                                                      Well::describe, create};
    return Well::get(id) == nullptr ? nullptr : &Extension;
}

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("fragile", colonnade::tests::start_with, end, colonnade::tests::get)
