// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "cli/render/canvas.hpp"
#include "cli/render/import_page.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t PointsWidth = 5;

std::string why_text(const OpenFacts& open, const ImportPage& page) {
    const auto files = listed(open.files);
    switch (open.why) {
        case OpenFacts::Why::Missing:
            return fmt::format(
                "{} {}", files,
                open.files.size() == 1 ? page.words.is_missing : page.words.are_missing);
        case OpenFacts::Why::Refused:
            return fmt::format("{}: {}", files, page.words.is_refused);
        case OpenFacts::Why::Silent:
            return fmt::format("{} {}", files, page.words.is_silent);
        case OpenFacts::Why::Late:
            return fmt::format("{}: {} {}", files, page.words.late, open.since);
        case OpenFacts::Why::Nowhere:
            break;
    }
    return std::string(page.words.nowhere);
}

// `  12.0  ` and what it says.
std::string points_line(double points, std::string_view text, const ImportPage& page) {
    const auto shown = points_text(points, page.report.language);
    return paragraph(fmt::format("  {}  ", padded_left(shown, PointsWidth)), text);
}

std::string rules_line(const std::vector<OpenRule>& rules, const ImportPage& page) {
    std::vector<std::string> shown;
    for (const auto& rule : rules)
        shown.push_back(fmt::format("{} ({})", clean(rule.title),
                                    points_text(rule.points, page.report.language)));
    return paragraph(std::string(PointsWidth + 4, ' '), listed(shown));
}

std::string open_facts(const ImportPage& page) {
    const auto& report = page.report;
    if (report.open.empty())
        return "\n" + paragraph("", fmt::format(fmt::runtime(page.words.open_none),
                                                report.rulebook_title));
    auto text =
        page.section(page.words.open) +
        points_line(report.points_open,
                    fmt::format(fmt::runtime(page.words.open_of), report.rulebook_title), page);
    double sum = 0;
    for (const auto& open : report.open) {
        text += points_line(open.points, why_text(open, page), page) + rules_line(open.rules, page);
        sum += open.points;
    }
    if (sum > report.points_open + 0.01) text += paragraph("  ", page.words.several);
    return text + paragraph("  ", labels_in(report.language).answer_hint);
}

std::string open_in_profiles(const ImportPage& page) {
    const auto& report = page.report;
    const auto& words = page.words;
    if (report.points_open == 0)
        return "\n" +
               paragraph("", fmt::format(fmt::runtime(words.open_no), report.rulebook_title));
    const auto least = points_text(report.points_open_least, report.language);
    const bool is_same = least == points_text(report.points_open, report.language);
    auto text =
        page.section(words.open) +
        points_line(report.points_open,
                    is_same
                        ? fmt::format(fmt::runtime(words.open_each), report.rulebook_title)
                        : fmt::format(fmt::runtime(words.open_most), least, report.rulebook_title),
                    page);
    std::set<std::string> named;
    std::size_t rules = 0;
    for (const auto& fact : report.facts) {
        if (fact.unknown_in == 0) continue;
        text += points_line(fact.points_open.most,
                            fmt::format(fmt::runtime(words.unknown_in), clean(fact.title),
                                        fact.unknown_in, report.profiles),
                            page) +
                rules_line(fact.rules, page);
        rules += fact.rules.size();
        for (const auto& rule : fact.rules)
            named.insert(rule.id);
    }
    return rules > named.size() ? text + paragraph("  ", words.several) : text;
}

}  // namespace

std::string open_section(const ImportPage& page) {
    if (page.report.profiles == 0) return {};
    return page.report.profiles == 1 ? open_facts(page) : open_in_profiles(page);
}

}  // namespace colonnade::cli
