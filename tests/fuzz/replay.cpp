// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over the files of a folder, in the order of their names: what fuzzing once
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
    if (count != 2 || !fs::is_directory(arguments[1])) {
        static_cast<void>(std::fprintf(stderr, "usage: %s FOLDER\n", arguments[0]));
        return 2;
    }
    const auto files = files_in(arguments[1]);
    for (const auto& file : files)
        run(file);
    static_cast<void>(std::printf("%zu inputs\n", files.size()));
    return files.empty() ? 1 : 0;
}
