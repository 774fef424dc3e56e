// SPDX-License-Identifier: Apache-2.0
// What LinkedIn's Member Snapshot API gives a member: JSON pages with rows by domain, whose keys
// are the columns of the archive's files. Here all pages together, sorted into those files.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "container.hpp"
#include "snapshot_table.hpp"

namespace colonnade::linkedin {

// What all pages together may hold, and how large a page, or a file made of them, may be. Tests say
// less than anybody has, which takes no time.
struct SnapshotBounds {
    std::size_t cells = MostSnapshotCells;
    Budget bytes{MostTotalBytes};
};

class Snapshot {
public:
    explicit Snapshot(const SnapshotBounds& most = {}) : most_(most) {}

    // Cells of a row that was read. False where there are more than anybody has.
    [[nodiscard]] bool count_cells(std::size_t cells);

    // The rows that a page has of a domain. False where there are too many domains.
    [[nodiscard]] bool add(const std::string& domain, std::vector<SnapshotRow> rows);

    // Whether two pages have profiles with nobody's name in both.
    [[nodiscard]] bool has_several_owners() const { return has_several_owners_; }

    // What is known of the domain is not all of it.
    void refuse(const std::string& domain, std::string_view why);

    [[nodiscard]] bool is_empty() const { return tables_.empty(); }

    // By the path of the file. The snapshot is over after that.
    [[nodiscard]] std::map<std::string, SnapshotTable>& finish();

private:
    [[nodiscard]] SnapshotTable& table(std::string_view file) { return tables_[std::string(file)]; }
    void look_at_owner(const std::vector<SnapshotRow>& profile);
    void add_received_or_given(const std::string& domain, std::vector<SnapshotRow> rows);

    SnapshotBounds most_;
    std::map<std::string, SnapshotTable> tables_;
    std::set<std::string> owners_;  // their names
    bool has_several_owners_ = false;
    std::size_t chunks_ = 0;
    std::size_t cells_ = 0;
};

// Reads a page, an array of pages, or an object with rows by domain. A page that breaks off spoils
// the domain that it was at; without a domain to blame it is a failure.
[[nodiscard]] Failure read_snapshot_page(std::string_view name, std::string& text,
                                         Snapshot& snapshot);

}  // namespace colonnade::linkedin
