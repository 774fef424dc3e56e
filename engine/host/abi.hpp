// SPDX-License-Identifier: Apache-2.0
// Small things of the plugin contract, seen from the host: texts, error records, kinds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "colonnade/plugin.h"
#include "dsl/types/kind.hpp"

namespace colonnade::engine {

// Of a plugin's version.
inline constexpr std::size_t MostVersionBytes = 64;

// The bytes of a plugin's text, or nothing where they are too many, no UTF-8, or hold control,
// bidi or invisible characters.
[[nodiscard]] std::optional<std::string> read_text(const colonnade_text& text, std::size_t most);

[[nodiscard]] inline colonnade_text abi_text(std::string_view text) {
    return {text.data(), text.size()};
}

// Of a text that this host made, or has read: its size is not looked at.
[[nodiscard]] inline std::string_view view_of(const colonnade_text& text) {
    return {text.data, static_cast<std::size_t>(text.size)};
}

[[nodiscard]] colonnade_error empty_error();

// At most so many bytes of the text, and no half character at its end.
[[nodiscard]] std::string_view cut_text(std::string_view text, std::size_t most);

// Says to a plugin why something was refused; not where it has no record, or too short a one.
void fill_error(colonnade_error* error, std::int32_t code, std::string_view message);

// What the plugin says about its failure; never empty, safe to print. `code` is what it returned.
[[nodiscard]] std::string sentence_of(const colonnade_error& error, std::int32_t code);

// The kind at the boundary; a date is a time there.
[[nodiscard]] std::int32_t abi_kind(dsl::Kind kind);
// Kind::Error where the number is none that this host knows.
[[nodiscard]] dsl::Kind kind_of(std::int32_t abi_kind);

// Bytes of one value in a column or an output; 0 where there are none of one size.
[[nodiscard]] std::size_t value_bytes(std::int32_t abi_kind);

// [a-z_][a-z0-9_]*, at most 64.
[[nodiscard]] bool is_name(std::string_view text);

}  // namespace colonnade::engine
