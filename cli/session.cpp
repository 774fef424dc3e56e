// SPDX-License-Identifier: Apache-2.0
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

#include "cli/places.hpp"
#include "cli/plugin_settings.hpp"
#include "cli/terminal.hpp"
#include "dsl/analyse/allow.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/render.hpp"
#include "dsl/types/moment.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// Answers are a page of facts.
constexpr std::size_t MostAnswerBytes = 1024 * 1024;

// Adds the answers in `text`; later ones win.
bool add_answers(std::string name, std::string text, Session& session,
                 dsl::Diagnostics& diagnostics) {
    session.stated += fmt::format("{}\n{}", text.size(), text);
    auto source = std::make_shared<dsl::Source>(std::move(name), std::move(text));
    auto tree = dsl::read_yaml(source, diagnostics);
    if (!tree) return false;
    for (auto& answer : engine::read_answers({{source}, std::move(*tree)}, session.loaded.catalogue,
                                             diagnostics)) {
        std::erase_if(session.answers,
                      [&](const auto& known) { return known.fact == answer.fact; });
        session.answers.push_back(std::move(answer));
    }
    return !diagnostics.has_errors();
}

Exit read_stated_facts(const Options& options, Session& session) {
    dsl::Diagnostics diagnostics;
    for (const auto& file : options.with) {
        auto content = engine::read_file(file, MostAnswerBytes);
        if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
            say_error(problem->message);
            return Exit::Data;
        }
        (void)add_answers(file, std::move(std::get<std::string>(content)), session, diagnostics);
    }
    for (const auto& fact : options.facts) {
        const auto equals = fact.find('=');
        if (equals == std::string::npos) {
            say_error(fmt::format("`--fact {}`: expected NAME=VALUE", fact),
                      "for instance --fact photo=true");
            return Exit::Usage;
        }
        (void)add_answers("--fact",
                          fmt::format("{}: {}\n", fact.substr(0, equals), fact.substr(equals + 1)),
                          session, diagnostics);
    }
    say(dsl::render(diagnostics, wants_color(options, 2)));
    return diagnostics.has_errors() ? Exit::Data : Exit::Fine;
}

Exit read_moment(const Options& options, Session& session) {
    if (options.as_of.empty()) return Exit::Fine;
    session.as_of = dsl::parse_moment(options.as_of);
    if (!session.as_of) {
        say_error(fmt::format("`--as-of {}` is no date", options.as_of),
                  "write for instance --as-of 2026-01-31");
        return Exit::Usage;
    }
    // A bare date is the end of its day.
    if (options.as_of.size() == 10) *session.as_of += dsl::SecondsPerDay - 1;
    return Exit::Fine;
}

Exit choose_language(const Options& options, Session& session) {
    const auto& known = session.loaded.rulebook.languages;
    session.language = options.language.empty() ? known.front() : options.language;
    if (std::find(known.begin(), known.end(), session.language) != known.end()) return Exit::Fine;
    say_error(fmt::format("the rulebook has no texts in `{}`", options.language),
              dsl::did_you_mean(options.language, known));
    return Exit::Usage;
}

// The first of the texts in `stated`, which is taken away; nothing where it is not of this form.
std::optional<std::string_view> take_text(std::string_view& stated) {
    std::size_t size = 0;
    const auto read = std::from_chars(stated.data(), stated.data() + stated.size(), size);
    const auto digits = static_cast<std::size_t>(read.ptr - stated.data());
    if (read.ec != std::errc{} || digits == stated.size() || *read.ptr != '\n') return std::nullopt;
    stated.remove_prefix(digits + 1);
    if (size > stated.size()) return std::nullopt;
    const auto text = stated.substr(0, size);
    stated.remove_prefix(size);
    return text;
}

}  // namespace

bool state_again(std::string_view stated, Session& session) {
    session.stated.clear();
    session.answers.clear();
    dsl::Diagnostics diagnostics;
    while (!stated.empty()) {
        const auto text = take_text(stated);
        if (!text || !add_answers("stated", std::string(*text), session, diagnostics)) return false;
    }
    return true;
}

Exit say_load_failure(const engine::LoadFailure& failure) {
    if (failure.unreadable) say_error(*failure.unreadable, failure.unreadable_help);
    for (const auto& plugin : failure.plugins)
        say_error(plugin.message, plugin.help);
    for (const auto& pillar : failure.pillars)
        say_error(fmt::format("the pillar `{}` is not there: a plugin that was refused brings it",
                              pillar));
    return failure.plugins.empty() ? Exit::Rulebook : Exit::Plugin;
}

std::variant<Session, Exit> open_session(const Options& options, IfRefused if_refused) {
    Session session;
    session.plugins = std::make_unique<engine::Plugins>(plugin_settings(options));
    dsl::Diagnostics diagnostics;
    engine::LoadFailure failure;
    auto loaded = engine::load_rulebook(options.rules, rule_folders(), *session.plugins,
                                        diagnostics, failure);
    if (diagnostics.has_errors()) say(dsl::render(diagnostics, wants_color(options, 2)));
    if (!loaded || !failure.plugins.empty()) session.exit = say_load_failure(failure);
    if (!loaded || (session.exit != Exit::Fine && if_refused == IfRefused::End))
        return session.exit;
    say_unpinned(*session.plugins);
    dsl::apply_exceptions(loaded->document.sources, diagnostics);
    if (diagnostics.count(dsl::Severity::Warning) > 0) {
        say_note(fmt::format("the rulebook has warnings; `colonnade check {}` shows them",
                             options.rules));
    }
    session.loaded = std::move(*loaded);
    if (options.verbose) {
        for (const auto& file : session.loaded.files)
            say_note(fmt::format("using {}", file.string()));
        for (const auto& plugin : session.plugins->loaded())
            say_note(fmt::format("using {}", plugin.file.string()));
    }
    for (const auto step : {choose_language, read_moment, read_stated_facts}) {
        if (const auto end = step(options, session); end != Exit::Fine) return end;
    }
    return session;
}

}  // namespace colonnade::cli
