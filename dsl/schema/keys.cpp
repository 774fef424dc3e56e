// SPDX-License-Identifier: Apache-2.0
#include "dsl/schema/keys.hpp"

namespace colonnade::dsl {
namespace {

using enum Need;
using enum Shape;

constexpr std::string_view FactTypes[]{"yes/no", "number", "share", "duration", "rate",
                                       "date",   "time",   "text",  "category", "list"};
// Records are flat.
constexpr auto FieldTypes = std::span(FactTypes).first<std::size(FactTypes) - 1>();

constexpr std::string_view Personal = "`true` for texts that tell about the person.";
constexpr std::string_view Values = "The values of the category, in order.";
constexpr std::string_view Ordered = "`true` where the values may be compared with `<`.";
constexpr std::string_view Named = "What each value is called.";
constexpr std::string_view Least = "No value is below this literal of the fact's kind.";
constexpr std::string_view Most = "No value is above this literal of the fact's kind.";

constexpr Key FieldRows[]{
    {"type", Required, Choice, "The kind of the field's values.", FieldTypes},
    {"title", Optional, Texts, "What the field is called."},
    {"description", Optional, Texts, "What exactly it is."},
    {"min", Optional, Literal, Least},
    {"max", Optional, Literal, Most},
    {"personal", Optional, TrueFalse, Personal},
    {"values", Required, TextList, Values, {}, nullptr, "category"},
    {"ordered", Optional, TrueFalse, Ordered, {}, nullptr, "category"},
    {"titles", Optional, Titles, Named, {}, nullptr, "category"},
};

constexpr Key FactRows[]{
    {"type", Required, Choice, "The kind of the fact's values.", FactTypes},
    {"title", Required, Texts, "What the fact is called."},
    {"description", Optional, Texts, "What exactly it is."},
    {"min", Optional, Literal, Least},
    {"max", Optional, Literal, Most},
    {"personal", Optional, TrueFalse, Personal},
    {"stateable", Optional, TrueFalse, "`true` where a person can say it when the data is silent."},
    {"where", Optional, Texts, "Where a person finds the answer."},
    {"values", Required, TextList, Values, {}, nullptr, "category"},
    {"ordered", Optional, TrueFalse, Ordered, {}, nullptr, "category"},
    {"titles", Optional, Titles, Named, {}, nullptr, "category"},
    {"record",
     Required,
     MapOfNames,
     "The fields of each element. A field `at` of type `time` says when it happened.",
     {},
     &FieldKeys,
     "list"},
};

constexpr Key SchemaRows[]{
    {"colonnade", Required, Version, "Version of the language."},
    {"schema", Required, Id, "Id of the schema."},
    {"edition", Optional, Text,
     "Tells one state of the schema from the next, for instance `2026-11`."},
    {"languages", Required, TextList, "Codes of the languages of all texts, such as `[de, en]`."},
    {"facts", Required, MapOfNames, "What a profile may know, by name.", {}, &FactKeys},
};

}  // namespace

constinit const KeyTable FieldKeys{"field", FieldRows};
constinit const KeyTable FactKeys{"fact", FactRows};
constinit const KeyTable SchemaKeys{"schema", SchemaRows};

}  // namespace colonnade::dsl
