// SPDX-License-Identifier: Apache-2.0
// What the plugins that `plugin check` must find out have in common: they are right but for what
// each is there for.
#pragma once

#include <cstdlib>
#include <cstring>
#include <ctime>

#include "tests/plugins/functions.hpp"

namespace colonnade::tests {

inline constexpr colonnade_localised InBoth[] = {{text_of("de"), text_of("Etwas")},
                                                 {text_of("en"), text_of("Something")}};

constexpr TestFunction titled(TestFunction made) {
    made.descriptor.titles = InBoth;
    made.descriptor.title_count = 2;
    made.descriptor.descriptions = InBoth;
    made.descriptor.description_count = 2;
    return made;
}

// A number from 0 to a million.
constexpr TestFunction counts(std::string_view id, Call call,
                              std::span<const colonnade_parameter* const> parameters) {
    return titled(function(id, call, parameters, COLONNADE_NUMBER, 0, 1e6));
}

inline constexpr auto Amount = value("amount", COLONNADE_NUMBER, COLONNADE_NULLABLE);
inline constexpr const colonnade_parameter* TakesAmount[] = {&Amount};

// The same for all rows.
inline void set_all(const colonnade_batch& batch, colonnade_output& out, double result) {
    for (std::int64_t row = 0; row < batch.rows; ++row)
        set(out, row, result);
}

inline std::int32_t one(void*, const colonnade_batch* batch, colonnade_output* out,
                        colonnade_error*) {
    set_all(*batch, *out, 1);
    return COLONNADE_OK;
}

inline std::int32_t fail_with(colonnade_error& error, std::string_view why) {
    error.code = COLONNADE_INTERNAL;
    why.copy(error.message, why.size());
    return COLONNADE_INTERNAL;
}

// Milliseconds that this thread has worked, whatever else the machine does.
inline double worked() {
    std::timespec at{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
}

inline constexpr TestFunction JustOne[] = {counts("one", one, TakesAmount)};

}  // namespace colonnade::tests

// The entry; all but the id are names of functions.
#define CHECKED_ENTRY(id, init, deinit, get)                                   \
    extern "C" {                                                               \
    const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin), \
                                                     COLONNADE_ABI_MAJOR,      \
                                                     COLONNADE_ABI_MINOR,      \
                                                     0,                        \
                                                     TEXT(id),                 \
                                                     TEXT("1.0.0"),            \
                                                     init,                     \
                                                     deinit,                   \
                                                     get};                     \
    }
