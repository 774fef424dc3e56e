// SPDX-License-Identifier: Apache-2.0
// The smallest host: loads a plugin, calls a function for a table of rows and holds every call to
// the contract: the same bits whatever the batches and the order of rows, nothing written beside
// the output.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/unit/plugins/values.hpp"

namespace colonnade::tests {

// The entry of the bundled plugin, loaded once and never unloaded. Throws where it is missing.
[[nodiscard]] const colonnade_plugin& entry_of(const std::string& id);

[[nodiscard]] const colonnade_host& test_host();

// Initialises a plugin and gives its functions; `deinit` at the end of the object's life.
class LoadedPlugin {
public:
    explicit LoadedPlugin(const std::string& id);
    ~LoadedPlugin();
    LoadedPlugin(const LoadedPlugin&) = delete;
    LoadedPlugin& operator=(const LoadedPlugin&) = delete;

    [[nodiscard]] const colonnade_functions& functions() const { return *functions_; }
    // -1 where there is none.
    [[nodiscard]] std::int32_t index_of(const std::string& function) const;

private:
    const colonnade_plugin* entry_;
    const colonnade_functions* functions_;
};

struct Answer {
    std::int32_t code = 0;
    colonnade_error error{};
    std::vector<Value> values;  // one per row; empty after a failure
};

// One call with all rows. Row i is evaluated at as_of[i].
[[nodiscard]] Answer call_once(const LoadedPlugin& plugin, const std::string& function,
                               const std::vector<Row>& rows, const std::vector<Time>& as_of);

// The same, but also in batches of 1, 2, 3 and 7 rows and in reverse, which must not make a
// difference; throws on a failure.
[[nodiscard]] std::vector<Value> call(const LoadedPlugin& plugin, const std::string& function,
                                      const std::vector<Row>& rows, const std::vector<Time>& as_of);

// All rows at one time.
[[nodiscard]] std::vector<Value> call(const LoadedPlugin& plugin, const std::string& function,
                                      const std::vector<Row>& rows, Time as_of);

// One row of a table: what it shows, the arguments, the result.
struct Case {
    const char* what;
    Row arguments;
    Value expected;
};

// Checks a table in one call at `as_of`; each row is an assertion of its own.
void check_cases(const std::string& plugin, const std::string& function, Time as_of,
                 const std::vector<Case>& cases);

}  // namespace colonnade::tests

namespace Catch {

template <>
struct StringMaker<colonnade::tests::Value> {
    static std::string convert(const colonnade::tests::Value& value);
};

}  // namespace Catch
