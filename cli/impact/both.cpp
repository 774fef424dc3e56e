// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/both.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "dsl/types/join_catalogues.hpp"
#include "engine/program/move_facts.hpp"

namespace colonnade::cli {
namespace {

std::variant<Session, Exit> open_one(Options options, const std::string& rules) {
    options.rules = rules;
    return open_session(options);
}

Exit refuse(const BothRulebooks& both, std::string_view why) {
    say_error(fmt::format("the rulebooks cannot score the same data: {}", why),
              fmt::format("the schemas are `{}` of `{}` and `{}` of `{}`",
                          both.before.loaded.catalogue.schema, both.before.loaded.rulebook.id,
                          both.after.loaded.catalogue.schema, both.after.loaded.rulebook.id));
    return Exit::Rulebook;
}

Exit join(BothRulebooks& both) {
    auto& first = both.before.loaded;
    auto& second = both.after.loaded;
    auto joined = dsl::join_catalogues(first.catalogue, second.catalogue);
    if (const auto* conflict = std::get_if<dsl::CatalogueConflict>(&joined))
        return refuse(both, fmt::format("`{}` has other {}", conflict->fact, conflict->what));
    auto& schema = std::get<dsl::JoinedCatalogue>(joined);
    const auto facts = first.catalogue.facts.size() + second.catalogue.facts.size();
    if (schema.catalogue.facts.size() == facts) return refuse(both, "no fact is known to both");
    engine::move_facts(second.program, schema);
    first.program.projection = engine::needed_by_both(schema, first.program, second.program);
    first.catalogue = std::move(schema.catalogue);
    return Exit::Fine;
}

}  // namespace

std::variant<BothRulebooks, Exit> open_both(const Options& options) {
    auto before = open_one(options, options.old_rules);
    auto after = open_one(options, options.new_rules);
    const auto* first_end = std::get_if<Exit>(&before);
    const auto* second_end = std::get_if<Exit>(&after);
    if (first_end != nullptr || second_end != nullptr)
        return graver(first_end != nullptr ? *first_end : Exit::Fine,
                      second_end != nullptr ? *second_end : Exit::Fine);
    BothRulebooks both{std::move(std::get<Session>(before)), std::move(std::get<Session>(after))};
    if (const auto end = join(both); end != Exit::Fine) return end;
    const auto& first = both.before.loaded.rulebook.id;
    const auto& second = both.after.loaded.rulebook.id;
    if (first != second)
        say_note(
            fmt::format("`{}` and `{}` are different rulebooks; rules with one name are "
                        "compared",
                        first, second));
    return both;
}

}  // namespace colonnade::cli
