// SPDX-License-Identifier: Apache-2.0
// The one place that meets zlib.
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "cli/bytes/compressed_bytes.hpp"

namespace colonnade::cli {
namespace {

// The largest window, and gzip's own header and checksum.
constexpr int GzipWindow = 15 + 16;

class GzipBytes final : public CompressedBytes {
public:
    explicit GzipBytes(std::unique_ptr<ByteSource> file) : CompressedBytes(std::move(file)) {
        if (::inflateInit2(&stream_, GzipWindow) != Z_OK) throw std::bad_alloc();
    }
    ~GzipBytes() override { ::inflateEnd(&stream_); }

    [[nodiscard]] std::size_t read(char* into, std::size_t most) override {
        most = std::min<std::size_t>(most, std::numeric_limits<unsigned>::max());
        stream_.next_out = reinterpret_cast<Bytef*>(into);
        stream_.avail_out = static_cast<unsigned>(most);
        while (stream_.avail_out == most && problem().empty()) {
            if (stream_.avail_in == 0 && !refill()) break;
            if (!is_between_ || begin_member()) inflate_some();
        }
        return most - stream_.avail_out;
    }

private:
    // False at the end of the file.
    bool refill() {
        stream_.next_in = reinterpret_cast<Bytef*>(piece());
        stream_.avail_in = static_cast<unsigned>(read_file());
        if (stream_.avail_in == 0 && !is_between_ && problem().empty())
            fail("the gzip data ends too early");
        return stream_.avail_in > 0;
    }

    // A file may hold several members, and zeros behind the last one. False where only zeros came.
    bool begin_member() {
        while (stream_.avail_in > 0 && has_member_ && *stream_.next_in == 0) {
            ++stream_.next_in;
            --stream_.avail_in;
        }
        if (stream_.avail_in == 0) return false;
        is_between_ = false;
        has_member_ = true;
        return ::inflateReset(&stream_) == Z_OK;
    }

    void inflate_some() {
        const int code = ::inflate(&stream_, Z_NO_FLUSH);
        if (code == Z_STREAM_END) {
            is_between_ = true;
        } else if (code == Z_MEM_ERROR) {
            throw std::bad_alloc();
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            fail("the gzip data is damaged");
        }
    }

    z_stream stream_{};
    bool is_between_ = true;  // members
    bool has_member_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> file) {
    return std::make_unique<GzipBytes>(std::move(file));
}

}  // namespace colonnade::cli
