// SPDX-License-Identifier: Apache-2.0
// Unpacked exports: a line `>>> NAME` of the input begins a file of the folder, what follows up to
// the next such line is its content.
#include <string_view>

#include "tests/fuzz/import.hpp"

using namespace colonnade;

namespace {

constexpr std::string_view Mark = ">>> ";

std::vector<std::pair<std::string, std::string>> files_in(const std::string& input) {
    std::vector<std::pair<std::string, std::string>> files;
    for (std::size_t at = 0; at < input.size();) {
        const auto end = std::min(input.find('\n', at), input.size() - 1) + 1;
        const std::string_view line(input.data() + at, end - at);
        if (line.starts_with(Mark)) {
            const auto name = line.substr(Mark.size());
            files.emplace_back(name.substr(0, name.find('\n')), std::string());
        } else if (!files.empty()) {
            files.back().second += line;
        }
        at = end;
    }
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::MemoryStream folder("Complete_LinkedInDataExport_11-20-2026",
                                    files_in(fuzz::text_of(data, size)));
    fuzz::import(folder);
    return 0;
}
