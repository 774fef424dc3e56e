// SPDX-License-Identifier: Apache-2.0
// Texts of others on their way out: in a terminal, in HTML and XML, in Markdown and in tables they
// are read back as what was meant, and nothing in them is obeyed.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/html/escape.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/markdown_text.hpp"
#include "cli/render/xml.hpp"
#include "cli/table/cell_text.hpp"
#include "dsl/text/unicode.hpp"
#include "plugins/text/csv.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/plain_utf8.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

constexpr std::string_view WordJoiner = "\xE2\x81\xA0";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

void check_shown(const std::string& shown) {
    const auto points = fuzz::code_points(shown);
    hold(points.has_value(), "what is shown is UTF-8", shown);
    hold(std::none_of(points->begin(), points->end(), fuzz::steers), "nothing shown is obeyed",
         shown);
}

void check_terminal(const std::string& text, const std::string& shown) {
    check_shown(shown);
    hold(dsl::visible(shown) == shown, "what is shown stays as it is", shown);
    const auto points = fuzz::code_points(text);
    hold(points.has_value() == (dsl::first_invalid_utf8(text) == std::string::npos),
         "UTF-8 is told from other bytes", text);
    hold(!points || dsl::code_point_count(text) == points->size(), "code points are counted", text);
    const auto words = dsl::word_count(text);
    hold(words <= text.size() && dsl::word_count(text + " " + text) == 2 * words,
         "words are counted between blanks", text);
    const bool steers = !points || std::any_of(points->begin(), points->end(), fuzz::steers);
    hold(!steers || shown != text, "what would be obeyed is replaced", text);
    const auto lines = dsl::visible(text, true);
    hold(std::count(lines.begin(), lines.end(), '\n') == std::count(text.begin(), text.end(), '\n'),
         "line breaks are kept where they may be", text);
    check_shown(replaced(lines, "\n", ""));
}

void check_width(const std::string& text, const std::string& shown) {
    for (const std::size_t width : {0U, 1U, 2U, 7U, 40U}) {
        const auto cut = dsl::cut_to_width(shown, width);
        hold(dsl::display_width(cut) <= width, "what is cut fits", shown);
        static_cast<void>(dsl::cut_to_width(text, width));
        hold(fuzz::code_points(cut).has_value(), "what is cut is UTF-8", shown);
        hold(dsl::display_width(cli::padded(shown, width)) == width || width == 0,
             "what is filled has its width", shown);
        if (width < 2) continue;
        for (const auto& line : cli::wrapped(shown, width))
            hold(fuzz::code_points(line).has_value(), "a line of a paragraph is UTF-8", shown);
    }
}

// What an entity at the start of the text stands for, and how long it is; nothing else begins with
// `&`.
std::pair<char, std::size_t> entity_at(std::string_view text) {
    constexpr std::pair<std::string_view, char> Entities[]{
        {"&lt;", '<'},  {"&gt;", '>'},  {"&quot;", '"'}, {"&#39;", '\''},
        {"&#58;", ':'}, {"&#46;", '.'}, {"&amp;", '&'}};
    for (const auto& [entity, sign] : Entities) {
        if (text.starts_with(entity)) return {sign, entity.size()};
    }
    hold(false, "every ampersand begins an entity", std::string(text));
    return {};
}

std::string without_entities(std::string_view text) {
    std::string read;
    while (!text.empty()) {
        const auto [sign, size] =
            text.front() == '&' ? entity_at(text) : std::pair(text.front(), std::size_t{1});
        read += sign;
        text.remove_prefix(size);
    }
    return read;
}

void check_markup(const std::string& out, std::string_view signs, const std::string& shown) {
    hold(out.find_first_of(signs) == std::string::npos, "nothing is markup", out);
    check_shown(out);
    // XML knows no U+FFFE and U+FFFF at all.
    auto expected = replaced(shown, "\xEF\xBF\xBE", "\xEF\xBF\xBD");
    expected = replaced(std::move(expected), "\xEF\xBF\xBF", "\xEF\xBF\xBD");
    hold(without_entities(out) == expected, "a reader sees the text", out);
}

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

// One line in which every sign that Markdown knows stands behind a backslash.
void check_markdown(const std::string& text, const std::string& shown) {
    constexpr std::string_view Marks = "`*_{}[]|~$#\\";
    const auto out = cli::markdown_text(text);
    std::string plain;
    for (std::size_t at = 0; at < out.size();) {
        const auto rest = std::string_view(out).substr(at);
        if (rest.front() == '&') {
            const auto [sign, size] = entity_at(rest);
            plain += sign;
            at += size;
            continue;
        }
        const bool is_escape = rest.front() == '\\';
        hold(!is_escape || rest.size() > 1, "a backslash stands before something", out);
        hold(is_escape || Marks.find(rest.front()) == std::string_view::npos,
             "a sign of Markdown means itself", out);
        plain += rest[is_escape ? 1 : 0];
        at += is_escape ? 2 : 1;
    }
    hold(out.find_first_of("<>\n\r") == std::string::npos, "it is one line without HTML", out);
    hold(out.find("://") == std::string::npos && out.find("www.") == std::string::npos,
         "nothing is a link", out);
    const auto word = [&](char sign) {
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at + 1)) {
            if (!std::string_view(out).substr(at + 1).starts_with(WordJoiner)) return true;
        }
        return false;
    };
    hold(!word('@'), "nobody is mentioned", out);
    hold(out.find_first_of("-+=") != 0, "no line begins a list", out);
    hold(replaced(std::move(plain), WordJoiner, "") == trimmed(shown),
         "a reader of Markdown sees the text", out);
}

void check_cell(const std::string& text) {
    auto cell = cli::text_cell(text, cli::TableForm::Csv);
    hold(!cli::is_plain(text, cli::TableForm::Csv) || cell == text, "a plain text is its cell",
         text);
    auto table = "x," + cell + ",y\n";
    const auto written = table;
    // The scanner takes the bytes of a row, however long the text is.
    text::CsvScanner scanner(table, text::Quoting::Doubled);
    hold(scanner.next() == text::CsvScanner::Step::Row, "a cell does not break its row", written);
    hold(scanner.cells().size() == 3, "a cell is one", written);
    const std::string read(scanner.cells()[1]);
    const auto seen = dsl::visible(text, true);
    hold(read == seen || read == "'" + seen, "a cell is the text", written);
    const auto start = read.find_first_not_of(" \n");
    hold(start == std::string::npos ||
             std::string_view("=+-@\t\r").find(read[start]) == std::string_view::npos,
         "a cell is no formula", written);
    hold(scanner.next() == text::CsvScanner::Step::End, "a cell is of one row", written);
}

void check_json(const std::string& text) {
    const auto cell = cli::text_cell(text, cli::TableForm::Ndjson);
    hold(!cli::is_plain(text, cli::TableForm::Ndjson) || cell == '"' + text + '"',
         "a plain text is its JSON", text);
    hold(cell.find('\n') == std::string::npos, "a line stays one", cell);
    const auto json = nlohmann::json::parse(cell, nullptr, false);
    hold(json.is_string(), "a text of NDJSON is JSON", cell);
    if (fuzz::code_points(text))
        hold(json.get<std::string>() == text, "a text of NDJSON is the text", cell);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto shown = cli::clean(text);
    check_terminal(text, shown);
    check_width(text, shown);
    check_markup(cli::escape_html(text), "<>\"'", shown);
    check_markup(cli::xml_text(text), "<>\"", shown);
    check_markdown(text, shown);
    check_cell(text);
    check_json(text);
    return 0;
}
