// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes/plain_bytes.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "engine/load/uninterrupted.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t StartBytes = 4;

}  // namespace

PlainBytes::PlainBytes(int descriptor) : descriptor_(descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return;
    size_ = static_cast<std::size_t>(status.st_size);
    begin_ = static_cast<std::size_t>(std::max<off_t>(::lseek(descriptor, 0, SEEK_CUR), 0));
}

PlainBytes::~PlainBytes() {
    ::close(descriptor_);
}

std::string_view PlainBytes::start() {
    while (looked_at_.size() < StartBytes) {
        const auto before = looked_at_.size();
        looked_at_.resize(StartBytes);
        const auto got = read_file(looked_at_.data() + before, StartBytes - before);
        looked_at_.resize(before + got);
        if (got == 0) break;
    }
    return looked_at_;
}

std::size_t PlainBytes::read(char* into, std::size_t most) {
    if (looked_at_.empty()) return read_file(into, most);
    const auto count = std::min(most, looked_at_.size());
    std::copy_n(looked_at_.begin(), count, into);
    looked_at_.erase(0, count);
    return count;
}

bool PlainBytes::is_more_waiting() const {
    pollfd waiting{descriptor_, POLLIN, 0};
    return !looked_at_.empty() || ::poll(&waiting, 1, 0) != 0;
}

std::size_t PlainBytes::read_file(char* into, std::size_t most) {
    const auto got = engine::uninterrupted([&] { return ::read(descriptor_, into, most); });
    if (got < 0) problem_ = std::strerror(errno);
    if (got == 0 && begin_ + taken_ < size_.value_or(0)) problem_ = BecameShorter;
    const auto count = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    taken_ += count;
    return count;
}

}  // namespace colonnade::cli
