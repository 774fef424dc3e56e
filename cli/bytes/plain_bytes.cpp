// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes/plain_bytes.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace colonnade::cli {
namespace {

constexpr std::size_t StartBytes = 4;

}  // namespace

PlainBytes::PlainBytes(int descriptor) : descriptor_(descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        size_ = static_cast<std::size_t>(status.st_size);
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

std::size_t PlainBytes::read_file(char* into, std::size_t most) {
    ssize_t got = 0;
    do {
        got = ::read(descriptor_, into, most);
    } while (got < 0 && errno == EINTR);
    if (got < 0) problem_ = std::strerror(errno);
    const auto count = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    taken_ += count;
    return count;
}

}  // namespace colonnade::cli
