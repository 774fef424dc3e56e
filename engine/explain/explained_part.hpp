// SPDX-License-Identifier: Apache-2.0
// The value of one piece of an expression for one profile, with its own pieces.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/types/kind.hpp"
#include "engine/evaluate/aggregates.hpp"

namespace colonnade::engine {

struct MissingFact {
    std::string fact;
    std::string title;
};

struct ExplainedPart {
    std::string piece;  // as the author wrote it
    std::string file;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::string define;       // where the piece is all that a name stands for
    bool seen_above = false;  // that name was explained before: its pieces are not repeated
    dsl::Type type;
    bool narrowed = false;        // a list with a condition
    bool each = false;            // has a value for each element of a list
    std::optional<double> value;  // in the base unit of its kind; of texts the number of characters
    std::string shown;            // the value for people, empty where it is unknown
    std::vector<MissingFact> missing;  // unknown facts, where the value is unknown
    // Of a list: elements that are in, out, or cannot be judged. With `each`: elements for which a
    // yes/no holds, does not hold, or is unknown; of other values the known ones are in.
    std::optional<Tally> elements;
    std::vector<ExplainedPart> parts;
};

}  // namespace colonnade::engine
