// SPDX-License-Identifier: Apache-2.0
#include "engine/map/mapping.hpp"

namespace colonnade::engine {
namespace {

using dsl::Key;
using enum dsl::Need;
using enum dsl::Shape;

constexpr std::string_view RowsChoices[]{"one per profile", "one per element"};
constexpr std::string_view TakeChoices[]{"value", "filled"};
constexpr std::string_view EmptyChoices[]{"unknown", "none"};
constexpr std::string_view DecimalChoices[]{"point", "comma"};
constexpr std::string_view ColumnOrColumns[]{"column", "columns"};

constexpr Key CellRows[]{
    {"column", Optional, Text, "The name of the column, as the header has it."},
    {"columns", Optional, TextList, "Several columns: the first that is filled counts."},
    {"take", Optional, Choice,
     "`value`: what stands there; `filled`: only whether anything does, as yes/no or 1 and 0.",
     TakeChoices},
    {"format", Optional, Text, "How dates are written there, for instance `DD.MM.YYYY`."},
    {"unit", Optional, Text, "What the number counts: `days`, `per week`, `%`."},
    {"decimal", Optional, Choice, "What stands before the decimals: `point` or `comma`.",
     DecimalChoices},
    {"values", Optional, TextByText, "What the cell says, and what is meant by it."},
    {"empty", Optional, Choice, "What an empty cell means: `unknown`, or `none`: no, 0, no text.",
     EmptyChoices},
};

constexpr Key ListRows[]{
    {"split", Optional, Text, "What separates several elements in one cell."},
    {"fields", Required, MapOfNames, "The fields of each element.", {}, &MappedCellKeys},
};

constexpr Key MappingRows[]{
    {"colonnade", Required, Version, "Version of the language."},
    {"map", Required, Id, "Id of the mapping."},
    {"schema", Required, Id, "Id of the schema that the facts are of."},
    {"rows", Optional, Choice,
     "`one per profile`, or `one per element`: rows with the same id make one profile.",
     RowsChoices},
    {"id", Optional, Text, "The column with the id of the profile."},
    {"as_of", Optional, Date, "The day of the data."},
    {"facts", Optional, MapOfNames, "Where each fact comes from.", {}, &MappedCellKeys},
    {"lists",
     Optional,
     MapOfNames,
     "Where the elements of each list come from.",
     {},
     &MappedListKeys},
};

}  // namespace

constinit const dsl::KeyTable MappedCellKeys{"mapped-value", CellRows, ColumnOrColumns};
constinit const dsl::KeyTable MappedListKeys{"mapped-list", ListRows};
constinit const dsl::KeyTable MappingKeys{"map", MappingRows};

}  // namespace colonnade::engine
