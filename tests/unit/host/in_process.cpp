// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/host/in_process.hpp"

#include <stdexcept>

#include "engine/host/call.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {

engine::HostSettings Log::settings() {
    return {"0.1.0", [this](const engine::LogEntry& entry) { entries.push_back(entry); }};
}

std::shared_ptr<const engine::Plugin> start_plugin(const std::string& id,
                                                   const engine::HostSettings& settings) {
    engine::Refusal refusal;
    auto plugin = engine::InProcessPlugin::start(module_of(id), settings, refusal);
    if (plugin == nullptr) throw std::runtime_error(refusal.message);
    return plugin;
}

Called call_with_texts(const std::shared_ptr<const engine::Plugin>& plugin,
                       const std::string& function, const std::vector<MaybeText>& rows) {
    engine::Refusal refusal;
    const auto described = plugin->functions(refusal).value();
    std::size_t index = 0;
    while (described.at(index).name != function)
        ++index;
    engine::HostedFunction hosted(plugin, static_cast<std::int32_t>(index));
    const auto column = texts(rows);
    const engine::CallInput input{.column = &column};
    const engine::Buffer<std::int64_t> as_of(rows.size(), 0);
    engine::Slot slot;
    Called called;
    const auto failures = hosted.call(described[index], {&input, 1}, as_of, slot);
    if (!failures.empty()) called.problem = failures.front().message;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        called.values.push_back(slot.known[row] != 0 ? MaybeNumber(slot.value[row]) : std::nullopt);
    }
    return called;
}

}  // namespace colonnade::tests
