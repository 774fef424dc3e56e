// SPDX-License-Identifier: Apache-2.0
#include "cli/watch.hpp"

#include <chrono>
#include <thread>

#include "engine/load/image.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

// Short enough to feel at once, long enough to cost nothing.
constexpr std::chrono::milliseconds Pause{250};

void add_files(const fs::path& folder, Snapshot& snapshot) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const auto& path = at->path();
        if (path.extension() != ".yaml" && path.extension() != ".json" &&
            !engine::is_image_name(path.native()))
            continue;
        // A file that vanishes in between is a change like any other.
        std::error_code gone;
        const auto written = fs::last_write_time(path, gone);
        const auto size = gone ? 0 : fs::file_size(path, gone);
        if (!gone) snapshot[path] = {written, size};
    }
}

}  // namespace

Snapshot snapshot_of(const std::vector<fs::path>& folders) {
    Snapshot snapshot;
    for (const auto& folder : folders) {
        const auto here = folder.empty() ? fs::path(".") : folder;
        for (const auto& part : {here, here / "schemas", here / "lists"})
            add_files(part, snapshot);
    }
    return snapshot;
}

void wait_for_change(const std::vector<fs::path>& folders, const Snapshot& before) {
    do {
        std::this_thread::sleep_for(Pause);
    } while (snapshot_of(folders) == before);
}

}  // namespace colonnade::cli
