// SPDX-License-Identifier: Apache-2.0
// Layout: any bytes laid out. A file that can be laid out says the same afterwards and keeps its
// comments (the formatter ends the process itself where not), and laid out again it stays as it is.
#include "dsl/format/format.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

std::optional<std::string> laid_out(const std::string& text, dsl::Diagnostics& diagnostics) {
    return dsl::lay_out_file(std::make_shared<const dsl::Source>("fuzzed.yaml", text), diagnostics);
}

dsl::Node read(const std::string& text) {
    dsl::Diagnostics diagnostics;
    auto root =
        dsl::read_yaml(std::make_shared<const dsl::Source>("fuzzed.yaml", text), diagnostics);
    hold(root && !diagnostics.has_errors(), "what is laid out can be read", text);
    return std::move(*root);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    dsl::Diagnostics diagnostics;
    const auto once = laid_out(text, diagnostics);
    hold(once.has_value() || diagnostics.has_errors(), "a file is only refused with a reason");
    if (!once) return 0;
    // With an end of its last line: yaml-cpp takes blanks in a last line without one for text.
    hold(dsl::say_the_same(read(text + "\n"), read(*once)), "the layout changes no word", *once);
    const auto twice = laid_out(*once, diagnostics);
    hold(twice == once, "what is laid out stays as it is", *once);
    hold(once->empty() || once->ends_with('\n'), "the last line has an end", *once);
    hold(once->find('\r') == std::string::npos, "a line ends with a line feed", *once);
    return 0;
}
