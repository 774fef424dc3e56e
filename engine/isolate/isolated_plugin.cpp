// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/isolated_plugin.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"
#include "engine/isolate/descriptors.hpp"
#include "engine/isolate/isolated_function.hpp"
#include "engine/isolate/isolated_reader.hpp"

namespace colonnade::engine {

IsolatedPlugin::IsolatedPlugin(std::unique_ptr<Child> child, std::string version,
                               const std::filesystem::path& file)
    : Plugin(child->id(), std::move(version), file), child_(std::move(child)) {}

std::shared_ptr<const IsolatedPlugin> IsolatedPlugin::start(
    std::shared_ptr<const SealedLibrary> library, const Isolation& isolation, Refusal& refusal) {
    const auto file = library->file();
    auto child = std::make_unique<Child>(std::move(library), isolation);
    auto version = child->start(refusal);
    if (!version) return nullptr;
    return std::shared_ptr<IsolatedPlugin>(
        new IsolatedPlugin(std::move(child), std::move(*version), file));
}

std::optional<std::string> IsolatedPlugin::ask(Message message, std::string payload,
                                               std::chrono::milliseconds time,
                                               Refusal& refusal) const {
    auto reply = child_->ask(message, std::move(payload), time);
    if (reply.broke) {
        if (!child_->quarantine()) child_->count_incident(*reply.broke);
        refusal = {fmt::format("plugin `{}` {}", id(), *reply.broke), ""};
        return std::nullopt;
    }
    if (!reply.failed) return std::move(reply.payload);
    WireReader from(reply.payload);
    refusal.message = dsl::visible(from.text());
    refusal.help = dsl::visible(from.text());
    if (!from.is_done()) refusal = no_answer();
    return std::nullopt;
}

Refusal IsolatedPlugin::no_answer() const {
    const auto broke = child_->give_up_on_answer();
    child_->count_incident(broke);
    return {fmt::format("plugin `{}` {}", id(), broke), ""};
}

std::optional<std::vector<dsl::Function>> IsolatedPlugin::functions(Refusal& refusal) const {
    const std::scoped_lock lock(child_->mutex());
    const auto payload = ask(Message::Functions, {}, child_->limits().answer, refusal);
    if (!payload) return std::nullopt;
    const ReceivedDescriptors received(*payload);
    if (received.is_sound()) return describe_functions(received.descriptors(), id(), refusal);
    refusal = no_answer();
    return std::nullopt;
}

std::optional<std::string> IsolatedPlugin::text(Message message, std::size_t most,
                                                Refusal& refusal) const {
    const std::scoped_lock lock(child_->mutex());
    const auto payload = ask(message, {}, child_->limits().answer, refusal);
    if (!payload) return std::nullopt;
    WireReader from(*payload);
    std::string text(from.text(most));
    if (from.is_done()) return text;
    refusal = no_answer();
    return std::nullopt;
}

std::optional<std::string> IsolatedPlugin::rules(Refusal& refusal) const {
    return text(Message::Rules, MostRulesBytes, refusal);
}

std::optional<std::string> IsolatedPlugin::selftest(Refusal& refusal) const {
    return text(Message::Selftest, MostSelftestBytes, refusal);
}

std::unique_ptr<FunctionObject> IsolatedPlugin::make_function(std::int32_t index,
                                                              std::string& problem) const {
    auto self = std::static_pointer_cast<const IsolatedPlugin>(shared_from_this());
    return IsolatedFunction::make(std::move(self), index, problem);
}

std::int32_t IsolatedPlugin::probe(const HostStream& stream, Refusal& refusal) const {
    const std::scoped_lock lock(child_->mutex());
    const auto number = child_->streams().lend(stream.abi());
    WireWriter question;
    StreamTable::write(number, stream.abi(), question);
    const auto payload = ask(Message::Probe, question.bytes(), child_->limits().source, refusal);
    child_->streams().take_back(number);
    if (!payload) return 0;
    WireReader from(*payload);
    const auto sure = from.number<std::int32_t>();
    if (from.is_done()) return sure;
    refusal = no_answer();
    return 0;
}

std::unique_ptr<SourceReader> IsolatedPlugin::open(std::unique_ptr<HostStream> stream,
                                                   const std::string& options_json,
                                                   SourceProblem& problem) const {
    auto self = std::static_pointer_cast<const IsolatedPlugin>(shared_from_this());
    return IsolatedReader::open(std::move(self), std::move(stream), options_json, problem);
}

}  // namespace colonnade::engine
