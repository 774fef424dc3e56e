// SPDX-License-Identifier: Apache-2.0
// Files of the language: any bytes taken for a schema, a word list, answers and a rulebook over the
// bundled schema.
#include "tests/fuzz/everything.hpp"

using namespace colonnade;
using fuzz::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source =
        std::make_shared<const dsl::Source>("fuzzed.yaml", fuzz::text_of(data, size));
    dsl::Diagnostics diagnostics;
    auto root = dsl::read_yaml(source, diagnostics);
    fuzz::check_findings(diagnostics, *source);
    hold(root.has_value() || diagnostics.has_errors(), "a file is only refused with a reason");
    if (root) fuzz::read_as_everything({{source}, std::move(*root)});
    return 0;
}
