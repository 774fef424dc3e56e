// SPDX-License-Identifier: Apache-2.0
// DuckDB, where its library is found at run time: it reads and writes Parquet. Of its C interface,
// which is the same since version 0.10, only what is needed here is declared.
#pragma once

#include <memory>
#include <string>

namespace colonnade::cli {

class Duckdb {
public:
    // `$COLONNADE_DUCKDB` names the library, or else it is where the system looks. Null where there
    // is none that works, and `problem` says why. It opens no database file, fetches no extension,
    // and keeps no temporary files.
    [[nodiscard]] static std::unique_ptr<Duckdb> load(std::string& problem);
    Duckdb(const Duckdb&) = delete;
    Duckdb& operator=(const Duckdb&) = delete;
    ~Duckdb();

    // Empty, or what DuckDB says is wrong.
    [[nodiscard]] std::string run(const std::string& sql);

private:
    struct Library;
    explicit Duckdb(std::unique_ptr<Library> library);

    std::unique_ptr<Library> library_;
};

// `'it''s'`
[[nodiscard]] std::string sql_text(const std::string& text);
// The file that a descriptor of this process is, whatever its name is like.
[[nodiscard]] std::string path_of_descriptor(int descriptor);

}  // namespace colonnade::cli
