// SPDX-License-Identifier: Apache-2.0
#include "engine/host/permissions.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "dsl/text/unicode.hpp"
#include "engine/host/shell_word.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

// Why, and what helps.
Refusal problem_of(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return {"cannot be looked at: " + std::generic_category().message(errno), ""};
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return {"belongs to neither you nor root",
                fmt::format("if you know where it comes from: sudo chown {} {}",
                            ::geteuid() == 0 ? "root" : "\"$USER\"", shell_word(path))};
    }
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) == 0) return {};
    return {"may be written by others", fmt::format("chmod go-w {}", shell_word(path))};
}

}  // namespace

bool is_only_ours(const FoundLibrary& library, Refusal& refusal) {
    if (library.bundled) return true;
    for (const auto& path : {library.file.parent_path(), library.file}) {
        auto problem = problem_of(path);
        if (problem.message.empty()) continue;
        refusal = {fmt::format("plugin `{}`: {} {}", library.id, dsl::visible(path.string()),
                               problem.message),
                   std::move(problem.help)};
        return false;
    }
    return true;
}

}  // namespace colonnade::engine
