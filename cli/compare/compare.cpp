// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/compare.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>

#include "cli/compare/sides.hpp"
#include "cli/history/history.hpp"
#include "cli/history/kept_texts.hpp"
#include "cli/render/compare.hpp"
#include "cli/render/history.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

// The rules of a kept result, once they are needed.
bool load_rules(ComparedSide& side, const Options& options) {
    if (side.session) return true;
    auto image = read_rulebook_texts(side.rulebook_texts);
    const auto& shown = side.shown.result;
    const auto name = fmt::format("the kept rulebook `{}`", shown.rulebook);
    if (!image || image->sha256() != shown.sha256) {
        say_error(fmt::format("{} is damaged", name));
        return false;
    }
    const auto& language = options.language.empty() ? shown.language : options.language;
    side.session = open_kept(std::move(*image), name, language, options);
    return side.session != nullptr;
}

// Texts as the rules say them, in the session's language, whichever they were kept in.
void retitle(engine::Result& result, const Session& session) {
    const auto& rulebook = session.loaded.rulebook;
    std::map<std::string, std::string_view> titles;
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            titles.emplace(pillar.id + "." + rule.id, rule.title.in(session.language));
    }
    result.rulebook_title = rulebook.title.in(session.language);
    for (auto& pillar : result.pillars) {
        for (auto& rule : pillar.rules) {
            const auto known = titles.find(pillar.id + "." + rule.id);
            if (known != titles.end()) rule.title = known->second;
        }
    }
}

// What both come to now, where they can be scored again.
class Rescoring {
public:
    Rescoring(ComparedSides& sides, const Options& options) : sides_(sides), options_(options) {}

    // Nothing where the difference cannot be split; then `why` says why.
    std::optional<Rescored> run(NoSplit& why) {
        auto& [from, to] = sides_;
        why = NoSplit::OnlyResults;
        const bool has_rules = to.session || !to.rulebook_texts.empty();
        if (!from.source || !has_rules) return std::nullopt;
        why = NoSplit::CannotScore;
        if (!load_rules(from, options_) || !load_rules(to, options_)) return std::nullopt;
        retitle(from.shown.result, *from.session);
        retitle(to.shown.result, *to.session);
        const auto old_now = total(*from.source, *from.session);
        const auto old_by_new = total(*from.source, *to.session);
        if (!old_now || !old_by_new) return std::nullopt;
        Rescored rescored{*old_now, *old_by_new, std::nullopt};
        if (!to.is_kept) return rescored;
        rescored.new_now = total(*to.source, *to.session);
        return rescored.new_now ? std::optional(rescored) : std::nullopt;
    }

private:
    std::optional<double> total(const KeptSource& source, Session& session) {
        const auto result = score_again(source, session, options_);
        return result ? result->score : std::nullopt;
    }

    ComparedSides& sides_;
    const Options& options_;
};

Exit write(const ComparedSides& sides, const std::optional<Rescored>& rescored, NoSplit why,
           const Options& options, bool is_json) {
    const auto comparison = compare(sides.from.shown, sides.to.shown, rescored, why,
                                    is_json ? DataDecimals : TextDecimals);
    const TextStyle style{wants_color(options, 1) && options.output.empty()};
    const auto language =
        options.language.empty() ? sides.to.shown.result.language : options.language;
    const auto text = is_json ? comparison_json(comparison)
                              : comparison_text(comparison, language, options.details, style);
    const auto exit = write_output(options, text);
    return comparison.difference ? exit : graver(exit, Exit::Data);
}

}  // namespace

Exit run_compare(const Options& options) {
    const bool is_json =
        options.format == "json" || (options.format.empty() && options.output.ends_with(".json"));
    if (!options.format.empty() && options.format != "text" && !is_json) {
        say_error(fmt::format("no format `{}`", options.format), "text or json");
        return Exit::Usage;
    }
    auto found = find_sides(options);
    if (const auto* end = std::get_if<Exit>(&found)) return *end;
    auto& sides = std::get<ComparedSides>(found);
    const auto& earlier = sides.from.shown.result.profile;
    const auto& later = sides.to.shown.result.profile;
    if (earlier != later && !options.any_person) {
        say_error(fmt::format("two persons, `{}` and `{}`", earlier, later),
                  "--id ID says who both are; --any-person compares them all the same");
        return Exit::Data;
    }
    NoSplit why = NoSplit::OnlyResults;
    const auto rescored = Rescoring(sides, options).run(why);
    return write(sides, rescored, why, options, is_json);
}

void add_compare_options(CLI::App& compare, Options& options) {
    compare
        .add_option("A|B", options.data,
                    "Two results (JSON) or data of one person, earlier one first; or only the "
                    "later data, and the earlier result is a kept one; or none, and both are")
        ->expected(0, -1);
    compare.add_option("--id", options.id, "Who it is about")->type_name("ID");
    compare.add_option("--from", options.from, "The kept result to start from: as of this day")
        ->type_name("DATE");
    compare.add_option("--to", options.to, "The kept result to end with (default: the latest)")
        ->type_name("DATE");
    compare.add_flag("--any-person", options.any_person, "Compare two persons");
    compare.add_flag("--details", options.details, "Every rule that differs");
    compare.get_option("--format")->description("text or json (default: by the ending of -o)");
    add_store_option(compare, options);
}

}  // namespace colonnade::cli
