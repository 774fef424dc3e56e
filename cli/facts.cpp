// SPDX-License-Identifier: Apache-2.0
// `colonnade facts [WORD]`: what a rule may name, all of it or what the word is found in. With
// `--unknown DATA`: what the data could not tell, as an answers file to fill in. With
// `--json-schema KIND`: what an editor needs to know of such files.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/data.hpp"
#include "cli/fact_search.hpp"
#include "cli/profile.hpp"
#include "cli/render/answers.hpp"
#include "cli/render/facts.hpp"
#include "cli/render/json/json_schema.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/schema/keys.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/map/mapping.hpp"

namespace colonnade::cli {
namespace {

Exit list_unknown(const Options& options, Session& session) {
    auto read = read_only_document(session, options, "an answers file");
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    const auto profile = score_document(session, options, std::get<DataDocument>(read));
    if (!profile) return Exit::Data;
    const auto result = profile->explain(session.language);
    const auto exit = say_failures(result);
    return graver(exit, write_output(options, render_answers(result, session.loaded.catalogue,
                                                             session.language)));
}

Exit list_facts(const Options& options, const Session& session) {
    const auto word = options.data.empty() ? std::string{} : options.data.front();
    const auto found = find_facts(session.loaded.catalogue, word);
    if (found.empty()) {
        auto names = session.loaded.catalogue.fact_names();
        for (const auto& function : session.loaded.catalogue.functions)
            names.push_back(function.name);
        say_error(fmt::format("no fact or function says `{}`", dsl::visible(word)),
                  dsl::did_you_mean(word, names));
        return Exit::Missed;
    }
    return write_output(options, options.format == "json" ? render_facts_json(found)
                                                          : render_facts(found, session.language));
}

// The kinds of files whose keys are known without any rulebook.
const dsl::KeyTable* keys_of(std::string_view kind) {
    if (kind == "rulebook") return &dsl::RulebookKeys;
    if (kind == "schema") return &dsl::SchemaKeys;
    if (kind == "list") return &dsl::WordListKeys;
    if (kind == "map") return &engine::MappingKeys;
    return nullptr;
}

Exit write_json_schema(const Options& options) {
    const auto& kind = options.json_schema;
    if (const auto* keys = keys_of(kind))
        return write_output(options, render_key_schema(*keys, kind));
    const std::vector<std::string> kinds{"rulebook", "schema",  "list", "map",
                                         "profile",  "answers", "tests"};
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        say_error(fmt::format("no kind of file `{}`", kind), dsl::did_you_mean(kind, kinds));
        return Exit::Usage;
    }
    auto opened = open_session(options);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    const auto& session = std::get<Session>(opened);
    const auto render = kind == "profile"   ? render_profile_schema
                        : kind == "answers" ? render_answers_schema
                                            : render_tests_schema;
    return write_output(options, render(session.loaded.catalogue, session.language));
}

}  // namespace

Exit run_facts(const Options& options) {
    if (options.unknown && options.data.empty()) {
        say_error("`--unknown` needs DATA", "colonnade facts --unknown EXPORT.zip > answers.yaml");
        return Exit::Usage;
    }
    if (options.unknown) {
        if (const auto exit = check_one_person(options); exit != Exit::Fine) return exit;
    } else if (options.data.size() > 1) {
        say_error(fmt::format("found {} words, expected one", options.data.size()));
        return Exit::Usage;
    }
    if (!options.json_schema.empty()) return write_json_schema(options);
    if (options.format != "json" && !options.format.empty() && options.format != "text") {
        say_error(fmt::format("no format `{}`", options.format), "text or json");
        return Exit::Usage;
    }
    auto opened = open_session(options);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    auto& session = std::get<Session>(opened);
    if (options.unknown) return list_unknown(options, session);
    return list_facts(options, session);
}

}  // namespace colonnade::cli
