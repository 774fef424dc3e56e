// SPDX-License-Identifier: Apache-2.0
// Functions that would take the program with them. Only ever run in a process of their own.
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "amounts.hpp"

namespace colonnade::tests {
namespace {

// An address that is in nobody's memory and that no compiler knows.
volatile std::uintptr_t nowhere = 64;
volatile bool forever = true;

void crash() {
    *reinterpret_cast<volatile int*>(nowhere) = 1;
}

bool has(Batch batch, double wanted) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        if (amounts(batch)[row] == wanted) return true;
    return false;
}

std::int32_t null_write(void*, Batch, colonnade_output*, colonnade_error*) {
    crash();
    return COLONNADE_OK;
}

std::int32_t aborts(void*, Batch, colonnade_output*, colonnade_error*) {
    std::abort();
}

std::int32_t exits(void*, Batch, colonnade_output*, colonnade_error*) {
    std::exit(0);
}

std::int32_t exits_at_once(void*, Batch, colonnade_output*, colonnade_error*) {
    ::_exit(3);
}

std::int32_t kills_itself(void*, Batch, colonnade_output*, colonnade_error*) {
    ::raise(SIGKILL);
    return COLONNADE_OK;
}

std::int32_t loops(void*, Batch, colonnade_output*, colonnade_error*) {
    while (forever) {
    }
    return COLONNADE_OK;
}

// Keeps all that it gets until there is no more; then it is honest.
std::int32_t eats_memory(void*, Batch, colonnade_output*, colonnade_error*) {
    constexpr std::size_t Piece = 64 * 1024 * 1024;
    while (auto* piece = static_cast<volatile char*>(std::malloc(Piece)))
        piece[0] = 1;
    return COLONNADE_NO_MEMORY;
}

// NOLINTNEXTLINE(misc-no-recursion): without end
int recurse(volatile int* above) {
    volatile int here[1024] = {*above};
    return forever ? recurse(here) + here[0] : 0;
}

std::int32_t recurses(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    volatile int start = 1;
    return all(batch, out, recurse(&start));
}

std::int32_t writes_8_too_far(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    static_cast<double*>(out->values)[batch->rows] = 1;
    return twice(batch, out);
}

std::int32_t writes_far_too_far(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    auto* bytes = static_cast<volatile char*>(out->values);
    for (std::size_t at = 0; at < std::size_t{8} << 30U; at += 4096)
        bytes[at] = 1;
    return twice(batch, out);
}

std::int32_t crashes_on_13(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    if (has(batch, 13)) crash();
    return twice(batch, out);
}

std::int32_t loops_on_13(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    // Volatile, because a loop without any effect may be left out.
    for (const volatile bool goes_on = has(batch, 13); goes_on;) {
    }
    return twice(batch, out);
}

std::int32_t fails_on_13(void*, Batch batch, colonnade_output* out, colonnade_error* error) {
    if (!has(batch, 13)) return twice(batch, out);
    std::strcpy(error->message, "thirteen");
    return error->code = COLONNADE_INVALID_ARGUMENT;
}

// No row of it alone is the guilty one.
std::int32_t crashes_on_many(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    if (batch->rows > 1) crash();
    return twice(batch, out);
}

std::int32_t gives_nan(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, std::numeric_limits<double>::quiet_NaN());
}

std::int32_t gives_too_much(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    return all(batch, out, 1e9 + 1);
}

std::int32_t knows_too_much(void*, Batch batch, colonnade_output* out, colonnade_error*) {
    twice(batch, out);
    std::memset(out->known, 0xFF, static_cast<std::size_t>(batch->rows + 7) / 8);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {
    number("sound", sound),
    number("null_write", null_write),
    number("aborts", aborts),
    number("exits", exits),
    number("exits_at_once", exits_at_once),
    number("kills_itself", kills_itself),
    number("loops", loops),
    number("eats_memory", eats_memory),
    number("recurses", recurses),
    number("writes_8_too_far", writes_8_too_far),
    number("writes_far_too_far", writes_far_too_far),
    number("crashes_on_13", crashes_on_13),
    number("loops_on_13", loops_on_13),
    number("fails_on_13", fails_on_13),
    number("crashes_on_many", crashes_on_many),
    number("gives_nan", gives_nan),
    number("gives_too_much", gives_too_much),
    number("knows_too_much", knows_too_much),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("violent"),
    TEXT("1.0.0"),
    start,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
