// SPDX-License-Identifier: Apache-2.0
#include "cli/population/score_table.hpp"

#include <memory>

#include "cli/parquet/parquet_file.hpp"
#include "cli/parts/score_part.hpp"
#include "cli/population/filter.hpp"
#include "cli/population/population.hpp"
#include "cli/population/table_file.hpp"
#include "cli/population/table_sink.hpp"
#include "cli/table/columns.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {

Exit score_table(const Options& options, Session& session, TableFormat format) {
    auto columns = choose_columns(session.loaded.rulebook, options.columns);
    if (const auto* problem = std::get_if<ColumnProblem>(&columns)) {
        say_error(problem->message, problem->help);
        return Exit::Usage;
    }
    const auto form = format == TableFormat::Csv ? TableForm::Csv : TableForm::Ndjson;
    const Table table{session.loaded.rulebook,
                      std::get<std::vector<TableColumn>>(columns),
                      {form, options.exact}};
    if (options.filter) return score_filter(options, session, table);
    if (!options.partition.empty()) return score_part(options, session, table);
    const auto out = format == TableFormat::Parquet
                         ? ParquetFile::create(options.output, table.columns)
                         : std::make_unique<TableFile>(options.output);
    if (out == nullptr) return Exit::Output;
    if (out->exit() != Exit::Fine || !out->write(table.head())) return out->exit();
    return score_population(options, session, rows_of(table), *out);
}

}  // namespace colonnade::cli
