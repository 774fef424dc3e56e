// SPDX-License-Identifier: Apache-2.0
#include "engine/host/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/host/abi.hpp"
#include "engine/host/descriptor_reader.hpp"

namespace colonnade::engine {
namespace {

using Functions = std::vector<dsl::Function>;

std::string label(const dsl::Function& function, std::int32_t index) {
    return is_name(function.name) ? fmt::format("function `{}`", function.name)
                                  : fmt::format("function at index {}", index);
}

// Empty, or what is wrong with one function.
std::string read_one(const colonnade_function_descriptor* descriptor, std::int32_t index,
                     Functions& read) {
    if (descriptor == nullptr) return fmt::format("function at index {} has no descriptor", index);
    DescriptorReader reader;
    auto function = reader.read(*descriptor);
    if (!reader.problem().empty()) {
        return fmt::format("{}: {}", label(function, index), reader.problem());
    }
    const auto is_same = [&](const dsl::Function& other) { return other.name == function.name; };
    if (std::any_of(read.begin(), read.end(), is_same)) {
        return fmt::format("function `{}` is there twice", function.name);
    }
    read.push_back(std::move(function));
    return {};
}

std::string read_all(const colonnade_functions& extension, Functions& read) {
    const auto count = extension.count();
    if (count < 0 || count > MostFunctions) {
        return fmt::format("{} functions, expected 0 to {}", count, MostFunctions);
    }
    for (std::int32_t i = 0; i < count; ++i) {
        if (auto problem = read_one(extension.describe(i), i, read); !problem.empty())
            return problem;
    }
    if (extension.describe(count) != nullptr || extension.describe(-1) != nullptr) {
        return fmt::format("it describes a function beyond the {} that it has", count);
    }
    // What changes while it is read cannot be what rules are checked against.
    if (extension.count() != count) return "it has another number of functions every time";
    return {};
}

// What was read, as the plugin's, or nothing with the refusal.
std::optional<Functions> finished(Functions read, const std::string& problem,
                                  const std::string& plugin, Refusal& refusal) {
    if (!problem.empty()) {
        refusal = {fmt::format("plugin `{}`: {}", plugin, problem), ""};
        return std::nullopt;
    }
    for (auto& function : read)
        function.plugin = plugin;
    return read;
}

}  // namespace

std::optional<Functions> describe_functions(const colonnade_functions& extension,
                                            const std::string& plugin, Refusal& refusal) {
    Functions read;
    std::string problem;
    if (!contained([&] { problem = read_all(extension, read); })) problem = ThrewMessage;
    return finished(std::move(read), problem, plugin, refusal);
}

std::optional<Functions> describe_functions(
    std::span<const colonnade_function_descriptor* const> descriptors, const std::string& plugin,
    Refusal& refusal) {
    Functions read;
    std::string problem;
    std::int32_t index = 0;
    for (const auto* descriptor : descriptors) {
        if (problem.empty()) problem = read_one(descriptor, index++, read);
    }
    return finished(std::move(read), problem, plugin, refusal);
}

}  // namespace colonnade::engine
