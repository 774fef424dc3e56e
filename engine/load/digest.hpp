// SPDX-License-Identifier: Apache-2.0
// Digests by which content is known again: SHA-256 of rulebooks, profiles and plugins; BLAKE2b,
// which is three times as fast, of data.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace colonnade::engine {

// SHA-256 in 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
// The same in Base64, as a page names what it trusts.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

// BLAKE2b with 256 bits, as `b2sum -l 256` shows it, of bytes that come piece by piece.
class Blake2b {
public:
    Blake2b();
    Blake2b(Blake2b&&) noexcept;
    Blake2b& operator=(Blake2b&&) noexcept;
    ~Blake2b();

    void add(std::string_view bytes);
    // 64 hexadecimal digits; once, after the last of them.
    [[nodiscard]] std::string digits();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace colonnade::engine
