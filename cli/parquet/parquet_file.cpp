// SPDX-License-Identifier: Apache-2.0
#include "cli/parquet/parquet_file.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

using What = TableColumn::What;

bool is_number(What what) {
    return what != What::Id && what != What::AsOf && what != What::Rating && what != What::Status &&
           what != What::Gap;
}

// `{'id': 'VARCHAR', 'score': 'DOUBLE'}`
std::string types_of(const std::vector<TableColumn>& columns) {
    std::string types;
    for (const auto& column : columns) {
        const auto* type = column.what == What::AsOf ? "TIMESTAMP"
                           : is_number(column.what)  ? "DOUBLE"
                                                     : "VARCHAR";
        types += fmt::format("{}{}: '{}'", types.empty() ? "" : ", ", sql_text(column.name), type);
    }
    return "{" + types + "}";
}

}  // namespace

std::unique_ptr<TableOut> ParquetFile::create(const std::string& path,
                                              const std::vector<TableColumn>& columns) {
    if (is_no_file(path)) {
        say_error(
            fmt::format("cannot write `{}`: a Parquet table needs a file", dsl::visible(path)));
        return nullptr;
    }
    std::string problem;
    auto duckdb = Duckdb::load(problem);
    if (duckdb == nullptr) {
        say_error(problem);
        return nullptr;
    }
    auto file = engine::NewFile::create(path);
    if (const auto* failure = std::get_if<engine::FileProblem>(&file)) {
        say_error(failure->message);
        return nullptr;
    }
    return std::make_unique<ParquetFile>(std::move(std::get<engine::NewFile>(file)),
                                         std::move(duckdb), path, columns);
}

ParquetFile::ParquetFile(engine::NewFile file, std::unique_ptr<Duckdb> duckdb, std::string path,
                         const std::vector<TableColumn>& columns)
    : file_(std::move(file)),
      duckdb_(std::move(duckdb)),
      path_(std::move(path)),
      thread_([this, types = types_of(columns)] { convert(types); }) {}

ParquetFile::~ParquetFile() {
    end();
}

// Whoever writes to a pipe without an end to read from is told; so none waits for ever.
void ParquetFile::convert(const std::string& columns) {
    failure_ = duckdb_->run(fmt::format(
        "COPY (SELECT * FROM read_json({}, format = 'newline_delimited', columns = {})) TO {} "
        "(FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)",
        sql_text(path_of_descriptor(pipe_.out())), columns,
        sql_text(path_of_descriptor(file_.descriptor()))));
    pipe_.close_out();
}

bool ParquetFile::write(std::string_view text) {
    if (exit_ == Exit::Fine && write_all(pipe_.in(), text)) return true;
    exit_ = Exit::Output;
    return false;
}

Exit ParquetFile::finish() {
    end();
    if (!failure_.empty()) {
        say_error(fmt::format("cannot write `{}`: {}", dsl::visible(path_), failure_));
        exit_ = Exit::Output;
    } else if (exit_ == Exit::Fine) {
        if (const auto problem = file_.put_in_place()) {
            say_error(problem->message);
            exit_ = Exit::Output;
        }
    }
    return exit_;
}

void ParquetFile::end() {
    pipe_.close_in();
    if (thread_.joinable()) thread_.join();
}

}  // namespace colonnade::cli
