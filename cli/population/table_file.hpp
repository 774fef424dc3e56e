// SPDX-License-Identifier: Apache-2.0
// A file that stands there whole or not at all, a pipe, or standard output.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "cli/population/table_out.hpp"
#include "engine/load/new_file.hpp"

namespace colonnade::cli {

class TableFile final : public TableOut {
public:
    // Empty or `-`: standard output.
    explicit TableFile(std::string path);
    ~TableFile() override;

    [[nodiscard]] bool write(std::string_view text) override;
    [[nodiscard]] Exit finish() override;
    [[nodiscard]] Exit exit() const override { return exit_; }

private:
    void fail(int error);

    std::string path_;
    std::optional<engine::NewFile> file_;  // or
    int descriptor_ = -1;
    Exit exit_ = Exit::Fine;
    bool is_wanted_ = true;
};

}  // namespace colonnade::cli
