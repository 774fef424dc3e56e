// SPDX-License-Identifier: Apache-2.0
// Builds a batch row by row from whatever names facts: a JSON reader, stated facts, a test.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/column/batch.hpp"

namespace colonnade::engine {

// Order of calls: begin_row, facts in any order, end_row; for a list begin_list, then for each
// element begin_element, its fields, end_element, then end_list. A fact that was set in this row is
// not set again: the first one wins, and `is_set` tells. What was not set is unknown.
class BatchBuilder {
public:
    // Both must outlive the builder.
    BatchBuilder(const dsl::Catalogue& catalogue, const Projection& projection);

    void begin_row();
    void end_row(std::string id, std::int64_t as_of_seconds);
    // Forgets the row that was begun.
    void abandon_row();

    [[nodiscard]] bool is_needed(int fact) const { return projection_.facts[index(fact)] != 0; }
    [[nodiscard]] bool is_needed(int fact, int field) const {
        return projection_.fields[index(fact)][index(field)] != 0;
    }
    [[nodiscard]] bool is_set(int fact) const { return set_[index(fact)] != 0; }

    // Values in the base unit of the fact's kind; moments in seconds.
    void set_number(int fact, double value);
    void set_text(int fact, std::string_view text);
    void mark_stated(int fact) { stated_.push_back(catalogue_.facts[index(fact)].name); }
    void set_covered_from(int fact, double seconds);
    void set_joined(double seconds) { joined_ = seconds; }

    void begin_list(int fact);
    void begin_element(int fact);
    void set_field_number(int fact, int field, double value);
    void set_field_text(int fact, int field, std::string_view text);
    void end_element(int fact);
    void end_list(int fact);

    [[nodiscard]] std::size_t rows() const { return batch_.rows; }
    // The batch so far; the builder starts a new one.
    [[nodiscard]] Batch take();

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    void start_batch();

    const dsl::Catalogue& catalogue_;
    const Projection& projection_;
    Batch batch_;
    std::vector<std::uint8_t> set_;             // per fact, of the current row
    std::vector<std::uint8_t> element_fields_;  // per field, of the current element
    std::vector<std::size_t> list_starts_;      // elements before the current row, to abandon it
    std::vector<double> covered_from_;          // per fact, of the current row
    std::vector<std::string> stated_;
    double joined_ = 0;
    bool row_incomplete_ = false;
};

}  // namespace colonnade::engine
