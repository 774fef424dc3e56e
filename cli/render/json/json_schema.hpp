// SPDX-License-Identifier: Apache-2.0
// What an editor needs to know of a kind of file (JSON Schema, draft 7, which YAML editors know
// best), made from what the program itself reads by. A file that the program accepts fits.
#pragma once

#include <string>
#include <string_view>

#include "dsl/form/keys.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::cli {

// Of a file whose keys are those of `table`; `kind` names it: "rulebook".
[[nodiscard]] std::string render_key_schema(const dsl::KeyTable& table, std::string_view kind);
// Of the JSON documents about a person, with the facts of a catalogue described in `language`.
[[nodiscard]] std::string render_profile_schema(const dsl::Catalogue& catalogue,
                                                std::string_view language);
// Of the YAML files with facts that a person states.
[[nodiscard]] std::string render_answers_schema(const dsl::Catalogue& catalogue,
                                                std::string_view language);
// Of the files of tests beside a rulebook.
[[nodiscard]] std::string render_tests_schema(const dsl::Catalogue& catalogue,
                                              std::string_view language);

}  // namespace colonnade::cli
