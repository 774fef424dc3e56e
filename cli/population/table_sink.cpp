// SPDX-License-Identifier: Apache-2.0
#include "cli/population/table_sink.hpp"

namespace colonnade::cli {
namespace {

class TableSink final : public ScoreSink {
public:
    explicit TableSink(const Table& table) : writer_(table) {}

    void take(const engine::Batch& batch, const engine::ScoreColumns& scores,
              LineBuffer& out) override {
        writer_.write(batch, scores, out);
    }

private:
    TableWriter writer_;
};

}  // namespace

MakeSink rows_of(const Table& table) {
    return [&table] { return std::make_unique<TableSink>(table); };
}

}  // namespace colonnade::cli
