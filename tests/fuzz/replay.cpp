// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without clang. Over files, and those of folders in the order of their names:
// what fuzzing once found stays found in every ordinary test run. Or over inputs made out of these,
// for a short look at what they stand beside; what ends the process there is kept as a file, and
// the same seed does it again.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/dictionary.hpp"
#include "tests/fuzz/entry.hpp"
#include "tests/fuzz/last_input.hpp"
#include "tests/fuzz/mutator.hpp"

namespace fs = std::filesystem;
using namespace colonnade;

namespace {

constexpr auto Usage =
    "usage: %s FILE_OR_FOLDER...\n"
    "       %s FILE_OR_FOLDER... --mutate SECONDS [--inputs COUNT] [--seed NUMBER]\n"
    "           [--words DICTIONARY] [--most-bytes COUNT] [--most-seconds OF_AN_INPUT]\n"
    "           [--keep PREFIX]\n";

struct Asked {
    std::vector<fs::path> files;
    std::map<std::string, std::string> options;  // without their dashes

    [[nodiscard]] std::uint64_t number(const std::string& name, std::uint64_t otherwise) const {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : std::stoull(found->second);
    }
};

bool is_there(const fs::path& path) {
    return fs::exists(path);
}

void add_files(const fs::path& path, std::vector<fs::path>& files) {
    if (!fs::is_directory(path)) return files.push_back(path);
    const auto before = static_cast<std::ptrdiff_t>(files.size());
    for (const auto& entry : fs::directory_iterator(path)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin() + before, files.end());
}

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The copy ends where the input does, so that a sanitizer sees who reads on.
void run(const std::string& input) {
    const auto bytes = std::make_unique<std::uint8_t[]>(input.size());
    std::copy(input.begin(), input.end(), bytes.get());
    static_cast<void>(LLVMFuzzerTestOneInput(bytes.get(), input.size()));
}

void replay(const fs::path& path) {
    // Named before it runs: the last name is the one that ended the process.
    static_cast<void>(std::printf("%s\n", path.filename().c_str()));
    static_cast<void>(std::fflush(stdout));
    run(content(path));
}

fuzz::Mutator mutator(const Asked& asked, std::uint64_t seed) {
    fuzz::Material material;
    std::transform(asked.files.begin(), asked.files.end(), std::back_inserter(material.inputs),
                   content);
    if (const auto words = asked.options.find("words"); words != asked.options.end())
        material.words = fuzz::words_of(content(words->second));
    material.most_bytes = asked.number("most-bytes", material.most_bytes);
    return {seed, std::move(material)};
}

int mutate(const Asked& asked) {
    using Clock = std::chrono::steady_clock;
    const auto seed = asked.number("seed", std::random_device()());
    const auto end = Clock::now() + std::chrono::seconds(asked.number("mutate", 0));
    const auto most = asked.number("inputs", std::numeric_limits<std::uint64_t>::max());
    const auto prefix = asked.options.contains("keep") ? asked.options.at("keep") : "kept-";
    static_cast<void>(std::printf("seed %ju\n", std::uintmax_t{seed}));
    static_cast<void>(std::fflush(stdout));
    auto inputs = mutator(asked, seed);
    const auto most_seconds = static_cast<unsigned>(asked.number("most-seconds", 25));
    fuzz::keep_last_input();
    std::uint64_t count = 0;
    for (; count < most && Clock::now() < end; ++count) {
        const auto input = inputs.next();
        fuzz::note_input(input, prefix + std::to_string(seed) + "-" + std::to_string(count),
                         most_seconds);
        run(input);
    }
    fuzz::note_no_input();
    static_cast<void>(std::printf("%ju inputs\n", std::uintmax_t{count}));
    return count == 0 ? 1 : 0;
}

Asked read(int count, char** arguments) {
    Asked asked;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        if (!word.starts_with("--"))
            add_files(word, asked.files);
        else if (i + 1 < count)
            asked.options[word.substr(2)] = arguments[++i];
    }
    return asked;
}

}  // namespace

int main(int count, char** arguments) {
    const auto asked = read(count, arguments);
    if (asked.files.empty() || !std::all_of(asked.files.begin(), asked.files.end(), is_there)) {
        static_cast<void>(std::fprintf(stderr, Usage, arguments[0], arguments[0]));
        return 2;
    }
    if (asked.options.contains("mutate")) return mutate(asked);
    std::for_each(asked.files.begin(), asked.files.end(), replay);
    static_cast<void>(std::printf("%zu inputs\n", asked.files.size()));
    return 0;
}
