// SPDX-License-Identifier: Apache-2.0
#include "cli/render/import_report.hpp"

#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/import_page.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/report_files.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t NameWidth = 36;
constexpr std::size_t FactWidth = 30;  // leaves room for three dates
constexpr std::size_t NumberWidth = 7;
constexpr std::size_t DateWidth = 10;

std::string problems(const ReportedFile& file, const ImportPage& page) {
    std::string text;
    for (const auto& problem : file.problems)
        text += paragraph(
            fmt::format("      {} {}: ", problem.is_row ? page.words.row : page.words.line,
                        problem.line),
            problem.message);
    return text;
}

// What is to be said behind the number of rows.
std::string remarks(const ReportedFile& file, const ImportPage& page) {
    std::vector<std::string> remarks;
    if (file.refused > 0)
        remarks.push_back(fmt::format("{} {}", file.refused, page.words.rows_refused));
    if (file.left_out > 0)
        remarks.push_back(fmt::format("{} {}", file.left_out, page.words.rows_left_out));
    if (!file.encoding.empty()) remarks.push_back(file.encoding);
    return listed(remarks);
}

std::string read_file(const ReportedFile& file, const ImportPage& page) {
    const auto start = fmt::format("  {}{}", padded(file.name, NameWidth),
                                   padded_left(fmt::format("{}", file.rows), NumberWidth));
    const auto more = remarks(file, page);
    return (more.empty() ? start + "\n" : paragraph(start + "  ", more)) + problems(file, page);
}

// Where there are several places, each stands above its files.
std::string read_files(const ImportPage& page) {
    std::string text;
    for (const auto& place : grouped(files_with("read", page.report), &ReportedFile::from)) {
        const auto& from = place.front()->from;
        if (!from.empty()) text += paragraph("  ", from + ":");
        for (const auto* file : place)
            text += read_file(*file, page);
    }
    if (text.empty()) return text;
    return page.section(padded(page.words.read_files, NameWidth + 2) +
                        padded_left(page.words.rows, NumberWidth)) +
           text;
}

std::string refused_files(const ImportPage& page) {
    std::string text;
    for (const auto* file : files_with("refused", page.report)) {
        const auto from = file->from.empty() ? file->from : fmt::format("{}: ", file->from);
        text +=
            paragraph(fmt::format("  {}  ", padded(file->name, NameWidth)), from + file->reason);
        text += problems(*file, page);
    }
    return text.empty() ? text : page.section(page.words.refused_files) + text;
}

std::string ignored_files(const ImportPage& page) {
    const auto text = files_left_alone(page.report, labels_in(page.report.language).more);
    return text.empty() ? text : page.section(page.words.ignored_files) + text;
}

// A list's line: rows, and the time they span.
std::string list_line(const ReportedFact& fact, const ImportPage& page) {
    auto text = fmt::format("  {}{}", padded(fact.title, FactWidth),
                            padded_left(fmt::format("{}", *fact.rows), NumberWidth));
    if (fact.from.empty()) return text + "\n";
    const auto since =
        fact.complete_from.empty() ? std::string(page.words.beginning) : fact.complete_from;
    return text + fmt::format("  {}  {}  {}\n", fact.from, fact.to, since);
}

std::string read_facts(const ImportPage& page) {
    std::vector<std::string> values;
    std::string lists;
    for (const auto& fact : page.report.facts) {
        if (fact.state != "read") continue;
        if (fact.rows) {
            lists += list_line(fact, page);
        } else {
            values.push_back(fact.title);
        }
    }
    if (values.empty() && lists.empty()) return {};
    auto title = padded(page.words.facts, FactWidth + 2) +
                 padded_left(page.words.rows, NumberWidth) +
                 fmt::format("  {}  {}  {}", padded(page.words.from, DateWidth),
                             padded(page.words.to, DateWidth), page.words.complete_from);
    return page.section(title) + (values.empty() ? "" : paragraph("  ", listed(values))) + lists;
}

std::string titles(std::string_view start, const ImportPage& page, auto is_meant) {
    std::vector<std::string> names;
    for (const auto& fact : page.report.facts) {
        if (is_meant(fact)) names.push_back(fact.title);
    }
    return names.empty() ? "" : "\n" + paragraph("", fmt::format("{}: {}", start, listed(names)));
}

std::string none_facts(const ImportPage& page) {
    return titles(page.words.empty, page,
                  [](const auto& fact) { return fact.state == "none" && !fact.read.empty(); }) +
           titles(page.words.none, page,
                  [](const auto& fact) { return fact.state == "none" && fact.read.empty(); });
}

std::string unused_facts(const ImportPage& page) {
    return titles(page.words.unused, page, [](const auto& fact) {
        return fact.state == "unknown" && fact.rules.empty() && !fact.is_used;
    });
}

std::string proxies(const ImportPage& page) {
    std::string text;
    for (const auto& fact : page.report.facts) {
        if (!fact.proxy.empty() && fact.is_used)
            text += paragraph(fmt::format("  {}: ", fact.title), fact.proxy);
    }
    return text.empty() ? text : page.section(page.words.proxies) + text;
}

std::string warnings(const ImportPage& page) {
    std::string text;
    for (const auto& warning : page.report.warnings)
        text += paragraph(fmt::format("{}: ", page.words.warning), warning);
    return text.empty() ? text : "\n" + text;
}

}  // namespace

std::string listed(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::string ImportPage::section(std::string_view title) const {
    return fmt::format("\n{}\n", bold(title, color));
}

std::string render_import_report(const ImportReport& report, bool color) {
    const ImportPage page{report, import_words_in(report.language), color};
    auto text = bold(report.title, color) + "\n";
    text += fmt::format("{} {} ({})", page.words.as_of, report.as_of.substr(0, DateWidth),
                        report.as_of_from);
    if (report.profiles > 1) text += fmt::format(", {} {}", report.profiles, page.words.profiles);
    text += "\n";
    text += read_files(page) + refused_files(page) + ignored_files(page);
    text += read_facts(page) + none_facts(page);
    return text + open_section(page) + unused_facts(page) + proxies(page) + warnings(page);
}

}  // namespace colonnade::cli
