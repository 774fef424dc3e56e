// SPDX-License-Identifier: Apache-2.0
#include "cli/render/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/phrases.hpp"
#include "dsl/types/moment.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

std::string sign_of(const std::optional<engine::RatingResult>& rating) {
    return rating ? clean(rating->sign) : std::string{};
}

std::string section(std::string_view title, TextStyle style) {
    return fmt::format("\n{}\n", bold(title, style.color));
}

}  // namespace

std::string effort_text(double minutes, dsl::Effort::Per per, std::string_view language) {
    const auto& labels = labels_in(language);
    const bool hours = minutes >= 120;
    const auto amount = engine::number_text(hours ? minutes / 60 : minutes, language);
    auto text = fmt::format("{} {}", amount, hours ? labels.hours : labels.minutes);
    if (per == dsl::Effort::Per::Week) text += fmt::format(" {}", labels.per_week);
    if (per == dsl::Effort::Per::Each) text += fmt::format(" {}", labels.each);
    return text;
}

double whole_minutes(double minutes) {
    return std::max(1.0, std::round(minutes));
}

std::string heading(const engine::Result& result, TextStyle style) {
    const auto& labels = labels_in(result.language);
    const auto edition = result.edition.empty()
                             ? std::string{}
                             : fmt::format("{} {}", labels.edition, clean(result.edition));
    auto text = edition.empty() ? bold(clean(result.rulebook_title), style.color)
                                : bold(padded(clean(result.rulebook_title), 56), style.color) +
                                      padded_left(edition, 24);
    text += "\n";
    text += fmt::format("{}, {} {}\n", clean(result.profile), labels.as_of, as_of_text(result));
    if (result.stated.empty()) return text;
    return text + paragraph(fmt::format("{}: ", labels.stated),
                            fmt::format("{}", fmt::join(result.stated, ", ")));
}

std::string total(const engine::Result& result, TextStyle style) {
    const auto& labels = labels_in(result.language);
    if (!result.score) return fmt::format("\n  {}\n", labels.not_scored);
    const auto score =
        fmt::format("{} {}", points_text(*result.score, result.language), labels.of_100);
    const bool open = result.low < result.high;
    std::string text = "\n";
    if (result.provisional) {
        text += fmt::format("  {}\n", bold(interval_text(result), style.color));
        text += fmt::format("  {}; {}\n", score, labels.provisional);
    } else {
        const auto sure = open ? fmt::format("   ({})", interval_text(result)) : std::string{};
        const auto rated =
            result.rating ? "   " + painted(rating_span(result), result.rating, style.color) : "";
        text += fmt::format("  {}{}{}\n", bold(score, style.color), rated, sure);
    }
    text +=
        fmt::format("  {}\n", painted(bar(*result.score / 100, 60), result.rating, style.color));
    if (result.provisional && result.rating)
        text += fmt::format("  {}\n", painted(rating_span(result), result.rating, style.color));
    return open || result.assessed < 0.9995 ? fmt::format("{}  {}\n", text, assessed_text(result))
                                            : text;
}

std::string ranks(const engine::Result& result) {
    std::string text;
    for (const auto& rank : result.ranks) {
        text += paragraph("  ", rank_text(rank, result.language));
        if (!rank.note.empty()) text += paragraph("  ", rank.note);
    }
    return text;
}

std::string pillar_line(const engine::PillarResult& pillar, const engine::Result& result,
                        TextStyle style) {
    const auto& labels = labels_in(result.language);
    const auto title = padded(clean(pillar.title), 38);
    if (!pillar.points) return fmt::format("  {}  {}\n", title, labels.unknown_value);
    const auto points =
        fmt::format("{} / {}", padded_left(points_text(*pillar.points, result.language), 4),
                    padded_left(points_text(pillar.of, result.language), 4));
    const double share = pillar.of > 0 ? *pillar.points / pillar.of : 0;
    const auto sign =
        pillar.rating ? " " + painted(sign_of(pillar.rating), pillar.rating, style.color) : "";
    return fmt::format("  {}  {}  {}{}\n", title, points,
                       painted(bar(share, 12), pillar.rating, style.color), sign);
}

std::string tips(const engine::Result& result, std::size_t most, TextStyle style) {
    const auto& labels = labels_in(result.language);
    std::string text;
    std::size_t shown = 0;
    std::size_t known = 0;
    for (const auto& tip : result.tips) {
        if (!tip.gain || *tip.gain <= 0) continue;
        ++known;
        if (shown == most) continue;
        ++shown;
        const auto gain = fmt::format("+{} → {}", points_text(*tip.gain, result.language),
                                      points_text(*tip.score_after, result.language));
        text += fmt::format("{}. {}  {}\n", padded_left(std::to_string(shown), 2), padded(gain, 14),
                            effort_text(whole_minutes(tip.minutes), tip.per, result.language));
        text += paragraph("    ", tip.text);
    }
    if (text.empty()) return {};
    if (known > shown) text += fmt::format("    ({} {})\n", known - shown, labels.more_steps);
    return section(labels.next_steps, style) + text;
}

std::string cautions(const engine::Result& result, std::size_t most, TextStyle style) {
    const auto& labels = labels_in(result.language);
    if (result.cautions.empty()) return {};
    const auto shown = std::min(most, result.cautions.size());
    std::string text;
    for (std::size_t i = 0; i < shown; ++i)
        text += paragraph("  ! ", result.cautions[i].text);
    if (const auto more = result.cautions.size() - shown; more > 0)
        text += fmt::format("    ({} {})\n", more, labels.more_steps);
    return section(labels.cautions, style) + text;
}

std::string unknown(const engine::Result& result, std::size_t most, TextStyle style) {
    const auto& labels = labels_in(result.language);
    if (result.unknown.empty()) return {};
    return section(labels.unknown, style) + paragraph("  ", unknown_text(result, most)) +
           fmt::format("  {}\n", labels.answer_hint);
}

std::string closing(const engine::Result& result) {
    return result.note.empty() ? std::string{} : "\n" + paragraph("", result.note);
}

}  // namespace colonnade::cli
