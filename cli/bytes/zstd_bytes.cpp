// SPDX-License-Identifier: Apache-2.0
// The one place that meets libzstd.
#include <zstd.h>

#include <new>

#include "cli/bytes/compressed_bytes.hpp"

namespace colonnade::cli {
namespace {

class ZstdBytes final : public CompressedBytes {
public:
    // Windows beyond the library's own limit (128 MiB) are refused by it.
    explicit ZstdBytes(std::unique_ptr<ByteSource> file)
        : CompressedBytes(std::move(file)), stream_(::ZSTD_createDStream()) {
        if (stream_ == nullptr) throw std::bad_alloc();
    }
    ~ZstdBytes() override { ::ZSTD_freeDStream(stream_); }

    [[nodiscard]] std::size_t read(char* into, std::size_t most) override {
        ZSTD_outBuffer out{into, most, 0};
        while (out.pos == 0 && problem().empty()) {
            // It may hold back what did not fit into the last buffer.
            const bool is_drained = !has_more_;
            if (is_drained && in_.pos == in_.size && !refill()) break;
            const auto left = ::ZSTD_decompressStream(stream_, &out, &in_);
            if (::ZSTD_isError(left) != 0) {
                fail("the zstd data is damaged");
                break;
            }
            is_between_ = left == 0;
            has_more_ = left != 0 && out.pos == out.size;
        }
        return out.pos;
    }

private:
    // False at the end of the file.
    bool refill() {
        in_ = {piece(), read_file(), 0};
        if (in_.size == 0 && !is_between_ && problem().empty())
            fail("the zstd data ends too early");
        return in_.size > 0;
    }

    ZSTD_DStream* stream_ = nullptr;
    ZSTD_inBuffer in_{};
    bool is_between_ = true;  // frames
    bool has_more_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> zstd_bytes(std::unique_ptr<ByteSource> file) {
    return std::make_unique<ZstdBytes>(std::move(file));
}

}  // namespace colonnade::cli
