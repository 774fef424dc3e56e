// SPDX-License-Identifier: Apache-2.0
// What a store needs of a database: statements with bound values, transactions, and a few things
// that each database calls by another name.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "plugins/stores/store.hpp"

namespace colonnade::stores {

// Texts are UTF-8 without a NUL byte; nothing is null.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

// The cells of a row, valid until the next one.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual std::int64_t number(int column) const = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
};

using Problem = std::optional<StoreProblem>;
using OnRow = std::function<void(const Row&)>;

enum class Content { Nothing, Store, SomethingElse };

class Database {
public:
    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    virtual ~Database() = default;

    // One statement; its values are `$1`, `$2`, …, which first occur in this order.
    [[nodiscard]] virtual Problem run(const char* sql, std::span<const Value> values,
                                      const OnRow& on_row) = 0;
    // A transaction of the only writer; others wait.
    [[nodiscard]] virtual Problem begin_writing() = 0;
    // Whether there is a table of stores, or something that none of ours may touch.
    [[nodiscard]] virtual std::variant<Content, StoreProblem> content() = 0;
    // Makes sure that nothing is left of what was deleted.
    [[nodiscard]] virtual Problem forget_deleted() = 0;
    // For messages; without a password.
    [[nodiscard]] virtual const std::string& name() const = 0;
};

}  // namespace colonnade::stores
