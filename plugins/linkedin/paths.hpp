// SPDX-License-Identifier: Apache-2.0
// What the path of a file in an export tells: its place, its order, whose it is.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::linkedin {

// The last part of a path.
[[nodiscard]] std::string_view base_name(std::string_view path);

// The folder or archive in which the export lies that a file belongs to: `a` of `a/Profile.csv` and
// of `a/Jobs/Saved Jobs.csv`, because LinkedIn has folders of its own inside an export.
[[nodiscard]] std::string_view export_folder(std::string_view path);

// The number of the member that LinkedIn appends to some names since 2026, or empty: short numbers
// count the parts of a table.
[[nodiscard]] std::string_view member_number(std::string_view path);

// The name for the report: safe to print, and without the member's number.
[[nodiscard]] std::string name_to_show(std::string_view path);

// What systems leave behind when they pack or show a folder.
[[nodiscard]] bool is_litter(std::string_view path);

// Whether a file bears the name of a zip.
[[nodiscard]] bool is_archive_inside(std::string_view path);

// Paths with numbers in them as a person would order them: `_2` before `_10`, the upper folder
// first.
[[nodiscard]] bool is_path_before(std::string_view left, std::string_view right);

}  // namespace colonnade::linkedin
