// SPDX-License-Identifier: Apache-2.0
// Which files of a container are read as what, and why the others are not.
#pragma once

#include <string>
#include <vector>

#include "container.hpp"
#include "file_report.hpp"
#include "file_table.hpp"

namespace colonnade::linkedin {

struct KnownFile {
    std::size_t entry = 0;
    FileKind kind = FileKind::Count;
    std::string name;  // as it is shown: without the member's number that LinkedIn may append
};

struct Inventory {
    std::vector<KnownFile> known;  // in the order in which they are to be read
    std::vector<FileReport> ignored;
    bool holds_archive = false;  // a zip inside
};

[[nodiscard]] Inventory take_inventory(Container& container);

// COLONNADE_UNSUPPORTED where no file is known.
[[nodiscard]] Failure check_inventory(const Inventory& inventory);

// How many files bear a name that this plugin reads. Opens none.
[[nodiscard]] std::int64_t count_known_names(const Container& container);
// Whether a file bears the name of a zip. Opens none.
[[nodiscard]] bool holds_archive(const Container& container);

// Paths with numbers in them as a person would order them: `_2` before `_10`, the upper folder
// first.
[[nodiscard]] bool is_path_before(std::string_view left, std::string_view right);

}  // namespace colonnade::linkedin
