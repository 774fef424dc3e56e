// SPDX-License-Identifier: Apache-2.0
#include "cli/render/impact_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/render/canvas.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr ImpactWords English{
    .title = "What the new rules do to people",
    .before = "old",
    .after = "new",
    .people = "People: {}; with a score by both rulebooks: {}",
    .gained = "a score gained: {}",
    .lost = "lost: {}",
    .without = "none by either: {}",
    .became_provisional = "become provisional: {}",
    .no_longer_provisional = "no longer: {}",
    .nobody = "nobody can be compared",
    .mean = "{} → {} on average ({})",
    .moved = "{} move: {} up, by {} at most; {} down, by {} at most",
    .moves = "How far scores move, in points",
    .up = "up",
    .down = "down",
    .not_moved = "not at all",
    .below_one = "below 1",
    .to_below = "{} to below {}",
    .and_more = "{} and more",
    .ratings = "Ratings",
    .crossed = "another one: {} ({} of the people)",
    .no_score = "no score",
    .more = "({} more in --format json)",
    .rules = "Rules responsible",
    .rules_hint = "mean change of points; people whose points change",
    .added = "added",
    .removed = "removed",
    .other_rules = "other rules ({})",
    .caps = "withheld by caps",
    .together = "together",
    .movers = "Who moves most",
    .gates = "Gates",
    .passed = "met",
    .missed = "missed",
    .max_moved = "largest move at most {}",
    .max_crossed = "people with another rating at most {}",
    .not_compared = "nobody was compared",
};

constexpr ImpactWords German{
    .title = "Was die neuen Regeln für die Leute ändern",
    .before = "alt",
    .after = "neu",
    .people = "Personen: {}; mit einer Wertung nach beiden Regelwerken: {}",
    .gained = "eine Wertung bekommen: {}",
    .lost = "verlieren: {}",
    .without = "haben nach keinem: {}",
    .became_provisional = "werden vorläufig: {}",
    .no_longer_provisional = "nicht mehr: {}",
    .nobody = "niemand lässt sich vergleichen",
    .mean = "{} → {} im Mittel ({})",
    .moved = "{} ändern sich: {} nach oben, um höchstens {}; {} nach unten, um höchstens {}",
    .moves = "Wie weit sich Wertungen ändern, in Punkten",
    .up = "hinauf",
    .down = "hinab",
    .not_moved = "gar nicht",
    .below_one = "unter 1",
    .to_below = "{} bis unter {}",
    .and_more = "{} und mehr",
    .ratings = "Stufen",
    .crossed = "eine andere: {} ({} der Personen)",
    .no_score = "keine Wertung",
    .more = "({} weitere mit --format json)",
    .rules = "Woran es liegt",
    .rules_hint = "mittlere Änderung der Punkte; Personen, deren Punkte sich ändern",
    .added = "neu",
    .removed = "entfällt",
    .other_rules = "andere Regeln ({})",
    .caps = "durch Obergrenzen einbehalten",
    .together = "zusammen",
    .movers = "Wer sich am meisten ändert",
    .gates = "Vorgaben",
    .passed = "erfüllt",
    .missed = "verfehlt",
    .max_moved = "größte Änderung höchstens {}",
    .max_crossed = "Personen mit anderer Stufe höchstens {}",
    .not_compared = "niemand ließ sich vergleichen",
};

}  // namespace

const ImpactWords& impact_words(std::string_view language) {
    return engine::is_german(language) ? German : English;
}

std::string band_text(std::size_t index, const ImpactWords& words) {
    const auto from = MoveBands.at(index) / 10;
    if (index == 0) return std::string(words.below_one);
    if (index + 1 == MoveBands.size()) return fmt::format(fmt::runtime(words.and_more), from);
    return fmt::format(fmt::runtime(words.to_below), from, MoveBands.at(index + 1) / 10);
}

std::size_t people_in_band(const Moves& moves, std::size_t index, bool is_up) {
    const bool is_last = index + 1 == MoveBands.size();
    const int least = MoveBands.at(index);
    const int most = is_last ? Moves::Most : MoveBands.at(index + 1) - 1;
    return is_up ? moves.people(least, most) : moves.people(-most, -least);
}

std::string change_text(double change, int decimals, std::string_view language) {
    auto text = fmt::format("{:+.{}f}", change, decimals);
    if (text.find_first_of("123456789") == std::string::npos) text.erase(0, 1);
    if (engine::is_german(language)) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string count_text(std::size_t count, std::string_view language) {
    return engine::number_text(static_cast<double>(count), 0, language);
}

std::string share_text(std::size_t part, std::size_t all, std::string_view language) {
    const auto share = all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
    return engine::value_text(share, {dsl::Kind::Share}, {}, language);
}

std::string step_text(const MaybeRating& rating, const ImpactWords& words) {
    return rating ? rating_text(rating) : std::string(words.no_score);
}

ImpactGateText gate_text(const ImpactGate& gate, std::string_view language) {
    const auto& words = impact_words(language);
    const bool is_moved = gate.what == ImpactGate::What::Moved;
    ImpactGateText text;
    text.wanted = fmt::format(fmt::runtime(is_moved ? words.max_moved : words.max_crossed),
                              engine::number_text(gate.limit, 4, language));
    text.found = !gate.actual ? std::string(words.not_compared)
                 : is_moved   ? points_text(*gate.actual, language)
                              : engine::number_text(*gate.actual, 0, language);
    return text;
}

}  // namespace colonnade::cli
