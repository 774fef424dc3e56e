// SPDX-License-Identifier: Apache-2.0
#include "cli/population/filter.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <memory>
#include <string_view>

#include "cli/bytes/plain_bytes.hpp"
#include "cli/json.hpp"
#include "cli/population/line_source.hpp"
#include "cli/population/outcome.hpp"
#include "cli/population/table_file.hpp"
#include "cli/population/workers.hpp"
#include "cli/profile.hpp"

namespace colonnade::cli {
namespace {

std::string error_line(const engine::Reject& reject) {
    const auto& problem = reject.problem;
    JsonValue json{{"line", reject.line}};
    if (!problem.where.empty()) json["where"] = problem.where;
    json["error"] = problem.message;
    if (!problem.help.empty()) json["help"] = problem.help;
    return json_line(json) + "\n";
}

// Cuts the first line off, with its end.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(line.size());
    return line;
}

// The rows of the table with the rejects in their places among them.
std::string in_order(const Chunk& chunk, const ScoredLines& scored) {
    if (scored.rejects.empty()) return std::string(scored.table.text());
    std::string out;
    std::string_view lines = chunk.text;
    auto rows = scored.table.text();
    auto reject = scored.rejects.begin();
    for (auto number = chunk.first_line; !lines.empty(); ++number) {
        const bool is_blank = take_line(lines).find_first_not_of(" \t\r\n") == lines.npos;
        if (is_blank) continue;
        if (reject != scored.rejects.end() && reject->line == number) {
            out += error_line(*reject++);
        } else {
            out += take_line(rows);
        }
    }
    return out;
}

}  // namespace

Exit score_filter(const Options& options, Session& session, const MakeSink& sinks) {
    // No look at the first bytes: they may be a line that is to be answered.
    const int input = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    LineSource source("-", std::make_unique<PlainBytes>(input), chunk_bytes(session));
    source.stop_waiting();
    TableFile out("-");
    const auto read = line_options(session, "-");
    const auto sink = sinks();
    LineScorer scorer(session, *sink, read, *session.plugins);
    Outcome outcome;
    Chunk chunk;
    for (ScoredLines scored; source.next(chunk); scored.clear()) {
        scorer.score(chunk, scored);
        outcome.add(scored.outcome);
        if (!out.write(in_order(chunk, scored))) break;
    }
    say_ignored_keys(session, "-", scorer.ignored_keys());
    const auto ended = graver(source.failed() ? Exit::Data : Exit::Fine, session.exit);
    return graver(graver(ended, out.finish()), judge(outcome, options, "standard output"));
}

}  // namespace colonnade::cli
