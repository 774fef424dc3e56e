// SPDX-License-Identifier: Apache-2.0
// The lines of a population that are no profiles: told, or written to a file of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/population/table_file.hpp"
#include "engine/read/line_reader.hpp"

namespace colonnade::cli {

// A line of JSON that tells what is wrong with a line of `data`.
[[nodiscard]] std::string reject_line(const std::string& data, const engine::Reject& reject);

class Rejects {
public:
    // Without a file the first few are told.
    explicit Rejects(const std::string& file);

    void take(const std::string& data, const std::vector<engine::Reject>& rejects);
    // Puts the file in its place.
    [[nodiscard]] Exit finish();

private:
    static void tell(const std::string& data, const engine::Reject& reject);

    std::optional<TableFile> file_;
    std::size_t told_ = 0;
};

}  // namespace colonnade::cli
