// SPDX-License-Identifier: Apache-2.0
// Memory that two processes see. Its size never changes, so that neither can pull it away from
// under the other; the pages that nobody touched take no room. Before and after it are pages that
// nobody may touch: who runs out of it is ended there, whatever else lies in the process.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace colonnade::engine {

class SharedMemory {
public:
    enum class Others { Read, Write };
    // Writable here; `others` who are handed the descriptor can map it in this way only. Null with
    // words in `problem`.
    [[nodiscard]] static std::unique_ptr<SharedMemory> create(const char* name, std::size_t size,
                                                              Others others, std::string& problem);
    // What another process handed over; the descriptor is closed. Null where it cannot be mapped.
    [[nodiscard]] static std::unique_ptr<SharedMemory> receive(int descriptor, std::size_t size,
                                                               bool writable);
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::span<std::byte> bytes() const { return bytes_; }

private:
    SharedMemory(int descriptor, std::span<std::byte> bytes)
        : descriptor_(descriptor), bytes_(bytes) {}

    int descriptor_;  // or -1
    std::span<std::byte> bytes_;
};

}  // namespace colonnade::engine
