// SPDX-License-Identifier: Apache-2.0
#include "cli/lock_file.hpp"

#include <fmt/format.h>

#include "cli/lock_text.hpp"
#include "cli/project.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/render.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* LockName = "colonnade.lock";
// Some thousand plugins.
constexpr std::size_t MostLockBytes = 1024 * 1024;

// Whoever put something else there must not make the program wait, or believe that nothing is
// pinned.
std::variant<std::string, engine::FileProblem> content_of(const fs::path& file) {
    if (engine::may_be_file(file)) return engine::read_file(file, MostLockBytes);
    return engine::FileProblem{fmt::format("cannot read `{}`: no regular file", file.string())};
}

}  // namespace

fs::path lock_file() {
    if (const auto project = project_file()) return project->parent_path() / LockName;
    std::error_code error;
    const auto current = fs::current_path(error);
    for (auto folder = current; !folder.empty(); folder = folder.parent_path()) {
        if (engine::may_be_there(folder / LockName)) return folder / LockName;
        if (folder == folder.root_path()) break;
    }
    return current / LockName;
}

Exit read_lock(Options& options) {
    const auto file = lock_file();
    if (!engine::may_be_there(file)) return Exit::Fine;
    auto content = content_of(file);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return Exit::Plugin;
    }
    auto source = std::make_shared<const dsl::Source>(file.string(),
                                                      std::move(std::get<std::string>(content)));
    dsl::Diagnostics diagnostics;
    auto lock = parse_lock(source, diagnostics);
    lock.file = file;
    say(dsl::render(diagnostics, wants_color(options, 2)));
    if (options.verbose) say_note(fmt::format("using {}", file.string()));
    options.lock = std::move(lock);
    return diagnostics.has_errors() ? Exit::Plugin : Exit::Fine;
}

}  // namespace colonnade::cli
