// SPDX-License-Identifier: Apache-2.0
// Descriptors and the extension for functions by hand, without the SDK: what a host meets is then
// the bare contract.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "entry.h"

namespace colonnade::tests {

using Call = std::int32_t (*)(void*, const colonnade_batch*, colonnade_output*, colonnade_error*);

inline constexpr double Infinity = std::numeric_limits<double>::infinity();

constexpr colonnade_text text_of(std::string_view text) {
    return {text.data(), text.size()};
}

constexpr colonnade_parameter value(std::string_view name, std::int32_t kind,
                                    std::uint32_t flags = 0) {
    return {sizeof(colonnade_parameter), kind, flags, 0, text_of(name), nullptr, {}};
}

constexpr colonnade_parameter list(std::string_view name,
                                   std::span<const colonnade_parameter* const> fields,
                                   std::uint32_t flags = 0) {
    const auto count = static_cast<std::int32_t>(fields.size());
    return {sizeof(colonnade_parameter),
            COLONNADE_LIST,
            flags,
            count,
            text_of(name),
            fields.data(),
            {}};
}

struct TestFunction {
    colonnade_function_descriptor descriptor;
    Call call;
};

constexpr TestFunction function(std::string_view id, Call call,
                                std::span<const colonnade_parameter* const> parameters,
                                std::int32_t result, double min = -Infinity,
                                double max = Infinity) {
    colonnade_function_descriptor made{};
    made.size = sizeof made;
    made.id = text_of(id);
    made.parameters = parameters.data();
    made.parameter_count = static_cast<std::int32_t>(parameters.size());
    made.result_kind = result;
    made.result_min = min;
    made.result_max = max;
    return {made, call};
}

inline bool is_known(const colonnade_column& column, std::int64_t i) {
    return column.validity == nullptr || (column.validity[i / 8] >> (i % 8) & 1) != 0;
}

template <class Stored>
void set(colonnade_output& out, std::int64_t row, Stored result) {
    static_cast<Stored*>(out.values)[row] = result;
    auto& bits = out.known[row / 8];
    bits = static_cast<std::uint8_t>(bits | 1U << (row % 8));
}

inline void end_function(const colonnade_function* /*function*/) {}

// What `get` of a plugin with these functions gives.
template <const auto& Functions>
struct Offer {
    static constexpr auto Count = static_cast<std::int32_t>(std::size(Functions));

    static std::int32_t count() { return Count; }
    static const colonnade_function_descriptor* describe(std::int32_t index) {
        return index >= 0 && index < Count ? &Functions[index].descriptor : nullptr;
    }
    // Every function has one object for all, which nothing needs to end.
    static const colonnade_function* create(std::int32_t index, const colonnade_host* /*host*/,
                                            colonnade_error* error) {
        static colonnade_function objects[Count];
        if (index < 0 || index >= Count || Functions[index].call == nullptr) {
            constexpr std::string_view Why = "this one cannot be made";
            Why.copy(error->message, Why.size());
            error->code = COLONNADE_INTERNAL;
            return nullptr;
        }
        objects[index] = {sizeof(colonnade_function), 0, nullptr, Functions[index].call,
                          end_function};
        return &objects[index];
    }
    static const void* get(colonnade_text id) {
        static constexpr colonnade_functions Extension = {sizeof(colonnade_functions), 0, count,
                                                          describe, create};
        return std::string_view(id.data, id.size) == COLONNADE_FUNCTIONS_ID ? &Extension : nullptr;
    }
};

}  // namespace colonnade::tests
