// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/gather.hpp"

namespace colonnade::engine {

CallGathering::CallGathering(const Program& program, const dsl::Rulebook& rulebook,
                             const Batch& batch, const Instruction& in,
                             const std::vector<SlotView>& slots, const std::vector<TextView>& texts)
    : program_(program), batch_(batch), slots_(slots), texts_(texts) {
    if (in.scope < 0) {
        as_of_ = batch.as_of;
    } else {
        const auto& list = batch.lists[static_cast<std::size_t>(in.scope)];
        for (std::size_t row = 0; row < batch.rows; ++row) {
            as_of_.insert(as_of_.end(), list.end(row) - list.begin(row), batch.as_of[row]);
        }
    }
    complete_.assign(as_of_.size(), 1);
    for (const auto& argument : in.call) {
        if (argument.words >= 0) {
            inputs_.push_back({.words = &rulebook.lists[static_cast<std::size_t>(argument.words)]});
        } else if (argument.base >= 0) {
            add_list(argument);
        } else {
            add_value(argument);
        }
    }
}

void CallGathering::mask(Slot& out) const {
    for (std::size_t i = 0; i < complete_.size(); ++i) {
        if (complete_[i] != 0) continue;
        out.known[i] = 0;
        out.value[i] = 0;
    }
}

void CallGathering::add_value(const CallArgument& argument) {
    const auto& in = program_.at(argument.value);
    const auto at = static_cast<std::size_t>(argument.value);
    auto column = std::make_unique<Column>();
    column->kind = in.type.kind;
    column->category = in.type.category;
    for (std::size_t i = 0; i < as_of_.size(); ++i) {
        const bool known = in.is_text() ? texts_[at].known[i] != 0 : slots_[at].known[i] != 0;
        if (!known) {
            column->push_unknown();
            if (!argument.nullable) complete_[i] = 0;
        } else if (in.is_text()) {
            column->push_text(texts_[at].value[i]);
        } else {
            column->push_number(slots_[at].value[i]);
        }
    }
    inputs_.push_back({.column = column.get()});
    columns_.push_back(std::move(column));
}

bool CallGathering::is_in(const CallArgument& argument, std::size_t element) const {
    const auto holds = [&](int instruction) {
        const auto& slot = slots_[static_cast<std::size_t>(instruction)];
        return slot.known[element] != 0 && slot.value[element] != 0;
    };
    if (!holds(argument.base) || (argument.condition >= 0 && !holds(argument.condition)))
        return false;
    const auto& fields = batch_.lists[static_cast<std::size_t>(argument.fact)].fields;
    for (std::size_t f = 0; f < argument.fields.size(); ++f) {
        const auto& field = fields[static_cast<std::size_t>(argument.fields[f])];
        if (!argument.field_nullable[f] && !field.known.test(element)) return false;
    }
    return true;
}

// Only calls about the profile take lists, so rows are profiles here.
void CallGathering::add_list(const CallArgument& argument) {
    const auto& source = batch_.lists[static_cast<std::size_t>(argument.fact)];
    auto list = std::make_unique<ListColumn>();
    for (const int field : argument.fields) {
        const auto& given = source.fields[static_cast<std::size_t>(field)];
        auto& taken = list->fields.emplace_back();
        taken.kind = given.kind;
        taken.category = given.category;
    }
    for (std::size_t row = 0; row < batch_.rows; ++row) {
        auto count = list->offsets.back();
        for (std::size_t e = source.begin(row); e < source.end(row); ++e) {
            if (!is_in(argument, e)) continue;
            ++count;
            for (std::size_t f = 0; f < argument.fields.size(); ++f) {
                list->fields[f].push_from(
                    source.fields[static_cast<std::size_t>(argument.fields[f])], e);
            }
        }
        list->offsets.push_back(count);
        list->known.push_back(source.known.test(row));
        if (!source.known.test(row) && !argument.nullable) complete_[row] = 0;
    }
    inputs_.push_back({.list = list.get()});
    lists_.push_back(std::move(list));
}

}  // namespace colonnade::engine
