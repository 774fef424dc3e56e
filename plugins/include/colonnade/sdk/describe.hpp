// SPDX-License-Identifier: Apache-2.0
// How a plugin says what its functions are: plain constants with designated initialisers, turned
// into the contract's structs by the compiler. Arrays have a fixed room; an entry without a name is
// not there, and one too many does not compile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>

#include "colonnade/sdk/call.hpp"

namespace colonnade::sdk {

enum class Kind : std::int32_t {
    None = 0,
    YesNo = COLONNADE_YES_NO,
    Number = COLONNADE_NUMBER,
    Share = COLONNADE_SHARE,
    Duration = COLONNADE_DURATION,
    Rate = COLONNADE_RATE,
    Time = COLONNADE_TIME,
    Text = COLONNADE_TEXT,
    Category = COLONNADE_CATEGORY,
    List = COLONNADE_LIST,
    Words = COLONNADE_WORDS,
};

inline constexpr std::size_t MostLanguages = 6;
inline constexpr std::size_t MostFields = 8;
inline constexpr std::size_t MostParameters = 10;
inline constexpr std::size_t MostCategoryValues = 12;
inline constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Localised {
    std::string_view language;
    std::string_view text;
};

struct Field {
    std::string_view name;
    Kind kind = Kind::None;
    bool is_nullable = false;  // elements in which it is unknown are handed over too
};

struct Parameter {
    std::string_view name;
    Kind kind = Kind::None;
    Field fields[MostFields] = {};        // lists: what the function reads of each record
    bool is_nullable = false;             // unknown values are handed over
    bool is_repeated = false;             // the last parameter only: one or more arguments
    std::string_view default_words = {};  // words: the list taken where a rule names none
};

struct CategoryValue {
    std::string_view id;
    Localised titles[MostLanguages] = {};
};

struct Result {
    Kind kind = Kind::None;
    double min = -Infinity;
    double max = Infinity;
    bool is_ordered = false;  // categories: the values stand in rising order
    CategoryValue values[MostCategoryValues] = {};
};

// What computes the results. `stored` is the kind class that it sets, None where not checked.
struct Body {
    void (*run)(const Call&) = nullptr;
    Kind stored = Kind::None;
    // Said beside `run`, since sanitizing compilers do not compare its address in constants.
    bool is_given = false;
};

struct Function {
    std::string_view id;
    Localised titles[MostLanguages] = {};
    Localised descriptions[MostLanguages] = {};
    Parameter parameters[MostParameters] = {};
    Result result = {};
    Body body = {};
};

template <class Value>
[[nodiscard]] constexpr Kind kind_stored_as() {
    if constexpr (std::is_same_v<Value, bool>) return Kind::YesNo;
    if constexpr (std::is_same_v<Value, double>) return Kind::Number;
    if constexpr (std::is_same_v<Value, std::int64_t>) return Kind::Time;
    if constexpr (std::is_same_v<Value, std::int32_t>) return Kind::Category;
    return Kind::None;
}

// The kind that stands for all that are stored alike.
[[nodiscard]] constexpr Kind storage_class(Kind kind) {
    const bool is_double = kind == Kind::Share || kind == Kind::Duration || kind == Kind::Rate;
    return is_double ? Kind::Number : kind;
}

template <auto F>
void run_rows(const Call& call) {
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        if (const auto value = F(Row(call, row))) call.set(row, *value);
    }
}

// F is `std::optional<T> f(const Row&)`; T is bool, double, std::int64_t (a time) or std::int32_t
// (a category). Empty is unknown.
template <auto F>
inline constexpr Body per_row = {
    run_rows<F>,
    kind_stored_as<typename std::invoke_result_t<decltype(F), const Row&>::value_type>(), true};

// F is `void f(const Call&)` and sets the rows that it can answer itself.
template <auto F>
inline constexpr Body per_batch = {F, Kind::None, true};

}  // namespace colonnade::sdk
