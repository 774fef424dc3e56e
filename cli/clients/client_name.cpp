// SPDX-License-Identifier: Apache-2.0
#include "cli/clients/client_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/render/canvas.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/digest.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t DigestDigits = 8;

bool is_plain(char c) {
    constexpr std::string_view Others = "-_.@+ ";
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    return is_letter || (c >= '0' && c <= '9') || is_beyond_ascii ||
           Others.find(c) != std::string_view::npos;
}

// Without what steers a terminal, separates folders, or means something to shells and systems.
std::string kept_of(std::string_view id) {
    auto name = clean(id);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !is_plain(c); }, '_');
    if (name.empty()) return "_";
    // A hidden file, an option of a command; ends that some systems drop.
    if (name.front() == '.' || name.front() == '-' || name.front() == ' ') name.front() = '_';
    if (name.back() == '.' || name.back() == ' ') name.back() = '_';
    return name;
}

// A device on Windows, whatever the ending; and the page that lists all.
bool is_taken(std::string_view name) {
    const auto key = same_name_key(name.substr(0, name.find('.')));
    constexpr std::array<std::string_view, 5> Words{"con", "prn", "aux", "nul", "index"};
    const bool is_port = key.size() == 4 && (key.starts_with("com") || key.starts_with("lpt")) &&
                         key.back() >= '0' && key.back() <= '9';
    return is_port || std::find(Words.begin(), Words.end(), key) != Words.end();
}

std::string cut_to(std::size_t most, std::string name) {
    name.resize(std::min(name.size(), most));
    while (dsl::first_invalid_utf8(name) != std::string::npos)
        name.pop_back();
    return name;
}

}  // namespace

std::string client_name(std::string_view id) {
    auto name = kept_of(id);
    if (name == id && name.size() <= MostClientNameBytes && !is_taken(name)) return name;
    return fmt::format("{}-{}", cut_to(MostClientNameBytes - DigestDigits - 1, std::move(name)),
                       engine::sha256(id).substr(0, DigestDigits));
}

std::string same_name_key(std::string_view name) {
    return dsl::lower(name);
}

}  // namespace colonnade::cli
