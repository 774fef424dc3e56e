// SPDX-License-Identifier: Apache-2.0
// One plugin between its `init` and its `deinit`, wherever it runs: in this process, or in a child
// of its own. Everything that is made from a plugin holds a shared pointer to it, so that nothing
// of it is used after `deinit`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/host/refusal.hpp"
#include "engine/host/source.hpp"
#include "engine/host/stream.hpp"

namespace colonnade::engine {

// One function of a plugin, made to be called. One call at a time.
class FunctionObject {
public:
    virtual ~FunctionObject() = default;
    // Fills `output`, whose arrays are followed by guard bytes that the caller looks at. The rows
    // that a failure names, all of them where it names none, are of no use then.
    [[nodiscard]] virtual std::vector<CallFailure> call(const colonnade_batch& batch,
                                                        colonnade_output& output) = 0;
};

// A rulebook that a plugin brings is a text of that many bytes at most.
inline constexpr std::size_t MostRulesBytes = 1024 * 1024;
inline constexpr std::size_t MostSelftestBytes = 4 * 1024 * 1024;

class Plugin : public std::enable_shared_from_this<Plugin> {
public:
    virtual ~Plugin() = default;
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    // What the plugin offers; empty where it does not offer it, nothing with `refusal` filled where
    // it is not what the contract says. Texts are UTF-8 and not looked at further.
    [[nodiscard]] virtual std::optional<std::vector<dsl::Function>> functions(
        Refusal& refusal) const = 0;
    [[nodiscard]] virtual std::optional<std::string> rules(Refusal& refusal) const = 0;
    [[nodiscard]] virtual std::optional<std::string> selftest(Refusal& refusal) const = 0;

    // Null with a sentence in `problem`. `index` is one of `functions`.
    [[nodiscard]] virtual std::unique_ptr<FunctionObject> make_function(
        std::int32_t index, std::string& problem) const = 0;

    // How sure its source is that it can read the stream: 0, also without a source or with
    // `refusal` filled, to 100.
    [[nodiscard]] virtual std::int32_t probe(const HostStream& stream, Refusal& refusal) const = 0;
    // Null with `problem` filled. Only after a `probe` above 0.
    [[nodiscard]] virtual std::unique_ptr<SourceReader> open(std::unique_ptr<HostStream> stream,
                                                             const std::string& options_json,
                                                             SourceProblem& problem) const = 0;

protected:
    Plugin(std::string id, std::string version, std::filesystem::path file)
        : id_(std::move(id)), version_(std::move(version)), file_(std::move(file)) {}

private:
    std::string id_;
    std::string version_;
    std::filesystem::path file_;
};

}  // namespace colonnade::engine
