// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/isolate/isolated.hpp"

#include <stdexcept>

#include "engine/host/in_process.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {

using std::chrono::milliseconds;

engine::Isolation isolation() {
    engine::Isolation made{COLONNADE_PLUGIN_HOST, {"0.1.0"}};
    made.limits.call = milliseconds(1'000);
    made.limits.stop = milliseconds(200);
    return made;
}

std::shared_ptr<const engine::IsolatedPlugin> start_isolated(const std::string& file,
                                                             engine::Refusal& refusal,
                                                             const engine::Isolation& how) {
    auto library = engine::SealedLibrary::read(file, refusal);
    if (library == nullptr) return nullptr;
    return engine::IsolatedPlugin::start(std::move(library), how, refusal);
}

std::shared_ptr<const engine::IsolatedPlugin> isolated(const std::string& id,
                                                       const engine::Isolation& how) {
    engine::Refusal refusal;
    auto plugin = start_isolated(module_of(id).string(), refusal, how);
    if (plugin == nullptr) throw std::runtime_error(refusal.message);
    return plugin;
}

PluginPointer in_process(const std::string& file) {
    engine::Refusal refusal;
    auto plugin = engine::InProcessPlugin::start(std::filesystem::path(file), {"0.1.0"}, refusal);
    if (plugin == nullptr) throw std::runtime_error(refusal.message);
    return plugin;
}

PluginCaller::PluginCaller(PluginPointer plugin) : plugin_(std::move(plugin)) {
    engine::Refusal refusal;
    auto described = plugin_->functions(refusal);
    if (!described) throw std::runtime_error(refusal.message);
    functions_ = std::move(*described);
    for (std::size_t i = 0; i < functions_.size(); ++i)
        hosted_.try_emplace(functions_[i].name, plugin_, static_cast<std::int32_t>(i));
}

Results PluginCaller::call(const std::string& function,
                           const std::vector<engine::CallInput>& inputs,
                           const engine::Buffer<std::int64_t>& as_of) {
    for (const auto& description : functions_) {
        if (description.name != function) continue;
        Results results;
        results.failures = hosted_.at(function).call(description, inputs, as_of, results.slot);
        return results;
    }
    throw std::runtime_error("no function " + function);
}

Results PluginCaller::call(const std::string& function, const std::vector<double>& amounts) {
    engine::Column column;
    for (const auto amount : amounts)
        column.push_number(amount);
    return call(function, {{.column = &column}}, engine::Buffer<std::int64_t>(amounts.size(), 0));
}

}  // namespace colonnade::tests
