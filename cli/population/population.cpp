// SPDX-License-Identifier: Apache-2.0
#include "cli/population/population.hpp"

#include "cli/data.hpp"
#include "cli/population/is_lines.hpp"
#include "cli/population/line_source.hpp"
#include "cli/population/outcome.hpp"
#include "cli/population/progress.hpp"
#include "cli/population/rejects.hpp"
#include "cli/population/workers.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"
#include "cli/unread_files.hpp"

namespace colonnade::cli {
namespace {

class Population {
public:
    Population(const Options& options, Session& session, const MakeSink& sinks, TableOut& out)
        : options_(options),
          session_(session),
          sinks_(sinks),
          out_(out),
          rejects_(options.rejects) {}

    Exit run() {
        for (const auto& data : options_.data)
            is_lines(data) ? score_lines(data) : score_documents(data);
        if (!is_whole_) return graver(exit_, Exit::Data);
        progress_.finish(outcome_.rows, outcome_.rejects);
        exit_ = graver(exit_, judge(outcome_, options_, options_.rejects));
        exit_ = graver(exit_, rejects_.finish());
        return graver(exit_, out_.finish());
    }

private:
    void score_lines(const std::string& data) {
        auto opened = LineSource::open(data, chunk_bytes(session_));
        if (std::holds_alternative<Exit>(opened)) {
            is_whole_ = false;
            return;
        }
        auto& source = std::get<LineSource>(opened);
        progress_.begin(source.bytes().size());
        const auto read = line_options(session_, data);
        Workers workers(session_, sinks_, read, options_.threads);
        workers.run(source, [&](const ScoredLines& lines) { return take(data, lines); });
        say_ignored_keys(session_, data, workers.ignored_keys());
        // A table of a part of the people would look like one of all.
        if (source.failed()) is_whole_ = false;
    }

    bool take(const std::string& data, const ScoredLines& lines) {
        outcome_.add(lines.outcome);
        rejects_.take(data, lines.rejects);
        progress_.show(outcome_.rows, lines.bytes_taken);
        return out_.write(lines.table.text());
    }

    // Archives and single documents, each read as a whole.
    void score_documents(const std::string& data) {
        auto read = read_data(data, *session_.plugins, source_options(session_, options_));
        if (const auto* end = std::get_if<Exit>(&read)) {
            exit_ = graver(exit_, *end);
            return;
        }
        say_unread_files(data, std::get<Data>(read));
        const auto sink = sinks_();
        LineScorer scorer(session_, *sink, {}, *session_.plugins);
        for (const auto& document : std::get<Data>(read).documents) {
            const auto batch = read_profile(session_, options_, document);
            if (!batch) {
                exit_ = graver(exit_, Exit::Data);
                continue;
            }
            ScoredLines lines;
            scorer.score(*batch, lines);
            if (!take(data, lines)) return;
        }
    }

    const Options& options_;
    Session& session_;
    const MakeSink& sinks_;
    TableOut& out_;
    Rejects rejects_;
    Progress progress_;
    Outcome outcome_;
    bool is_whole_ = true;
    Exit exit_ = session_.exit;
};

}  // namespace

Exit score_population(const Options& options, Session& session, const MakeSink& sinks,
                      TableOut& out) {
    return Population(options, session, sinks, out).run();
}

}  // namespace colonnade::cli
