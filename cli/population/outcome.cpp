// SPDX-License-Identifier: Apache-2.0
#include "cli/population/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/terminal.hpp"

namespace colonnade::cli {

void Outcome::add(const Outcome& other) {
    rows += other.rows;
    failed += other.failed;
    rejects += other.rejects;
    totals.add(other.totals);
}

Exit judge(const Outcome& outcome, const Options& options, const std::string& rejects) {
    auto exit = Exit::Fine;
    if (outcome.failed > 0) {
        say_error(fmt::format("{} of {} people have rules in error", outcome.failed, outcome.rows),
                  "score one of them with --details to see why");
        exit = Exit::Plugin;
    }
    if (outcome.rejects == 0) return exit;
    const auto lines = outcome.rows + outcome.rejects;
    say_note(fmt::format(
        "{} of {} lines {} no profile; {}", outcome.rejects, lines,
        outcome.rejects == 1 ? "is" : "are",
        rejects.empty() ? "--rejects FILE keeps every reason" : fmt::format("see {}", rejects)));
    const auto most = most_rejects(options.max_rejects, lines).value_or(0);
    return graver(exit, outcome.rejects > most ? Exit::Data : Exit::Fine);
}

std::optional<std::size_t> most_rejects(std::string_view text, std::size_t lines) {
    const bool is_share = text.ends_with('%');
    if (is_share) text.remove_suffix(1);
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number) ||
        number < 0)
        return {};
    if (is_share && number > 100) return {};
    if (!is_share && number != std::floor(number)) return {};
    const double most = is_share ? number / 100 * static_cast<double>(lines) : number;
    return static_cast<std::size_t>(std::min(most, 1e15));
}

}  // namespace colonnade::cli
