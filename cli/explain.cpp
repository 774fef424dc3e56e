// SPDX-License-Identifier: Apache-2.0
// `colonnade explain`: what a rulebook's points are, what one rule measures, what a finding means.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/places.hpp"
#include "cli/render/finding_page.hpp"
#include "cli/render/rulebook_pages.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/resolve.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> all_codes() {
    std::vector<std::string> codes;
    for (const auto code : dsl::all_codes())
        codes.emplace_back(dsl::text_of(code));
    return codes;
}

// Rulebooks that are found by their id.
std::vector<std::string> rulebook_ids() {
    std::vector<std::string> ids;
    std::error_code ignored;
    for (const auto& folder : rule_folders()) {
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            if (entry.path().extension() == ".yaml") ids.push_back(entry.path().stem().string());
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Exit say_unknown(const std::string& what) {
    auto known = rulebook_ids();
    for (auto& code : all_codes())
        known.push_back(std::move(code));
    auto help = dsl::did_you_mean(what, known);
    if (help.empty()) help = "rules are written `RULEBOOK#RULE`, or `#RULE` for the usual rulebook";
    say_error(fmt::format("no rulebook and no finding is called `{}`", dsl::visible(what)), help);
    return Exit::Usage;
}

struct FoundRule {
    RuleAt at;
    std::string name;  // `pillar.rule`
};

// Every rule that `name` can mean: `pillar.rule` or `rule`.
std::vector<FoundRule> rules_named(const dsl::Rulebook& rulebook, const std::string& name) {
    std::vector<FoundRule> found;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            const auto full = pillar.id + "." + pillar.rules[r].id;
            if (name == full || name == pillar.rules[r].id) found.push_back({{p, r}, full});
        }
    }
    return found;
}

Exit say_no_rule(const Options& options, const dsl::Rulebook& rulebook, const std::string& name) {
    std::vector<std::string> known;
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            known.push_back(rule.id);
            known.push_back(pillar.id + "." + rule.id);
        }
    }
    auto help = dsl::did_you_mean(name, known);
    if (help.empty()) help = fmt::format("`colonnade explain {}` lists all rules", options.rules);
    say_error(fmt::format("`{}` has no rule `{}`", rulebook.id, dsl::visible(name)), help);
    return Exit::Usage;
}

Exit explain_rule(const Options& options, const Session& session, const std::string& name) {
    const auto found = rules_named(session.loaded.rulebook, name);
    if (found.empty()) return say_no_rule(options, session.loaded.rulebook, name);
    if (found.size() > 1) {
        std::string names;
        for (const auto& rule : found)
            names += fmt::format("{}`#{}`", names.empty() ? "" : ", ", rule.name);
        say_error(fmt::format("{} rules are called `{}`", found.size(), name), names);
        return Exit::Usage;
    }
    return write_output(options,
                        render_rule_page(session.loaded, found.front().at, session.language));
}

}  // namespace

Exit run_explain(const Options& options) {
    if (!options.format.empty() && options.format != "text") {
        say_error(fmt::format("no format `{}`", options.format), "`explain` writes text");
        return Exit::Usage;
    }
    const auto what = options.data.empty() ? std::string{} : options.data.front();
    const auto codes = all_codes();
    if (std::find(codes.begin(), codes.end(), what) != codes.end())
        return write_output(options, render_finding_page(what));
    const auto hash = what.rfind('#');
    const auto rulebook = what.substr(0, hash);
    const auto ids = rulebook_ids();
    const bool exists =
        engine::is_path(rulebook) || std::binary_search(ids.begin(), ids.end(), rulebook);
    if (!rulebook.empty() && !exists) return say_unknown(rulebook);
    auto chosen = options;
    if (!rulebook.empty()) chosen.rules = rulebook;
    const auto opened = open_session(chosen);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    const auto& session = std::get<Session>(opened);
    if (hash != std::string::npos) return explain_rule(chosen, session, what.substr(hash + 1));
    return write_output(
        options, render_points_table(session.loaded.rulebook, chosen.rules, session.language));
}

}  // namespace colonnade::cli
