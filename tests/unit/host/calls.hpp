// SPDX-License-Identifier: Apache-2.0
// Calls a function of a test plugin with columns as the engine makes them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/plugins.hpp"

namespace colonnade::tests {

using MaybeNumber = std::optional<double>;
using MaybeText = std::optional<std::string>;

// In the kind's base unit; moments in seconds.
[[nodiscard]] engine::Column column(dsl::Kind kind, const std::vector<MaybeNumber>& values);
[[nodiscard]] engine::Column categories(const std::vector<std::string>& ids,
                                        const std::vector<MaybeNumber>& values);
[[nodiscard]] engine::Column texts(const std::vector<MaybeText>& values);

// `counts` elements per row; a row of -1 is an unknown list.
[[nodiscard]] engine::ListColumn list(const std::vector<int>& counts,
                                      std::vector<engine::Column> fields);

struct Called {
    std::optional<std::string> problem;
    std::vector<MaybeNumber> values;  // of a slot as it is after the call
};

// All calls of one plugin, by default from tests/plugins.
class Caller {
public:
    explicit Caller(const std::string& plugin, const char* folder = COLONNADE_MODULES);

    [[nodiscard]] Called call(const std::string& function,
                              const std::vector<engine::CallInput>& inputs,
                              const engine::Buffer<std::int64_t>& as_of);
    // At one moment that does not matter.
    [[nodiscard]] Called call(const std::string& function,
                              const std::vector<engine::CallInput>& inputs, std::size_t rows);
    [[nodiscard]] const dsl::Function& function(const std::string& name) const;

private:
    engine::Plugins plugins_;
};

}  // namespace colonnade::tests
