// SPDX-License-Identifier: Apache-2.0
#include "engine/host/abi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

constexpr std::size_t MostNameBytes = 64;

struct KindPair {
    Kind kind;
    std::int32_t abi;
};

// A record is no kind of the language; a date has none of its own at the boundary.
constexpr KindPair Kinds[] = {
    {Kind::YesNo, COLONNADE_YES_NO},      {Kind::Number, COLONNADE_NUMBER},
    {Kind::Share, COLONNADE_SHARE},       {Kind::Duration, COLONNADE_DURATION},
    {Kind::Rate, COLONNADE_RATE},         {Kind::Time, COLONNADE_TIME},
    {Kind::Date, COLONNADE_TIME},         {Kind::Text, COLONNADE_TEXT},
    {Kind::Category, COLONNADE_CATEGORY}, {Kind::List, COLONNADE_LIST},
    {Kind::Words, COLONNADE_WORDS},
};

std::string_view meaning_of(std::int32_t code) {
    switch (code) {
        case COLONNADE_INVALID_ARGUMENT:
            return "it was given what cannot be right";
        case COLONNADE_NO_MEMORY:
            return "out of memory";
        case COLONNADE_INTERNAL:
            return "a fault of its own";
        case COLONNADE_STOPPED:
            return "it was stopped";
        case COLONNADE_UNSUPPORTED:
            return "a form that it does not read";
        case COLONNADE_UNREADABLE:
            return "the data is damaged";
        default:
            return "";
    }
}

}  // namespace

std::optional<std::string> read_text(const colonnade_text& text, std::size_t most) {
    if (text.size == 0) return std::string();
    if (text.data == nullptr || text.size > most) return std::nullopt;
    std::string read(text.data, static_cast<std::size_t>(text.size));
    if (dsl::visible(read, true) != read) return std::nullopt;
    return read;
}

colonnade_error empty_error() {
    colonnade_error error{};
    error.size = sizeof error;
    error.row = -1;
    error.parameter = -1;
    return error;
}

std::string_view cut_text(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    auto end = most;
    while (end > 0 && continues(end))
        --end;
    return text.substr(0, end);
}

void fill_error(colonnade_error* error, std::int32_t code, std::string_view message) {
    if (error == nullptr || error->size < sizeof *error) return;
    const auto size = error->size;  // of a later edition it may be more
    *error = empty_error();
    error->size = size;
    error->code = code;
    const auto cut = cut_text(message, sizeof error->message - 1);
    std::copy(cut.begin(), cut.end(), error->message);
}

std::string sentence_of(const colonnade_error& error, std::int32_t code) {
    const auto* end = std::find(std::begin(error.message), std::end(error.message), '\0');
    const std::string_view message(error.message,
                                   static_cast<std::size_t>(end - std::begin(error.message)));
    if (!message.empty()) return dsl::visible(message);
    const auto meaning = meaning_of(code);
    if (!meaning.empty()) return std::string(meaning);
    return fmt::format("it failed with code {} and does not say why", code);
}

std::int32_t abi_kind(Kind kind) {
    for (const auto& pair : Kinds) {
        if (pair.kind == kind) return pair.abi;
    }
    return 0;
}

Kind kind_of(std::int32_t abi_kind) {
    for (const auto& pair : Kinds) {
        if (pair.abi == abi_kind) return pair.kind;
    }
    return Kind::Error;
}

std::size_t value_bytes(std::int32_t abi_kind) {
    switch (abi_kind) {
        case COLONNADE_YES_NO:
            return sizeof(std::uint8_t);
        case COLONNADE_CATEGORY:
            return sizeof(std::int32_t);
        case COLONNADE_TIME:
            return sizeof(std::int64_t);
        case COLONNADE_NUMBER:
        case COLONNADE_SHARE:
        case COLONNADE_DURATION:
        case COLONNADE_RATE:
            return sizeof(double);
        default:
            return 0;
    }
}

bool is_name(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || text.size() > MostNameBytes || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return (c >= 'a' && c <= 'z') || c == '_' || is_digit(c); });
}

}  // namespace colonnade::engine
