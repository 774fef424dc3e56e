// SPDX-License-Identifier: Apache-2.0
#include "cli/fix.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/checked.hpp"
#include "cli/replace_file.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// YAML shows one mistake at a time; more of them than this in one file are nobody's slips.
constexpr int MostRounds = 100;

// A change is shown in one line.
constexpr std::size_t WidestPiece = 60;

bool overlap(const dsl::Span& a, const dsl::Span& b) {
    return a.begin == b.begin || (a.begin < b.end && b.begin < a.end);
}

bool is_free(const dsl::Diagnostic& finding, const std::vector<dsl::Edit>& taken) {
    return std::none_of(finding.fix.begin(), finding.fix.end(), [&](const auto& edit) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const auto& other) { return overlap(edit.span, other.span); });
    });
}

std::string line_of(const dsl::Diagnostic& finding, const dsl::Edit& edit) {
    const auto place = finding.source->place(edit.span.begin);
    const auto shown = [](std::string_view text) {
        return dsl::cut_to_width(dsl::visible(text), WidestPiece);
    };
    return fmt::format("{}:{}:{}: fixed: `{}`, was `{}` [{}]\n",
                       dsl::visible(finding.source->name()), place.line, place.column,
                       shown(edit.text), shown(finding.source->text(edit.span)),
                       dsl::text_of(finding.code));
}

// The edits of one round that do not meet each other; the next round sees the rest.
struct Round {
    std::vector<dsl::Edit> edits;
    std::shared_ptr<const dsl::Source> source;
    std::string report;
};

Round round_of(const dsl::Diagnostics& diagnostics, const std::string& path) {
    Round round;
    for (const auto& finding : diagnostics.sorted()) {
        // Schemas, word lists and parents are other people's files.
        if (finding.fix.empty() || finding.source->name() != path) continue;
        if (!is_free(finding, round.edits)) continue;
        round.source = finding.source;
        for (const auto& edit : finding.fix) {
            round.report += line_of(finding, edit);
            round.edits.push_back(edit);
        }
    }
    return round;
}

// The byte order mark of the file, or empty; nothing where the file no longer holds `text`.
std::optional<std::string_view> mark_before(const std::string& path, std::string_view text) {
    const auto read = engine::read_file(path, dsl::MostFileBytes);
    const auto* content = std::get_if<std::string>(&read);
    if (content == nullptr) return std::nullopt;
    if (*content == text) return std::string_view();
    const bool marked = content->starts_with(dsl::ByteOrderMark) &&
                        std::string_view(*content).substr(dsl::ByteOrderMark.size()) == text;
    return marked ? std::optional(dsl::ByteOrderMark) : std::nullopt;
}

}  // namespace

std::variant<std::string, Exit> fix_rulebook(const Options& options, const std::string& path) {
    std::string report;
    for (int i = 0; i < MostRounds; ++i) {
        auto round = round_of(check_rulebook(options, path).diagnostics, path);
        if (round.edits.empty()) break;
        const auto mark = mark_before(path, round.source->text());
        if (!mark) {
            say_error(fmt::format("`{}` has changed meanwhile; it is left as it is", path));
            return Exit::Output;
        }
        const auto fixed = dsl::apply_edits(round.source->text(), std::move(round.edits));
        const auto end = replace_file(path, std::string(*mark) + fixed);
        if (end != Exit::Fine) return end;
        report += round.report;
    }
    return report;
}

}  // namespace colonnade::cli
