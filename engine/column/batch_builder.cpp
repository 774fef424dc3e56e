// SPDX-License-Identifier: Apache-2.0
// A value that was set costs a store and nothing more: a column's `known` is filled up when an
// unknown value comes, and at the end.
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

Batch batch_for(const dsl::Catalogue& catalogue) {
    Batch batch;
    batch.lists.resize(catalogue.facts.size());
    for (std::size_t f = 0; f < catalogue.facts.size(); ++f) {
        const auto& fact = catalogue.facts[f];
        batch.facts.push_back(column_of(fact.type));
        for (const auto& field : fact.fields)
            batch.lists[f].fields.push_back(column_of(field.type));
    }
    return batch;
}

// Cuts the list off behind `rows` rows.
void truncate(ListColumn& list, std::size_t rows) {
    list.offsets.resize(std::min(list.offsets.size(), rows + 1));
    list.known.resize(std::min(list.known.size(), rows), true);
    for (auto& field : list.fields)
        field.truncate(list.elements());
}

// Nothing stays behind, and nothing is ahead.
void end_storing(Column& column, std::size_t length) {
    column.know_up_to(length);
    column.bytes.resize(static_cast<std::size_t>(column.offsets.back()));
}

void clear(Batch& batch) {
    batch.rows = 0;
    batch.as_of.clear();
    for (auto& column : batch.facts)
        column.truncate(0);
    for (auto& list : batch.lists) {
        truncate(list, 0);
        list.covered_from.clear();
    }
    batch.joined.clear();
    batch.incomplete.clear();
    batch.ids.clear();
    batch.stated.clear();
}

std::vector<int> needed(const std::vector<std::uint8_t>& flags) {
    std::vector<int> indices;
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] != 0) indices.push_back(static_cast<int>(i));
    }
    return indices;
}

}  // namespace

BatchBuilder::BatchBuilder(const dsl::Catalogue& catalogue, const Projection& projection)
    : catalogue_(catalogue), projection_(projection), set_(catalogue.facts.size()) {
    for (const int f : needed(projection.facts)) {
        const bool is_list = catalogue.facts[index(f)].type.is(dsl::Kind::List);
        (is_list ? lists_ : scalars_).push_back(f);
    }
    for (const auto& fields : projection.fields) {
        fields_.push_back(needed(fields));
        field_set_.resize(std::max(field_set_.size(), fields.size()));
    }
    start_batch();
}

void BatchBuilder::start_batch() {
    if (spare_.facts.size() != catalogue_.facts.size()) spare_ = batch_for(catalogue_);
    batch_ = std::exchange(spare_, {});
    clear(batch_);
}

void BatchBuilder::begin_row() {
    ++row_;
    scalars_set_ = 0;
    lists_set_ = 0;
    covered_from_.clear();
    stated_.clear();
    joined_ = Always;
    row_incomplete_ = false;
}

void BatchBuilder::end_row(std::string_view id, std::int64_t as_of_seconds) {
    if (scalars_set_ != scalars_.size()) add_unknown_scalars();
    if (lists_set_ != lists_.size()) add_unknown_lists();
    add_covered_from();
    batch_.as_of.push_back(as_of_seconds * MicrosPerSecond);
    batch_.joined.push_back(joined_);
    batch_.incomplete.push_back(row_incomplete_ ? 1 : 0);
    batch_.ids.emplace_back(id);
    batch_.stated.push_back(std::exchange(stated_, {}));
    ++batch_.rows;
}

void BatchBuilder::add_unknown_scalars() {
    row_incomplete_ = true;
    for (const int f : scalars_) {
        if (!is_set(f)) batch_.facts[index(f)].store_unknown(batch_.rows);
    }
}

void BatchBuilder::add_unknown_lists() {
    row_incomplete_ = true;
    for (const int f : lists_) {
        if (is_set(f)) continue;
        auto& list = batch_.lists[index(f)];
        list.offsets.push_back(list.offsets.back());
        list.known.resize(batch_.rows, true);
        list.known.push_back(false);
    }
}

void BatchBuilder::add_covered_from() {
    for (const int f : lists_)
        batch_.lists[index(f)].covered_from.push_back(Always);
    for (const auto& [fact, seconds] : covered_from_) {
        auto& days = batch_.lists[index(fact)].covered_from;
        if (!is_needed(fact) || days.empty()) continue;
        days.back() = seconds;
        row_incomplete_ = true;
    }
}

void BatchBuilder::abandon_row() {
    for (const int f : scalars_)
        batch_.facts[index(f)].truncate(batch_.rows);
    for (const int f : lists_)
        truncate(batch_.lists[index(f)], batch_.rows);
}

void BatchBuilder::begin_list(int fact) {
    set_[index(fact)] = row_;
    ++lists_set_;
    auto& offsets = batch_.lists[index(fact)].offsets;
    offsets.push_back(offsets.back());
}

void BatchBuilder::abandon_element(int fact) {
    auto& list = batch_.lists[index(fact)];
    for (const int field : fields_[index(fact)])
        list.fields[index(field)].truncate(list.elements());
}

void BatchBuilder::add_unknown_fields(int fact) {
    row_incomplete_ = true;
    auto& list = batch_.lists[index(fact)];
    for (const int field : fields_[index(fact)]) {
        if (field_set_[index(field)] == element_) continue;
        list.fields[index(field)].store_unknown(list.elements());
    }
}

Batch BatchBuilder::take() {
    for (const int f : scalars_)
        end_storing(batch_.facts[index(f)], batch_.rows);
    for (const int f : lists_) {
        auto& list = batch_.lists[index(f)];
        list.known.resize(batch_.rows, true);
        for (const int field : fields_[index(f)])
            end_storing(list.fields[index(field)], list.elements());
    }
    auto batch = std::move(batch_);
    start_batch();
    return batch;
}

}  // namespace colonnade::engine
