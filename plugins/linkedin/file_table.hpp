// SPDX-License-Identifier: Apache-2.0
// Which files an export can hold and what is done with each, as data: a new file is a new row.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "readers.hpp"

namespace colonnade::linkedin {

// The files that are read, in the order in which they are read: what a reader needs of an earlier
// one stands in readers.hpp.
enum class FileKind {
    Profile,
    Registration,
    RichMedia,
    Verifications,
    Positions,
    Education,
    Skills,
    Certifications,
    Courses,
    Projects,
    Honors,
    Organizations,
    Volunteering,
    Publications,
    Languages,
    EndorsementsReceived,
    EndorsementsGiven,
    RecommendationsReceived,
    RecommendationsGiven,
    Connections,
    Invitations,
    Messages,
    Shares,
    InstantReposts,
    Comments,
    Reactions,
    Votes,
    Searches,
    Logins,
    MemberFollows,
    CompanyFollows,
    HashtagFollows,
    Articles,  // pages, not a table
    Count
};

struct FileForm {
    FileKind kind = FileKind::Count;
    std::string_view name;
    std::string_view required;  // columns without which the table cannot be read, see has_columns
    std::string_view header;    // the whole header of today, to know a file under another name
    Reader reader = nullptr;
    Quoting quoting = Quoting::Doubled;
    bool takes_ragged_rows = false;
};

struct IgnoredForm {
    std::string_view name;
    std::string_view reason;
};

// One row per kind, at the index of the kind.
[[nodiscard]] std::span<const FileForm> file_forms();
[[nodiscard]] const FileForm& form_of(FileKind kind);

// The name of a file of an export for people: `Connections.csv`.
[[nodiscard]] std::string_view name_of(FileKind kind);

// What stays the same in all spellings of a table's name: `Rich Media.csv`, `Rich_Media_2.csv` and
// `rich_media_88123.csv` are one table. Empty where it is no table.
[[nodiscard]] std::string table_key(std::string_view path);

// The kind by the file's name alone, at any depth.
[[nodiscard]] std::optional<FileKind> kind_by_name(std::string_view path);

// The kind by a header row, for names that LinkedIn or a person changed.
[[nodiscard]] std::optional<FileKind> kind_by_header(std::span<const std::string_view> columns);

// Why a file that LinkedIn is known to write is not read, or empty where it is not known.
[[nodiscard]] std::string_view reason_to_ignore(std::string_view path);

}  // namespace colonnade::linkedin
