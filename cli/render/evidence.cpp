// SPDX-License-Identifier: Apache-2.0
#include "cli/render/evidence.hpp"

#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

struct Evidence {
    std::string_view name;
    engine::Wording words;
};
constexpr Evidence KnownEvidence[] = {
    {"official", {"sagt das Netzwerk selbst", "the network says so itself"}},
    {"study", {"durch eine Studie belegt", "shown by a study"}},
    {"practice", {"üblicher Rat in der Beratung", "common among those who advise"}},
    {"opinion", {"eine Meinung", "an opinion"}}};

}  // namespace

std::string evidence_text(std::string_view name, std::string_view language) {
    for (const auto& known : KnownEvidence) {
        if (known.name == name) return std::string(known.words.in(language));
    }
    return {};
}

}  // namespace colonnade::cli
