// SPDX-License-Identifier: Apache-2.0
// Failures on their way to the host: plugin code throws, the guard turns what is thrown into the
// caller's error record. Nothing passes the guard, not even the lack of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "colonnade/plugin.h"

namespace colonnade::sdk {

// What a function throws to say which code, row and argument the host should report.
class Failure : public std::runtime_error {
public:
    explicit Failure(const std::string& message, std::int32_t code = COLONNADE_INVALID_ARGUMENT)
        : std::runtime_error(message), code_(code) {}

    Failure& at_row(std::int64_t row) {
        row_ = row;
        return *this;
    }
    Failure& at_parameter(std::int32_t parameter) {
        parameter_ = parameter;
        return *this;
    }
    [[nodiscard]] std::int32_t code() const noexcept { return code_; }
    [[nodiscard]] std::int64_t row() const noexcept { return row_; }
    [[nodiscard]] std::int32_t parameter() const noexcept { return parameter_; }

private:
    std::int32_t code_;
    std::int64_t row_ = -1;
    std::int32_t parameter_ = -1;
};

// What the host says in a record that it has filled; a failure without a code is its fault.
[[nodiscard]] inline Failure failure_of(const colonnade_error& error) {
    return Failure(error.message, error.code == COLONNADE_OK ? COLONNADE_INTERNAL : error.code);
}

// How many bytes of `message` fit into `room` without cutting a UTF-8 character.
[[nodiscard]] constexpr std::size_t fitting_bytes(std::string_view message, std::size_t room) {
    if (message.size() <= room) return message.size();
    while (room > 0 && (static_cast<unsigned char>(message[room]) & 0xC0U) == 0x80U)
        --room;
    return room;
}

// Fills the caller's record, as far as it is large enough; `error` may be null. Returns `code`.
inline std::int32_t report(colonnade_error* error, std::int32_t code, std::string_view message,
                           std::int64_t row = -1, std::int32_t parameter = -1) noexcept {
    constexpr std::size_t MessageStart = offsetof(colonnade_error, message);
    if (error == nullptr || error->size < MessageStart) return code;
    error->code = code;
    error->row = row;
    error->parameter = parameter;
    const std::size_t bytes = std::min(error->size - MessageStart, sizeof error->message);
    if (bytes == 0) return code;
    const std::size_t used = fitting_bytes(message, bytes - 1);
    std::copy_n(message.data(), used, error->message);
    error->message[used] = '\0';
    return code;
}

// Runs `body`; returns COLONNADE_OK, or the code of what it threw, reported to `error`.
template <class Body>
std::int32_t guarded(colonnade_error* error, Body&& body) noexcept {
    try {
        std::forward<Body>(body)();
        return COLONNADE_OK;
    } catch (const Failure& failure) {
        return report(error, failure.code(), failure.what(), failure.row(), failure.parameter());
    } catch (const std::bad_alloc&) {
        return report(error, COLONNADE_NO_MEMORY, "out of memory");
    } catch (const std::exception& other) {
        return report(error, COLONNADE_INTERNAL, other.what());
    } catch (...) {
        return report(error, COLONNADE_INTERNAL, "an exception of unknown type");
    }
}

}  // namespace colonnade::sdk
