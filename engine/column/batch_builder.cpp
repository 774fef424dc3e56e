// SPDX-License-Identifier: Apache-2.0
#include "engine/column/batch_builder.hpp"

#include <algorithm>
#include <limits>

namespace colonnade::engine {
namespace {

constexpr double Always = -std::numeric_limits<double>::infinity();

Column column_of(const dsl::Type& type) {
    Column column;
    column.kind = type.kind;
    column.category = type.category;
    return column;
}

// Cuts a column back to `length` values.
void truncate(Column& column, std::size_t length) {
    Bitmap known;
    for (std::size_t i = 0; i < length; ++i)
        known.push_back(column.known.test(i));
    column.known = std::move(known);
    column.numbers.resize(std::min(column.numbers.size(), length));
    column.flags.resize(std::min(column.flags.size(), length));
    column.moments.resize(std::min(column.moments.size(), length));
    column.categories.resize(std::min(column.categories.size(), length));
    if (column.offsets.size() > length + 1) {
        column.offsets.resize(length + 1);
        column.bytes.resize(static_cast<std::size_t>(column.offsets.back()));
    }
}

}  // namespace

Projection Projection::all(const dsl::Catalogue& catalogue) {
    auto projection = none(catalogue);
    std::fill(projection.facts.begin(), projection.facts.end(), std::uint8_t{1});
    for (auto& fields : projection.fields)
        std::fill(fields.begin(), fields.end(), std::uint8_t{1});
    return projection;
}

Projection Projection::none(const dsl::Catalogue& catalogue) {
    Projection projection;
    projection.facts.resize(catalogue.facts.size());
    for (const auto& fact : catalogue.facts)
        projection.fields.emplace_back(fact.fields.size());
    return projection;
}

BatchBuilder::BatchBuilder(const dsl::Catalogue& catalogue, const Projection& projection)
    : catalogue_(catalogue), projection_(projection) {
    start_batch();
}

void BatchBuilder::start_batch() {
    const auto count = catalogue_.facts.size();
    batch_ = Batch{};
    batch_.facts.resize(count);
    batch_.lists.resize(count);
    for (std::size_t f = 0; f < count; ++f) {
        const auto& fact = catalogue_.facts[f];
        batch_.facts[f] = column_of(fact.type);
        for (const auto& field : fact.fields) {
            batch_.lists[f].fields.push_back(column_of(field.type));
        }
    }
}

void BatchBuilder::begin_row() {
    set_.assign(catalogue_.facts.size(), 0);
    covered_from_.assign(catalogue_.facts.size(), Always);
    list_starts_.clear();
    for (const auto& list : batch_.lists)
        list_starts_.push_back(list.elements());
    stated_.clear();
    joined_ = Always;
    row_incomplete_ = false;
}

void BatchBuilder::end_row(std::string id, std::int64_t as_of_seconds) {
    for (std::size_t f = 0; f < catalogue_.facts.size(); ++f) {
        if (projection_.facts[f] == 0) continue;
        const bool is_list = catalogue_.facts[f].type.is(dsl::Kind::List);
        if (set_[f] == 0) {
            row_incomplete_ = true;
            if (is_list) {
                batch_.lists[f].offsets.push_back(batch_.lists[f].offsets.back());
                batch_.lists[f].known.push_back(false);
            } else {
                batch_.facts[f].push_unknown();
            }
        }
        if (is_list) batch_.lists[f].covered_from.push_back(covered_from_[f]);
        if (is_list && covered_from_[f] != Always) row_incomplete_ = true;
    }
    batch_.as_of.push_back(as_of_seconds * MicrosPerSecond);
    batch_.joined.push_back(joined_);
    batch_.incomplete.push_back(row_incomplete_ ? 1 : 0);
    batch_.ids.push_back(std::move(id));
    batch_.stated.push_back(std::move(stated_));
    ++batch_.rows;
}

void BatchBuilder::abandon_row() {
    for (std::size_t f = 0; f < catalogue_.facts.size(); ++f) {
        auto& list = batch_.lists[f];
        if (batch_.facts[f].length() > batch_.rows) truncate(batch_.facts[f], batch_.rows);
        for (auto& field : list.fields) {
            if (field.length() > list_starts_[f]) truncate(field, list_starts_[f]);
        }
        if (list.offsets.size() > batch_.rows + 1) list.offsets.resize(batch_.rows + 1);
        Bitmap known;
        for (std::size_t r = 0; r < std::min(batch_.rows, list.known.size()); ++r)
            known.push_back(list.known.test(r));
        list.known = std::move(known);
    }
}

void BatchBuilder::set_number(int fact, double value) {
    batch_.facts[index(fact)].push_number(value);
    set_[index(fact)] = 1;
}

void BatchBuilder::set_text(int fact, std::string_view text) {
    batch_.facts[index(fact)].push_text(text);
    set_[index(fact)] = 1;
}

void BatchBuilder::set_covered_from(int fact, double seconds) {
    covered_from_[index(fact)] = seconds;
}

void BatchBuilder::begin_list(int fact) {
    set_[index(fact)] = 1;
    element_fields_.assign(catalogue_.facts[index(fact)].fields.size(), 0);
}

void BatchBuilder::begin_element(int) {
    std::fill(element_fields_.begin(), element_fields_.end(), std::uint8_t{0});
}

void BatchBuilder::set_field_number(int fact, int field, double value) {
    batch_.lists[index(fact)].fields[index(field)].push_number(value);
    element_fields_[index(field)] = 1;
}

void BatchBuilder::set_field_text(int fact, int field, std::string_view text) {
    batch_.lists[index(fact)].fields[index(field)].push_text(text);
    element_fields_[index(field)] = 1;
}

void BatchBuilder::end_element(int fact) {
    auto& list = batch_.lists[index(fact)];
    for (std::size_t i = 0; i < list.fields.size(); ++i) {
        if (projection_.fields[index(fact)][i] == 0 || element_fields_[i] != 0) continue;
        list.fields[i].push_unknown();
        row_incomplete_ = true;
    }
    if (list.offsets.size() == batch_.rows + 1) list.offsets.push_back(list.offsets.back());
    ++list.offsets.back();
}

void BatchBuilder::end_list(int fact) {
    auto& list = batch_.lists[index(fact)];
    if (list.offsets.size() == batch_.rows + 1) list.offsets.push_back(list.offsets.back());
    list.known.push_back(true);
}

Batch BatchBuilder::take() {
    auto batch = std::move(batch_);
    start_batch();
    return batch;
}

}  // namespace colonnade::engine
