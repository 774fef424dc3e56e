// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/score_part.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "cli/bytes/range_bytes.hpp"
#include "cli/parts/cut_part.hpp"
#include "cli/parts/hashed_file.hpp"
#include "cli/parts/manifest.hpp"
#include "cli/parts/run_key.hpp"
#include "cli/population/progress.hpp"
#include "cli/population/rejects.hpp"
#include "cli/population/table_sink.hpp"
#include "cli/population/workers.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

class Part {
public:
    Part(const Options& options, Session& session, const Table& table, const PartNumber& part)
        : options_(options),
          session_(session),
          table_(table),
          data_(options.data.front()),
          files_(part_files(part, table.style.form)) {
        made_.part = part;
        made_.form = table.style.form;
        made_.run = run_key(session, table, data_);
    }

    Exit run() {
        std::error_code error;
        fs::create_directories(options_.out, error);
        if (error) {
            say_error(engine::file_problem("write", options_.out, error.value()).message);
            return Exit::Output;
        }
        const auto cut = cut_part(data_, made_.part);
        if (const auto* end = std::get_if<Exit>(&cut)) return *end;
        made_.cut = std::get<CutPart>(cut);
        std::string ignored;  // what cannot be read is made again
        const auto done = read_manifest(path(files_.manifest), ignored);
        if (done && is_done(*done)) {
            say_note(
                fmt::format("part {} of {} is there already", made_.part.number, made_.part.of));
            return judge_part(done->outcome);
        }
        return score();
    }

private:
    [[nodiscard]] fs::path path(const std::string& name) const {
        return fs::path(options_.out) / name;
    }

    [[nodiscard]] Exit judge_part(const Outcome& outcome) const {
        return judge(outcome, options_, path(files_.rejects).string());
    }

    // The cheap comparisons first. What a plugin failed at may go well another time.
    [[nodiscard]] bool is_done(const Manifest& done) const {
        if (done.part != made_.part || done.run != made_.run || done.cut != made_.cut ||
            done.outcome.failed > 0)
            return false;
        const auto input = hash_file(data_, made_.cut.begin, made_.cut.end);
        const auto* hashed = std::get_if<HashedFile>(&input);
        return hashed != nullptr && hashed->digest == done.input_digest &&
               holds(path(files_.table), done.table) && holds(path(files_.rejects), done.rejects);
    }

    Exit score() {
        HashedOutput out(path(files_.table));
        HashedOutput rejects(path(files_.rejects));
        const auto head = table_.head();
        made_.head_bytes = head.size();
        if (rejects.exit() != Exit::Fine || !out.write(head))
            return graver(out.exit(), rejects.exit());
        const auto read = score_lines(out, rejects);
        if (read != Exit::Fine) return read;
        auto end = out.finish(made_.table);
        if (end == Exit::Fine) end = rejects.finish(made_.rejects);
        if (end == Exit::Fine)
            end = write_file(path(files_.manifest).string(), manifest_text(made_));
        return end == Exit::Fine ? judge_part(made_.outcome) : end;
    }

    Exit score_lines(HashedOutput& out, HashedOutput& rejects) {
        const auto& cut = made_.cut;
        auto range = std::make_unique<RangeBytes>(data_, cut.begin, cut.end);
        auto& bytes = *range;
        LineSource source(data_, std::move(range), chunk_bytes(session_), cut.first_line);
        Progress progress;
        progress.begin(bytes.size());
        const auto read = line_options(session_, data_);
        const auto sinks = rows_of(table_);
        Workers workers(session_, sinks, read, options_.threads);
        workers.run(source, [&](const ScoredLines& lines) {
            made_.outcome.add(lines.outcome);
            progress.show(made_.outcome.rows, lines.bytes_taken);
            std::string told;
            for (const auto& reject : lines.rejects)
                told += reject_line(data_, reject);
            return rejects.write(told) && out.write(lines.table.text());
        });
        say_ignored_keys(session_, data_, workers.ignored_keys());
        if (source.failed()) return Exit::Data;
        progress.finish(made_.outcome.rows, made_.outcome.rejects);
        made_.lines = source.lines();
        made_.input_digest = bytes.digest();
        return graver(out.exit(), rejects.exit());
    }

    const Options& options_;
    Session& session_;
    const Table& table_;
    const std::string& data_;
    PartFiles files_;
    Manifest made_;
};

}  // namespace

Exit score_part(const Options& options, Session& session, const Table& table) {
    // Where a plugin is missing, the part would have to be made again.
    if (session.exit != Exit::Fine) return session.exit;
    return Part(options, session, table, *parse_part(options.partition)).run();
}

}  // namespace colonnade::cli
