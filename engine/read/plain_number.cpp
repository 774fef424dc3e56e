// SPDX-License-Identifier: Apache-2.0
#include "engine/read/plain_number.hpp"

#include <charconv>

namespace colonnade::engine {
namespace {

// Integers of more digits are refused where they are out of 64 bits.
constexpr std::ptrdiff_t MostInteger = 18;

const char* skip_digits(const char* at) {
    const char* first = at;
    while (*at >= '0' && *at <= '9')
        ++at;
    return at == first ? nullptr : at;
}

}  // namespace

const char* read_long_number(const char* at, double& number) {
    const char* first = at + (*at == '-' ? 1 : 0);
    const char* end = skip_digits(first);
    if (end == nullptr || (*first == '0' && end != first + 1)) return nullptr;
    bool integer = true;
    if (*end == '.') {
        integer = false;
        end = skip_digits(end + 1);
        if (end == nullptr) return nullptr;
    }
    if (*end == 'e' || *end == 'E') {
        integer = false;
        end = skip_digits(end + (end[1] == '-' || end[1] == '+' ? 2 : 1));
        if (end == nullptr) return nullptr;
    }
    if (integer && end - first > MostInteger) return nullptr;
    const auto [behind, error] = std::from_chars(at, end, number);
    // Of zero it is the sign that others may see otherwise.
    if (error != std::errc() || behind != end || number == 0) return nullptr;
    return end;
}

}  // namespace colonnade::engine
