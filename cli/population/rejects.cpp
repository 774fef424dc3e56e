// SPDX-License-Identifier: Apache-2.0
#include "cli/population/rejects.hpp"

#include <fmt/format.h>

#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Told on standard error where no file takes them.
constexpr std::size_t MostTold = 10;

}  // namespace

std::string reject_line(const std::string& data, const engine::Reject& reject) {
    JsonValue json{{"data", data}, {"line", reject.line}};
    if (!reject.problem.where.empty()) json["where"] = reject.problem.where;
    json["reason"] = reject.problem.message;
    if (!reject.problem.help.empty()) json["help"] = reject.problem.help;
    return json_line(json) + "\n";
}

Rejects::Rejects(const std::string& file) {
    if (!file.empty()) file_.emplace(file);
}

void Rejects::take(const std::string& data, const std::vector<engine::Reject>& rejects) {
    std::string text;
    for (const auto& reject : rejects) {
        if (file_) {
            text += reject_line(data, reject);
        } else if (++told_ <= MostTold) {
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

Exit Rejects::finish() {
    return file_ ? file_->finish() : Exit::Fine;
}

}  // namespace colonnade::cli
