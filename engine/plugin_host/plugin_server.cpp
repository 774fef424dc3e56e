// SPDX-License-Identifier: Apache-2.0
#include "engine/plugin_host/plugin_server.hpp"

#include <optional>
#include <utility>

#include "engine/host/abi.hpp"
#include "engine/isolate/descriptors.hpp"
#include "engine/isolate/output_layout.hpp"
#include "engine/isolate/received_batch.hpp"
#include "engine/plugin_host/remote_stream.hpp"

namespace colonnade::engine {
namespace {

std::string payload_of(const Refusal& refusal) {
    return WireWriter().text(refusal.message).text(refusal.help).bytes();
}

std::string payload_of(const SourceProblem& problem) {
    return WireWriter()
        .number(static_cast<std::uint8_t>(problem.what))
        .text(problem.message)
        .bytes();
}

std::string payload_of(const std::vector<CallFailure>& failures) {
    WireWriter to;
    to.number(static_cast<std::uint32_t>(failures.size()));
    for (const auto& failure : failures)
        to.number(failure.row).text(failure.message);
    return to.bytes();
}

// A byte that says whether there is one, and the text.
std::string payload_of(const std::optional<std::string>& text) {
    std::string payload(1, text ? '\1' : '\0');
    if (text) payload += *text;
    return payload;
}

}  // namespace

PluginServer::PluginServer(std::shared_ptr<const InProcessPlugin> plugin,
                           const colonnade_plugin& entry, std::span<const std::byte> input,
                           std::span<std::byte> output, HostLine& line)
    : plugin_(std::move(plugin)), entry_(entry), input_(input), output_(output), line_(line) {}

void PluginServer::run() {
    while (auto question = line_.next()) {
        auto given = answer(*question);
        line_.send(given.failed ? Message::Failed : Message::Answer, question->number,
                   std::move(given.payload));
    }
}

PluginServer::Answer PluginServer::answer(const Frame& question) {
    WireReader from(question.payload);
    switch (question.message) {
        case Message::Functions:
            return functions();
        case Message::Rules:
            return rules();
        case Message::Selftest:
            return selftest();
        case Message::MakeFunction:
            return make_function(from);
        case Message::DropFunction:
            objects_.erase(from.number<std::uint32_t>());
            return {};
        case Message::Call:
            return call(from);
        case Message::Probe:
            return probe(from);
        case Message::Open:
            return open(from);
        case Message::Next:
            return next(from);
        case Message::Report:
            return report(from);
        case Message::CloseReader:
            readers_.erase(from.number<std::uint32_t>());
            return {};
        default:
            return {true, {}};
    }
}

// The descriptors themselves go out, so that the program checks them as it checks all; they are
// found sound here first, so that walking through them is safe.
PluginServer::Answer PluginServer::functions() {
    Refusal refusal;
    const auto described = plugin_->functions(refusal);
    if (!described) return {true, payload_of(refusal)};
    WireWriter to;
    const auto count = static_cast<std::int32_t>(described->size());
    to.number(static_cast<std::uint32_t>(count));
    if (count == 0) return {false, to.bytes()};
    const auto& extension =
        *static_cast<const colonnade_functions*>(entry_.get(abi_text(COLONNADE_FUNCTIONS_ID)));
    for (std::int32_t i = 0; i < count; ++i)
        write_descriptor(*extension.describe(i), to);
    return {false, to.bytes()};
}

PluginServer::Answer PluginServer::rules() {
    Refusal refusal;
    const auto text = plugin_->rules(refusal);
    if (!text) return {true, payload_of(refusal)};
    return {false, WireWriter().text(*text).bytes()};
}

PluginServer::Answer PluginServer::selftest() {
    Refusal refusal;
    const auto text = plugin_->selftest(refusal);
    if (!text) return {true, payload_of(refusal)};
    return {false, WireWriter().text(*text).bytes()};
}

PluginServer::Answer PluginServer::make_function(WireReader& from) {
    const auto number = from.number<std::uint32_t>();
    std::string problem;
    auto object = plugin_->make_function(from.number<std::int32_t>(), problem);
    if (object == nullptr) return {true, WireWriter().text(problem).bytes()};
    objects_[number] = std::move(object);
    return {};
}

PluginServer::Answer PluginServer::call(WireReader& from) {
    const auto object = objects_.find(from.number<std::uint32_t>());
    WrittenBatch written;
    written.at = from.number<std::uint64_t>();
    written.size = from.number<std::uint64_t>();
    const auto kind = from.number<std::int32_t>();
    const ReceivedBatch received(input_, written);
    if (object == objects_.end() || !received.is_sound()) return {true, {}};
    const auto& batch = received.batch();
    const OutputLayout layout(kind, batch.rows);
    colonnade_output output{sizeof output, kind, batch.rows, output_.data(),
                            reinterpret_cast<std::uint8_t*>(output_.data() + layout.known_at)};
    return {false, payload_of(object->second->call(batch, output))};
}

PluginServer::Answer PluginServer::probe(WireReader& from) {
    const auto stream = RemoteStream::read(from, line_);
    Refusal refusal;
    const auto sure = plugin_->probe(*stream, refusal);
    if (!refusal.message.empty()) return {true, payload_of(refusal)};
    return {false, WireWriter().number(sure).bytes()};
}

PluginServer::Answer PluginServer::open(WireReader& from) {
    const auto number = from.number<std::uint32_t>();
    auto stream = RemoteStream::read(from, line_);
    const std::string options(from.text());
    SourceProblem problem;
    auto reader = plugin_->open(std::move(stream), options, problem);
    if (reader == nullptr) return {true, payload_of(problem)};
    readers_[number] = std::move(reader);
    return {};
}

PluginServer::Answer PluginServer::next(WireReader& from) {
    const auto reader = readers_.find(from.number<std::uint32_t>());
    if (reader == readers_.end()) return {true, {}};
    std::optional<SourceProblem> problem;
    const auto document = reader->second->next(problem);
    if (problem) return {true, payload_of(*problem)};
    return {false, payload_of(document)};
}

PluginServer::Answer PluginServer::report(WireReader& from) {
    const auto reader = readers_.find(from.number<std::uint32_t>());
    if (reader == readers_.end()) return {true, {}};
    std::optional<SourceProblem> problem;
    const std::optional<std::string> report = reader->second->report(problem);
    if (problem) return {true, payload_of(*problem)};
    return {false, payload_of(report)};
}

}  // namespace colonnade::engine
