// SPDX-License-Identifier: Apache-2.0
#include "cli/population/rejects.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Told on standard error where no file takes them.
constexpr std::size_t MostTold = 10;

std::string line_of(const std::string& data, const engine::Reject& reject) {
    using Json = nlohmann::ordered_json;
    Json json{{"data", data}, {"line", reject.line}};
    if (!reject.problem.where.empty()) json["where"] = reject.problem.where;
    json["reason"] = reject.problem.message;
    if (!reject.problem.help.empty()) json["help"] = reject.problem.help;
    return plain_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

Rejects::Rejects(const Options& options) : options_(options) {
    if (!options.rejects.empty()) file_.emplace(options.rejects);
}

void Rejects::take(const std::string& data, const std::vector<engine::Reject>& rejects) {
    std::string text;
    for (const auto& reject : rejects) {
        ++count_;
        if (file_) {
            text += line_of(data, reject);
        } else if (count_ <= MostTold) {
            tell(data, reject);
        }
    }
    // That it cannot be written is told at the end; the table goes on.
    if (file_) static_cast<void>(file_->write(text));
}

void Rejects::tell(const std::string& data, const engine::Reject& reject) {
    const auto& problem = reject.problem;
    const auto where = problem.where.empty() ? "" : fmt::format("`{}`: ", problem.where);
    say_error(fmt::format("{}:{}: {}{}", dsl::visible(data), reject.line, where, problem.message),
              problem.help);
}

Exit Rejects::finish(std::size_t lines) {
    const auto written = file_ ? file_->finish() : Exit::Fine;
    if (count_ == 0) return written;
    say_note(fmt::format(
        "{} of {} lines {} no profile and left out{}", count_, lines, count_ == 1 ? "is" : "are",
        file_ ? fmt::format("; see {}", options_.rejects) : "; --rejects FILE keeps every reason"));
    const auto most = most_rejects(options_.max_rejects, lines).value_or(0);
    return graver(written, count_ > most ? Exit::Data : Exit::Fine);
}

std::optional<std::size_t> most_rejects(std::string_view text, std::size_t lines) {
    const bool is_share = text.ends_with('%');
    if (is_share) text.remove_suffix(1);
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0)) return {};
    if (is_share && number > 100) return {};
    if (!is_share && number != std::floor(number)) return {};
    const double most = is_share ? number / 100 * static_cast<double>(lines) : number;
    return static_cast<std::size_t>(std::min(most, 1e15));
}

}  // namespace colonnade::cli
