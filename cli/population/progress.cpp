// SPDX-License-Identifier: Apache-2.0
#include "cli/population/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Often enough to look alive, seldom enough to cost nothing and to be read.
constexpr auto Pause = std::chrono::milliseconds(200);
constexpr std::size_t BarWidth = 16;
// What is left is guessed from what is done; from less than this nothing can be.
constexpr double LeastShare = 0.001;

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string clock_text(double seconds) {
    const auto whole = static_cast<long>(std::min(seconds, 359'999.0));
    const auto minutes = fmt::format("{:02}:{:02}", whole / 60 % 60, whole % 60);
    return whole < 3600 ? minutes : fmt::format("{}:{}", whole / 3600, minutes);
}

std::string people_text(std::size_t people, double seconds) {
    const auto rate = seconds > 0 ? static_cast<double>(people) / seconds : 0.0;
    return fmt::format("{} people, {} per second", grouped(people),
                       grouped(static_cast<std::size_t>(rate)));
}

// `seconds`: for the share that is done.
std::string bar_text(double share, double seconds) {
    const auto left = share < LeastShare ? std::string("?") : clock_text(seconds / share - seconds);
    return fmt::format("{} {:3.0f}%, {} left, ", bar(share, BarWidth), share * 100, left);
}

// A line that wraps could not be taken away.
std::size_t width() {
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return TextWidth;
    return std::min<std::size_t>(TextWidth, size.ws_col);
}

}  // namespace

Progress::Progress() : is_wanted_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (is_wanted_) show_status({});
}

void Progress::begin(std::optional<std::size_t> bytes_in_all) {
    bytes_in_all_ = bytes_in_all;
    source_begin_ = Clock::now();
}

void Progress::show(std::size_t people, std::size_t bytes_read) {
    if (!is_wanted_ || Clock::now() < next_) return;
    next_ = Clock::now() + Pause;
    std::string line;
    if (bytes_in_all_.value_or(0) > 0) {
        const auto share = static_cast<double>(bytes_read) / static_cast<double>(*bytes_in_all_);
        line = bar_text(std::min(share, 1.0), seconds_since(source_begin_));
    }
    line += people_text(people, seconds_since(begin_));
    show_status(dsl::cut_to_width(line, width()));
}

void Progress::finish(std::size_t people, std::size_t rejects) const {
    if (!is_wanted_) return;
    const auto seconds = seconds_since(begin_);
    say_note(fmt::format("{} in {:.1f} seconds, {} left out", people_text(people, seconds), seconds,
                         counted(rejects, "line")));
}

}  // namespace colonnade::cli
