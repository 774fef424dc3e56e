// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/child.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/entry.hpp"

namespace colonnade::engine {
namespace {

using Outcome = Channel::Outcome;
using std::chrono::milliseconds;

// Sentences of a plugin's process, which come from the host's own code there, or from anybody.
constexpr std::size_t MostSentenceBytes = 4 * 1024;

std::string sentence(std::string_view text) {
    return dsl::visible(cut_text(text, MostSentenceBytes));
}

std::string seconds(milliseconds time) {
    // What a row adds to a call's seconds helps nobody.
    return time.count() >= 1000 && time.count() % 1000 < 100
               ? fmt::format("{} s", time.count() / 1000)
               : fmt::format("{} ms", time.count());
}

}  // namespace

Child::Child(std::shared_ptr<const SealedLibrary> library, Isolation isolation)
    : library_(std::move(library)),
      id_(library_->id()),
      isolation_(std::move(isolation)),
      services_(id_, isolation_.host) {}

// It may end its plugin in peace, for a while.
Child::~Child() {
    if (channel_ != nullptr) static_cast<void>(channel_->finish(Deadline(isolation_.limits.stop)));
}

std::optional<std::string> Child::start(Refusal& refusal) {
    if (!make_memory(refusal)) return std::nullopt;
    if (const auto problem = spawn(); !problem.empty()) {
        refusal = {fmt::format("plugin `{}` cannot be kept apart from this program: {}: {}", id_,
                               dsl::visible(isolation_.program.string()), problem),
                   what_trust_means(id_)};
        return std::nullopt;
    }
    std::string broke;
    auto version = greet(broke, refusal);
    if (!broke.empty())
        refusal = {fmt::format("plugin `{}` {} while it was started", id_, broke), ""};
    return version;
}

bool Child::make_memory(Refusal& refusal) {
    std::string problem;
    using Others = SharedMemory::Others;
    input_ = SharedMemory::create("colonnade-input", InputBytes, Others::Read, problem);
    if (input_ != nullptr)
        output_ = SharedMemory::create("colonnade-output", OutputBytes, Others::Write, problem);
    if (output_ != nullptr) return true;
    refusal = {fmt::format("plugin `{}` cannot be kept apart from this program: the system gives "
                           "no shared memory ({})",
                           id_, problem),
               what_trust_means(id_)};
    return false;
}

std::string Child::spawn() {
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return std::generic_category().message(errno);
    auto channel = std::make_unique<Channel>(sockets[0]);
    const int descriptors[] = {sockets[1], library_->descriptor(), input_->descriptor(),
                               output_->descriptor()};
    std::string problem;
    process_ = Process::start(isolation_.program,
                              {"serve", id_, isolation_.host.version, fmt::format("{}", ::getpid()),
                               fmt::format("{}", isolation_.limits.call.count())},
                              descriptors, problem);
    ::close(sockets[1]);
    if (process_ == nullptr) return problem;
    channel_ = std::move(channel);
    ++generation_;
    return {};
}

std::optional<std::string> Child::greet(std::string& broke, Refusal& refusal) {
    const Deadline deadline(isolation_.limits.start);
    Frame frame;
    auto outcome = Outcome::Fine;
    do {
        outcome = channel_->receive(frame, MostFrameBytes, &deadline);
        if (outcome == Outcome::Fine && frame.message == Message::Log) outcome = pass_on_log(frame);
    } while (outcome == Outcome::Fine && frame.message == Message::Log);
    WireReader from(frame.payload);
    if (outcome == Outcome::Fine && frame.message == Message::Started) {
        std::string version(from.text());
        if (from.is_done() && is_version(version)) return version;
    } else if (outcome == Outcome::Fine && frame.message == Message::Refused) {
        refusal.message = sentence(from.text());
        refusal.help = sentence(from.text());
        if (from.is_done()) {
            static_cast<void>(end(Outcome::Closed, isolation_.limits.start));
            return std::nullopt;
        }
    }
    broke = end(outcome == Outcome::Fine ? Outcome::Nonsense : outcome, isolation_.limits.start);
    return std::nullopt;
}

std::optional<std::string> Child::restart() {
    auto broke = spawn();
    Refusal refusal;
    if (broke.empty() && greet(broke, refusal)) return std::nullopt;
    return "did not start again: " + (refusal.message.empty() ? broke : refusal.message);
}

Child::Reply Child::ask(Message message, std::string payload, milliseconds time, std::size_t most) {
    if (quarantine_) return {quarantine_};
    if (!is_running()) {
        if (auto broke = restart()) return {std::move(broke)};
    }
    const Deadline deadline(time);
    const auto sent = channel_->send({message, ++asked_, std::move(payload)}, &deadline);
    if (sent != Outcome::Fine) return {end(sent, time)};
    Frame frame;
    while (true) {
        auto outcome = channel_->receive(frame, most, &deadline);
        const bool is_answer = frame.message == Message::Answer || frame.message == Message::Failed;
        if (outcome == Outcome::Fine && is_answer && frame.number == asked_)
            return {{}, frame.message == Message::Failed, std::move(frame.payload)};
        if (outcome == Outcome::Fine) outcome = serve(frame, deadline);
        if (outcome != Outcome::Fine) return {end(outcome, time)};
    }
}

std::string Child::give_up_on_answer() {
    return end(Outcome::Nonsense, {});
}

Channel::Outcome Child::serve(const Frame& frame, const Deadline& deadline) {
    switch (frame.message) {
        case Message::Log:
            return pass_on_log(frame);
        case Message::ReadAt:
        case Message::EntryName:
        case Message::OpenEntry:
        case Message::CloseStream:
            if (auto answer = streams_.answer(frame))
                return channel_->send({Message::Read, frame.number, std::move(*answer)}, &deadline);
            return Outcome::Nonsense;
        default:
            return Outcome::Nonsense;
    }
}

Channel::Outcome Child::pass_on_log(const Frame& frame) {
    WireReader from(frame.payload);
    const bool is_warning = from.number<std::uint8_t>() != 0;
    const auto message = from.text();
    if (!from.is_done()) return Outcome::Nonsense;
    services_.log(is_warning, message);
    return Outcome::Fine;
}

std::string Child::end(Outcome outcome, milliseconds time) {
    const auto ended = process_->end();
    process_.reset();
    channel_.reset();
    streams_.clear();
    switch (outcome) {
        case Outcome::Late:
            return fmt::format("did not answer within {}", seconds(time));
        case Outcome::Nonsense:
            return "answered what is no answer";
        default:
            return ended;
    }
}

void Child::count_incident(const std::string& why) {
    if (++incidents_ < MostIncidents) return;
    quarantine_ = fmt::format("is not asked any more in this run, since it failed {} times: it {}",
                              incidents_, why);
}

}  // namespace colonnade::engine
