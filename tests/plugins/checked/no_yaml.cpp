// SPDX-License-Identifier: Apache-2.0
// Brings rules that are no YAML, and a self-test that expects something else.
#include "texts.hpp"

namespace colonnade::tests {
namespace {

constexpr const char* Rules = "colonnade: 1\nrulebook: [no-yaml\n";
constexpr const char* Selftest =
    R"({"function": "one", "as_of": "2026-11-20", "arguments": [5], "result": 1}
{"function": "one", "as_of": "2026-11-20", "arguments": [null], "result": 2.5}
{"function": "two", "as_of": "2026-11-20", "arguments": [5], "result": 1}
{"function": "one", "as_of": "2026-11-20", "arguments": [5]}
)";

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("no-yaml", start, end,
              (colonnade::tests::get_texts<colonnade::tests::Rules, colonnade::tests::Selftest>))
