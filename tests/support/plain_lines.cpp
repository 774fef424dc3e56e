// SPDX-License-Identifier: Apache-2.0
#include "tests/support/plain_lines.hpp"

#include <cstring>

namespace colonnade::tests {
namespace {

using engine::Batch;
using engine::Bitmap;
using engine::Buffer;
using engine::Column;
using engine::ListColumn;

template <class T>
bool same(const Buffer<T>& a, const Buffer<T>& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

bool same(const Bitmap& a, const Bitmap& b) {
    return a.size() == b.size() &&
           (a.size() == 0 || std::memcmp(a.data(), b.data(), (a.size() + 7) / 8) == 0);
}

bool same(const Column& a, const Column& b) {
    return a.kind == b.kind && same(a.numbers, b.numbers) && same(a.flags, b.flags) &&
           same(a.moments, b.moments) && same(a.categories, b.categories) &&
           same(a.offsets, b.offsets) && same(a.bytes, b.bytes) && same(a.known, b.known);
}

bool same_but_fields(const ListColumn& a, const ListColumn& b) {
    return same(a.offsets, b.offsets) && same(a.known, b.known) &&
           same(a.covered_from, b.covered_from) && a.fields.size() == b.fields.size();
}

std::string difference(const ListColumn& a, const ListColumn& b) {
    if (!same_but_fields(a, b)) return "list";
    for (std::size_t f = 0; f < a.fields.size(); ++f) {
        if (!same(a.fields[f], b.fields[f])) return "field " + std::to_string(f);
    }
    return {};
}

std::string difference(const Batch& a, const Batch& b) {
    if (a.rows != b.rows) return "rows";
    if (a.ids != b.ids) return "ids";
    if (a.stated != b.stated) return "stated";
    if (!same(a.as_of, b.as_of)) return "as_of";
    if (!same(a.joined, b.joined)) return "joined";
    if (!same(a.incomplete, b.incomplete)) return "incomplete";
    for (std::size_t f = 0; f < a.facts.size(); ++f) {
        const auto fact = "fact " + std::to_string(f);
        if (!same(a.facts[f], b.facts[f])) return fact;
        const auto in_list = difference(a.lists[f], b.lists[f]);
        if (!in_list.empty()) return fact + ": " + in_list;
    }
    return {};
}

std::string text_of(const std::vector<engine::Reject>& rejects) {
    std::string text;
    for (const auto& [line, problem] : rejects) {
        text += std::to_string(line) + " `" + problem.where + "` " + problem.message + " (" +
                problem.help + ")\n";
    }
    return text;
}

std::string_view trimmed(std::string_view text) {
    constexpr auto Blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

}  // namespace

PlainLineReader::PlainLineReader(const dsl::Catalogue& catalogue,
                                 const engine::Projection& projection,
                                 const engine::ReadOptions& options)
    : options_(options),
      stem_(options.default_id),
      reader_(catalogue),
      builder_(catalogue, projection) {}

LinesRead PlainLineReader::read(const engine::Lines& lines) {
    LinesRead result;
    auto number = lines.first;
    for (auto text = lines.text; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        options_.default_id = stem_ + "-" + std::to_string(number);
        if (!line.empty()) {
            if (auto problem = reader_.read(line, options_, builder_))
                result.rejects.push_back({number, std::move(*problem)});
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    result.batch = builder_.take();
    result.ignored = reader_.ignored_keys();
    return result;
}

LinesRead read_all(engine::LineReader& reader, const engine::Lines& lines) {
    LinesRead result;
    reader.open(lines);
    result.batch = reader.next(result.rejects);
    result.ignored = reader.ignored_keys();
    return result;
}

std::string difference(const LinesRead& a, const LinesRead& b) {
    if (a.ignored != b.ignored) return "ignored keys";
    if (text_of(a.rejects) != text_of(b.rejects))
        return "rejects:\n" + text_of(a.rejects) + "and\n" + text_of(b.rejects);
    return difference(a.batch, b.batch);
}

}  // namespace colonnade::tests
