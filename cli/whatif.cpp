// SPDX-License-Identifier: Apache-2.0
// `colonnade whatif DATA --set NAME=VALUE…`: the score if something were otherwise.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/profile.hpp"
#include "cli/render/what_if.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/text_or_json.hpp"
#include "dsl/text/render.hpp"
#include "engine/whatif/what_if.hpp"

namespace colonnade::cli {
namespace {

// More are no question that a person asks.
constexpr std::size_t MostSettings = 1'000;

std::variant<engine::Settings, Exit> read_set(const Options& options, const Session& session) {
    std::vector<engine::SettingText> texts;
    for (const auto& set : options.set) {
        const auto equals = set.find('=');
        if (equals == std::string::npos) {
            say_error(fmt::format("`--set {}`: expected NAME=VALUE", set),
                      "for instance --set photo=true");
            return Exit::Usage;
        }
        texts.push_back({set.substr(0, equals), set.substr(equals + 1)});
    }
    dsl::Diagnostics diagnostics;
    auto settings = engine::read_settings(texts, session.loaded, diagnostics);
    say(dsl::render(diagnostics, wants_color(options, 2)));
    if (diagnostics.has_errors()) return Exit::Data;
    for (const auto& setting : settings.all) {
        if (!setting.counts)
            say_note(fmt::format("no rule or caution looks at `{}`", setting.name));
    }
    return settings;
}

// What is supposed takes the place of what was stated.
engine::Answers answers_with(const Session& session, const engine::Settings& settings) {
    auto answers = settings.facts;
    for (const auto& stated : session.answers) {
        if (std::none_of(settings.facts.begin(), settings.facts.end(),
                         [&](const auto& set) { return set.fact == stated.fact; }))
            answers.push_back(stated);
    }
    return answers;
}

Exit answer(const Options& options, Session& session, const engine::Settings& settings, bool json) {
    auto read = read_only_document(session, options, "a what-if");
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    const auto& document = std::get<DataDocument>(read);
    const auto profile = score_document(session, options, document);
    if (!profile) return Exit::Data;
    const auto batch = read_again(session, options, document, answers_with(session, settings));
    if (!batch) return Exit::Data;
    const engine::ScoredBatch scored(session.loaded, *batch, *session.plugins, settings.held);
    auto before = profile->explain(session.language);
    auto after = scored.explain(0, session.language);
    auto exit = graver(session.exit, say_failures(after));
    if (!before.score && !after.score) exit = graver(exit, Exit::Data);
    const TextStyle style{wants_color(options, 1) && options.output.empty()};
    const auto text = json ? render_what_if_json(engine::what_if(settings.all, before, after, 4))
                           : render_what_if(engine::what_if(settings.all, before, after, 1), style);
    return graver(exit, write_output(options, text));
}

}  // namespace

Exit run_whatif(const Options& options) {
    const auto json = wants_json(options);
    if (!json) return Exit::Usage;
    if (const auto exit = check_one_person(options); exit != Exit::Fine) return exit;
    if (options.set.size() > MostSettings) {
        say_error(
            fmt::format("found {} `--set`, the limit is {}", options.set.size(), MostSettings));
        return Exit::Usage;
    }
    auto opened = open_session(options, IfRefused::GoOn);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    auto& session = std::get<Session>(opened);
    const auto settings = read_set(options, session);
    if (const auto* end = std::get_if<Exit>(&settings)) return *end;
    return answer(options, session, std::get<engine::Settings>(settings), *json);
}

}  // namespace colonnade::cli
