// SPDX-License-Identifier: Apache-2.0
// A comparison for a terminal of 80 columns.
#include <fmt/format.h>

#include <algorithm>

#include "cli/render/canvas.hpp"
#include "cli/render/compare.hpp"
#include "cli/render/history_words.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t MostRules = 12;

class ComparisonText {
public:
    ComparisonText(const Comparison& comparison, std::string_view language, TextStyle style)
        : comparison_(comparison),
          language_(language),
          words_(compare_words_in(language)),
          style_(style) {}

    [[nodiscard]] std::string head() const {
        const auto& earlier = comparison_.from.result;
        const auto& later = comparison_.to.result;
        const auto who = earlier.profile == later.profile
                             ? later.profile
                             : fmt::format("{} → {}", earlier.profile, later.profile);
        return bold(clean(later.rulebook_title), style_.color) + "\n" +
               paragraph("", fmt::format("{}: {} → {}", who, day_text(earlier.as_of, language_),
                                         day_text(later.as_of, language_)));
    }

    [[nodiscard]] std::string total() const {
        if (!comparison_.difference) return fmt::format("\n  {}\n", words_.no_score);
        const auto shown =
            fmt::format("{} → {}   {}", points_text(*comparison_.from.result.score, language_),
                        points_text(*comparison_.to.result.score, language_),
                        signed_text(*comparison_.difference, language_));
        return fmt::format("\n  {}\n", bold(shown, style_.color)) + split();
    }

    [[nodiscard]] std::string rules(bool every_rule) const {
        if (comparison_.rules.empty()) return {};
        const auto shown =
            every_rule ? comparison_.rules.size() : std::min(MostRules, comparison_.rules.size());
        auto text = fmt::format("\n{}\n", bold(words_.by_rule, style_.color));
        for (std::size_t i = 0; i < shown; ++i)
            text += rule_line(comparison_.rules[i]);
        if (const auto left = comparison_.rules.size() - shown; left > 0)
            text += fmt::format("    ({} {})\n", left, words_.more);
        return text;
    }

private:
    [[nodiscard]] std::string split() const {
        if (!comparison_.split) {
            return comparison_.no_split == NoSplit::OnlyResults
                       ? paragraph("  ", words_.only_results)
                       : paragraph("  ", words_.cannot_score);
        }
        const auto& split = *comparison_.split;
        return part(split.data, words_.data) + part(split.rules, words_.rules) +
               part(split.engine, words_.engine);
    }

    [[nodiscard]] std::string part(double points, std::string_view what) const {
        return fmt::format("  {}  {}\n", padded_left(signed_text(points, language_), 7), what);
    }

    [[nodiscard]] std::string rule_line(const RuleDifference& rule) const {
        const auto points = [&](const std::optional<double>& value) {
            return padded_left(value ? points_text(*value, language_) : "–", 5);
        };
        return fmt::format("  {}  {}  {} → {}\n",
                           padded_left(signed_text(rule.points, language_), 7),
                           padded(clean(rule.title), 48), points(rule.from), points(rule.to));
    }

    const Comparison& comparison_;
    std::string_view language_;
    const CompareWords& words_;
    TextStyle style_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, std::string_view language,
                            bool every_rule, TextStyle style) {
    const ComparisonText text(comparison, language, style);
    return text.head() + text.total() + text.rules(every_rule);
}

}  // namespace colonnade::cli
