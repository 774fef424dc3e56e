// SPDX-License-Identifier: Apache-2.0
// Each section is a table; bars beside its figures are drawings of what stands there. Colour is
// never alone: signs and words say the same.
#include "cli/html/impact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/html/escape.hpp"
#include "cli/html/page.hpp"
#include "cli/html/rating.hpp"
#include "cli/render/canvas.hpp"
#include "cli/render/impact_words.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

constexpr int MeanDecimals = 2;
constexpr std::size_t DigestShown = 12;
// Above drawings and words that need none.
constexpr auto NoHead = "<td></td>";

constexpr std::string_view Style = R"(
.same { background: color-mix(in srgb, var(--line) 40%, transparent); }
td svg { display: block; width: 100%; min-width: 6rem; height: .8rem; }
tbody th { font-weight: normal; }
tfoot td, tfoot th { font-weight: bold; border-bottom: none; }
.scroll { overflow-x: auto; }
)";

std::string cell(std::string_view text, std::string_view kind = {}) {
    if (kind.empty()) return fmt::format("<td>{}</td>", escape_html(text));
    return fmt::format("<td class=\"{}\">{}</td>", kind, escape_html(text));
}

std::string row_head(std::string_view text) {
    return fmt::format("<th scope=\"row\">{}</th>", escape_html(text));
}

std::string column_head(std::string_view text, bool is_figure = false) {
    return fmt::format("<th scope=\"col\"{}>{}</th>", is_figure ? " class=\"figure\"" : "",
                       escape_html(text));
}

// From `start` on, both shares of the width.
std::string bar_cell(double start, double share, std::string_view kind) {
    return fmt::format(
        "<td class=\"{}\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect x=\"{:.2f}\" width=\"{:.2f}\" height=\"8\" "
        "fill=\"currentColor\"/></svg></td>",
        kind, 100 * start, 100 * share);
}

std::string_view kind_of(double change) {
    return change > 0 ? "good" : change < 0 ? "bad" : "quiet";
}

class Body {
public:
    explicit Body(const ImpactReport& report)
        : report_(report),
          changes_(report.changes),
          words_(impact_words(report.language)),
          means_(means_of(report.changes, MeanDecimals)) {}

    std::string make() {
        body_ = fmt::format("<h1>{}</h1>\n", escape_html(words_.title));
        book(words_.before, report_.before);
        book(words_.after, report_.after);
        people();
        if (!report_.gates.empty()) gates();
        if (changes_.compared > 0) moves();
        if (report_.has_ratings) ratings();
        if (changes_.compared > 0) rules();
        if (!report_.movers.empty()) movers();
        return std::move(body_);
    }

private:
    void section(std::string_view title) {
        section_ = title;
        body_ += fmt::format("<h2>{}</h2>\n", escape_html(title));
    }

    // A table with a row of heads; `rows` and what follows are HTML. Where it is wider than the
    // screen, keyboards reach it.
    void table(const std::string& heads, const std::string& rows, const std::string& foot = {}) {
        body_ += fmt::format(
            "<div class=\"panel scroll\" tabindex=\"0\" role=\"region\" "
            "aria-label=\"{}\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n{}"
            "</table></div>\n",
            escape_html(section_), heads, rows,
            foot.empty() ? foot : fmt::format("<tfoot>\n{}</tfoot>\n", foot));
    }

    [[nodiscard]] std::string count(std::size_t people) const {
        return count_text(people, report_.language);
    }
    [[nodiscard]] std::string points(int tenths) const {
        return points_text(engine::Decimals(1).value(tenths), report_.language);
    }
    [[nodiscard]] std::string marked(const MaybeRating& rating) const {
        return rating ? rating_mark(rating) : escape_html(words_.no_score);
    }
    [[nodiscard]] std::string mean(double change) const {
        return change_text(change, MeanDecimals, report_.language);
    }

    void line(std::string_view text, std::string_view kind = {}) {
        body_ += kind.empty() ? fmt::format("<p>{}</p>\n", escape_html(text))
                              : fmt::format("<p class=\"{}\">{}</p>\n", kind, escape_html(text));
    }

    void book(std::string_view name, const ImpactBook& book) {
        line(fmt::format("{}: {} ({}{}{}, {})", name, book.title, book.id,
                         book.edition.empty() ? "" : " ", book.edition,
                         book.sha256.substr(0, DigestShown)),
             "quiet");
    }

    void people() {
        for (const auto& text : people_lines(report_, means_, MeanDecimals))
            line(text);
    }

    void gates() {
        section(words_.gates);
        std::string rows;
        for (const auto& gate : report_.gates) {
            const auto [wanted, found] = gate_text(gate, report_.language);
            rows += fmt::format(
                "<tr>{}{}{}</tr>\n", row_head(wanted), cell(found, "figure"),
                cell(gate.passed ? words_.passed : words_.missed, gate.passed ? "good" : "bad"));
        }
        table(column_head(words_.wanted) + column_head(words_.found, true) + NoHead, rows);
    }

    [[nodiscard]] std::string band(std::string_view way, std::string_view text, std::size_t people,
                                   std::string_view kind) const {
        const auto share = static_cast<double>(people) / static_cast<double>(changes_.compared);
        return fmt::format(
            "<tr>{}{}{}</tr>\n",
            row_head(way.empty() ? std::string(text) : fmt::format("{} {}", way, text)),
            cell(count(people), "figure"), bar_cell(0, share, kind));
    }

    void moves() {
        section(words_.moves);
        std::string rows;
        for (std::size_t i = MoveBands.size(); i-- > 0;)
            rows += band(words_.up, band_text(i, words_), people_in_band(changes_.moves, i, true),
                         "good");
        rows += band("", words_.not_moved, changes_.moves.people(0, 0), "quiet");
        for (std::size_t i = 0; i < MoveBands.size(); ++i)
            rows += band(words_.down, band_text(i, words_),
                         people_in_band(changes_.moves, i, false), "bad");
        table(column_head(words_.change) + column_head(words_.persons, true) + NoHead, rows);
    }

    // The steps stand in the order of the counts, so both can be walked together.
    void ratings() {
        section(words_.ratings);
        line(fmt::format(fmt::runtime(words_.crossed), count(report_.crossed),
                         share_text(report_.crossed, changes_.people(), report_.language)));
        std::map<int, MaybeRating> befores;
        std::map<int, MaybeRating> afters;
        auto step = report_.ratings.begin();
        for (const auto& [from_to, people] : changes_.ratings) {
            befores.emplace(from_to.first, step->before);
            afters.emplace(from_to.second, step->after);
            ++step;
        }
        auto heads = column_head(fmt::format("{} ↓  {} →", words_.before, words_.after));
        for (const auto& [index, rating] : afters)
            heads += fmt::format("<th scope=\"col\" class=\"figure\">{}</th>", marked(rating));
        std::string rows;
        for (const auto& [from, before] : befores) {
            rows += fmt::format("<tr><th scope=\"row\">{}</th>", marked(before));
            for (const auto& [to, after] : afters) {
                const auto found = changes_.ratings.find({from, to});
                const auto people = found == changes_.ratings.end() ? 0 : found->second;
                const bool crosses = RatingStep{before, after, people}.is_crossing();
                rows += cell(count(people), crosses ? "figure" : "figure same");
            }
            rows += "</tr>\n";
        }
        table(heads, rows);
    }

    [[nodiscard]] std::string rule_row(std::string_view name, double change,
                                       std::string_view people, double most) const {
        const auto share = most > 0 ? std::abs(change) / most / 2 : 0;
        return fmt::format("<tr>{}{}{}{}</tr>\n", row_head(name), cell(mean(change), "figure"),
                           cell(people, "figure"),
                           bar_cell(change < 0 ? 0.5 - share : 0.5, share, kind_of(change)));
    }

    void rules() {
        section(words_.rules);
        double most = std::abs(means_.caps);
        for (const auto change : means_.rules)
            most = std::max(most, std::abs(change));
        std::string rows;
        for (const auto& rule : report_.rules)
            rows += rule_row(rule_text(rule, words_), means_.rules[rule.place],
                             count(changes_.rules[rule.place].people), most);
        if (changes_.caps != 0) rows += rule_row(words_.caps, means_.caps, "", most);
        table(column_head(words_.rule) + column_head(words_.mean_change, true) +
                  column_head(words_.persons, true) + NoHead,
              rows,
              fmt::format("<tr>{}{}<td></td><td></td></tr>\n", row_head(words_.together),
                          cell(mean(means_.move), "figure")));
    }

    void movers() {
        section(words_.movers);
        std::string rows;
        for (const auto& [mover, before, after] : report_.movers) {
            rows += fmt::format(
                "<tr>{}{}{}{}", row_head(mover.id),
                cell(change_text(engine::Decimals(1).value(mover.move()), 1, report_.language),
                     "figure"),
                cell(points(mover.before), "figure"), cell(points(mover.after), "figure"));
            if (report_.has_ratings)
                rows += fmt::format("<td>{} → {}</td>", rating_mark(before), rating_mark(after));
            rows += "</tr>\n";
        }
        table(column_head(words_.person) + column_head(words_.change, true) +
                  column_head(words_.before, true) + column_head(words_.after, true) +
                  (report_.has_ratings ? column_head(words_.ratings) : ""),
              rows);
    }

    const ImpactReport& report_;
    const Changes& changes_;
    const ImpactWords& words_;
    Means means_;
    std::string_view section_;  // its title
    std::string body_;
};

}  // namespace

std::string render_impact_html(const ImpactReport& report) {
    const auto body = page_header() + "<main>\n" + Body(report).make() + "</main>\n";
    return html_page({report.language, impact_words(report.language).title, Style, "", body});
}

}  // namespace colonnade::cli
