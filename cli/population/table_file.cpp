// SPDX-License-Identifier: Apache-2.0
#include "cli/population/table_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::cli {

TableFile::TableFile(std::string path) : path_(std::move(path)) {
    if (path_.empty() || path_ == "-") {
        descriptor_ = STDOUT_FILENO;
    } else if (is_no_file(path_)) {
        descriptor_ =
            engine::uninterrupted([&] { return ::open(path_.c_str(), O_WRONLY | O_CLOEXEC); });
        if (descriptor_ < 0) fail(errno);
    } else {
        auto created = engine::NewFile::create(path_);
        if (auto* file = std::get_if<engine::NewFile>(&created)) {
            file_.emplace(std::move(*file));
        } else {
            say_error(std::get<engine::FileProblem>(created).message);
            exit_ = Exit::Output;
            is_wanted_ = false;
        }
    }
}

TableFile::~TableFile() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool TableFile::write(std::string_view text) {
    if (!is_wanted_) return false;
    if (!file_) {
        if (!write_all(descriptor_, text)) fail(errno);
    } else if (const auto problem = file_->append(text)) {
        say_error(problem->message);
        exit_ = Exit::Output;
        is_wanted_ = false;
    }
    return is_wanted_;
}

Exit TableFile::finish() {
    if (!is_wanted_ || !file_) return exit_;
    if (const auto problem = file_->put_in_place()) {
        say_error(problem->message);
        exit_ = Exit::Output;
    }
    return exit_;
}

// A reader that has seen enough (`| head`) is no failure.
void TableFile::fail(int error) {
    is_wanted_ = false;
    if (error == EPIPE) return;
    const auto name = descriptor_ == STDOUT_FILENO ? "to standard output"
                                                   : fmt::format("`{}`", dsl::visible(path_));
    say_error(fmt::format("cannot write {}: {}", name, std::strerror(error)));
    exit_ = Exit::Output;
}

}  // namespace colonnade::cli
