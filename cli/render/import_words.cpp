// SPDX-License-Identifier: Apache-2.0
#include "cli/render/import_words.hpp"

#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr ImportWords ImportEnglish{
    .as_of = "as of",
    .read_files = "Files that were read",
    .refused_files = "Files that could not be read",
    .ignored_files = "Files that were left alone",
    .rows = "rows",
    .rows_refused = "refused",
    .rows_left_out = "left out on purpose",
    .line = "line",
    .row = "row",
    .facts = "What they tell",
    .from = "from",
    .to = "to",
    .complete_from = "complete since",
    .beginning = "the beginning",
    .empty = "Empty in the files",
    .none = "Without a file, though others of their kind are here, so taken as none",
    .open = "What stays open",
    .open_of = "of 100 points, by “{}”",
    .open_none = "By “{}”, nothing stays open.",
    .profiles = "profiles",
    .open_each = "of 100 points in each profile, by “{}”",
    .open_most = "of 100 points in one profile at most, {} at least, by “{}”",
    .open_no = "By “{}”, nothing stays open in any profile.",
    .unknown_in = "{}: unknown in {} of {} profiles",
    .is_missing = "is missing",
    .are_missing = "are missing",
    .is_refused = "could not be read",
    .is_silent = "does not tell",
    .nowhere = "no file tells",
    .late = "not complete before",
    .several = "A rule that waits for several things is named with each and counted once.",
    .unused = "Unknown too, but no rule asks for it",
    .proxies = "To be read with care",
    .warning = "warning",
};

constexpr ImportWords ImportGerman{
    .as_of = "Stand",
    .read_files = "Gelesene Dateien",
    .refused_files = "Dateien, die nicht zu lesen waren",
    .ignored_files = "Dateien, die nicht angerührt wurden",
    .rows = "Zeilen",
    .rows_refused = "unlesbar",
    .rows_left_out = "absichtlich ausgelassen",
    .line = "Zeile",
    .row = "Datensatz",
    .facts = "Was darin steht",
    .from = "von",
    .to = "bis",
    .complete_from = "lückenlos ab",
    .beginning = "Beginn",
    .empty = "Leer in den Dateien",
    .none = "Ohne Datei, obwohl andere ihrer Art da sind, also nicht vorhanden",
    .open = "Was offen bleibt",
    .open_of = "von 100 Punkten, nach „{}“",
    .open_none = "Nach „{}“ bleibt nichts offen.",
    .profiles = "Profile",
    .open_each = "von 100 Punkten in jedem Profil, nach „{}“",
    .open_most = "von 100 Punkten in einem Profil höchstens, {} mindestens, nach „{}“",
    .open_no = "Nach „{}“ bleibt in keinem Profil etwas offen.",
    .unknown_in = "{}: unbekannt in {} von {} Profilen",
    .is_missing = "fehlt",
    .are_missing = "fehlen",
    .is_refused = "nicht zu lesen",
    .is_silent = "sagt es nicht",
    .nowhere = "steht in keiner Datei",
    .late = "nicht vollständig vor",
    .several = "Eine Regel, der mehreres fehlt, steht überall dabei und zählt einmal.",
    .unused = "Auch unbekannt, aber keine Regel fragt danach",
    .proxies = "Mit Vorsicht zu lesen",
    .warning = "Achtung",
};

}  // namespace

const ImportWords& import_words_in(std::string_view language) {
    return engine::is_german(language) ? ImportGerman : ImportEnglish;
}

}  // namespace colonnade::cli
