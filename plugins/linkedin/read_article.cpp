// SPDX-License-Identifier: Apache-2.0
// One page of Articles/: the few marks that LinkedIn's own writer puts there, no HTML reader.
#include <array>
#include <utility>

#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// What stands between `begin` and `end`, or nothing where either is missing.
std::optional<std::string_view> between(std::string_view page, std::string_view begin,
                                        std::string_view end) {
    const auto start = page.find(begin);
    if (start == std::string_view::npos) return std::nullopt;
    page.remove_prefix(start + begin.size());
    const auto stop = page.find(end);
    if (stop == std::string_view::npos) return std::nullopt;
    return page.substr(0, stop);
}

std::string without_entities(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> entities{{{"&amp;", '&'},
                                                                                {"&lt;", '<'},
                                                                                {"&gt;", '>'},
                                                                                {"&quot;", '"'},
                                                                                {"&#39;", '\''},
                                                                                {"&nbsp;", ' '}}};
    std::string result;
    while (!text.empty()) {
        bool is_entity = false;
        for (const auto& [name, character] : entities) {
            if (!text.starts_with(name)) continue;
            result += character;
            text.remove_prefix(name.size());
            is_entity = true;
            break;
        }
        if (is_entity) continue;
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

// Every tag becomes a blank.
std::string without_tags(std::string_view page) {
    std::string text;
    text.reserve(page.size());
    bool in_tag = false;
    for (const char c : page) {
        if (c == '<') in_tag = true;
        text += in_tag ? ' ' : c;
        if (c == '>') in_tag = false;
    }
    return text;
}

std::string title_of(std::string_view page) {
    auto title = between(page, "<title>", "</title>");
    if (!title || trimmed(*title).empty()) {
        const auto heading = between(page, "<h1>", "</h1>");
        if (heading) title = heading;
    }
    const auto text = without_entities(without_tags(title.value_or(std::string_view())));
    return std::string(trimmed(text));
}

// The text begins after the line with the date.
std::int64_t words_of(std::string_view page) {
    static constexpr std::string_view mark = "<p class=\"published\">";
    const auto start = page.find(mark);
    const auto end_of_line = page.find("</p>", start);
    if (start == std::string_view::npos || end_of_line == std::string_view::npos) return 0;
    return count_words(without_entities(without_tags(page.substr(end_of_line))));
}

}  // namespace

void read_article(std::string_view page, FileReport& report, Facts& facts) {
    const auto published = between(page, "<p class=\"published\">Published on ", "</p>");
    if (!published) {
        ++report.refused;
        report.add_problem(1, "no line `Published on` as in LinkedIn's articles");
        return;
    }
    if (trimmed(*published).starts_with("---")) {
        ++report.left_out;
        return;
    }
    const auto at = read_time(*published);
    if (!at) {
        ++report.refused;
        report.add_problem(1, "the time is in no form that LinkedIn is known to use");
        return;
    }
    ++report.rows;
    facts.articles.push_back({*at, words_of(page), title_of(page)});
}

}  // namespace colonnade::linkedin
