// SPDX-License-Identifier: Apache-2.0
// The one place that meets libsodium.
#include "engine/load/sha256.hpp"

#include <fmt/format.h>
#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace colonnade::engine {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::string text;
    for (const unsigned char byte : digest)
        text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace colonnade::engine
