// SPDX-License-Identifier: Apache-2.0
#include "choose_folder.hpp"

#include <algorithm>

#include "as_of.hpp"

namespace colonnade::linkedin {
namespace {

struct Folder {
    std::string name;
    Time day;
    std::uint64_t bytes = 0;
};

std::vector<Folder> folders_of(Container& container, const std::vector<KnownFile>& files) {
    std::vector<Folder> folders;
    for (const auto& file : files) {
        auto found = std::find_if(folders.begin(), folders.end(), [&file](const Folder& folder) {
            return folder.name == file.folder;
        });
        if (found == folders.end()) {
            found = folders.insert(found, {file.folder, day_in_name(file.folder), 0});
        }
        found->bytes += container.size(file.entry);
    }
    return folders;
}

}  // namespace

std::string choose_folder(Container& container, const std::vector<KnownFile>& files) {
    const auto is_one = std::all_of(files.begin(), files.end(), [&files](const KnownFile& file) {
        return file.folder == files.front().folder;
    });
    if (is_one) return files.front().folder;
    const auto folders = folders_of(container, files);
    // The first of equals: max_element keeps it.
    return std::max_element(folders.begin(), folders.end(),
                            [](const Folder& left, const Folder& right) {
                                return left.day != right.day ? left.day < right.day
                                                             : left.bytes < right.bytes;
                            })
        ->name;
}

}  // namespace colonnade::linkedin
