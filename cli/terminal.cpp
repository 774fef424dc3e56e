// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <utility>

#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::cli {
namespace {

constexpr auto EmptyLine = "\r\x1b[K";
std::mutex status_mutex;  // a plugin may have something to say on any thread
bool status_is_shown = false;
std::string* heard_by = nullptr;

// In the place of the status line, where there is one.
void replace_status(std::string_view text, bool is_status) {
    const std::lock_guard lock(status_mutex);
    const bool was_shown = std::exchange(status_is_shown, is_status && !text.empty());
    if (heard_by != nullptr && !is_status) *heard_by += text;
    if (text.empty() && !was_shown) return;
    const auto* begin = was_shown || is_status ? EmptyLine : "";
    (void)write_all(STDERR_FILENO, fmt::format("{}{}", begin, text));
}

Exit write_through(const std::string& path, std::string_view text) {
    const int descriptor =
        engine::uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_CLOEXEC); });
    bool written = descriptor >= 0 && write_all(descriptor, text);
    const int error = errno;
    if (descriptor >= 0) written = ::close(descriptor) == 0 && written;
    if (written || error == EPIPE) return Exit::Fine;
    say_error(fmt::format("cannot write `{}`: {}", path, std::strerror(error)));
    return Exit::Output;
}

void say_with_help(std::string_view what, std::string_view message, std::string_view help) {
    auto text = fmt::format("{}: {}\n", what, dsl::visible(message));
    if (!help.empty()) text += fmt::format("help: {}\n", dsl::visible(help));
    say(text);
}

}  // namespace

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written =
            engine::uninterrupted([&] { return ::write(descriptor, text.data(), text.size()); });
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool is_no_file(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return !error && std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
           !std::filesystem::is_directory(status);
}

bool wants_color(const Options& options, int descriptor) {
    if (options.color == "always") return true;
    if (options.color == "never" || std::getenv("NO_COLOR") != nullptr) return false;
    return ::isatty(descriptor) == 1;
}

void say(std::string_view text) {
    replace_status(text, false);
}

Heard::Heard() {
    const std::lock_guard lock(status_mutex);
    heard_by = &said_;
}

Heard::~Heard() {
    const std::lock_guard lock(status_mutex);
    heard_by = nullptr;
}

// Of a finding with a place (`x.yaml:3:1: error: …`) all of the line.
std::string Heard::first_error() const {
    constexpr std::string_view Word = "error: ";
    const auto at = said_.find(Word);
    if (at == std::string::npos) return {};
    const auto line = at == 0 ? std::string::npos : said_.rfind('\n', at - 1);
    auto begin = line == std::string::npos ? 0 : line + 1;
    if (begin == at) begin += Word.size();
    return said_.substr(begin, said_.find('\n', at) - begin);
}

void show_status(std::string_view line) {
    replace_status(line, true);
}

void say_error(std::string_view message, std::string_view help) {
    say_with_help("error", message, help);
}

void say_warning(std::string_view message, std::string_view help) {
    say_with_help("warning", message, help);
}

void say_note(std::string_view message) {
    say(fmt::format("note: {}\n", dsl::visible(message)));
}

void say_no_memory() {
    if (status_is_shown) (void)write_all(STDERR_FILENO, EmptyLine);
    (void)write_all(STDERR_FILENO, "error: not enough memory\n");
}

void say_clear() {
    (void)write_all(STDOUT_FILENO, "\x1b[2J\x1b[H");
}

Exit write_file(const std::string& path, std::string_view text) {
    if (is_no_file(path)) return write_through(path, text);
    if (const auto problem = engine::write_file(path, text)) {
        say_error(problem->message);
        return Exit::Output;
    }
    return Exit::Fine;
}

Exit write_output(const Options& options, std::string_view text) {
    if (!options.output.empty() && options.output != "-") return write_file(options.output, text);
    if (write_all(STDOUT_FILENO, text)) return Exit::Fine;
    // A reader that has seen enough (`| head`) is no failure.
    if (errno == EPIPE) return Exit::Fine;
    say_error(fmt::format("cannot write to standard output: {}", std::strerror(errno)));
    return Exit::Output;
}

}  // namespace colonnade::cli
