// SPDX-License-Identifier: Apache-2.0
// Which files of a container are read as what, and why the others are not. Where a table lies in
// several folders or archives, one of them is read: half of it from here and half from there would
// be counted twice.
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
    std::string name;    // as it is shown: without the member's number that LinkedIn may append
    std::string folder;  // see export_folder
};

struct Inventory {
    std::vector<KnownFile> known;  // in the order in which they are to be read
    std::vector<KnownFile> spare;  // of tables that are read from another folder
    std::vector<FileReport> ignored;
    std::vector<std::string> lone_folders;      // with one file in them, which is no whole export
    std::vector<std::string> archive_problems;  // of archives inside that could not be opened
};

// Whether the known files, read or spare, lie in more than one folder.
[[nodiscard]] bool has_several_folders(const Inventory& inventory);

[[nodiscard]] Inventory take_inventory(Container& container);

// COLONNADE_UNSUPPORTED where no file is known.
[[nodiscard]] Failure check_inventory(const Inventory& inventory);

// How many files bear a name that this plugin reads. Opens none.
[[nodiscard]] std::int64_t count_known_names(const Container& container);

}  // namespace colonnade::linkedin
