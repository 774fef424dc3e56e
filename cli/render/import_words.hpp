// SPDX-License-Identifier: Apache-2.0
// The words of the import report, in German and English. What a source says about single rows and
// files is English, as all messages are.
#pragma once

#include <string_view>

namespace colonnade::cli {

struct ImportWords {
    std::string_view as_of;
    std::string_view read_files, refused_files, ignored_files;
    std::string_view rows;
    std::string_view rows_refused, rows_left_out;  // after their number
    std::string_view line;
    std::string_view row;  // of what has no lines
    std::string_view facts, from, to, complete_from, beginning;
    std::string_view empty, none;
    std::string_view open;
    std::string_view open_of;    // behind the points; {} is the rulebook
    std::string_view open_none;  // {} is the rulebook
    // Of several profiles:
    std::string_view profiles;  // behind their number
    std::string_view
        open_each;  // behind the points, where all leave the same open; {} is the rulebook
    std::string_view open_most;   // {} are the least points and the rulebook
    std::string_view open_no;     // {} is the rulebook
    std::string_view unknown_in;  // {} are the fact, the profiles that miss it, and all
    std::string_view is_missing, are_missing, is_refused, is_silent, nowhere, late;
    std::string_view several;
    std::string_view unused, proxies, warning;
};

[[nodiscard]] const ImportWords& import_words_in(std::string_view language);

}  // namespace colonnade::cli
