// SPDX-License-Identifier: Apache-2.0
#include "cli/replace_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/terminal.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

Exit refuse(const std::string& path, std::string_view why) {
    say_error(fmt::format("cannot write `{}`: {}", path, why));
    return Exit::Output;
}

}  // namespace

Exit replace_file(const std::string& path, std::string_view text) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return refuse(path, "no regular file");
    if (::access(path.c_str(), W_OK) != 0) return refuse(path, std::strerror(errno));
    if (const auto problem = engine::write_file(path, text)) {
        say_error(problem->message);
        return Exit::Output;
    }
    return Exit::Fine;
}

}  // namespace colonnade::cli
