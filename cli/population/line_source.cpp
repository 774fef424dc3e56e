// SPDX-License-Identifier: Apache-2.0
#include "cli/population/line_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::cli {
namespace {

Exit say_unreadable(const std::string& path, int error) {
    say_error(fmt::format("cannot read `{}`: {}", dsl::visible(path), std::strerror(error)));
    return Exit::Data;
}

}  // namespace

std::variant<LineSource, Exit> LineSource::open(const std::string& path, std::size_t chunk_bytes) {
    const int descriptor = path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                       : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return say_unreadable(path, errno);
    LineSource source(path, descriptor, chunk_bytes);
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        source.bytes_in_all_ = static_cast<std::size_t>(status.st_size);
    return source;
}

LineSource::LineSource(std::string path, int descriptor, std::size_t chunk_bytes)
    : path_(std::move(path)), descriptor_(descriptor), chunk_bytes_(chunk_bytes) {}

LineSource::LineSource(LineSource&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      chunk_bytes_(other.chunk_bytes_),
      bytes_in_all_(other.bytes_in_all_) {}

LineSource::~LineSource() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool LineSource::next(Chunk& chunk) {
    auto& text = chunk.text;
    text.assign(rest_);
    rest_.clear();
    std::size_t end = std::string::npos;
    while (end == std::string::npos || text.size() < chunk_bytes_) {
        if (read_more(text) == 0) break;
        end = text.rfind('\n');
        if (end == std::string::npos && text.size() > engine::MostDocumentBytes) {
            cut_long_line(text);
            break;
        }
    }
    if (end != std::string::npos && !is_at_end_) {
        rest_.assign(text, end + 1);
        text.resize(end + 1);
    }
    if (next_line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    chunk.first_line = next_line_;
    next_line_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return !text.empty() && !failed_;
}

// Appends the next bytes; 0 at the end.
std::size_t LineSource::read_more(std::string& text) {
    const auto before = text.size();
    text.resize(std::max(chunk_bytes_, before + chunk_bytes_ / 4));
    ssize_t got = 0;
    do {
        got = ::read(descriptor_, text.data() + before, text.size() - before);
    } while (got < 0 && errno == EINTR);
    is_at_end_ = got <= 0;
    if (got < 0) {
        static_cast<void>(say_unreadable(path_, errno));
        failed_ = true;
    }
    text.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    bytes_read_ += text.size() - before;
    return text.size() - before;
}

// One byte more than a document may have is enough to refuse it; the rest of the line is skipped.
void LineSource::cut_long_line(std::string& text) {
    std::string more;
    for (;;) {
        more.clear();
        if (read_more(more) == 0) break;
        const auto end = more.find('\n');
        if (end == std::string::npos) continue;
        rest_.assign(more, end + 1);
        break;
    }
    text.resize(engine::MostDocumentBytes + 1);
    text += '\n';
}

}  // namespace colonnade::cli
