// SPDX-License-Identifier: Apache-2.0
// One call of a function: its arguments as typed views, and where the results go. A result that is
// not set is unknown. `Row` is the same call seen from a single row.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "colonnade/sdk/columns.hpp"
#include "colonnade/sdk/host.hpp"

namespace colonnade::sdk {

class Call {
public:
    // All four outlive the call; the batch fits the descriptor.
    Call(const colonnade_function_descriptor& descriptor, const colonnade_batch& batch,
         colonnade_output& output, const Host& host)
        : descriptor_(&descriptor), batch_(&batch), output_(&output), host_(&host) {}

    [[nodiscard]] const Host& host() const { return *host_; }

    [[nodiscard]] std::int64_t rows() const { return batch_->rows; }
    [[nodiscard]] std::int64_t as_of(std::int64_t row) const { return batch_->as_of[row]; }
    // More than the parameters where the last one is repeated.
    [[nodiscard]] std::int32_t arguments() const { return batch_->argument_count; }

    [[nodiscard]] Numbers numbers(std::int32_t argument) const { return view<Numbers>(argument); }
    [[nodiscard]] Times times(std::int32_t argument) const { return view<Times>(argument); }
    [[nodiscard]] YesNos yes_nos(std::int32_t argument) const { return view<YesNos>(argument); }
    [[nodiscard]] Texts texts(std::int32_t argument) const { return view<Texts>(argument); }
    [[nodiscard]] Lists lists(std::int32_t argument) const { return view<Lists>(argument); }
    [[nodiscard]] Words words(std::int32_t argument) const { return view<Words>(argument); }
    [[nodiscard]] Categories categories(std::int32_t argument) const {
        return view<Categories>(argument);
    }

    // No where an argument that must be known is unknown: the result then stays unknown.
    [[nodiscard]] bool can_answer(std::int64_t row) const {
        for (std::int32_t i = 0; i < arguments(); ++i) {
            const colonnade_column& column = *batch_->arguments[i];
            if (column.kind == COLONNADE_WORDS || is_nullable(i)) continue;
            if (!Slice(column).known(row)) return false;
        }
        return true;
    }

    // One per storage. A number that is not finite leaves the result unknown.
    void set(std::int64_t row, double value) const {
        constexpr double Most = std::numeric_limits<double>::max();
        if (value >= -Most && value <= Most) store(row, value);
    }
    void set(std::int64_t row, std::int64_t time) const { store(row, time); }
    void set(std::int64_t row, std::int32_t category) const { store(row, category); }
    void set(std::int64_t row, bool yes) const { store(row, static_cast<std::uint8_t>(yes)); }

private:
    template <class View>
    [[nodiscard]] View view(std::int32_t argument) const {
        return View(*batch_->arguments[argument]);
    }
    [[nodiscard]] bool is_nullable(std::int32_t argument) const {
        const std::int32_t last = descriptor_->parameter_count - 1;
        const auto* parameter = descriptor_->parameters[argument < last ? argument : last];
        return (parameter->flags & COLONNADE_NULLABLE) != 0;
    }
    template <class Stored>
    void store(std::int64_t row, Stored value) const {
        static_cast<Stored*>(output_->values)[row] = value;
        std::uint8_t& bits = output_->known[row / 8];
        bits = static_cast<std::uint8_t>(bits | (1U << (row % 8)));
    }

    const colonnade_function_descriptor* descriptor_;
    const colonnade_batch* batch_;
    colonnade_output* output_;
    const Host* host_;
};

class Row {
public:
    Row(const Call& call, std::int64_t row) : call_(&call), row_(row) {}

    [[nodiscard]] const Host& host() const { return call_->host(); }
    [[nodiscard]] std::int64_t as_of() const { return call_->as_of(row_); }
    [[nodiscard]] std::int32_t arguments() const { return call_->arguments(); }
    // For parameters that are nullable; the others are known in every row that is asked for.
    [[nodiscard]] bool known(std::int32_t argument) const {
        return call_->numbers(argument).known(row_);
    }
    [[nodiscard]] double number(std::int32_t argument) const {
        return call_->numbers(argument)[row_];
    }
    [[nodiscard]] std::int64_t time(std::int32_t argument) const {
        return call_->times(argument)[row_];
    }
    [[nodiscard]] bool yes(std::int32_t argument) const { return call_->yes_nos(argument)[row_]; }
    [[nodiscard]] std::string_view text(std::int32_t argument) const {
        return call_->texts(argument)[row_];
    }
    [[nodiscard]] std::int32_t category(std::int32_t argument) const {
        return call_->categories(argument)[row_];
    }
    [[nodiscard]] Records list(std::int32_t argument) const { return call_->lists(argument)[row_]; }

private:
    const Call* call_;
    std::int64_t row_;
};

}  // namespace colonnade::sdk
