// SPDX-License-Identifier: Apache-2.0
// Files of the language: any bytes taken for a schema, a word list, answers and a rulebook over the
// bundled schema. Where a line in them says so, what stands behind it is a rulebook that extends
// what stands before.
#include "dsl/rulebook/extend.hpp"
#include "tests/fuzz/everything.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

constexpr std::string_view Border = "\n# is extended by\n";

using Sources = std::vector<std::shared_ptr<const dsl::Source>>;

std::shared_ptr<const dsl::Source> source_of(std::string text) {
    return std::make_shared<const dsl::Source>("fuzzed.yaml", std::move(text));
}

// As the engine does it: the rulebook's own file is the first.
void read_extended(std::string parent, std::string child) {
    const Sources sources{source_of(std::move(child)), source_of(std::move(parent))};
    dsl::Diagnostics diagnostics;
    auto own = dsl::read_yaml(sources[0], diagnostics, 0);
    auto extended = dsl::read_yaml(sources[1], diagnostics, 1);
    if (!own || !extended || extended->kind != dsl::NodeKind::Map) return;
    const dsl::Form form{sources, diagnostics};
    fuzz::read_as_rulebook({sources, dsl::extend(form, std::move(*extended), std::move(*own))},
                           diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto source = source_of(text);
    dsl::Diagnostics diagnostics;
    auto root = dsl::read_yaml(source, diagnostics);
    fuzz::check_findings(diagnostics);
    hold(root.has_value() || diagnostics.has_errors(), "a file is only refused with a reason");
    if (root) fuzz::read_as_everything({{source}, std::move(*root)});
    const auto border = text.find(Border);
    if (border != std::string::npos)
        read_extended(text.substr(0, border + 1), text.substr(border + Border.size()));
    return 0;
}
