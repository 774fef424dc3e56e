// SPDX-License-Identifier: Apache-2.0
// Brings rules that are no YAML.
#include "rules.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Rules = rules_of("colonnade: 1\npillars:\n  broken-rules: [\n");

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = colonnade::tests::entry_of(
    "broken-rules", colonnade::tests::offer_rules<colonnade::tests::Rules>);
}
