// SPDX-License-Identifier: Apache-2.0
#include "cli/render/finding_page.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {

// docs/diagnostics.md, by the build.
extern const std::string_view DiagnosticsPage;

namespace {

std::string_view part_about(std::string_view code) {
    const auto head = fmt::format("\n## {}\n", code);
    const auto begin = DiagnosticsPage.find(head);
    if (begin == std::string_view::npos) return {};
    const auto text = DiagnosticsPage.substr(begin + head.size());
    return text.substr(0, text.find("\n## "));
}

std::string without_marks(std::string text) {
    for (auto at = text.find("**"); at != std::string::npos; at = text.find("**"))
        text.erase(at, 2);
    return text;
}

}  // namespace

// Paragraphs are broken anew, blocks of code are kept and set in.
std::string render_finding_page(std::string_view code) {
    auto rest = part_about(code);
    if (rest.empty()) return {};
    auto out = std::string(code) + "\n";
    std::string text;
    bool in_code = false;
    const auto flush = [&] {
        if (!text.empty()) out += "\n" + paragraph("", without_marks(std::move(text)));
        text.clear();
    };
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.starts_with("```")) {
            flush();
            in_code = !in_code;
            if (in_code) out += "\n";
        } else if (in_code) {
            out += line.empty() ? "\n" : fmt::format("    {}\n", line);
        } else if (line.empty()) {
            flush();
        } else {
            text += fmt::format("{}{}", text.empty() ? "" : " ", line);
        }
    }
    flush();
    return out;
}

}  // namespace colonnade::cli
