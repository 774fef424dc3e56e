// SPDX-License-Identifier: Apache-2.0
// The one place of the validator that meets simdjson.
#include "engine/validate/read_selftest.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "engine/host/arguments.hpp"
#include "engine/read/text_values.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using simdjson::dom::element;
using simdjson::dom::object;

// A call is two levels deep, a list of records four.
constexpr std::size_t MostDepth = 16;

bool parse(simdjson::dom::parser& parser, std::string_view text, element& root) {
    return parser.allocate(std::max<std::size_t>(text.size(), 64), MostDepth) ==
               simdjson::SUCCESS &&
           parser.parse(text.data(), text.size(), true).get(root) == simdjson::SUCCESS;
}

std::string_view text_in(const Place& place, const element& value, const char* expected) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        refuse(place, fmt::format("expected {}", expected));
    return text;
}

// Of any kind but texts, categories, lists and words, in the base unit.
double amount_in(const Place& place, const element& value, Kind kind) {
    if (kind == Kind::YesNo) {
        bool yes = false;
        if (value.get_bool().get(yes) != simdjson::SUCCESS) refuse(place, "expected true or false");
        return yes ? 1 : 0;
    }
    if (kind == Kind::Date || kind == Kind::Time)
        return moment_in(place, text_in(place, value, "a date such as \"2026-01-31\""));
    double number = 0;
    if (value.get_double().get(number) == simdjson::SUCCESS) return number;
    return literal_in(place, text_in(place, value, "a number"), kind);
}

// Categories get the values that the row names, in the order in which it does.
double named_in(Column& column, std::string_view name) {
    dsl::Category category;
    if (column.category != nullptr) category = *column.category;
    if (category.index_of(name) < 0) {
        category.values.emplace_back(name);
        category.titles.emplace_back();
    }
    column.category = std::make_shared<const dsl::Category>(category);
    return category.index_of(name);
}

void push_value(Column& column, const Place& place, const element& value) {
    if (value.is_null()) return column.push_unknown();
    if (column.kind == Kind::Text) return column.push_text(text_in(place, value, "a text"));
    if (column.kind == Kind::Category)
        return column.push_number(named_in(column, text_in(place, value, "a category's value")));
    column.push_number(amount_in(place, value, column.kind));
}

void push_record(ListColumn& list, const dsl::Parameter& parameter, std::size_t index,
                 const element& record) {
    object fields;
    if (record.get_object().get(fields) != simdjson::SUCCESS)
        refuse({parameter.name, index, "…"}, "expected an object with the fields of an element");
    for (const auto field : fields) {
        const auto is_it = [&](const dsl::Parameter& one) { return one.name == field.key; };
        if (std::none_of(parameter.fields.begin(), parameter.fields.end(), is_it))
            refuse({parameter.name, index, field.key}, "there is no such field");
    }
    for (std::size_t f = 0; f < parameter.fields.size(); ++f) {
        const auto& field = parameter.fields[f];
        const Place place{parameter.name, index, field.name};
        element value;
        const bool is_there = fields[field.name].get(value) == simdjson::SUCCESS;
        const bool is_known = is_there && !value.is_null();
        if (!is_known && !field.nullable) refuse(place, "this must be known");
        if (is_known) {
            push_value(list.fields[f], place, value);
        } else {
            list.fields[f].push_unknown();
        }
    }
}

void read_list(ListColumn& list, const dsl::Parameter& parameter, const element& value) {
    for (const auto& field : parameter.fields)
        list.fields.emplace_back().kind = field.kind;
    std::size_t count = 0;
    simdjson::dom::array elements;
    if (!value.is_null()) {
        if (value.get_array().get(elements) != simdjson::SUCCESS)
            refuse({parameter.name}, "expected a list");
        for (const auto record : elements)
            push_record(list, parameter, count++, record);
    }
    list.known.push_back(!value.is_null());
    list.offsets.push_back(static_cast<std::int32_t>(count));
}

void add_words(dsl::WordList& words, const Place& place, const std::string& group,
               const element& value) {
    simdjson::dom::array texts;
    if (value.get_array().get(texts) != simdjson::SUCCESS)
        refuse(place, "expected a list of texts, or an object of such lists");
    for (const auto text : texts)
        words.entries.push_back({group, std::string(text_in(place, text, "a text"))});
}

void read_words(dsl::WordList& words, const dsl::Parameter& parameter, const element& value) {
    object groups;
    if (value.get_object().get(groups) != simdjson::SUCCESS)
        return add_words(words, {parameter.name}, "", value);
    for (const auto group : groups)
        add_words(words, {parameter.name}, std::string(group.key), group.value);
}

void read_argument(Inputs& inputs, const dsl::Parameter& parameter, const element& value) {
    inputs.kinds.push_back(parameter.kind);
    auto& made = inputs.arguments.emplace_back();
    if (parameter.kind == Kind::List) return read_list(made.list, parameter, value);
    if (parameter.kind == Kind::Words) return read_words(made.words, parameter, value);
    made.column.kind = parameter.kind;
    push_value(made.column, {parameter.name}, value);
}

element required(const object& row, std::string_view key) {
    element value;
    if (row[key].get(value) != simdjson::SUCCESS) refuse({key}, "it is missing");
    return value;
}

std::size_t function_in(const object& row, const std::vector<dsl::Function>& functions) {
    const auto name = text_in({"function"}, required(row, "function"), "the id of a function");
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const dsl::Function& one) { return one.name == name; });
    if (found == functions.end()) refuse({"function"}, "the plugin has no such function");
    return static_cast<std::size_t>(found - functions.begin());
}

void read_arguments(Inputs& inputs, const dsl::Function& function, const element& value) {
    simdjson::dom::array arguments;
    if (value.get_array().get(arguments) != simdjson::SUCCESS)
        refuse({"arguments"}, "expected a list");
    const auto expected = function.parameters.size();
    const bool repeats = expected > 0 && function.parameters.back().repeated;
    if (arguments.size() < expected || (arguments.size() > expected && !repeats))
        refuse({"arguments"}, fmt::format("found {}, expected {}", arguments.size(), expected));
    for (const auto argument : arguments)
        read_argument(inputs, parameter_of(function, inputs.arguments.size()), argument);
}

std::optional<double> result_in(const dsl::Function& function, const element& value) {
    const Place place{"result"};
    if (value.is_null()) return std::nullopt;
    if (function.result.is(Kind::Category))
        return category_in(place, text_in(place, value, "a category's value"),
                           *function.result.category);
    return amount_in(place, value, function.result.kind);
}

SelftestRow row_in(const object& row, const std::vector<dsl::Function>& functions) {
    for (const auto field : row) {
        const bool is_known = field.key == "function" || field.key == "as_of" ||
                              field.key == "arguments" || field.key == "result";
        if (!is_known) refuse({field.key}, "there is no such key");
    }
    SelftestRow read;
    read.function = function_in(row, functions);
    const auto& function = functions[read.function];
    const auto as_of = moment_in({"as_of"}, text_in({"as_of"}, required(row, "as_of"), "a date"));
    read.inputs.as_of.push_back(static_cast<std::int64_t>(as_of) * MicrosPerSecond);
    read_arguments(read.inputs, function, required(row, "arguments"));
    read.result = result_in(function, required(row, "result"));
    return read;
}

}  // namespace

std::variant<SelftestRow, std::string> read_selftest(std::string_view line,
                                                     const std::vector<dsl::Function>& functions) {
    simdjson::dom::parser parser;
    element root;
    object row;
    if (!parse(parser, line, root) || root.get_object().get(row) != simdjson::SUCCESS)
        return "this is no JSON object";
    try {
        return row_in(row, functions);
    } catch (const Refused& refused) {
        return fmt::format("`{}`: {}", refused.problem.where, refused.problem.message);
    }
}

bool is_json_object(std::string_view text) {
    simdjson::dom::parser parser;
    element root;
    return parser.allocate(std::max<std::size_t>(text.size(), 64)) == simdjson::SUCCESS &&
           parser.parse(text.data(), text.size(), true).get(root) == simdjson::SUCCESS &&
           root.is_object();
}

}  // namespace colonnade::engine
