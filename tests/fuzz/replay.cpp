// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over the files of folders, in the order of their names: what fuzzing once
// found stays found in every ordinary test run, without clang.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz.hpp"

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void run(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    // Named before it runs: the last name is the one that ended the process.
    static_cast<void>(std::printf("%s\n", path.filename().c_str()));
    static_cast<void>(std::fflush(stdout));
    static_cast<void>(
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<fs::path> folders(arguments + 1, arguments + count);
    if (folders.empty() || !std::all_of(folders.begin(), folders.end(), [](const fs::path& path) {
            return fs::is_directory(path);
        })) {
        static_cast<void>(std::fprintf(stderr, "usage: %s FOLDER...\n", arguments[0]));
        return 2;
    }
    std::size_t inputs = 0;
    for (const auto& folder : folders) {
        for (const auto& file : files_in(folder)) {
            run(file);
            ++inputs;
        }
    }
    static_cast<void>(std::printf("%zu inputs\n", inputs));
    return inputs == 0 ? 1 : 0;
}
