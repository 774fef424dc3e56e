// SPDX-License-Identifier: Apache-2.0
// A target with faults: each way in which an input can end a process, asked for by a word.
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <thread>

#include "tests/fuzz/entry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto has = [&](std::string_view word) { return text.find(word) != text.npos; };
    if (has("abort")) std::abort();
    if (has("throw")) throw std::runtime_error("nobody takes it");
    if (has("hang")) std::this_thread::sleep_for(std::chrono::minutes(1));
    if (has("fault")) {
        const volatile char* volatile nowhere = nullptr;
        return *nowhere;
    }
    // Only a sanitizer sees that.
    if (has("beyond")) return static_cast<const volatile std::uint8_t*>(data)[size] & 0;
    return 0;
}
