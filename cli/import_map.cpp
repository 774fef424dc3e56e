// SPDX-License-Identifier: Apache-2.0
// `colonnade import DATA.csv --map MAPPING`: profile documents out of a table, one a line, and the
// report to standard error. With `--guess`: a mapping that is proposed for the table.
#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

#include "cli/commands.hpp"
#include "cli/data.hpp"
#include "cli/import_report.hpp"
#include "cli/open_profiles.hpp"
#include "cli/profile.hpp"
#include "cli/redact.hpp"
#include "cli/render/plain_json.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/write_report.hpp"
#include "dsl/text/render.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/types/moment.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/file.hpp"
#include "engine/map/apply.hpp"
#include "engine/map/guess.hpp"

namespace colonnade::cli {
namespace {

// A mapping is a page or two.
constexpr std::size_t MostMappingBytes = 1024 * 1024;

std::optional<std::string> read_or_say(const std::string& file, std::size_t most) {
    auto content = engine::read_file(file, most);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return std::nullopt;
    }
    return std::move(std::get<std::string>(content));
}

struct ReadMapping {
    dsl::Document document;
    engine::Mapping mapping;
};

ReadMapping read_mapping(std::string name, std::string text, const Session& session,
                         dsl::Diagnostics& diagnostics) {
    ReadMapping read;
    auto source = std::make_shared<dsl::Source>(std::move(name), std::move(text));
    auto tree = dsl::read_yaml(source, diagnostics);
    if (!tree) return read;
    read.document = {{source}, std::move(*tree)};
    read.mapping = engine::read_mapping(read.document, session.loaded.catalogue, diagnostics);
    return read;
}

std::string moment_of(const Session& session, const engine::Mapping& mapping) {
    if (session.as_of) return dsl::time_text(*session.as_of);
    const auto day = dsl::parse_date(mapping.as_of);
    return day ? dsl::time_text(*day + dsl::SecondsPerDay - 1) : std::string{};
}

// Reading each back proves that it fits the schema; one that does not is left out.
struct ReadBack {
    std::string output;
    std::int64_t profiles = 0;
    std::optional<ScoredProfile> first;
    Exit exit = Exit::Fine;
};

ReadBack read_back(Session& session, const Options& options, const engine::MappedTable& table,
                   OpenProfiles& open) {
    ReadBack read;
    for (const auto& profile : table.profiles) {
        const auto place = fmt::format("{}:{}", options.data.front(), profile.line);
        auto scored = score_document(session, options, {profile.json, place, place});
        if (!scored) {
            read.exit = graver(read.exit, Exit::Data);
            continue;
        }
        read.exit = graver(read.exit, say_failures(session, *scored));
        open.add(*scored);
        const auto& catalogue = session.loaded.catalogue;
        const auto& json = profile.json;
        read.output += plain_json(options.redact ? redacted(json, catalogue) : json) + '\n';
        if (read.profiles++ == 0) read.first = std::move(scored);
    }
    return read;
}

std::optional<ImportReport> report_of(const std::string& json, const Session& session,
                                      const ReadBack& read, const OpenProfiles& open) {
    if (read.profiles == 1) return join_report(json, session, *read.first);
    auto report = read_report(json, session);
    if (report) open.write_to(*report);
    return report;
}

Exit write_profiles(Session& session, const Options& options, const engine::MappedTable& table) {
    OpenProfiles open(session);
    const auto read = read_back(session, options, table, open);
    if (read.exit == Exit::Plugin) return read.exit;
    const auto written = write_report(options, report_of(table.report, session, read, open));
    if (written != Exit::Fine) return written;
    if (read.profiles == 0) {
        say_error(
            fmt::format("`{}`: no row of it makes a profile", dsl::visible(options.data.front())));
        return Exit::Data;
    }
    const auto exit = write_output(options, read.output);
    return exit == Exit::Fine ? read.exit : exit;
}

Exit apply(Session& session, const Options& options, std::string content) {
    auto text = read_or_say(options.map, MostMappingBytes);
    if (!text) return Exit::Usage;
    dsl::Diagnostics diagnostics;
    const auto read = read_mapping(options.map, std::move(*text), session, diagnostics);
    engine::MappedTable table;
    const auto as_of = moment_of(session, read.mapping);
    if (!diagnostics.has_errors())
        table = engine::apply_mapping(
            read.mapping, read.document, session.loaded.catalogue, std::move(content),
            std::filesystem::path(options.data.front()).filename().string(), as_of, diagnostics);
    say(dsl::render(diagnostics, wants_color(options, 2)));
    if (diagnostics.has_errors()) return Exit::Rulebook;
    if (!table.problem.empty()) {
        say_error(fmt::format("`{}`: {}", dsl::visible(options.data.front()), table.problem));
        return Exit::Data;
    }
    if (as_of.empty()) {
        say_error("nothing tells the day of this data",
                  "write `as_of: 2026-11-20` into the mapping, or give --as-of");
        return Exit::Data;
    }
    return write_profiles(session, options, table);
}

Exit guess(const Session& session, const Options& options, std::string content) {
    const auto guessed = engine::guess_mapping(session.loaded.catalogue, std::move(content));
    if (!guessed.problem.empty()) {
        say_error(fmt::format("`{}`: {}", dsl::visible(options.data.front()), guessed.problem));
        return Exit::Data;
    }
    // What is proposed must be what is understood.
    dsl::Diagnostics diagnostics;
    (void)read_mapping("proposal", guessed.yaml, session, diagnostics);
    if (diagnostics.has_errors()) throw std::logic_error("the proposal is no mapping");
    return write_output(options, guessed.yaml);
}

// What is said about the options, where they do not go together.
std::optional<Exit> refuse_options(const Options& options) {
    const auto refuse = [](std::string_view message, std::string_view help = {}) {
        say_error(message, help);
        return Exit::Usage;
    };
    if (options.map.empty() != options.guess) {
        return refuse(options.guess ? "`--guess` proposes a mapping, and `--map` names one"
                                    : "`--map` names no file",
                      "--map FILE reads by it, --map --guess proposes one");
    }
    if (options.guess && options.redact)
        return refuse("`--redact` is about profiles, and --guess makes none");
    if (options.guess && !options.report.empty())
        return refuse("`--report` is about profiles, and --guess makes none");
    if (options.data.size() > 1 || options.join)
        return refuse("a mapping reads one table at a time");
    if (!options.id.empty())
        return refuse("`--id` names one person", "the mapping says which column is the `id`");
    if (!options.own_company.empty())
        return refuse("`--own-company` is for lists of contacts that are read without a mapping",
                      "the mapping says by `values` which company it is");
    return std::nullopt;
}

}  // namespace

Exit run_import_map(const Options& options) {
    if (const auto end = refuse_options(options)) return *end;
    auto opened = open_session(options);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    auto& session = std::get<Session>(opened);
    auto content = read_or_say(options.data.front(), engine::MostTableBytes);
    if (!content) return Exit::Data;
    return options.guess ? guess(session, options, std::move(*content))
                         : apply(session, options, std::move(*content));
}

}  // namespace colonnade::cli
