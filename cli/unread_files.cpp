// SPDX-License-Identifier: Apache-2.0
#include "cli/unread_files.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::json;

// Named one by one; of more only the number.
constexpr std::size_t MostNamed = 3;

// The report comes from a plugin: what is missing or of another type is taken as empty.
std::string text_in(const Json& file, std::string_view key) {
    const auto at = file.is_object() ? file.find(key) : file.end();
    return at != file.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

std::vector<std::string> unread_files(std::string_view report) {
    std::vector<std::string> unread;
    const auto json = Json::parse(report, nullptr, false);
    if (!json.is_object() || !json.contains("files")) return unread;
    for (const auto& file : json["files"]) {
        if (text_in(file, "status") == "refused")
            unread.push_back(fmt::format("{} could not be read: {}", text_in(file, "name"),
                                         text_in(file, "reason")));
    }
    return unread;
}

}  // namespace

void say_unread_files(const std::string& name, const Data& data) {
    if (data.report.empty()) return;
    const auto unread = unread_files(data.report);
    const auto help = fmt::format(
        "what they tell stays unknown; `colonnade import {}` says what that leaves open", name);
    for (std::size_t i = 0; i < unread.size() && i < MostNamed; ++i) {
        const bool is_last = i + 1 == unread.size();
        say_warning(fmt::format("`{}`: {}", name, unread[i]), is_last ? help : "");
    }
    if (unread.size() > MostNamed)
        say_warning(
            fmt::format("`{}`: {} more files could not be read", name, unread.size() - MostNamed),
            help);
}

}  // namespace colonnade::cli
