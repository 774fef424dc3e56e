// SPDX-License-Identifier: Apache-2.0
// Where a table goes, piece by piece: a file that stands there whole or not at all, a pipe, or
// standard output.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "engine/load/new_file.hpp"

namespace colonnade::cli {

class TableFile {
public:
    // Empty or `-`: standard output. Whatever goes wrong is said once, and `exit` tells.
    explicit TableFile(std::string path);
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;
    // Without `finish` a file is as it was before.
    ~TableFile();

    // False where nothing more is wanted: it could not be written, or nobody reads any more.
    [[nodiscard]] bool write(std::string_view text);
    // Puts the whole file in its place.
    [[nodiscard]] Exit finish();
    [[nodiscard]] Exit exit() const { return exit_; }

private:
    void fail(int error);

    std::string path_;
    std::optional<engine::NewFile> file_;  // or
    int descriptor_ = -1;
    Exit exit_ = Exit::Fine;
    bool is_wanted_ = true;
};

}  // namespace colonnade::cli
