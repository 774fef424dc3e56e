// SPDX-License-Identifier: Apache-2.0
// What a call of `score` writes and where: `--format F` and `-o`, and `--format F=PATH` for more.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/score/format.hpp"

namespace colonnade::cli {

struct Output {
    Format format = Format::Text;
    std::string path;        // empty: standard output
    bool is_folder = false;  // with a file for each person
};

// At least one. Says what is wrong where an exit code comes back.
[[nodiscard]] std::variant<std::vector<Output>, Exit> read_outputs(const Options& options);

}  // namespace colonnade::cli
