// SPDX-License-Identifier: Apache-2.0
// Values as tests write them, and columns made of them. A column owns its buffers, aligned as the
// contract says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "colonnade/plugin.h"

namespace colonnade::tests {

struct Unknown {
    bool operator==(const Unknown&) const = default;
};
struct Time {
    std::int64_t microseconds = 0;
    bool operator==(const Time&) const = default;
};
struct Category {
    std::int32_t index = 0;
    bool operator==(const Category&) const = default;
};
using WordList = std::vector<std::pair<std::string, std::string>>;  // group and entry

// A single value: a fact, or a field of a record.
struct Cell {
    std::variant<Unknown, double, Time, Category, bool, std::string> held;

    Cell() = default;
    Cell(Unknown) {}
    Cell(double number) : held(number) {}
    Cell(int number) : held(static_cast<double>(number)) {}
    Cell(Time time) : held(time) {}
    Cell(Category category) : held(category) {}
    Cell(bool yes) : held(yes) {}
    Cell(const char* text) : held(std::string(text)) {}

    [[nodiscard]] bool known() const { return !std::holds_alternative<Unknown>(held); }
    bool operator==(const Cell&) const = default;
};

using Record = std::vector<Cell>;
using Records = std::vector<Record>;  // a list

// An argument or a result of a call.
struct Value {
    std::variant<Cell, Records, WordList> held;

    Value() = default;
    template <class T>
    requires std::is_convertible_v<T, Cell> Value(T cell) : held(Cell(cell)) {}
    Value(Records list) : held(std::move(list)) {}
    Value(WordList words) : held(std::move(words)) {}

    [[nodiscard]] bool known() const { return *this != Value(); }
    bool operator==(const Value&) const = default;
};

using Row = std::vector<Value>;  // the arguments of a call

inline constexpr Unknown unknown;
inline constexpr double OneDay = 86'400;
inline constexpr double OneWeek = 7 * OneDay;
inline constexpr double OneMonth = 2'629'746;

// "2026-11-20" or "2026-11-20T23:59:59".
[[nodiscard]] Time at(std::string_view text);

// Memory as a host gives it: 64-byte aligned.
class Buffer {
public:
    explicit Buffer(std::size_t bytes);
    [[nodiscard]] void* data() const { return memory_.get(); }

private:
    struct Free {
        void operator()(void* memory) const;
    };
    std::unique_ptr<void, Free> memory_;
};

// The values of the only category that bundled functions read.
inline constexpr std::string_view PostKinds[] = {"text", "link", "media", "repost", "group"};

// A column of single values. Unknown ones keep whatever was in the buffer.
class FlatColumn {
public:
    FlatColumn(std::int32_t kind, const std::vector<Cell>& cells);

    [[nodiscard]] const colonnade_column& raw() const { return raw_; }

private:
    void* add_buffer(std::size_t bytes);
    void add_validity(const std::vector<Cell>& cells);
    void add_scalars(const std::vector<Cell>& cells);
    void add_texts(const std::vector<Cell>& cells);
    void add_names();

    colonnade_column raw_{};
    std::vector<Buffer> buffers_;
};

// A column of the type that `parameter` describes.
class Column {
public:
    Column(const colonnade_parameter& parameter, const std::vector<Value>& values);
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;

    [[nodiscard]] const colonnade_column* raw() const { return &raw_; }

private:
    void add_lists(const colonnade_parameter& parameter, const std::vector<Value>& values);
    void add_words(const std::vector<Value>& values);

    colonnade_column raw_{};
    std::vector<Buffer> buffers_;
    std::vector<FlatColumn> parts_;  // the values or their validity, then a list's fields
    std::vector<const colonnade_column*> fields_;
    colonnade_column record_{};
    const colonnade_column* record_pointer_ = &record_;
    WordList words_;
};

}  // namespace colonnade::tests
