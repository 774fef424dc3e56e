// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// False where not everything could be written.
bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

bool wants_color(const Options& options, int descriptor) {
    if (options.color == "always") return true;
    if (options.color == "never" || std::getenv("NO_COLOR") != nullptr) return false;
    return ::isatty(descriptor) == 1;
}

void say(std::string_view text) {
    (void)write_all(STDERR_FILENO, text);
}

void say_error(std::string_view message, std::string_view help) {
    auto text = fmt::format("error: {}\n", dsl::visible(message));
    if (!help.empty()) text += fmt::format("help: {}\n", dsl::visible(help));
    say(text);
}

void say_note(std::string_view message) {
    say(fmt::format("note: {}\n", dsl::visible(message)));
}

Exit write_output(const Options& options, std::string_view text) {
    if (options.output.empty() || options.output == "-") {
        if (write_all(STDOUT_FILENO, text)) return Exit::Fine;
        // A reader that has seen enough (`| head`) is no failure.
        if (errno == EPIPE) return Exit::Fine;
        say_error(fmt::format("cannot write to standard output: {}", std::strerror(errno)));
        return Exit::Output;
    }
    if (const auto problem = engine::write_file(options.output, text)) {
        say_error(problem->message);
        return Exit::Output;
    }
    return Exit::Fine;
}

}  // namespace colonnade::cli
