// SPDX-License-Identifier: Apache-2.0
// Standard output and error: whether they take colour, and writing that notices failure.
#pragma once

#include <string>
#include <string_view>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// For standard output (1) or error (2).
[[nodiscard]] bool wants_color(const Options& options, int descriptor);

// One or more lines on standard error: `error: …` or `warning: …`, then `help: …` where there is
// one.
void say_error(std::string_view message, std::string_view help = {});
void say_warning(std::string_view message, std::string_view help = {});
void say_note(std::string_view message);
// The one message that takes no memory.
void say_no_memory();
// As it is.
void say(std::string_view text);

// What is said while this lives, for a place that tells it again. One at a time.
class Heard {
public:
    Heard();
    Heard(const Heard&) = delete;
    Heard& operator=(const Heard&) = delete;
    ~Heard();

    // The first error, without the word; empty where there was none.
    [[nodiscard]] std::string first_error() const;

private:
    std::string said_;
};

// One line on a terminal's standard error that stands until something else is said or shown there;
// empty takes it away.
void show_status(std::string_view line);

// An empty terminal to write to.
void say_clear();

// False where not everything could be written; `errno` says why.
[[nodiscard]] bool write_all(int descriptor, std::string_view text);

// A device or a pipe must be written to; a file is replaced as a whole, which would put it in the
// place of the device.
[[nodiscard]] bool is_no_file(const std::string& path);

// All or nothing; a device or a pipe is written to.
[[nodiscard]] Exit write_file(const std::string& path, std::string_view text);

// Writes a whole output to standard output or, all or nothing, to `options.output`.
[[nodiscard]] Exit write_output(const Options& options, std::string_view text);

}  // namespace colonnade::cli
