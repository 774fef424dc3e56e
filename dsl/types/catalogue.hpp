// SPDX-License-Identifier: Apache-2.0
// What rules may name: the facts of a schema and the functions of plugins.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/kind.hpp"
#include "dsl/types/texts.hpp"

namespace colonnade::dsl {

// Least and greatest value that something can have, in the kind's base unit.
struct Bounds {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
};

struct Field {
    std::string name;
    Type type;
    Bounds bounds;
    bool personal = false;
    Texts title;        // may be empty
    Texts description;  // may be empty
};

struct Fact {
    std::string name;
    Type type;
    Bounds bounds;
    bool personal = false;
    bool stateable = false;  // a person can say it where the data is silent
    Texts title;
    Texts description;
    Texts where;                // where a person finds the answer
    std::vector<Field> fields;  // of a list's records
    int at = -1;                // index of the field `at`, or -1: the list does not happen in time

    [[nodiscard]] int field_index(std::string_view field) const;
};

struct Parameter {
    std::string name;
    Kind kind = Kind::Error;
    bool nullable = false;  // unknown values are handed over
    bool repeated = false;  // last parameter: one or more arguments
    std::vector<Parameter> fields;
    std::string default_words;
};

struct Function {
    std::string plugin;
    std::string name;
    Texts title;
    Texts description;
    std::vector<Parameter> parameters;
    Type result;
    Bounds bounds;
};

struct Catalogue {
    std::string schema;
    std::vector<Fact> facts;
    std::vector<Function> functions;
    // Why functions that rules may call are not among them, or empty. A call of one that nobody
    // knows is then no mistake: it has no value, for this reason.
    std::string refused;

    // Index, or -1.
    [[nodiscard]] int fact_index(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> fact_names() const;
};

}  // namespace colonnade::dsl
