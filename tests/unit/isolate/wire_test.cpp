// SPDX-License-Identifier: Apache-2.0
// Bytes from a process that nobody trusts: cut short, too long, or anything at all.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "engine/host/describe.hpp"
#include "engine/host/library.hpp"
#include "engine/host/stream.hpp"
#include "engine/isolate/channel.hpp"
#include "engine/isolate/descriptors.hpp"
#include "engine/isolate/stream_table.hpp"
#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

using engine::Channel;
using engine::Deadline;
using engine::Frame;
using engine::Message;
using engine::WireReader;
using engine::WireWriter;
using Outcome = Channel::Outcome;

struct Ends {
    std::unique_ptr<Channel> host;
    int other;

    Ends() : host(nullptr), other(-1) {
        std::array<int, 2> sockets{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) == 0);
        host = std::make_unique<Channel>(sockets[0]);
        other = sockets[1];
    }
    ~Ends() { hang_up(); }
    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;
    void hang_up() {
        if (other >= 0) ::close(other);
        other = -1;
    }
    void say(std::uint32_t size, std::uint32_t message, std::string_view payload) const {
        const std::uint32_t header[] = {size, message, 7};
        REQUIRE(::send(other, header, sizeof header, 0) == sizeof header);
        REQUIRE(::send(other, payload.data(), payload.size(), 0) ==
                static_cast<ssize_t>(payload.size()));
    }
};

Outcome receive(Ends& ends, Frame& frame) {
    const Deadline deadline(std::chrono::milliseconds(30));
    return ends.host->receive(frame, 100, &deadline);
}

// The descriptors of a plugin as its process sends them.
std::string payload_of(const std::string& id) {
    engine::Refusal refusal;
    const auto library = engine::SealedLibrary::read(module_of(id), refusal);
    const auto* entry = engine::open_library(library, refusal);
    REQUIRE(entry != nullptr);
    const auto& extension = *static_cast<const colonnade_functions*>(
        entry->get({COLONNADE_FUNCTIONS_ID, sizeof COLONNADE_FUNCTIONS_ID - 1}));
    WireWriter to;
    to.number(static_cast<std::uint32_t>(extension.count()));
    for (std::int32_t i = 0; i < extension.count(); ++i)
        engine::write_descriptor(*extension.describe(i), to);
    return to.bytes();
}

}  // namespace

TEST_CASE("numbers and texts go over the wire as they are", "[isolate]") {
    WireWriter to;
    to.number(std::int64_t{-5}).text("a").number(1.5).text("");
    WireReader from(to.bytes());
    CHECK(from.number<std::int64_t>() == -5);
    CHECK(from.text() == "a");
    CHECK_FALSE(from.is_done());
    CHECK(from.number<double>() == 1.5);
    CHECK(from.text().empty());
    CHECK(from.is_done());
    CHECK(from.number<std::uint8_t>() == 0);
    CHECK_FALSE(from.is_sound());
}

TEST_CASE("what is not there reads as nothing", "[isolate]") {
    const auto bytes = WireWriter().number(~std::uint64_t{0}).bytes();
    WireReader text(bytes);
    CHECK(text.text().empty());
    CHECK_FALSE(text.is_sound());
    WireReader count(bytes);
    CHECK(count.count(10) == 0);
    CHECK_FALSE(count.is_sound());
    const auto five = WireWriter().text("12345").bytes();
    CHECK(WireReader(five).text(5) == "12345");
    CHECK(WireReader(five).text(4).empty());
}

TEST_CASE("a frame arrives whole or not at all", "[isolate]") {
    Ends ends;
    Frame frame;
    ends.say(3, 0, "abc");
    CHECK(receive(ends, frame) == Outcome::Fine);
    CHECK(frame.message == Message::Started);
    CHECK(frame.number == 7);
    CHECK(frame.payload == "abc");
    ends.say(100, static_cast<std::uint32_t>(Message::Read), std::string(100, 'x'));
    CHECK(receive(ends, frame) == Outcome::Fine);
    ends.say(3, 0, "ab");
    CHECK(receive(ends, frame) == Outcome::Late);
    ends.hang_up();
    CHECK(receive(ends, frame) == Outcome::Closed);
}

TEST_CASE("a frame that is too long or of no kind is nonsense", "[isolate]") {
    Frame frame;
    Ends longer;
    longer.say(101, 0, "");
    CHECK(receive(longer, frame) == Outcome::Nonsense);
    Ends unknown;
    unknown.say(0, static_cast<std::uint32_t>(Message::Read) + 1, "");
    CHECK(receive(unknown, frame) == Outcome::Nonsense);
}

TEST_CASE("somebody who does not read is not waited for", "[isolate]") {
    Ends ends;
    const Deadline deadline(std::chrono::milliseconds(30));
    const Frame frame{Message::Call, 1, std::string(8U << 20U, 'x')};
    CHECK(ends.host->send(frame, &deadline) == Outcome::Late);
    ends.hang_up();
    // And no signal ends this process.
    CHECK(ends.host->send(frame, &deadline) == Outcome::Closed);
}

TEST_CASE("descriptors that were cut short or changed are refused or read, and never crash",
          "[isolate]") {
    const auto payload = payload_of("echo");
    REQUIRE(engine::ReceivedDescriptors(payload).is_sound());
    for (std::size_t size = 0; size < payload.size(); ++size)
        CHECK_FALSE(
            engine::ReceivedDescriptors(std::string_view(payload).substr(0, size)).is_sound());
    std::mt19937 random(1);
    int refused = 0;
    for (int round = 0; round < 3'000; ++round) {
        auto changed = payload;
        for (int i = 0; i < 3; ++i)
            changed[random() % changed.size()] = static_cast<char>(random());
        const engine::ReceivedDescriptors received(changed);
        engine::Refusal refusal;
        if (!received.is_sound() ||
            !engine::describe_functions(received.descriptors(), "echo", refusal))
            ++refused;
    }
    CHECK(refused > 1'000);
}

TEST_CASE("a stream that was not lent, or taken back, is not read", "[isolate]") {
    const TempFolder folder;
    folder.write("data/a.txt", "abc");
    std::string problem;
    const auto stream = engine::open_stream(folder.path() / "data", problem);
    REQUIRE(stream != nullptr);
    engine::StreamTable table;
    const auto ask = [&](Message message, const WireWriter& question) {
        return table.answer({message, 1, question.bytes()});
    };
    CHECK_FALSE(
        ask(Message::EntryName, WireWriter().number(std::uint32_t{1}).number(std::int64_t{0})));
    const auto number = table.lend(stream->abi());
    const auto name = ask(Message::EntryName, WireWriter().number(number).number(std::int64_t{0}));
    REQUIRE(name);
    CHECK(WireReader(*name).text() == "a.txt");
    // A question that is too short or too long, or none.
    CHECK_FALSE(ask(Message::EntryName, WireWriter().number(number)));
    CHECK_FALSE(ask(Message::CloseStream, WireWriter().number(number).number(0)));
    CHECK_FALSE(ask(Message::Started, WireWriter().number(number)));
    table.take_back(number);
    CHECK_FALSE(ask(Message::EntryName, WireWriter().number(number).number(std::int64_t{0})));
}

TEST_CASE("only so many files of a folder are open at once", "[isolate]") {
    const TempFolder folder;
    folder.write("data/a.txt", "abc");
    std::string problem;
    const auto stream = engine::open_stream(folder.path() / "data", problem);
    REQUIRE(stream != nullptr);
    engine::StreamTable table;
    const auto number = table.lend(stream->abi());
    const Frame question{Message::OpenEntry, 1,
                         WireWriter().number(number).number(std::int64_t{0}).bytes()};
    const auto is_open = [&] {
        return WireReader(table.answer(question).value()).number<std::uint8_t>() == 1;
    };
    for (std::size_t i = 0; i < engine::MostOpenEntries; ++i)
        CHECK(is_open());
    CHECK_FALSE(is_open());
    table.take_back(number);
}

}  // namespace colonnade::tests
