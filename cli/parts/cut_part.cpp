// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/cut_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "cli/bytes/file_bytes.hpp"
#include "cli/population/line_source.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// How compressed files and Parquet begin; lines cannot be told in them.
constexpr std::array<std::string_view, 5> Packed{"\x1F\x8B", "(\xB5/\xFD", "\xFD\x37zXZ", "BZh",
                                                 "PAR1"};

constexpr std::size_t MostMarkBytes = 8;

class Cutter {
public:
    explicit Cutter(const std::string& path) : path_(path), file_(path) {}

    std::variant<CutPart, Exit> cut(const PartNumber& part) {
        const auto size = file_.size();
        if (!size && !file_.problem())
            return refuse("is no file", "parts are cut out of a file of NDJSON");
        bytes_ = size.value_or(0);
        if (is_packed())
            return refuse("is compressed or no text",
                          "parts are cut out of plain NDJSON; decompress it first");
        CutPart cut{bytes_, begin_of(part.number - 1, part.of), begin_of(part.number, part.of)};
        cut.first_line = 1 + line_ends_before(cut.begin);
        if (const auto problem = file_.problem()) {
            say_error(problem->message);
            return Exit::Data;
        }
        return cut;
    }

private:
    bool is_packed() {
        const auto start = file_.read(0, MostMarkBytes);
        return std::any_of(Packed.begin(), Packed.end(),
                           [&](auto mark) { return start.starts_with(mark); });
    }

    // Of the first line that begins in what stands behind the first `parts` of `of`.
    std::size_t begin_of(std::size_t parts, std::size_t of) {
        // In this order nothing overflows, as both are below MostParts.
        const auto least = bytes_ / of * parts + bytes_ % of * parts / of;
        if (least == 0 || least >= bytes_) return least;
        for (auto at = least - 1;;) {
            const auto piece = file_.read(at, std::numeric_limits<std::size_t>::max());
            if (piece.empty()) return bytes_;
            const auto end = piece.find('\n');
            if (end != std::string_view::npos) return at + end + 1;
            at += piece.size();
        }
    }

    std::size_t line_ends_before(std::size_t end) {
        std::size_t ends = 0;
        for (std::size_t at = 0; at < end;) {
            const auto piece = file_.read(at, end - at);
            if (piece.empty()) break;
            ends += count_line_ends(piece);
            at += piece.size();
        }
        return ends;
    }

    Exit refuse(std::string_view what, std::string_view help) const {
        say_error(fmt::format("`{}` {}", dsl::visible(path_), what), help);
        return Exit::Data;
    }

    const std::string& path_;
    FileBytes file_;
    std::size_t bytes_ = 0;
};

}  // namespace

std::variant<CutPart, Exit> cut_part(const std::string& path, const PartNumber& part) {
    return Cutter(path).cut(part);
}

}  // namespace colonnade::cli
