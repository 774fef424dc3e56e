// SPDX-License-Identifier: Apache-2.0
#include "snapshot_table.hpp"

#include <algorithm>
#include <numeric>

#include "limits.hpp"
#include "moment.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD";  // U+FFFD

void append_cell(std::string_view text, Quoting quoting, std::string& csv) {
    csv += '"';
    for (const char c : text) {
        if (c == '"') csv += '"';
        if (c == '\\' && quoting == Quoting::Backslash) csv += '\\';
        if (c == '\0') {
            csv += Replacement;
        } else {
            csv += c;
        }
    }
    csv += '"';
}

// Members who hide themselves are connections with a day and nothing else, often several of a day.
template <typename Cells>
bool is_only_a_time(const Cells& cells) {
    return cells.size() == 1 && read_time(trimmed(cells.front().second)).has_value();
}

}  // namespace

std::uint32_t SnapshotTable::column_of(std::string name) {
    const auto next = static_cast<std::uint32_t>(columns_.size());
    const auto [column, is_new] = columns_.emplace(std::move(name), next);
    if (is_new && columns_.size() > MostColumns) refuse("its rows have more than 1024 columns");
    return column->second;
}

void SnapshotTable::add(SnapshotRow row, std::size_t chunk) {
    if (!refusal_.empty()) return;
    Row added{chunk, ++added_, {}};
    for (auto& [name, text] : row) {
        const auto column = column_of(std::move(name));
        if (text.size() > MostFieldBytes) refuse("a cell is longer than 1 MiB");
        if (!text.empty()) added.cells.emplace_back(column, std::move(text));
    }
    if (added.cells.empty()) return;
    std::sort(added.cells.begin(), added.cells.end());
    const auto is_same_column = [](const auto& left, const auto& right) {
        return left.first == right.first;
    };
    added.cells.erase(std::unique(added.cells.begin(), added.cells.end(), is_same_column),
                      added.cells.end());
    rows_.push_back(std::move(added));
}

// Pages overlap. Of equal rows the first stays; of those that hold only a time as many as the page
// has that has most of them.
void SnapshotTable::drop_repeated() {
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
        return rows_[left].cells < rows_[right].cells;
    });
    std::vector<bool> is_dropped(rows_.size(), false);
    for (std::size_t i = 0; i < order.size();) {
        const auto& first = rows_[order[i]];
        const bool counts = is_only_a_time(first.cells);
        std::size_t kept = 0;
        std::size_t in_chunk = 0;
        auto chunk = first.chunk;
        for (; i < order.size() && rows_[order[i]].cells == first.cells; ++i) {
            const auto& row = rows_[order[i]];
            in_chunk = row.chunk == chunk ? in_chunk + 1 : 1;
            chunk = row.chunk;
            is_dropped[order[i]] = kept > 0 && (!counts || in_chunk <= kept);
            if (!is_dropped[order[i]]) ++kept;
        }
    }
    std::size_t at = 0;
    repeated_ = static_cast<std::int64_t>(
        std::erase_if(rows_, [&](const Row&) { return is_dropped[at++]; }));
}

// Without rows there are no names; then those that a reader asks for stand there.
std::string SnapshotTable::header(const FileForm* form, Quoting quoting) const {
    if (columns_.empty() && form != nullptr) {
        return std::string(form->required.substr(0, form->required.find('|')));
    }
    std::vector<std::string_view> names(columns_.size());
    for (const auto& [name, column] : columns_)
        names[column] = name;
    std::string text;
    for (const auto name : names) {
        if (!text.empty()) text += ',';
        append_cell(name, quoting, text);
    }
    return text;
}

// The cells between those that a row has are empty.
void SnapshotTable::append_row(const Row& row, Quoting quoting, std::string& csv) const {
    std::size_t column = 0;
    for (const auto& [at, text] : row.cells) {
        csv.append(at - column, ',');
        append_cell(text, quoting, csv);
        column = at;
    }
    csv.append(columns_.size() - 1 - column, ',');
    csv += '\n';
}

std::string SnapshotTable::take_csv(const FileForm* form, std::uint64_t most_bytes) {
    if (!refusal_.empty()) return {};
    drop_repeated();
    const auto quoting = form == nullptr ? Quoting::Doubled : form->quoting;
    auto csv = header(form, quoting) + '\n';
    auto line = 1 + std::count(csv.begin(), csv.end(), '\n');
    for (const auto& row : rows_) {
        const auto start = static_cast<std::ptrdiff_t>(csv.size());
        lines_.emplace_back(line, row.number);
        append_row(row, quoting, csv);
        line += std::count(csv.begin() + start, csv.end(), '\n');
        if (csv.size() > most_bytes) {
            refuse("larger than 256 MiB");
            return {};
        }
    }
    rows_ = {};
    return csv;
}

std::int64_t SnapshotTable::row_at(std::int64_t line) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), line,
                         [](std::int64_t wanted, const auto& row) { return wanted < row.first; });
    return after == lines_.begin() ? 0 : std::prev(after)->second;
}

}  // namespace colonnade::linkedin
