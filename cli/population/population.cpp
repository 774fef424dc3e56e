// SPDX-License-Identifier: Apache-2.0
#include "cli/population/population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/bytes/byte_source.hpp"
#include "cli/data.hpp"
#include "cli/parquet/parquet_file.hpp"
#include "cli/population/line_source.hpp"
#include "cli/population/rejects.hpp"
#include "cli/population/table_file.hpp"
#include "cli/population/workers.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

// `people.ndjson` of `people.ndjson.gz`.
std::string stem_of_compressed(const std::string& data) {
    const std::filesystem::path path(data);
    const auto ending = path.extension();
    const bool is_compressed = ending == ".gz" || ending == ".zst" || ending == ".zstd";
    return is_compressed ? path.stem().string() : path.filename().string();
}

// Small enough that its columns stay in the cache, large enough that a call for it is cheap.
constexpr std::size_t ChunkBytes = std::size_t{1} << 20U;

// A first line that is longer makes it no population.
constexpr std::size_t SniffedBytes = ChunkBytes / 4;

std::string start_of(const std::string& file) {
    std::string start(SniffedBytes, '\0');
    std::string problem;
    std::size_t size = 0;
    if (const auto bytes = open_bytes(file, problem)) {
        std::size_t got = 1;
        for (; got > 0 && size < start.size(); size += got)
            got = bytes->read(start.data() + size, start.size() - size);
    }
    start.resize(size);
    return start;
}

// Whether DATA is read line by line; its name tells, or its first lines.
bool is_lines(const std::string& data) {
    const auto name = std::filesystem::path(stem_of_compressed(data)).extension();
    if (data == "-" || name == ".ndjson" || name == ".jsonl" || name == ".parquet") return true;
    std::error_code error;
    return std::filesystem::is_regular_file(data, error) && engine::is_ndjson(start_of(data));
}

class Population {
public:
    Population(const Options& options, Session& session, const Table& table, TableOut& out)
        : options_(options), session_(session), table_(table), out_(out), rejects_(options) {}

    Exit run() {
        if (out_.exit() != Exit::Fine || !out_.write(table_.head())) return out_.exit();
        for (const auto& data : options_.data)
            is_lines(data) ? score_lines(data) : score_documents(data);
        if (failed_ > 0) {
            say_error(fmt::format("{} of {} people have rules in error", failed_, rows_),
                      "score one of them with --details to see why");
            exit_ = graver(exit_, Exit::Plugin);
        }
        exit_ = graver(exit_, rejects_.finish(rows_ + rejects_.count()));
        return is_whole_ ? graver(exit_, out_.finish()) : graver(exit_, Exit::Data);
    }

private:
    void score_lines(const std::string& data) {
        auto opened = LineSource::open(data, ChunkBytes);
        if (std::holds_alternative<Exit>(opened)) {
            is_whole_ = false;
            return;
        }
        auto& source = std::get<LineSource>(opened);
        const engine::ReadOptions read{
            session_.as_of,
            data == "-" ? "stdin" : std::filesystem::path(stem_of_compressed(data)).stem().string(),
            options_.id, &session_.answers};
        Workers workers(session_, table_, read, options_.threads);
        workers.run(source, [&](const ScoredLines& lines) { return take(data, lines); });
        say_ignored_keys(session_, data, workers.ignored_keys());
        // A table of a part of the people would look like one of all.
        if (source.failed()) is_whole_ = false;
    }

    bool take(const std::string& data, const ScoredLines& lines) {
        rows_ += lines.rows;
        failed_ += lines.failed;
        rejects_.take(data, lines.rejects);
        return out_.write(lines.table);
    }

    // Archives and single documents, each read as a whole.
    void score_documents(const std::string& data) {
        auto read = read_data(data, *session_.plugins, source_options(session_, options_));
        if (const auto* end = std::get_if<Exit>(&read)) {
            exit_ = graver(exit_, *end);
            return;
        }
        LineScorer scorer(session_, table_, {}, *session_.plugins);
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
    const Table& table_;
    TableOut& out_;
    Rejects rejects_;
    std::size_t rows_ = 0;
    std::size_t failed_ = 0;
    bool is_whole_ = true;
    Exit exit_ = session_.exit;
};

Exit say_usage(std::string_view message, std::string_view help = {}) {
    say_error(message, help);
    return Exit::Usage;
}

}  // namespace

Exit score_population(const Options& options, Session& session, TableFormat format) {
    if (options.details || options.explain || !options.ssi.empty() || options.join)
        return say_usage("a table has no room for --details, --explain, --ssi or --join",
                         "use --format json for whole results");
    if (!most_rejects(options.max_rejects, 0))
        return say_usage(
            fmt::format("`--max-rejects {}`: expected a number or a share", options.max_rejects),
            "for instance --max-rejects 100 or --max-rejects 1%");
    if (format == TableFormat::Parquet && (options.output.empty() || options.output == "-"))
        return say_usage("a Parquet table is a file", "name it with -o");
    auto columns = choose_columns(session.loaded.rulebook, options.columns);
    if (const auto* problem = std::get_if<ColumnProblem>(&columns))
        return say_usage(problem->message, problem->help);
    const auto form = format == TableFormat::Csv ? TableForm::Csv : TableForm::Ndjson;
    const Table table{session.loaded.rulebook,
                      std::get<std::vector<TableColumn>>(columns),
                      {form, options.exact}};
    const auto out = format == TableFormat::Parquet
                         ? ParquetFile::create(options.output, table.columns)
                         : std::make_unique<TableFile>(options.output);
    return out == nullptr ? Exit::Output : Population(options, session, table, *out).run();
}

}  // namespace colonnade::cli
