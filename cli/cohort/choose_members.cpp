// SPDX-License-Identifier: Apache-2.0
#include "cli/cohort/choose_members.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// The ids of some million connections.
constexpr std::size_t MostIdBytes = std::size_t{64} << 20U;

}  // namespace

std::optional<int> group_fact(const dsl::Catalogue& catalogue, const std::string& name) {
    if (name.empty()) return -1;
    const int fact = catalogue.fact_index(name);
    if (fact < 0) {
        const auto meant = dsl::nearest_name(name, catalogue.fact_names());
        say_error(fmt::format("`--by {}` is no fact of the schema", dsl::visible(name)),
                  meant ? fmt::format("did you mean `{}`?", *meant) : "");
        return {};
    }
    const auto kind = catalogue.facts[static_cast<std::size_t>(fact)].type.kind;
    if (kind == dsl::Kind::Text || kind == dsl::Kind::Category) return fact;
    say_error(fmt::format("`--by {}`: found {}, expected a text or a category", name,
                          dsl::text_of(kind)));
    return {};
}

void need_fact(Session& session, int fact) {
    if (fact >= 0) session.loaded.program.projection.facts[static_cast<std::size_t>(fact)] = 1;
}

std::optional<std::set<std::string, std::less<>>> read_ids(const std::string& path) {
    const auto text = engine::read_file(path, MostIdBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&text)) {
        say_error(problem->message);
        return {};
    }
    std::set<std::string, std::less<>> ids;
    std::string_view rest = std::get<std::string>(text);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        auto line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) ids.emplace(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return ids;
}

}  // namespace colonnade::cli
