// SPDX-License-Identifier: Apache-2.0
// Brings a pillar that the plugin `crowd` brings as well, in one language.
#include "rules.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Rules = rules_of(R"(colonnade: 1
rulebook: noise
schema: club
languages: [en]
title:
  en: Noise
pillars:
  crowd-noise:
    title:
      en: Noise
    weight: 10
    rules:
      drums:
        title:
          en: There is drumming
        points: 1
        pass: member
        tip:
          en: Buy a drum.
        effort: 1 hour
)");

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = colonnade::tests::entry_of(
    "crowd-noise", colonnade::tests::offer_rules<colonnade::tests::Rules>);
}
