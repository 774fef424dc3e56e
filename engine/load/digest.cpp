// SPDX-License-Identifier: Apache-2.0
// The one place that meets libsodium.
#include "engine/load/digest.hpp"

#include <fmt/format.h>
#include <sodium/core.h>
#include <sodium/crypto_generichash.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#include <array>
#include <span>

namespace colonnade::engine {
namespace {

constexpr std::size_t DigestBytes = 32;
static_assert(crypto_hash_sha256_BYTES == DigestBytes && crypto_generichash_BYTES == DigestBytes);

const unsigned char* unsigned_begin(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hexadecimal(std::span<const unsigned char> digest) {
    std::string text;
    for (const unsigned char byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

std::array<unsigned char, DigestBytes> sha256_of(std::string_view bytes) {
    std::array<unsigned char, DigestBytes> digest{};
    crypto_hash_sha256(digest.data(), unsigned_begin(bytes), bytes.size());
    return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    return hexadecimal(sha256_of(bytes));
}

std::string sha256_base64(std::string_view bytes) {
    const auto digest = sha256_of(bytes);
    constexpr auto Variant = sodium_base64_VARIANT_ORIGINAL;
    std::array<char, sodium_base64_ENCODED_LEN(DigestBytes, Variant)> text{};
    return sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), Variant);
}

struct Blake2b::State {
    crypto_generichash_state hash;
};

Blake2b::Blake2b() : state_(std::make_unique<State>()) {
    // Where it fails, the hash is only slower: this looks for vector instructions.
    [[maybe_unused]] const int started = sodium_init();
    crypto_generichash_init(&state_->hash, nullptr, 0, DigestBytes);
}

Blake2b::Blake2b(Blake2b&&) noexcept = default;
Blake2b& Blake2b::operator=(Blake2b&&) noexcept = default;
Blake2b::~Blake2b() = default;

void Blake2b::add(std::string_view bytes) {
    crypto_generichash_update(&state_->hash, unsigned_begin(bytes), bytes.size());
}

std::string Blake2b::digits() {
    std::array<unsigned char, DigestBytes> digest{};
    crypto_generichash_final(&state_->hash, digest.data(), digest.size());
    return hexadecimal(digest);
}

}  // namespace colonnade::engine
