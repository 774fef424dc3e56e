// SPDX-License-Identifier: Apache-2.0
// What a plugin's process may say, from the first byte on its socket: frames end or make no sense,
// questions about streams are answered or refused, and descriptors of functions are such as can be
// written again. What functions are is also asked of a plugin in this process, which may lie. The
// process is in a hurry, slow, silent or gone, by the size of what it says.
#include <sys/socket.h>

#include <array>
#include <memory>
#include <thread>
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
constexpr std::uint32_t FolderNumber = 1;
constexpr std::uint32_t FileNumber = 2;
constexpr std::uint32_t NoNumber = 3;

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
    hold(table.lend(folder.abi()) == FolderNumber && table.lend(file.abi()) == FileNumber,
         "what is lent is counted");
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
bool serve(const Frame& frame, engine::StreamTable& lent, Channel& back,
           const engine::Deadline* deadline) {
    using engine::Message;
    check_descriptors(frame.payload, static_cast<fuzz::Lie>(frame.number % fuzz::Lies));
    check_failures(frame.payload);
    auto answer = lent.answer(frame);
    if (frame.message < Message::ReadAt || frame.message > Message::CloseStream) {
        hold(!answer, "only questions about streams are answered");
        return true;
    }
    if (!answer) return false;
    hold(answer->size() <= engine::MostReadBytes + 64, "an answer has a bound");
    const auto sent = back.send({Message::Read, frame.number, std::move(*answer)}, deadline);
    hold(sent != Channel::Outcome::Nonsense, "an answer can be sent");
    return sent == Channel::Outcome::Fine;
}

// What was taken back is lent no more, with all that was opened in it.
void take_back(engine::StreamTable& lent) {
    for (const std::uint32_t number : {FolderNumber, FileNumber, NoNumber}) {
        lent.take_back(number);
        engine::WireWriter question;
        question.number(number).number(std::int64_t{0}).number(std::uint32_t{1});
        hold(!lent.answer({engine::Message::ReadAt, 1, question.bytes()}),
             "of what was taken back nothing is read");
    }
}

// How the process on the other end behaves: it says all at once, and mostly that is all; it is
// waited for without a deadline; says it after a while and listens; says it too late; never says
// anything; never listens to answers; or is gone, and has not read what it was sent.
enum class Manner { Hasty, Awaited, Slow, Late, Silent, Deaf, Gone };
constexpr std::size_t Manners = 7;

bool is_late(Manner manner) {
    return manner == Manner::Late || manner == Manner::Silent;
}

Manner manner_of(std::size_t size) {
    constexpr std::size_t Seldom = 16;
    return static_cast<Manner>(size % Seldom < Manners ? size % Seldom : 0);
}

class Process {
public:
    Process(std::string words, Manner manner) : words_(std::move(words)), manner_(manner) {
        hold(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets_.data()) == 0, "sockets");
        // What this program may have sent before somebody reads it.
        const int least = 1;
        if (manner == Manner::Deaf || manner == Manner::Slow)
            ::setsockopt(sockets_[0], SOL_SOCKET, SO_SNDBUF, &least, sizeof least);
        if (manner == Manner::Slow) {
            slowly_ = std::thread([this] { talk_slowly(); });
            return;
        }
        if (manner != Manner::Silent) say();
        if (!is_late(manner)) ::shutdown(sockets_[1], SHUT_WR);
        if (manner != Manner::Gone) return;
        hold(::send(sockets_[0], "?", 1, MSG_NOSIGNAL) == 1, "a socket takes a byte");
        hang_up();
    }
    ~Process() {
        if (slowly_.joinable()) slowly_.join();
        hang_up();
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] int socket() const { return sockets_[0]; }

private:
    void say() {
        const auto size = static_cast<ssize_t>(words_.size());
        hold(::send(sockets_[1], words_.data(), words_.size(), MSG_NOSIGNAL) == size ||
                 manner_ == Manner::Slow,
             "a socket takes that much");
    }
    // Listens until nothing more comes.
    void talk_slowly() {
        std::this_thread::sleep_for(std::chrono::microseconds(200));
        say();
        ::shutdown(sockets_[1], SHUT_WR);
        std::array<char, 4096> heard{};
        while (::recv(sockets_[1], heard.data(), heard.size(), 0) > 0) {
        }
    }
    void hang_up() {
        if (sockets_[1] >= 0) ::close(sockets_[1]);
        sockets_[1] = -1;
    }

    std::string words_;
    Manner manner_;
    std::array<int, 2> sockets_{};
    std::thread slowly_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > MostSent) return 0;
    const auto manner = manner_of(size);
    const Process process(fuzz::text_of(data, size), manner);
    Channel host(process.socket());
    engine::StreamTable lent;
    lend_streams(lent);
    const engine::Deadline passed(std::chrono::milliseconds(0));
    const engine::Deadline soon(std::chrono::seconds(1));
    const engine::Deadline far(std::chrono::minutes(1));
    const auto* until = is_late(manner) ? &passed : &far;
    std::size_t left = size;
    for (;;) {
        Frame frame;
        const auto outcome = host.receive(frame, engine::MostFrameBytes,
                                          manner == Manner::Awaited ? nullptr : until);
        hold((outcome == Channel::Outcome::Late) == is_late(manner),
             "who says nothing in time is late, and nobody else");
        if (outcome != Channel::Outcome::Fine) break;
        hold(frame.payload.size() + 12 <= left, "a frame is what was sent");
        left -= frame.payload.size() + 12;
        if (!serve(frame, lent, host, manner == Manner::Deaf ? &passed : &soon)) break;
    }
    take_back(lent);
    const auto end = host.finish(*until);
    hold(end == (is_late(manner) ? Channel::Outcome::Late : Channel::Outcome::Closed),
         "the end is the end of the process");
    return 0;
}
