// SPDX-License-Identifier: Apache-2.0
// Answers what the program asks of the one plugin in this process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "colonnade/plugin.h"
#include "engine/host/in_process.hpp"
#include "engine/isolate/wire.hpp"
#include "engine/plugin_host/host_line.hpp"

namespace colonnade::engine {

class PluginServer {
public:
    // `entry` is the plugin's. All must outlive the server.
    PluginServer(std::shared_ptr<const InProcessPlugin> plugin, const colonnade_plugin& entry,
                 std::span<const std::byte> input, std::span<std::byte> output, HostLine& line);

    // Until the program is gone or wants no more.
    void run();

private:
    struct Answer {
        bool failed = false;
        std::string payload;
    };
    [[nodiscard]] Answer answer(const Frame& question);
    [[nodiscard]] Answer functions();
    [[nodiscard]] Answer rules();
    [[nodiscard]] Answer selftest();
    [[nodiscard]] Answer make_function(WireReader& from);
    [[nodiscard]] Answer call(WireReader& from);
    [[nodiscard]] Answer probe(WireReader& from);
    [[nodiscard]] Answer open(WireReader& from);
    [[nodiscard]] Answer next(WireReader& from);
    [[nodiscard]] Answer report(WireReader& from);

    std::shared_ptr<const InProcessPlugin> plugin_;
    const colonnade_plugin& entry_;
    std::span<const std::byte> input_;
    std::span<std::byte> output_;
    HostLine& line_;
    // By the program's numbers.
    std::map<std::uint32_t, std::unique_ptr<FunctionObject>> objects_;
    std::map<std::uint32_t, std::unique_ptr<SourceReader>> readers_;
};

}  // namespace colonnade::engine
