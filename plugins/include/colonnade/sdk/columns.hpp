// SPDX-License-Identifier: Apache-2.0
// Typed views of what the host hands over: a view is a column, or the part of a list's field that
// belongs to one row, and looks the same in both cases. Views are cheap to copy and borrow
// everything: they end with the call. An index outside 0 .. size()-1 is undefined.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "colonnade/plugin.h"
#include "colonnade/sdk/guard.hpp"

namespace colonnade::sdk {

[[nodiscard]] inline std::string_view view_of(const colonnade_text& text) {
    return text.size == 0 ? std::string_view{} : std::string_view(text.data, text.size);
}

// Walks a view as std::optional values: empty where unknown.
template <class View>
class Walk {
public:
    Walk(const View& view, std::int64_t index) : view_(view), index_(index) {}
    [[nodiscard]] auto operator*() const { return view_.get(index_); }
    Walk& operator++() {
        ++index_;
        return *this;
    }
    [[nodiscard]] bool operator!=(const Walk& other) const { return index_ != other.index_; }

private:
    View view_;
    std::int64_t index_;
};

// Where a view's values lie, and which of them are known.
class Slice {
public:
    explicit Slice(const colonnade_column& column) : Slice(column, 0, column.length) {}
    Slice(const colonnade_column& column, std::int64_t first, std::int64_t size)
        : column_(&column), first_(first), size_(size) {}

    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] bool known(std::int64_t index) const {
        const std::int64_t at = first_ + index;
        return column_->validity == nullptr || ((column_->validity[at / 8] >> (at % 8)) & 1) != 0;
    }

protected:
    [[nodiscard]] const colonnade_column& column() const { return *column_; }
    [[nodiscard]] std::int64_t place(std::int64_t index) const { return first_ + index; }

private:
    const colonnade_column* column_;
    std::int64_t first_;
    std::int64_t size_;
};

// Values of one fixed width: `Stored` in the buffer, `Value` for the reader.
template <class Stored, class Value>
class Values : public Slice {
public:
    using Slice::Slice;
    [[nodiscard]] Value operator[](std::int64_t index) const {
        return static_cast<Value>(static_cast<const Stored*>(column().data)[place(index)]);
    }
    [[nodiscard]] std::optional<Value> get(std::int64_t index) const {
        return known(index) ? std::optional<Value>((*this)[index]) : std::nullopt;
    }
    [[nodiscard]] Walk<Values> begin() const { return {*this, 0}; }
    [[nodiscard]] Walk<Values> end() const { return {*this, size()}; }
};

using Numbers = Values<double, double>;            // also shares, durations (s) and rates (per s)
using Times = Values<std::int64_t, std::int64_t>;  // microseconds since 1970-01-01 UTC
using YesNos = Values<std::uint8_t, bool>;

// Indexes into the category's values. In which order those stand is the schema's business: find the
// index of a value by its id, once per call.
class Categories : public Values<std::int32_t, std::int32_t> {
public:
    using Values::Values;
    // The id of a known value.
    [[nodiscard]] std::string_view name(std::int64_t index) const {
        return view_of(names()[(*this)[index]]);
    }
    // -1 where the category has no such value.
    [[nodiscard]] std::int32_t index_of(std::string_view id) const {
        const colonnade_text* const all = names();
        for (std::int32_t i = 0; i < column().name_count; ++i) {
            if (view_of(all[i]) == id) return i;
        }
        return -1;
    }

private:
    // A host of ABI 1.0 hands over no names, in a column that ends before them.
    [[nodiscard]] const colonnade_text* names() const {
        if (column().size < sizeof(colonnade_column) || column().names == nullptr) {
            throw Failure("this host does not name the values of categories",
                          COLONNADE_UNSUPPORTED);
        }
        return column().names;
    }
};

class Texts : public Slice {
public:
    using Slice::Slice;
    [[nodiscard]] std::string_view operator[](std::int64_t index) const {
        const std::int32_t* offset = column().offsets + place(index);
        if (offset[0] == offset[1]) return {};
        return {static_cast<const char*>(column().data) + offset[0],
                static_cast<std::size_t>(offset[1] - offset[0])};
    }
    [[nodiscard]] std::optional<std::string_view> get(std::int64_t index) const {
        return known(index) ? std::optional((*this)[index]) : std::nullopt;
    }
    [[nodiscard]] Walk<Texts> begin() const { return {*this, 0}; }
    [[nodiscard]] Walk<Texts> end() const { return {*this, size()}; }
};

// The elements of one row's list. Fields are numbered as in the descriptor.
class Records {
public:
    Records(const colonnade_column& record, std::int64_t first, std::int64_t size)
        : record_(&record), first_(first), size_(size) {}

    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] Numbers numbers(std::int32_t field) const { return part<Numbers>(field); }
    [[nodiscard]] Times times(std::int32_t field) const { return part<Times>(field); }
    [[nodiscard]] YesNos yes_nos(std::int32_t field) const { return part<YesNos>(field); }
    [[nodiscard]] Texts texts(std::int32_t field) const { return part<Texts>(field); }
    [[nodiscard]] Categories categories(std::int32_t field) const {
        return part<Categories>(field);
    }

private:
    template <class View>
    [[nodiscard]] View part(std::int32_t field) const {
        return View(*record_->children[field], first_, size_);
    }

    const colonnade_column* record_;
    std::int64_t first_;
    std::int64_t size_;
};

class Lists : public Slice {
public:
    using Slice::Slice;
    // The elements of all rows.
    [[nodiscard]] Records all() const {
        const colonnade_column& record = *column().children[0];
        return {record, 0, record.length};
    }
    [[nodiscard]] Records operator[](std::int64_t index) const {
        const std::int32_t* offset = column().offsets + place(index);
        return {*column().children[0], offset[0], offset[1] - offset[0]};
    }
};

struct Word {
    std::string_view group;  // empty in a plain list
    std::string_view text;
};

// A word list of the rulebook: the same for every row.
class Words {
public:
    explicit Words(const colonnade_column& column) : column_(&column) {}
    [[nodiscard]] std::int64_t size() const { return column_->length; }
    [[nodiscard]] Word operator[](std::int64_t index) const {
        const auto& word = static_cast<const colonnade_word*>(column_->data)[index];
        return {view_of(word.group), view_of(word.text)};
    }

private:
    const colonnade_column* column_;
};

}  // namespace colonnade::sdk
