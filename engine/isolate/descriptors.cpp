// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/descriptors.hpp"

#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"

namespace colonnade::engine {
namespace {

void write_texts(const colonnade_localised* texts, std::int64_t count, WireWriter& to) {
    to.number(static_cast<std::uint32_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        to.text(view_of(texts[i].language)).text(view_of(texts[i].text));
}

// NOLINTNEXTLINE(misc-no-recursion): a list and its fields
void write_parameter(const colonnade_parameter& parameter, WireWriter& to) {
    to.number(parameter.kind).number(parameter.flags);
    to.text(view_of(parameter.name)).text(view_of(parameter.default_words));
    to.number(static_cast<std::uint32_t>(parameter.field_count));
    for (std::int32_t i = 0; i < parameter.field_count; ++i)
        write_parameter(*parameter.fields[i], to);
}

colonnade_text read_text(WireReader& from) {
    return abi_text(from.text());
}

}  // namespace

void write_descriptor(const colonnade_function_descriptor& descriptor, WireWriter& to) {
    to.number(descriptor.flags).text(view_of(descriptor.id));
    write_texts(descriptor.titles, descriptor.title_count, to);
    write_texts(descriptor.descriptions, descriptor.description_count, to);
    to.number(static_cast<std::uint32_t>(descriptor.parameter_count));
    for (std::int32_t i = 0; i < descriptor.parameter_count; ++i)
        write_parameter(*descriptor.parameters[i], to);
    to.number(descriptor.result_kind).number(descriptor.result_min).number(descriptor.result_max);
    to.number(static_cast<std::uint32_t>(descriptor.category_count));
    for (std::int32_t i = 0; i < descriptor.category_count; ++i) {
        const auto& value = descriptor.category_values[i];
        to.text(view_of(value.id));
        write_texts(value.titles, value.title_count, to);
    }
}

ReceivedDescriptors::ReceivedDescriptors(std::string_view payload) {
    WireReader from(payload);
    const auto count = from.count(MostFunctions);
    for (std::uint32_t i = 0; i < count && from.is_sound(); ++i)
        read_descriptor(from);
    is_sound_ = from.is_done();
    for (const auto& descriptor : descriptors_)
        pointers_.push_back(&descriptor);
}

void ReceivedDescriptors::read_descriptor(WireReader& from) {
    auto& made = descriptors_.emplace_back();
    made.size = sizeof made;
    made.flags = from.number<std::uint32_t>();
    made.id = read_text(from);
    const auto& titles = read_texts(from);
    made.titles = titles.data();
    made.title_count = static_cast<std::int64_t>(titles.size());
    const auto& descriptions = read_texts(from);
    made.descriptions = descriptions.data();
    made.description_count = static_cast<std::int64_t>(descriptions.size());
    const auto& parameters = read_parameters(from, false);
    made.parameters = parameters.data();
    made.parameter_count = static_cast<std::int32_t>(parameters.size());
    made.result_kind = from.number<std::int32_t>();
    made.result_min = from.number<double>();
    made.result_max = from.number<double>();
    auto& values = values_.emplace_back(from.count(MostCategoryValues));
    for (auto& value : values) {
        value.id = read_text(from);
        const auto& names = read_texts(from);
        value.titles = names.data();
        value.title_count = static_cast<std::int64_t>(names.size());
    }
    made.category_values = values.data();
    made.category_count = static_cast<std::int32_t>(values.size());
}

const std::vector<colonnade_localised>& ReceivedDescriptors::read_texts(WireReader& from) {
    auto& texts = texts_.emplace_back(from.count(MostLanguages));
    for (auto& text : texts) {
        text.language = read_text(from);
        text.text = read_text(from);
    }
    return texts;
}

// NOLINTNEXTLINE(misc-no-recursion): a list and its fields, which have none
const ReceivedDescriptors::Parameters& ReceivedDescriptors::read_parameters(WireReader& from,
                                                                            bool are_fields) {
    const auto count = from.count(are_fields ? MostParameterFields : MostParameters);
    auto& parameters = parameter_lists_.emplace_back();
    for (std::uint32_t i = 0; i < count && from.is_sound(); ++i)
        parameters.push_back(read_parameter(from, are_fields));
    return parameters;
}

// NOLINTNEXTLINE(misc-no-recursion): a list and its fields, which have none
const colonnade_parameter* ReceivedDescriptors::read_parameter(WireReader& from, bool is_field) {
    auto& made = parameters_.emplace_back();
    made.size = sizeof made;
    made.kind = from.number<std::int32_t>();
    made.flags = from.number<std::uint32_t>();
    made.name = read_text(from);
    made.default_words = read_text(from);
    if (is_field) {
        made.field_count = static_cast<std::int32_t>(from.count(0));
        return &made;
    }
    const auto& fields = read_parameters(from, true);
    made.fields = fields.data();
    made.field_count = static_cast<std::int32_t>(fields.size());
    return &made;
}

}  // namespace colonnade::engine
