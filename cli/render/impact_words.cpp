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

constexpr ImpactWords ImpactEnglish{
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
    .change = "Change",
    .mean_change = "Mean change",
    .persons = "People",
    .person = "Id",
    .rule = "Rule",
    .wanted = "Wanted",
    .found = "Found",
};

constexpr ImpactWords ImpactGerman{
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
    .change = "Änderung",
    .mean_change = "Mittlere Änderung",
    .persons = "Personen",
    .person = "Kennung",
    .rule = "Regel",
    .wanted = "Vorgabe",
    .found = "Gefunden",
};

std::string fixed_text(double value, int decimals, std::string_view language) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (engine::is_german(language)) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

using Counts = std::initializer_list<std::pair<std::string_view, std::size_t>>;

// Those that are 0 are left out.
void add_counts(Counts counts, std::string_view language, std::vector<std::string>& lines) {
    std::string text;
    for (const auto& [words, people] : counts) {
        if (people == 0) continue;
        text += (text.empty() ? "" : ", ") +
                fmt::format(fmt::runtime(words), count_text(people, language));
    }
    if (!text.empty()) lines.push_back(std::move(text));
}

std::string moved_text(const Changes& changes, const ImpactWords& words,
                       std::string_view language) {
    const auto points = [&](int tenths) { return fixed_text(tenths / 10.0, 1, language); };
    const auto up = changes.moves.people(1, Moves::Most);
    const auto down = changes.moves.people(-Moves::Most, -1);
    return fmt::format(fmt::runtime(words.moved), share_text(up + down, changes.compared, language),
                       count_text(up, language), points(changes.moves.largest_up()),
                       count_text(down, language), points(-changes.moves.largest_down()));
}

}  // namespace

const ImpactWords& impact_words(std::string_view language) {
    return engine::is_german(language) ? ImpactGerman : ImpactEnglish;
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

std::string rule_text(const ImpactRule& rule, const ImpactWords& words) {
    const auto mark = rule.in == ImpactRule::In::Added     ? words.added
                      : rule.in == ImpactRule::In::Removed ? words.removed
                                                           : std::string_view{};
    return fmt::format("{}{}{} ({})", mark, mark.empty() ? "" : ": ", rule.title, rule.name);
}

std::vector<std::string> people_lines(const ImpactReport& report, const Means& means,
                                      int decimals) {
    const auto& changes = report.changes;
    const auto& words = impact_words(report.language);
    const auto& language = report.language;
    std::vector<std::string> lines{fmt::format(fmt::runtime(words.people),
                                               count_text(changes.people(), language),
                                               count_text(changes.compared, language))};
    add_counts({{words.gained, changes.gained},
                {words.lost, changes.lost},
                {words.without, changes.without}},
               language, lines);
    add_counts({{words.became_provisional, changes.became_provisional},
                {words.no_longer_provisional, changes.no_longer_provisional}},
               language, lines);
    if (changes.compared == 0) {
        lines.emplace_back(words.nobody);
        return lines;
    }
    lines.push_back(fmt::format(
        fmt::runtime(words.mean), fixed_text(means.before, decimals, language),
        fixed_text(means.after, decimals, language), change_text(means.move, decimals, language)));
    lines.push_back(moved_text(changes, words, language));
    return lines;
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
