// SPDX-License-Identifier: Apache-2.0
#include "engine/host/shell_word.hpp"

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {

std::string shell_word(const std::filesystem::path& path) {
    const auto text = dsl::visible(path.string());
    const bool plain = text.find_first_not_of(
                           "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                           "0123456789/._-+,:@%") == std::string::npos;
    if (plain) return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

}  // namespace colonnade::engine
