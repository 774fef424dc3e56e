// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/render.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {
namespace {

// Longer source lines are shown as a window around the finding.
constexpr std::size_t WidestLine = 100;

// A message may quote what a person wrote; the line below it shows more.
constexpr std::size_t WidestMessage = 300;

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "\x1b[1;31m";
        case Severity::Warning:
            return "\x1b[1;33m";
        case Severity::Note:
            return "\x1b[1;36m";
    }
    return "";
}

std::string painted(std::string_view text, std::string_view colour, bool on) {
    return on ? fmt::format("{}{}\x1b[0m", colour, text) : std::string(text);
}

// A tab is shown as one blank so that the carets stand below what they mark.
std::string shown(std::string_view text) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '\t', ' ');
    return visible(plain);
}

// Cuts so that a window of WidestLine bytes starts a little before the marked range.
struct Window {
    std::size_t begin;
    std::size_t end;
};

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

Window window_of(std::string_view line, std::size_t marked) {
    if (line.size() <= WidestLine) return {0, line.size()};
    std::size_t begin = marked > 40 ? marked - 40 : 0;
    while (begin > 0 && is_continuation(line[begin]))
        --begin;
    std::size_t end = std::min(line.size(), begin + WidestLine);
    while (end < line.size() && is_continuation(line[end]))
        ++end;
    return {begin, end};
}

std::string excerpt(const Source& source, Span span, std::string_view words,
                    std::string_view colour, bool on) {
    const auto place = source.place(span.begin);
    const auto line = source.line(place.line);
    const auto start = source.line_start(place.line);
    const auto from = std::min<std::size_t>(span.begin - std::min(start, span.begin), line.size());
    const auto until =
        std::clamp<std::size_t>(span.end > start ? span.end - start : 0, from, line.size());
    const auto window = window_of(line, from);
    const auto last = std::min(until, window.end);
    const auto indent = display_width(shown(line.substr(window.begin, from - window.begin)));
    const auto width = display_width(shown(line.substr(from, last > from ? last - from : 0)));
    const auto number = fmt::format("{:>5}", place.line);
    auto carets = std::string(std::max<std::size_t>(width, 1), '^');
    if (!words.empty()) carets += fmt::format(" {}", words);
    return fmt::format("{} | {}\n      | {}{}\n", number,
                       shown(line.substr(window.begin, window.end - window.begin)),
                       std::string(indent, ' '), painted(carets, colour, on));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, bool colour) {
    const auto severity = severity_of(diagnostic.code);
    const auto place = diagnostic.source->place(diagnostic.span.begin);
    auto out = fmt::format(
        "{}:{}:{}: {} {} [{}]\n", visible(diagnostic.source->name()), place.line, place.column,
        painted(fmt::format("{}:", text_of(severity)), colour_of(severity), colour),
        cut_to_width(visible(diagnostic.message), WidestMessage), text_of(diagnostic.code));
    out += excerpt(*diagnostic.source, diagnostic.span, "", colour_of(severity), colour);
    for (const auto& label : diagnostic.labels) {
        const auto& source = label.source == nullptr ? *diagnostic.source : *label.source;
        if (label.source != nullptr)
            out += fmt::format("      = {}:{}:\n", visible(source.name()),
                               source.place(label.span.begin).line);
        out += excerpt(source, label.span, visible(label.message), "\x1b[1;36m", colour);
    }
    if (!diagnostic.help.empty())
        out += fmt::format("      = help: {}\n", visible(diagnostic.help));
    return out;
}

std::string render(const Diagnostics& diagnostics, bool colour) {
    const auto items = diagnostics.sorted();
    if (items.empty()) return {};
    std::string out;
    for (std::size_t i = 0; i < std::min(items.size(), MostFindings); ++i)
        out += render(items[i], colour);
    if (items.size() > MostFindings)
        out += fmt::format("… and {} more\n", items.size() - MostFindings);
    const auto part = [](std::size_t n, std::string_view word) {
        return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s");
    };
    out += fmt::format("{}, {}, {}\n", part(diagnostics.count(Severity::Error), "error"),
                       part(diagnostics.count(Severity::Warning), "warning"),
                       part(diagnostics.count(Severity::Note), "note"));
    return out;
}

}  // namespace colonnade::dsl
