// SPDX-License-Identifier: Apache-2.0
// Brings rules with an unknown fact, a missing language and somebody else's pillar, and self-tests
// that call nothing.
#include "texts.hpp"

namespace colonnade::tests {
namespace {

constexpr const char* Rules = R"(colonnade: 1
rulebook: ill-rules
edition: 2026-11
schema: social-profile
plugins: [ill-rules]
languages: [de, en]
title: {de: Regeln, en: Rules}
pillars:
  ill-rules:
    title: {de: Nur Deutsch}
    weight: 10
    rules:
      one:
        title: {de: Eins, en: One}
        points: 5
        measure: one(no_such_fact)
        full: 4 or more
        none: 0
  brand:
    title: {de: Marke, en: Brand}
    weight: 10
    rules:
      two:
        title: {de: Zwei, en: Two}
        points: 5
        measure: count(posts)
        full: 4 or more
        none: 0
)";
constexpr const char* Selftest = R"({"function": "none", "as_of": "2026-11-20"})";

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("ill-rules", start, end,
              (colonnade::tests::get_texts<colonnade::tests::Rules, colonnade::tests::Selftest>))
