// SPDX-License-Identifier: Apache-2.0
// Builds a batch row by row from whatever names facts: a JSON reader, stated facts, a test.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/column/batch.hpp"

namespace colonnade::engine {

// Order of calls: begin_row, facts in any order, end_row; for a list begin_list, then for each
// element begin_element, its fields, end_element, then end_list. Only facts and fields that are
// needed are set, and each once in a row or element. What was not set is unknown.
class BatchBuilder {
public:
    // Both must outlive the builder.
    BatchBuilder(const dsl::Catalogue& catalogue, const Projection& projection);

    void begin_row();
    void end_row(std::string_view id, std::int64_t as_of_seconds);
    // Forgets the row that was begun.
    void abandon_row();

    [[nodiscard]] bool is_needed(int fact) const { return projection_.facts[index(fact)] != 0; }
    [[nodiscard]] bool is_needed(int fact, int field) const {
        return projection_.fields[index(fact)][index(field)] != 0;
    }
    [[nodiscard]] bool is_set(int fact) const { return set_[index(fact)] == row_; }

    // Values in the base unit of the fact's kind; moments in seconds.
    void set_number(int fact, double value) {
        mark_set(fact);
        column(fact).store_number(value);
    }
    void set_text(int fact, std::string_view text) {
        mark_set(fact);
        column(fact).store_text(text);
    }
    void mark_stated(int fact) { stated_.push_back(catalogue_.facts[index(fact)].name); }
    void set_covered_from(int fact, double seconds) { covered_from_.emplace_back(fact, seconds); }
    void set_joined(double seconds) { joined_ = seconds; }

    void begin_list(int fact);
    void begin_element(int) {
        ++element_;
        fields_set_ = 0;
    }
    void set_field_number(int fact, int field, double value) {
        mark_field_set(field);
        column(fact, field).store_number(value);
    }
    void set_field_text(int fact, int field, std::string_view text) {
        mark_field_set(field);
        column(fact, field).store_text(text);
    }
    void end_element(int fact) {
        if (fields_set_ != fields_[index(fact)].size()) add_unknown_fields(fact);
        ++batch_.lists[index(fact)].offsets.back();
    }
    void end_list(int) {}
    // Forgets what was stored of an element that was not ended.
    void abandon_element(int fact);

    // For a reader that stores the values itself: the columns stay where they are until `take`, and
    // which facts and fields (no lists) got a value, the reader marks before the end of the row or
    // element.
    [[nodiscard]] Column& column(int fact) { return batch_.facts[index(fact)]; }
    [[nodiscard]] Column& column(int fact, int field) {
        return batch_.lists[index(fact)].fields[index(field)];
    }
    void mark_set(int fact) {
        set_[index(fact)] = row_;
        ++scalars_set_;
    }
    void mark_field_set(int field) {
        field_set_[index(field)] = element_;
        ++fields_set_;
    }
    [[nodiscard]] std::size_t needed_scalars() const { return scalars_.size(); }
    [[nodiscard]] std::size_t needed_fields(int fact) const { return fields_[index(fact)].size(); }
    void mark_all_scalars_set() { scalars_set_ = scalars_.size(); }
    // Ends elements that every needed field was stored of, without having begun them.
    void end_whole_elements(int fact, std::int32_t count) {
        batch_.lists[index(fact)].offsets.back() += count;
    }
    void mark_all_fields_set(int fact) { fields_set_ = fields_[index(fact)].size(); }

    [[nodiscard]] std::size_t rows() const { return batch_.rows; }
    // The batch so far; the builder starts a new one.
    [[nodiscard]] Batch take();
    // Takes back a batch that it made, for its memory.
    void reuse(Batch&& batch) { spare_ = std::move(batch); }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    void start_batch();
    void add_unknown_scalars();
    void add_unknown_lists();
    void add_unknown_fields(int fact);
    void add_covered_from();

    const dsl::Catalogue& catalogue_;
    const Projection& projection_;
    std::vector<int> scalars_;              // needed ones
    std::vector<int> lists_;                // needed ones
    std::vector<std::vector<int>> fields_;  // needed ones, per fact
    Batch batch_;
    Batch spare_;
    // The row and element at work, counted over all batches, and per fact and field the last one
    // that set it.
    std::uint64_t row_ = 0;
    std::uint64_t element_ = 0;
    std::vector<std::uint64_t> set_;
    std::vector<std::uint64_t> field_set_;
    std::size_t scalars_set_ = 0;
    std::size_t lists_set_ = 0;
    std::size_t fields_set_ = 0;
    std::vector<std::pair<int, double>> covered_from_;
    std::vector<std::string> stated_;
    double joined_ = 0;
    bool row_incomplete_ = false;
};

}  // namespace colonnade::engine
