// SPDX-License-Identifier: Apache-2.0
// `colonnade import DATA`: the profile document, and a report of what was found, ignored and
// missing. The document goes to `-o` or standard output, the report to standard error or
// `--report`.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/data.hpp"
#include "cli/import_report.hpp"
#include "cli/profile.hpp"
#include "cli/redact.hpp"
#include "cli/render/plain_json.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/write_report.hpp"

namespace colonnade::cli {

Exit run_import(const Options& options) {
    if (const auto exit = check_one_person(options); exit != Exit::Fine) return exit;
    if (!options.format.empty() && options.format != "json") {
        say_error(fmt::format("no format `{}`", options.format), "a profile document is json");
        return Exit::Usage;
    }
    if (options.maps) return run_import_map(options);
    auto opened = open_session(options);
    if (const auto* end = std::get_if<Exit>(&opened)) return *end;
    auto& session = std::get<Session>(opened);
    const auto found = read_person(session, options);
    if (const auto* end = std::get_if<Exit>(&found)) return *end;
    const auto& data = std::get<Data>(found);
    // Reading it back proves that the document fits the schema, and tells which rules stay open.
    Exit exit = Exit::Fine;
    std::string output;
    for (const auto& document : data.documents) {
        const auto profile = score_document(session, options, document);
        if (!profile) {
            exit = graver(exit, Exit::Data);
            continue;
        }
        exit = graver(exit, say_failures(session, *profile));
        if (!data.report.empty() && exit == Exit::Fine)
            exit = write_report(options, join_report(data.report, session, *profile));
        output += plain_json(options.redact ? redacted(document.json, session.loaded.catalogue)
                                            : document.json);
        if (!output.ends_with('\n')) output += '\n';
    }
    if (exit != Exit::Fine) return exit;
    if (data.report.empty())
        say_note(data.documents.front().yaml
                     ? "this is a profile document already; it is written as JSON"
                     : "this is a profile document already; it is passed on as it is");
    return write_output(options, output);
}

}  // namespace colonnade::cli
