// SPDX-License-Identifier: Apache-2.0
#include "engine/host/stream.hpp"

#include <system_error>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/file_stream.hpp"
#include "engine/host/folder_stream.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

// The last part as the person wrote it, also of `exports/` and `.`.
std::string last_part(const fs::path& path) {
    auto name = path.filename();
    if (name.empty()) name = path.parent_path().filename();
    if (name.empty() || name == "." || name == "..") {
        std::error_code code;
        name = fs::canonical(path, code).filename();
    }
    const auto text = name.string();
    return dsl::first_invalid_utf8(text) == std::string::npos ? text : dsl::visible(text);
}

std::int64_t read_nothing(const colonnade_stream* /*stream*/, std::int64_t /*offset*/,
                          void* /*buffer*/, std::int64_t /*size*/) {
    return -1;
}

void close_nothing(const colonnade_stream* /*stream*/) {}

}  // namespace

HostStream::HostStream(std::string name) : name_(std::move(name)) {
    abi_.size = sizeof abi_;
    abi_.name = abi_text(name_);
    abi_.read_at = read_nothing;
    abi_.close = close_nothing;
}

std::unique_ptr<HostStream> open_stream(const fs::path& path, std::string& problem) {
    std::error_code code;
    const auto status = fs::status(path, code);
    if (status.type() == fs::file_type::not_found) {
        problem = "there is nothing of this name";
        return nullptr;
    }
    if (fs::is_directory(status)) return FolderStream::open(path, last_part(path), problem);
    return FileStream::open(path, last_part(path), true, problem);
}

}  // namespace colonnade::engine
