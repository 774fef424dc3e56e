// SPDX-License-Identifier: Apache-2.0
// Brings a pillar with a function of its own, in a language more than the golden rulebooks have,
// and a second pillar.
#include "rules.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Fans = value("fans", COLONNADE_NUMBER);
constexpr const colonnade_parameter* TakesFans[] = {&Fans};

// Everybody has two hands.
std::int32_t hands(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    const auto* fans = static_cast<const double*>(batch->arguments[0]->data);
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, 2 * fans[row]);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {function("hands", hands, TakesFans, COLONNADE_NUMBER, 0)};

constexpr auto Rules = rules_of(R"(# Rules of the plugin `crowd`.
colonnade: 1
rulebook: crowd
schema: club
languages: [en, fr, de]
title:
  de: Das Publikum
  en: The crowd
  fr: Le public
plugins: [crowd]
lists:
  crowd_shouts: [olé, hurrah]
define:
  crowd_hands: hands(fans)
pillars:
  crowd:
    title:
      de: Publikum
      en: Crowd
      fr: Public
    weight: 25
    rules:
      clapping:
        title:
          de: Es wird geklatscht
          en: There is clapping
          fr: On applaudit
        points: 3
        measure: crowd_hands
        full: 200 or more
        none: 0
        tip:
          de: Es fehlen <missing Hand|Hände>.
          en: <missing hand is|hands are> missing.
          fr: Il manque <missing main|mains>.
        effort: 2 hours
      known:
        title:
          de: Man kennt den Verein
          en: People know the club
          fr: On connaît le club
        points: 1
        pass: member
        tip:
          de: Treten Sie bei.
          en: Join.
          fr: Adhérez.
        effort: 30 minutes
  crowd-noise:
    title:
      de: Lärm
      en: Noise
      fr: Bruit
    weight: 5
    rules:
      songs:
        title:
          de: Es wird gesungen
          en: There is singing
          fr: On chante
        points: 1
        pass: length(motto) > 20
        tip:
          de: Ein Wahlspruch zum Singen.
          en: A motto to sing.
          fr: Une devise à chanter.
        effort: 1 hour
cautions:
  crowd-too-large:
    title:
      de: Gedränge
      en: A crush
      fr: Bousculade
    when: crowd_hands > 1000
    text:
      de: <value> Hände sind zu viele.
      en: <value> hands are too many.
      fr: <value> mains, c'est trop.
)");

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = colonnade::tests::entry_of(
    "crowd",
    colonnade::tests::offer_rules<colonnade::tests::Rules,
                                  colonnade::tests::Offer<colonnade::tests::Functions>::get>);
}
