// SPDX-License-Identifier: Apache-2.0
// Everything that the reading of an export brought: facts, what became of each file, and of each
// kind of file.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "container.hpp"
#include "facts.hpp"
#include "file_report.hpp"
#include "file_table.hpp"
#include "inventory.hpp"

namespace colonnade::linkedin {

// Of all files of one kind together. A kind with a refused part is refused: half a table would be
// counted as if it were the whole.
enum class KindState { Missing, Read, Refused };

struct Findings {
    Facts facts;
    std::vector<FileReport> files;
    std::array<KindState, static_cast<std::size_t>(FileKind::Count)> kinds{};
    std::set<FileKind> lone;         // whose file lies alone in its folder
    std::set<FileKind> of_snapshot;  // see Entry::is_of_snapshot
    bool has_several_folders = false;
    bool is_snapshot = false;  // all of it

    [[nodiscard]] KindState state(FileKind kind) const {
        return kinds[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] bool is_read(FileKind kind) const { return state(kind) == KindState::Read; }
    // In a whole export, though perhaps damaged. A file that a person took out of one, or that a
    // snapshot holds, says nothing about others.
    [[nodiscard]] bool is_here(FileKind kind) const {
        return state(kind) != KindState::Missing && !lone.contains(kind) &&
               !of_snapshot.contains(kind);
    }
};

// Reads every known file of the container.
[[nodiscard]] Findings read_files(Container& container, const Inventory& inventory);

// Reads one table. `repeated` is null or knows the rows of other files of the table.
void read_table(const FileForm& form, std::string& content, FileReport& report, Facts& facts,
                RepeatedRows* repeated = nullptr);

}  // namespace colonnade::linkedin
