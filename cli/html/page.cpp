// SPDX-License-Identifier: Apache-2.0
#include "cli/html/page.hpp"

#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "engine/load/digest.hpp"

namespace colonnade::cli {
namespace {

constexpr auto Sign =
    "<svg class=\"sign\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M2 8 12 2l10 6zM3 "
    "20h18v2H3z"
    "M4 10h2v9H4zM9 10h2v9H9zM13 10h2v9h-2zM18 10h2v9h-2z\"/></svg>";

// The whole policy of a page with this style and script. Frames and forms are refused too, and
// nobody can change what links are relative to.
std::string policy(std::string_view style, std::string_view script) {
    const auto allowed = [](std::string_view source) {
        return source.empty() ? std::string("'none'")
                              : fmt::format("'sha256-{}'", engine::sha256_base64(source));
    };
    return fmt::format(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        allowed(style), allowed(script));
}

}  // namespace

std::string page_header(std::string_view more) {
    return fmt::format("<header class=\"top\"><p>{}Colonnade</p>\n{}</header>\n", Sign, more);
}

std::string html_page(const Page& page) {
    const auto style = fmt::format("{}{}", page_style(), page.style);
    const auto script =
        page.script.empty() ? std::string() : fmt::format("<script>{}</script>\n", page.script);
    return fmt::format(
        "<!doctype html>\n"
        "<html lang=\"{}\">\n"
        "<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"colonnade {}\">\n"
        "<title>{}</title>\n"
        "<style>{}</style>\n"
        "</head>\n"
        "<body>\n{}{}</body>\n"
        "</html>\n",
        escape_html(page.language), policy(style, page.script), COLONNADE_VERSION,
        escape_html(page.title), style, page.body, script);
}

}  // namespace colonnade::cli
