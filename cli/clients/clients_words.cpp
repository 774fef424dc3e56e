// SPDX-License-Identifier: Apache-2.0
#include "cli/clients/clients_words.hpp"

#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr ClientsWords English{
    .title = "Results by “{}”",
    .one = "1 person",
    .people = "{} people",
    .table = "Results of all people",
    .hint = "A heading sorts the table by its column; a second time, the other way round.",
    .person = "Person",
    .total = "Total",
    .rating = "Rating",
    .assessed = "Assessed",
    .cautions = "Cautions",
    .gates = "Gates missed",
    .best_gain = "Best gain",
    .unread = "Not scored: {}",
    .place = "File",
    .reason = "Reason",
    .none = "unknown",
};

constexpr ClientsWords German{
    .title = "Ergebnisse nach „{}“",
    .one = "1 Person",
    .people = "{} Personen",
    .table = "Ergebnisse aller Personen",
    .hint = "Ein Spaltenkopf sortiert die Tabelle, beim zweiten Mal umgekehrt.",
    .person = "Person",
    .total = "Gesamt",
    .rating = "Urteil",
    .assessed = "Beurteilt",
    .cautions = "Achtung",
    .gates = "Verfehlte Vorgaben",
    .best_gain = "Größter Gewinn",
    .unread = "Nicht gewertet: {}",
    .place = "Datei",
    .reason = "Grund",
    .none = "unbekannt",
};

}  // namespace

const ClientsWords& clients_words(std::string_view language) {
    return engine::is_german(language) ? German : English;
}

}  // namespace colonnade::cli
