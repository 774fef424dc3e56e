// SPDX-License-Identifier: Apache-2.0
// What became of one file of the export. No value of a cell ever stands in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "limits.hpp"

namespace colonnade::linkedin {

enum class FileStatus { Read, Refused, Ignored };

struct Problem {
    std::int64_t line = 0;
    std::string message;
};

struct FileReport {
    std::string name;
    std::string folder;  // in which its export lies, see export_folder
    FileStatus status = FileStatus::Ignored;
    std::int64_t rows = 0;         // understood
    std::int64_t refused = 0;      // not understood
    std::int64_t left_out = 0;     // understood, and on purpose not counted
    std::int64_t repaired = 0;     // whose time was taken from the id in their link
    std::int64_t cut_at = 0;       // the line from which on nothing is read: its rows are too many
    std::int64_t replaced = 0;     // places that are no text in the file's encoding
    std::string_view encoding;     // where it is not UTF-8
    bool was_saved_again = false;  // by Excel, as the form of its times tells
    bool has_rows = false;         // problems stand in rows of a snapshot, else in lines
    std::string reason;
    std::vector<Problem> problems;

    // Keeps the first few problems; the counts tell the rest.
    void add_problem(std::int64_t line, std::string_view message) {
        if (problems.size() < MostProblemsQuoted) problems.push_back({line, std::string(message)});
    }
};

}  // namespace colonnade::linkedin
