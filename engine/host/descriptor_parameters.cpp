// SPDX-License-Identifier: Apache-2.0
// The part of a descriptor that says what a function takes.
#include <fmt/format.h>

#include <algorithm>

#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"
#include "engine/host/descriptor_reader.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

bool is_field_kind(Kind kind) {
    return kind != Kind::Error && kind != Kind::List && kind != Kind::Words;
}

template <class Item>
bool has_two_of_a_name(const std::vector<Item>& items) {
    for (const auto& item : items) {
        const auto same = [&](const Item& other) { return other.name == item.name; };
        if (std::count_if(items.begin(), items.end(), same) > 1) return true;
    }
    return false;
}

}  // namespace

void DescriptorReader::read_parameters(const colonnade_function_descriptor& descriptor,
                                       dsl::Function& function) {
    const auto count = descriptor.parameter_count;
    if (count < 0 || count > MostParameters || (count > 0 && descriptor.parameters == nullptr)) {
        return wrong(fmt::format("{} parameters, expected 0 to {}", count, MostParameters));
    }
    for (std::int32_t i = 0; i < count && problem_.empty(); ++i) {
        function.parameters.push_back(read_parameter(descriptor.parameters[i], i + 1 == count));
    }
    if (has_two_of_a_name(function.parameters)) wrong("two parameters of one name");
}

dsl::Parameter DescriptorReader::read_parameter(const colonnade_parameter* given, bool is_last) {
    dsl::Parameter parameter;
    if (given == nullptr || given->size < sizeof(colonnade_parameter)) {
        wrong("a parameter that is missing or too short");
        return parameter;
    }
    parameter.name = read_name(given->name, "parameter's name");
    parameter.kind = kind_of(given->kind);
    parameter.nullable = (given->flags & COLONNADE_NULLABLE) != 0;
    parameter.repeated = (given->flags & COLONNADE_REPEATED) != 0;
    if (parameter.kind == Kind::Error) {
        wrong(fmt::format("parameter `{}` has the kind {}, which this program does not know",
                          parameter.name, given->kind));
    }
    if (given->flags > (COLONNADE_NULLABLE | COLONNADE_REPEATED)) {
        wrong(fmt::format("parameter `{}` has flags that this program does not know",
                          parameter.name));
    }
    if (parameter.repeated && !is_last) {
        wrong(fmt::format("parameter `{}` repeats and is not the last", parameter.name));
    }
    read_words(*given, parameter);
    read_fields(*given, parameter);
    return parameter;
}

void DescriptorReader::read_words(const colonnade_parameter& given, dsl::Parameter& parameter) {
    if (given.default_words.size == 0) return;
    if (parameter.kind != Kind::Words) {
        return wrong(
            fmt::format("parameter `{}` names a word list and takes none", parameter.name));
    }
    parameter.default_words = read_name(given.default_words, "word list's name");
}

void DescriptorReader::read_fields(const colonnade_parameter& given, dsl::Parameter& parameter) {
    const auto count = given.field_count;
    if (parameter.kind != Kind::List) {
        if (count != 0) wrong(fmt::format("parameter `{}` has fields, is no list", parameter.name));
        return;
    }
    if (count < 0 || count > MostParameterFields || (count > 0 && given.fields == nullptr)) {
        return wrong(fmt::format("parameter `{}` has {} fields, expected 0 to {}", parameter.name,
                                 count, MostParameterFields));
    }
    for (std::int32_t i = 0; i < count && problem_.empty(); ++i) {
        parameter.fields.push_back(read_field(given.fields[i], parameter.name));
    }
    if (has_two_of_a_name(parameter.fields)) {
        wrong(fmt::format("parameter `{}` has two fields of one name", parameter.name));
    }
}

dsl::Parameter DescriptorReader::read_field(const colonnade_parameter* given,
                                            const std::string& parameter) {
    dsl::Parameter field;
    if (given == nullptr || given->size < sizeof(colonnade_parameter)) {
        wrong(fmt::format("parameter `{}` has a field that is missing or too short", parameter));
        return field;
    }
    field.name = read_name(given->name, "field's name");
    field.kind = kind_of(given->kind);
    field.nullable = (given->flags & COLONNADE_NULLABLE) != 0;
    if (!is_field_kind(field.kind) || given->field_count != 0) {
        wrong(fmt::format("field `{}` of `{}` has the kind {}, which no field has", field.name,
                          parameter, given->kind));
    }
    if (given->flags > COLONNADE_NULLABLE) {
        wrong(fmt::format("field `{}` of `{}` has flags that no field has", field.name, parameter));
    }
    return field;
}

}  // namespace colonnade::engine
