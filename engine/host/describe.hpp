// SPDX-License-Identifier: Apache-2.0
// What a plugin says of its functions, checked and turned into the language's own description. A
// plugin with one function that cannot be right is refused as a whole: its author has to look.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// Far above what people write; they keep a plugin that counts wrongly from filling the memory.
inline constexpr std::int32_t MostFunctions = 1'000;
inline constexpr std::int32_t MostParameters = 64;
inline constexpr std::int32_t MostParameterFields = 64;
inline constexpr std::int32_t MostCategoryValues = 256;
inline constexpr std::int64_t MostLanguages = 64;
inline constexpr std::size_t MostDescriptionBytes = 16 * 1024;

// In the plugin's order; nothing with `refusal` filled. `plugin` is its id.
[[nodiscard]] std::optional<std::vector<dsl::Function>> describe_functions(
    const colonnade_functions& extension, const std::string& plugin, Refusal& refusal);

// The same for descriptors that came from elsewhere.
[[nodiscard]] std::optional<std::vector<dsl::Function>> describe_functions(
    std::span<const colonnade_function_descriptor* const> descriptors, const std::string& plugin,
    Refusal& refusal);

}  // namespace colonnade::engine
