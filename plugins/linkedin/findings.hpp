// SPDX-License-Identifier: Apache-2.0
// Everything that the reading of an export brought: facts, what became of each file, and of each
// kind of file.
#pragma once

#include <array>
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

    [[nodiscard]] KindState state(FileKind kind) const {
        return kinds[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] bool is_read(FileKind kind) const { return state(kind) == KindState::Read; }
    // In the archive, though perhaps damaged.
    [[nodiscard]] bool is_here(FileKind kind) const { return state(kind) != KindState::Missing; }
};

// Reads every known file of the container.
[[nodiscard]] Findings read_files(Container& container, const Inventory& inventory);

// Reads one table; exposed for tests.
void read_table(const FileForm& form, std::string& content, FileReport& report, Facts& facts);

}  // namespace colonnade::linkedin
