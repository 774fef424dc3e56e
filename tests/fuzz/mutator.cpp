// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/mutator.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace colonnade::fuzz {
namespace {

// Where readers turn over: ends of types, of what a double counts, and their neighbours.
constexpr std::array<std::int64_t, 17> Numbers = {0,
                                                  1,
                                                  -1,
                                                  10,
                                                  100,
                                                  127,
                                                  128,
                                                  255,
                                                  256,
                                                  32'767,
                                                  65'536,
                                                  2'147'483'647,
                                                  -2'147'483'648,
                                                  4'294'967'296,
                                                  9'007'199'254'740'993,
                                                  std::numeric_limits<std::int64_t>::max(),
                                                  std::numeric_limits<std::int64_t>::min()};
constexpr std::size_t MostRepeated = 64;

}  // namespace

Mutator::Mutator(std::uint64_t seed, Material material)
    : dice_(seed), material_(std::move(material)) {
    if (material_.inputs.empty()) material_.inputs.emplace_back();
}

std::string Mutator::next() {
    auto bytes = one_of(material_.inputs);
    for (auto count = 1 + below(MostChanges); count > 0; --count)
        change(static_cast<Change>(below(Changes)), bytes);
    return bytes;
}

void Mutator::change(Change kind, std::string& bytes) {
    switch (kind) {
        case Change::Flip:
            flip(bytes);
            break;
        case Change::Set:
            set(bytes);
            break;
        case Change::Insert:
            insert(bytes);
            break;
        case Change::Erase:
            erase(bytes);
            break;
        case Change::Copy:
            copy(bytes);
            break;
        case Change::Splice:
            splice(bytes);
            break;
        case Change::Word:
            if (!material_.words.empty()) put(one_of(material_.words), bytes);
            break;
        case Change::Number:
            put(number(), bytes);
            break;
    }
    bytes.resize(std::min(bytes.size(), material_.most_bytes));
}

// Not a distribution of the standard library: each library has its own.
std::size_t Mutator::below(std::size_t count) {
    return count == 0 ? 0 : dice_() % count;
}

// Seldom many.
std::size_t Mutator::few(std::size_t count) {
    return below(below(count) + 1);
}

const std::string& Mutator::one_of(const std::vector<std::string>& texts) {
    return texts[below(texts.size())];
}

// Between two bytes, or over what stands there.
void Mutator::put(std::string_view piece, std::string& bytes) {
    const auto at = below(bytes.size() + 1);
    bytes.replace(at, below(2) == 0 ? 0 : piece.size(), piece);
}

void Mutator::flip(std::string& bytes) {
    if (bytes.empty()) return;
    auto& byte = bytes[below(bytes.size())];
    byte = static_cast<char>(byte ^ (1 << below(8)));
}

void Mutator::set(std::string& bytes) {
    if (!bytes.empty()) bytes[below(bytes.size())] = static_cast<char>(below(256));
}

void Mutator::insert(std::string& bytes) {
    const auto at = below(bytes.size() + 1);
    bytes.insert(at, 1 + few(MostRepeated), static_cast<char>(below(256)));
}

void Mutator::erase(std::string& bytes) {
    const auto at = below(bytes.size());
    bytes.erase(at, 1 + few(bytes.size() - at));
}

void Mutator::copy(std::string& bytes) {
    const auto at = below(bytes.size());
    put(std::string(bytes, at, 1 + few(bytes.size() - at)), bytes);
}

// The beginning of one and the end of another.
void Mutator::splice(std::string& bytes) {
    const auto& other = one_of(material_.inputs);
    bytes.erase(below(bytes.size() + 1));
    bytes.append(other, below(other.size() + 1));
}

// As it is written, or as it lies in memory: 1, 2, 4 or 8 bytes, the lowest first.
std::string Mutator::number() {
    const auto number = Numbers.at(below(Numbers.size()));
    if (below(2) == 0) return std::to_string(number);
    std::string bytes(std::size_t{1} << below(4), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    return bytes;
}

}  // namespace colonnade::fuzz
