// SPDX-License-Identifier: Apache-2.0
#include "cli/profile.hpp"

#include <fmt/format.h>

#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "cli/unread_files.hpp"
#include "cli/yaml_document.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/types/moment.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::cli {
namespace {

// Of a key that is named in a message, in cells of a terminal.
constexpr std::size_t MostKeyWidth = 60;

std::unique_ptr<engine::Batch> read_with(const engine::Answers& answers, const Session& session,
                                         const Options& options, const DataDocument& document,
                                         engine::ProfileReader& reader) {
    engine::BatchBuilder builder(session.loaded.catalogue, session.loaded.program.projection);
    const engine::ReadOptions read{session.as_of, document.default_id, options.id, &answers};
    const auto problem = reader.read(document.json, read, builder);
    if (!problem) return std::make_unique<engine::Batch>(builder.take());
    const auto where = problem->where.empty() ? "" : fmt::format("`{}`: ", problem->where);
    const auto line =
        document.yaml ? fmt::format(":{}", document.yaml->line_of(problem->where)) : "";
    say_error(fmt::format("{}{}: {}{}", document.place, line, where, problem->message),
              problem->help);
    return nullptr;
}

}  // namespace

Exit check_one_person(const Options& options) {
    if (options.data.size() <= 1 || options.join) return Exit::Fine;
    say_error(fmt::format("found {} DATA, expected one", options.data.size()),
              "--join makes one profile of several archives of one person");
    return Exit::Usage;
}

std::variant<Data, Exit> read_person(Session& session, const Options& options) {
    const auto json = source_options(session, options);
    return options.join ? read_joined(options.data, *session.plugins, json)
                        : read_data(options.data.front(), *session.plugins, json);
}

std::variant<DataDocument, Exit> read_only_document(Session& session, const Options& options,
                                                    std::string_view what) {
    auto read = read_person(session, options);
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    auto& documents = std::get<Data>(read).documents;
    say_unread_files(fmt::format("{}", fmt::join(options.data, ", ")), std::get<Data>(read));
    if (documents.size() == 1) return std::move(documents.front());
    say_error(fmt::format("`{}` holds {} profiles; {} is about one", options.data.front(),
                          documents.size(), what));
    return Exit::Data;
}

Exit say_failures(const engine::Result& result) {
    for (const auto& pillar : result.pillars) {
        for (const auto& rule : pillar.rules) {
            if (!rule.failure.empty())
                say_error(fmt::format("rule `{}.{}`: {}", pillar.id, rule.id, rule.failure));
        }
    }
    for (const auto& caution : result.failed_cautions)
        say_error(fmt::format("caution `{}`: {}", caution.id, caution.failure));
    return result.has_failures() ? Exit::Plugin : Exit::Fine;
}

Exit say_failures(const Session& session, const ScoredProfile& profile) {
    if (!profile.scored->evaluator().has_failures()) return Exit::Fine;
    return say_failures(profile.explain(session.language));
}

std::string source_options(const Session& session, const Options& options) {
    JsonValue json{{"schema", session.loaded.catalogue.schema}};
    if (session.as_of) json["as_of"] = dsl::time_text(*session.as_of);
    if (!options.id.empty()) json["id"] = options.id;
    if (!options.own_company.empty()) json["own_company"] = options.own_company;
    return json_line(json);
}

void say_ignored_keys(const Session& session, std::string_view place,
                      std::span<const std::string> keys) {
    const auto names = session.loaded.catalogue.fact_names();
    for (const auto& key : keys) {
        const auto meant = dsl::nearest_name(key, names);
        say_note(fmt::format("{}: `{}` is no fact of the schema{}", place,
                             dsl::cut_to_width(key, MostKeyWidth),
                             meant ? fmt::format("; did you mean `{}`?", *meant) : ""));
    }
}

std::unique_ptr<engine::Batch> read_profile(Session& session, const Options& options,
                                            const DataDocument& document) {
    engine::ProfileReader reader(session.loaded.catalogue);
    auto batch = read_with(session.answers, session, options, document, reader);
    if (batch) say_ignored_keys(session, document.place, reader.ignored_keys());
    return batch;
}

std::unique_ptr<engine::Batch> read_again(Session& session, const Options& options,
                                          const DataDocument& document,
                                          const engine::Answers& answers) {
    engine::ProfileReader reader(session.loaded.catalogue);
    return read_with(answers, session, options, document, reader);
}

std::optional<ScoredProfile> score_document(Session& session, const Options& options,
                                            const DataDocument& document) {
    ScoredProfile profile;
    profile.batch = read_profile(session, options, document);
    if (!profile.batch) return std::nullopt;
    profile.scored =
        std::make_unique<engine::ScoredBatch>(session.loaded, *profile.batch, *session.plugins);
    return profile;
}

}  // namespace colonnade::cli
