// SPDX-License-Identifier: Apache-2.0
#include "cli/html/report_parts.hpp"

#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/render/canvas.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {

std::string points_of(double points, double of, std::string_view language) {
    return fmt::format("{} / {}", points_text(points, language), points_text(of, language));
}

std::string percent_text(double share, std::string_view language) {
    return engine::value_text(share, {dsl::Kind::Share}, {}, language);
}

std::string word(engine::Wording wording, std::string_view language) {
    return escape_html(wording.in(language));
}

std::string in_words(const std::vector<std::string>& points) {
    constexpr std::size_t most = 12;
    const auto step = (points.size() + most - 1) / most;
    std::string text;
    for (std::size_t i = 0; i + 1 < points.size(); i += step)
        text += points[i] + "; ";
    return text + points.back();
}

std::string table_head(std::initializer_list<Head> heads, std::string_view language) {
    std::string html = "<thead><tr>";
    for (const auto& head : heads) {
        html += fmt::format("<th scope=\"col\"{}>{}</th>",
                            head.is_figure ? " class=\"figure\"" : "", word(head.words, language));
    }
    return html + "</tr></thead>\n";
}

std::string section_start(std::string_view name, std::string_view title,
                          const engine::Result& result) {
    const auto id = fmt::format("{}-{}", name, escape_html(result.language));
    return fmt::format("<section class=\"{}\" aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n",
                       name, id, id, title);
}

}  // namespace colonnade::cli
