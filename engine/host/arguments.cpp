// SPDX-License-Identifier: Apache-2.0
#include "engine/host/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

const void* values_of(const Column& column) {
    switch (column.kind) {
        case Kind::YesNo:
            return column.flags.data();
        case Kind::Date:
        case Kind::Time:
            return column.moments.data();
        case Kind::Category:
            return column.categories.data();
        case Kind::Text:
            return column.bytes.data();
        default:
            return column.numbers.data();
    }
}

}  // namespace

const dsl::Parameter& parameter_of(const dsl::Function& function, std::size_t index) {
    return function.parameters[std::min(index, function.parameters.size() - 1)];
}

Arguments::Arguments(const dsl::Function& function, std::span<const CallInput> inputs,
                     std::span<const std::int64_t> as_of)
    : answerable_(as_of.size(), 1) {
    const auto expected = function.parameters.size();
    const bool repeats = expected > 0 && function.parameters.back().repeated;
    if (inputs.size() < expected || (inputs.size() > expected && !repeats)) {
        problem_ = fmt::format("found {} arguments, expected {}", inputs.size(), expected);
        return;
    }
    for (std::size_t i = 0; i < inputs.size() && problem_.empty(); ++i) {
        add(parameter_of(function, i), inputs[i]);
    }
    batch_ = {sizeof batch_, static_cast<std::int32_t>(arguments_.size()),
              static_cast<std::int64_t>(as_of.size()), as_of.data(), arguments_.data()};
}

void Arguments::add(const dsl::Parameter& parameter, const CallInput& input) {
    const bool takes_value = parameter.kind != Kind::List && parameter.kind != Kind::Words;
    if (takes_value && input.column != nullptr) return add_value(parameter, *input.column);
    if (parameter.kind == Kind::List && input.list != nullptr)
        return add_list(parameter, *input.list);
    if (parameter.kind == Kind::Words && input.words != nullptr) return add_words(*input.words);
    wrong(parameter, "was given something of another shape");
}

void Arguments::add_value(const dsl::Parameter& parameter, const Column& column) {
    if (abi_kind(column.kind) != abi_kind(parameter.kind))
        return wrong(parameter, "was given another kind");
    if (column.length() != answerable_.size())
        return wrong(parameter, "was given another number of rows");
    require_known(parameter, column.known);
    arguments_.push_back(&view_of(column));
}

void Arguments::add_list(const dsl::Parameter& parameter, const ListColumn& list) {
    if (list.known.size() != answerable_.size())
        return wrong(parameter, "was given another number of rows");
    if (list.fields.size() != parameter.fields.size())
        return wrong(parameter, "was given other fields");
    auto& fields = children_.emplace_back();
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
        const auto& field = list.fields[i];
        if (abi_kind(field.kind) != abi_kind(parameter.fields[i].kind))
            return wrong(parameter, "was given a field of another kind");
        fields.push_back(&view_of(field));
    }
    auto& record = new_column(COLONNADE_RECORD, list.elements());
    record.child_count = static_cast<std::int32_t>(fields.size());
    record.children = fields.data();
    auto& view = new_column(COLONNADE_LIST, list.known.size());
    view.validity = list.known.data();
    view.offsets = list.offsets.data();
    view.child_count = 1;
    view.children = children_.emplace_back(1, &record).data();
    require_known(parameter, list.known);
    arguments_.push_back(&view);
}

void Arguments::add_words(const dsl::WordList& words) {
    auto& entries = words_.emplace_back();
    entries.reserve(words.entries.size());
    for (const auto& entry : words.entries) {
        entries.push_back({abi_text(entry.group), abi_text(entry.text)});
    }
    auto& view = new_column(COLONNADE_WORDS, entries.size());
    view.data = entries.data();
    arguments_.push_back(&view);
}

void Arguments::require_known(const dsl::Parameter& parameter, const Bitmap& known) {
    if (parameter.nullable) return;
    for (std::size_t i = 0; i < answerable_.size(); ++i) {
        if (!known.test(i)) answerable_[i] = 0;
    }
}

void Arguments::wrong(const dsl::Parameter& parameter, const char* why) {
    problem_ = fmt::format("parameter `{}` {}", parameter.name, why);
}

colonnade_column& Arguments::view_of(const Column& column) {
    auto& view = new_column(abi_kind(column.kind), column.length());
    view.validity = column.known.data();
    view.data = values_of(column);
    if (column.kind == Kind::Text) view.offsets = column.offsets.data();
    if (column.category != nullptr) add_names(view, *column.category);
    return view;
}

void Arguments::add_names(colonnade_column& view, const dsl::Category& category) {
    auto& names = names_.emplace_back();
    names.reserve(category.values.size());
    for (const auto& value : category.values)
        names.push_back(abi_text(value));
    view.names = names.data();
    view.name_count = static_cast<std::int32_t>(names.size());
}

colonnade_column& Arguments::new_column(std::int32_t kind, std::size_t length) {
    auto& column = columns_.emplace_back();
    column.size = sizeof column;
    column.kind = kind;
    column.length = static_cast<std::int64_t>(length);
    return column;
}

}  // namespace colonnade::engine
