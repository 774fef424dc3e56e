// SPDX-License-Identifier: Apache-2.0
#include "cli/parquet/parquet_bytes.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>

#include "cli/parquet/duckdb.hpp"
#include "cli/parquet/pipe.hpp"

namespace colonnade::cli {
namespace {

class ParquetBytes final : public ByteSource {
public:
    ParquetBytes(std::unique_ptr<Duckdb> duckdb, int descriptor)
        : duckdb_(std::move(duckdb)), descriptor_(descriptor), thread_([this] { convert(); }) {}
    // Where not all was read DuckDB finds nobody at the other end, and stops.
    ~ParquetBytes() override {
        pipe_.close_out();
        thread_.join();
        ::close(descriptor_);
    }

    [[nodiscard]] std::size_t read(char* into, std::size_t most) override {
        ssize_t got = 0;
        do {
            got = ::read(pipe_.out(), into, most);
        } while (got < 0 && errno == EINTR);
        if (got > 0) return static_cast<std::size_t>(got);
        // The other end was closed after `failure_` was set.
        problem_ = failure_;
        return 0;
    }
    [[nodiscard]] const std::string& problem() const override { return problem_; }
    [[nodiscard]] std::size_t taken() const override { return 0; }
    [[nodiscard]] std::optional<std::size_t> size() const override { return std::nullopt; }

private:
    void convert() {
        failure_ = duckdb_->run(fmt::format(
            "COPY (SELECT * FROM read_parquet({})) TO {} (FORMAT json, DATEFORMAT '%Y-%m-%d', "
            "TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ', USE_TMP_FILE false)",
            sql_text(path_of_descriptor(descriptor_)), sql_text(path_of_descriptor(pipe_.in()))));
        pipe_.close_in();
    }

    std::unique_ptr<Duckdb> duckdb_;
    int descriptor_;
    Pipe pipe_;
    std::string failure_;
    std::string problem_;
    std::thread thread_;  // after everything that it uses
};

}  // namespace

std::unique_ptr<ByteSource> parquet_bytes(int descriptor, std::string& problem) {
    if (auto duckdb = Duckdb::load(problem))
        return std::make_unique<ParquetBytes>(std::move(duckdb), descriptor);
    ::close(descriptor);
    return nullptr;
}

}  // namespace colonnade::cli
