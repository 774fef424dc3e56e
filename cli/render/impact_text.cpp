// SPDX-License-Identifier: Apache-2.0
// An impact as text, 80 columns wide: the whole first, then what it is made of.
#include <fmt/format.h>

#include <algorithm>

#include "cli/render/canvas.hpp"
#include "cli/render/impact.hpp"
#include "cli/render/impact_words.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

// Means of many tell more than the score of one.
constexpr int MeanDecimals = 2;
constexpr std::size_t MostImpactRules = 12;
constexpr std::size_t MostCrossings = 10;
constexpr std::size_t BarWidth = 30;
constexpr std::size_t DigestShown = 12;

class Text {
public:
    Text(const ImpactReport& report, TextStyle style)
        : report_(report),
          changes_(report.changes),
          words_(impact_words(report.language)),
          means_(means_of(report.changes, MeanDecimals)),
          style_(style) {}

    std::string make() {
        text_ = bold(words_.title, style_.color) + "\n";
        book(words_.before, report_.before);
        book(words_.after, report_.after);
        people();
        if (changes_.compared > 0) moves();
        if (report_.has_ratings) ratings();
        if (changes_.compared > 0) rules();
        movers();
        gates();
        return std::move(text_);
    }

private:
    void line(std::string_view text) {
        text_ += dsl::cut_to_width(fmt::format("  {}", text), TextWidth) + "\n";
    }

    void section(std::string_view title) {
        text_ += fmt::format("\n{}\n", bold(title, style_.color));
    }

    [[nodiscard]] std::string count(std::size_t people) const {
        return count_text(people, report_.language);
    }

    [[nodiscard]] std::string points(int tenths) const {
        return points_text(engine::Decimals(1).value(tenths), report_.language);
    }

    [[nodiscard]] std::string mean(double change) const {
        return change_text(change, MeanDecimals, report_.language);
    }

    void book(std::string_view name, const ImpactBook& book) {
        const auto edition = book.edition.empty() ? "" : fmt::format(" {}", clean(book.edition));
        const auto id =
            fmt::format("{}{}, {}", clean(book.id), edition, book.sha256.substr(0, DigestShown));
        text_ +=
            paragraph(fmt::format("  {}  ", name), fmt::format("{} ({})", clean(book.title), id));
    }

    void people() {
        text_ += "\n";
        for (const auto& text : people_lines(report_, means_, MeanDecimals))
            text_ += paragraph("  ", text);
    }

    void band(std::string_view way, std::string_view text, std::size_t people) {
        const auto share = static_cast<double>(people) / static_cast<double>(changes_.compared);
        const auto bars = people == 0 ? std::string() : "  " + bar(share, BarWidth);
        line(fmt::format("{}{}{}{}", padded(way, 8), padded(text, 18),
                         padded_left(count(people), 12), bars));
    }

    // Bands further out than anybody moves are left out.
    void moves() {
        section(words_.moves);
        const auto& moves = changes_.moves;
        for (std::size_t i = MoveBands.size(); i-- > 0;) {
            if (MoveBands.at(i) <= moves.largest_up())
                band(words_.up, band_text(i, words_), people_in_band(moves, i, true));
        }
        band("", words_.not_moved, moves.people(0, 0));
        for (std::size_t i = 0; i < MoveBands.size(); ++i) {
            if (MoveBands.at(i) <= -moves.largest_down())
                band(words_.down, band_text(i, words_), people_in_band(moves, i, false));
        }
    }

    void ratings() {
        section(words_.ratings);
        line(fmt::format(fmt::runtime(words_.crossed), count(report_.crossed),
                         share_text(report_.crossed, changes_.people(), report_.language)));
        auto steps = report_.ratings;
        std::erase_if(steps, [](const RatingStep& step) { return !step.is_crossing(); });
        std::stable_sort(steps.begin(), steps.end(), [](const RatingStep& a, const RatingStep& b) {
            return a.people > b.people;
        });
        for (std::size_t i = 0; i < std::min(steps.size(), MostCrossings); ++i)
            line(fmt::format("{}  {} → {}", padded_left(count(steps[i].people), 12),
                             step_text(steps[i].before, words_),
                             step_text(steps[i].after, words_)));
        if (steps.size() > MostCrossings)
            line(fmt::format(fmt::runtime(words_.more), steps.size() - MostCrossings));
    }

    void rule_line(double change, std::string_view people, std::string_view text) {
        line(fmt::format("{}{}  {}", padded_left(mean(change), 8), padded_left(people, 12), text));
    }

    void rules() {
        section(words_.rules);
        line(words_.rules_hint);
        std::size_t shown = 0;
        double rest = means_.move - means_.caps;
        for (const auto& rule : report_.rules) {
            const auto& change = changes_.rules[rule.place];
            if (shown == MostImpactRules || (change.people == 0 && change.sum == 0)) break;
            rule_line(means_.rules[rule.place], count(change.people),
                      clean(rule_text(rule, words_)));
            rest -= means_.rules[rule.place];
            ++shown;
        }
        const auto others = report_.rules.size() - shown;
        if (others > 0) rule_line(rest, "", fmt::format(fmt::runtime(words_.other_rules), others));
        if (changes_.caps != 0) rule_line(means_.caps, "", words_.caps);
        rule_line(means_.move, "", words_.together);
    }

    void movers() {
        if (report_.movers.empty()) return;
        section(words_.movers);
        for (const auto& [mover, before, after] : report_.movers) {
            const auto steps = report_.has_ratings ? fmt::format("  {} → {}", rating_text(before),
                                                                 rating_text(after))
                                                   : std::string{};
            line(fmt::format(
                "{}  {} → {}  {}{}",
                padded_left(
                    change_text(engine::Decimals(1).value(mover.move()), 1, report_.language), 8),
                padded_left(points(mover.before), 5), padded_left(points(mover.after), 5),
                padded(clean(mover.id), 24), steps));
        }
    }

    void gates() {
        if (report_.gates.empty()) return;
        section(words_.gates);
        for (const auto& gate : report_.gates) {
            const auto [wanted, found] = gate_text(gate, report_.language);
            line(fmt::format("{}  {}: {}", padded(gate.passed ? words_.passed : words_.missed, 8),
                             wanted, found));
        }
    }

    const ImpactReport& report_;
    const Changes& changes_;
    const ImpactWords& words_;
    Means means_;
    TextStyle style_;
    std::string text_;
};

}  // namespace

std::string render_impact(const ImpactReport& report, TextStyle style) {
    return Text(report, style).make();
}

}  // namespace colonnade::cli
