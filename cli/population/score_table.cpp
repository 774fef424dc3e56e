// SPDX-License-Identifier: Apache-2.0
#include "cli/population/score_table.hpp"

#include <memory>

#include "cli/gates/row_gates.hpp"
#include "cli/parquet/parquet_file.hpp"
#include "cli/parts/score_part.hpp"
#include "cli/population/filter.hpp"
#include "cli/population/population.hpp"
#include "cli/population/table_file.hpp"
#include "cli/population/table_sink.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {

std::variant<Table, Exit> choose_table(const Options& options, const Session& session,
                                       TableFormat format) {
    auto columns = choose_columns(session.loaded.rulebook, options.columns);
    if (const auto* problem = std::get_if<ColumnProblem>(&columns)) {
        say_error(problem->message, problem->help);
        return Exit::Usage;
    }
    const auto form = format == TableFormat::Csv ? TableForm::Csv : TableForm::Ndjson;
    return Table{session.loaded.rulebook,
                 std::get<std::vector<TableColumn>>(columns),
                 {form, options.exact}};
}

std::unique_ptr<TableOut> open_table(const std::string& path, TableFormat format,
                                     const Table& table) {
    if (format == TableFormat::Parquet) return ParquetFile::create(path, table.columns);
    return std::make_unique<TableFile>(path);
}

Exit score_table(const Options& options, Session& session, TableFormat format, const Gates& gates) {
    const auto chosen = choose_table(options, session, format);
    if (const auto* end = std::get_if<Exit>(&chosen)) return *end;
    const auto& table = std::get<Table>(chosen);
    if (!options.partition.empty()) return score_part(options, session, table);
    RowGates rows(session.loaded.rulebook, gates);
    const auto sinks = rows.judging(rows_of(table));
    if (options.filter) {
        const auto end = score_filter(options, session, sinks);
        return graver(end, rows.end());
    }
    const auto out = open_table(options.output, format, table);
    if (out == nullptr) return Exit::Output;
    if (out->exit() != Exit::Fine || !out->write(table.head())) return out->exit();
    const auto end = score_population(options, session, sinks, *out);
    return graver(end, rows.end());
}

}  // namespace colonnade::cli
