// SPDX-License-Identifier: Apache-2.0
// A text that a person wrote, with the places in it. Offsets count bytes from 0; lines and columns
// count from 1, and a column counts code points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::dsl {

// The bytes begin .. end-1 of a source. Where several files make one document, `file` is the index
// of the source among them; elsewhere it is 0.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t file = 0;
    bool operator==(const Span&) const = default;
};

struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

inline constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

class Source {
public:
    // A byte order mark at the start of `text` is dropped. `text` must be below 4 GiB.
    Source(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] Place place(std::uint32_t offset) const;
    // The line without its end, `line` from 1; empty outside the text.
    [[nodiscard]] std::string_view line(std::uint32_t line) const;
    // Offset of the first byte of `line`, from 1.
    [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

}  // namespace colonnade::dsl
