// SPDX-License-Identifier: Apache-2.0
// The lines of a population that are no profiles: counted, told, and written to a file of their
// own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/population/table_file.hpp"
#include "engine/read/line_reader.hpp"

namespace colonnade::cli {

class Rejects {
public:
    // `options.rejects` names the file; without one the first few are told.
    explicit Rejects(const Options& options);

    void take(const std::string& data, const std::vector<engine::Reject>& rejects);
    [[nodiscard]] std::size_t count() const { return count_; }
    // Says how many there were among `lines`. Data where they are more than the options allow.
    [[nodiscard]] Exit finish(std::size_t lines);

private:
    void tell(const std::string& data, const engine::Reject& reject);

    const Options& options_;
    std::optional<TableFile> file_;
    std::size_t count_ = 0;
};

// What `--max-rejects` allows of `lines`: a number, or a share such as `1%`. Nothing where it is
// neither.
[[nodiscard]] std::optional<std::size_t> most_rejects(std::string_view text, std::size_t lines);

}  // namespace colonnade::cli
