// SPDX-License-Identifier: Apache-2.0
// What a plugin's process may say, from the first byte on its socket: frames end or make no sense,
// questions about streams are answered or refused, and descriptors of functions are such as can be
// written again. What functions are is also asked of a plugin in this process, which may lie.
#include <sys/socket.h>

#include <array>
#include <memory>
#include <vector>

#include "dsl/text/unicode.hpp"
#include "engine/host/describe.hpp"
#include "engine/host/stream.hpp"
#include "engine/isolate/call_failures.hpp"
#include "engine/isolate/channel.hpp"
#include "engine/isolate/descriptors.hpp"
#include "engine/isolate/stream_table.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/fuzz/lying_plugin.hpp"

using namespace colonnade;
using engine::Channel;
using engine::Frame;
using fuzz::hold;

namespace {

// Whatever the socket cannot take at once would wait for a reader.
constexpr std::size_t MostSent = 64 * 1024;

// What is lent to a plugin: a folder with files, and one of them.
const engine::HostStream& stream_of(const char* path) {
    std::string problem;
    static std::vector<std::unique_ptr<engine::HostStream>> kept;
    kept.push_back(engine::open_stream(path, problem));
    hold(kept.back() != nullptr, "what is lent can be read", problem);
    return *kept.back();
}

void lend_streams(engine::StreamTable& table) {
    static const auto& folder = stream_of(COLONNADE_SOURCE_DIR "/tests/fuzz/dictionaries");
    static const auto& file = stream_of(COLONNADE_SOURCE_DIR "/tests/fuzz/dictionaries/csv.dict");
    static_cast<void>(table.lend(folder.abi()));
    static_cast<void>(table.lend(file.abi()));
}

// Whether that many functions, or why there are none.
void check_functions(const std::optional<std::vector<dsl::Function>>& functions, std::size_t count,
                     const engine::Refusal& refusal) {
    hold(functions.has_value() == refusal.message.empty(), "a refusal has words", refusal.message);
    hold(dsl::visible(refusal.message) == refusal.message, "a refusal can be shown",
         refusal.message);
    if (!functions) return;
    hold(functions->size() == count, "every function is described");
    for (const auto& function : *functions)
        hold(dsl::visible(function.name) == function.name && !function.name.empty(),
             "a function has a name", function.name);
}

void check_descriptors(const std::string& payload, fuzz::Lie lie) {
    const engine::ReceivedDescriptors received(payload);
    if (!received.is_sound()) return;
    const auto descriptors = received.descriptors();
    engine::WireWriter again;
    again.number(static_cast<std::uint32_t>(descriptors.size()));
    for (const auto* descriptor : descriptors)
        engine::write_descriptor(*descriptor, again);
    hold(again.bytes() == payload, "descriptors are written as they were read");
    engine::Refusal refusal;
    check_functions(engine::describe_functions(descriptors, "fuzzed", refusal), descriptors.size(),
                    refusal);
    const fuzz::LyingPlugin plugin(descriptors, lie);
    engine::Refusal other;
    check_functions(engine::describe_functions(plugin.functions(), "fuzzed", other),
                    descriptors.size(), other);
}

void check_failures(const std::string& payload) {
    const engine::Rows rows{3, 7};
    const auto failures = engine::read_failures(payload, rows);
    if (!failures) return;
    hold(failures->size() <= 5, "no more rows fail than there are");
    for (const auto& failure : *failures) {
        const bool is_row = rows.begin <= failure.row && failure.row < rows.end;
        hold(is_row || failure.row == engine::CallFailure::EveryRow, "a row that fails is there");
        hold(dsl::visible(failure.message) == failure.message, "why it fails can be shown",
             failure.message);
    }
}

// Whether the process may go on.
bool serve(const Frame& frame, engine::StreamTable& lent, Channel& back) {
    using engine::Message;
    check_descriptors(frame.payload, static_cast<fuzz::Lie>(frame.number % fuzz::Lies));
    check_failures(frame.payload);
    if (frame.message < Message::ReadAt || frame.message > Message::CloseStream) return true;
    auto answer = lent.answer(frame);
    if (!answer) return false;
    hold(answer->size() <= engine::MostReadBytes + 64, "an answer has a bound");
    const engine::Deadline deadline(std::chrono::seconds(1));
    return back.send({Message::Read, frame.number, std::move(*answer)}, &deadline) !=
           Channel::Outcome::Nonsense;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > MostSent) return 0;
    std::array<int, 2> sockets{};
    hold(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) == 0, "a socket");
    Channel host(sockets[0]);
    const Channel plugin(sockets[1]);
    hold(::send(sockets[1], data, size, MSG_DONTWAIT) == static_cast<ssize_t>(size),
         "a socket takes that much");
    ::shutdown(sockets[1], SHUT_WR);
    engine::StreamTable lent;
    lend_streams(lent);
    std::size_t left = size;
    for (;;) {
        const engine::Deadline deadline(std::chrono::minutes(1));
        Frame frame;
        const auto outcome = host.receive(frame, engine::MostFrameBytes, &deadline);
        hold(outcome != Channel::Outcome::Late, "whoever is gone is not waited for");
        if (outcome != Channel::Outcome::Fine) break;
        hold(frame.payload.size() + 12 <= left, "a frame is what was sent");
        left -= frame.payload.size() + 12;
        if (!serve(frame, lent, host)) break;
    }
    return 0;
}
