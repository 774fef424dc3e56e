// SPDX-License-Identifier: Apache-2.0
// A table as a Parquet file, made of its rows as NDJSON; it stands there whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/parquet/duckdb.hpp"
#include "cli/parquet/pipe.hpp"
#include "cli/population/table_out.hpp"
#include "cli/table/columns.hpp"
#include "engine/load/new_file.hpp"

namespace colonnade::cli {

class ParquetFile final : public TableOut {
public:
    // Null where it cannot be, which has been said.
    [[nodiscard]] static std::unique_ptr<TableOut> create(const std::string& path,
                                                          const std::vector<TableColumn>& columns);
    ParquetFile(engine::NewFile file, std::unique_ptr<Duckdb> duckdb, std::string path,
                const std::vector<TableColumn>& columns);
    ~ParquetFile() override;

    [[nodiscard]] bool write(std::string_view text) override;
    [[nodiscard]] Exit finish() override;
    [[nodiscard]] Exit exit() const override { return exit_; }

private:
    void convert(const std::string& columns);
    void end();

    engine::NewFile file_;
    std::unique_ptr<Duckdb> duckdb_;
    std::string path_;
    Pipe pipe_;
    std::string failure_;
    Exit exit_ = Exit::Fine;
    std::thread thread_;  // after everything that it uses
};

}  // namespace colonnade::cli
