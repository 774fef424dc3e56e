// SPDX-License-Identifier: Apache-2.0
// A plugin's library as it was when it was read: a copy in memory that nobody can change any more.
// What was hashed is what is loaded; the file may be exchanged in between without any effect.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// A plugin of ours has 100 KB, one in Rust 5 MB; beyond this something else was put there.
inline constexpr std::size_t MostLibraryBytes = 256 * 1024 * 1024;

class SealedLibrary {
public:
    // `file` as `find_library` gives it. Null with `refusal` filled where it cannot be read, or
    // where the system has no memory of this sort.
    [[nodiscard]] static std::shared_ptr<const SealedLibrary> read(
        const std::filesystem::path& file, Refusal& refusal);
    // One whose descriptor was handed over by the process that read it; it is owned from now on.
    // Its digest is not known.
    [[nodiscard]] static std::shared_ptr<const SealedLibrary> inherited(int descriptor,
                                                                        const std::string& id);
    ~SealedLibrary();
    SealedLibrary(const SealedLibrary&) = delete;
    SealedLibrary& operator=(const SealedLibrary&) = delete;

    // Where it was read; an inherited one does not know more than `ID.so`.
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] std::string id() const { return file_.stem().string(); }
    // The sealed bytes; none of an inherited one.
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    // Of the sealed bytes, 64 hexadecimal digits.
    [[nodiscard]] const std::string& sha256() const { return sha256_; }
    [[nodiscard]] int descriptor() const { return descriptor_; }
    // What this process opens to get at the bytes, as long as the object lives.
    [[nodiscard]] std::filesystem::path content() const;

private:
    SealedLibrary(std::filesystem::path file, int descriptor)
        : file_(std::move(file)), descriptor_(descriptor) {}
    [[nodiscard]] bool map();

    std::filesystem::path file_;
    int descriptor_;
    std::string_view bytes_;  // mapped, unless there are none
    std::string sha256_;
};

}  // namespace colonnade::engine
