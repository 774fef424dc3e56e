// SPDX-License-Identifier: Apache-2.0
// The shell of a page that stands alone: one file that asks for nothing. Its policy lets run and
// apply what it was made with, known by its SHA-256, and nothing else: no request, no handler in a
// tag, no `style` attribute.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

struct Page {
    std::string_view language;
    std::string_view title;   // plain text
    std::string_view style;   // ours, after what all pages share; free of `</`
    std::string_view script;  // ours, runs when the body is there; empty: none; free of `</`
    std::string_view body;    // HTML
};

// The line that every page begins with; `more` is HTML at its end.
[[nodiscard]] std::string page_header(std::string_view more = {});

// Starts with `<!doctype html>` and ends with a line break.
[[nodiscard]] std::string html_page(const Page& page);

// Colours (light and dark), type, tables and what keyboards need: CSS with the custom properties
// --paper, --panel, --ink, --quiet (text of less weight), --line, --track, --accent, --good, --bad
// and --serif, the class `panel`, and those of ratings (rating.hpp).
[[nodiscard]] std::string_view page_style();

}  // namespace colonnade::cli
