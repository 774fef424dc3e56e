// SPDX-License-Identifier: Apache-2.0
#include "cli/new_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "cli/terminal.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

// What is written while it is not whole: beside the folder, for a rename within one file system is
// all or nothing. Gone with this object unless it has become the folder.
class Draft {
public:
    explicit Draft(const fs::path& path) : name_((path.parent_path() / ".new-XXXXXX").string()) {
        if (::mkdtemp(name_.data()) == nullptr) error_.assign(errno, std::generic_category());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        std::error_code ignored;
        if (!error_) fs::remove_all(name_, ignored);
    }

    [[nodiscard]] const std::error_code& error() const { return error_; }
    [[nodiscard]] fs::path file(const std::string& name) const { return fs::path(name_) / name; }

    // Others may look into it, as into any folder; they may not write.
    [[nodiscard]] std::error_code become(const fs::path& path) const {
        std::error_code error;
        fs::permissions(name_, fs::perms{0755}, error);
        if (!error) fs::rename(name_, path, error);
        return error;
    }

private:
    std::string name_;
    std::error_code error_;
};

std::optional<std::string> write_folder(const fs::path& path,
                                        const std::map<std::string, std::string>& files) {
    const Draft draft(path);
    const auto refusal = [&](const std::error_code& why) {
        return fmt::format("cannot write `{}`: {}", path.string(), why.message());
    };
    if (draft.error()) return refusal(draft.error());
    for (const auto& [name, content] : files) {
        if (auto problem = engine::write_file(draft.file(name), content)) return problem->message;
    }
    if (const auto error = draft.become(path)) return refusal(error);
    return std::nullopt;
}

}  // namespace

Exit make_folder(const fs::path& path, const std::map<std::string, std::string>& files) {
    const auto problem = write_folder(path, files);
    if (!problem) return Exit::Fine;
    say_error(*problem);
    return Exit::Output;
}

}  // namespace colonnade::cli
