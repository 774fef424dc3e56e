// SPDX-License-Identifier: Apache-2.0
#include "cli/score/result_table.hpp"

#include "cli/population/table_sink.hpp"

namespace colonnade::cli {

ResultTable::ResultTable(Session& session, Table table, std::unique_ptr<TableOut> out)
    : table_(std::move(table)),
      sink_(rows_of(table_)()),
      scorer_(session, *sink_, {}, *session.plugins),
      out_(std::move(out)),
      is_wanted_(out_ != nullptr && out_->write(table_.head())) {}

void ResultTable::take(const PersonResult& person) {
    if (!is_wanted_) return;
    lines_.clear();
    scorer_.score(*person.scored.batch, lines_);
    is_wanted_ = out_->write(lines_.table.text());
}

Exit ResultTable::finish() {
    return out_ == nullptr ? Exit::Output : out_->finish();
}

}  // namespace colonnade::cli
