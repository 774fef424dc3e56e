// SPDX-License-Identifier: Apache-2.0
// Any rows of a batch, written into shared memory and read there, are what they were.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "engine/host/arguments.hpp"
#include "engine/host/output.hpp"
#include "engine/isolate/column_writer.hpp"
#include "engine/isolate/received_batch.hpp"
#include "engine/isolate/shared_output.hpp"
#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/generated.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

using engine::Rows;

class Memory {
public:
    explicit Memory(std::size_t size)
        : bytes_(static_cast<std::byte*>(std::aligned_alloc(4096, size))), size_(size) {}
    ~Memory() { std::free(bytes_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    [[nodiscard]] std::span<std::byte> bytes() const { return {bytes_, size_}; }

private:
    std::byte* bytes_;
    std::size_t size_;
};

// What comes of a call over the rows alone, read out of shared memory.
engine::Slot call_rows(engine::FunctionObject& object, const dsl::Function& function,
                       const colonnade_batch& batch, Rows rows) {
    const Memory memory(1024 * 1024);
    engine::WrittenBatch written;
    REQUIRE(engine::ColumnWriter(memory.bytes()).write(batch, rows, written));
    const engine::ReceivedBatch received(memory.bytes(), written);
    REQUIRE(received.is_sound());
    engine::Output output(function, static_cast<std::size_t>(rows.size()));
    CHECK(object.call(received.batch(), output.abi()).empty());
    engine::Slot slot;
    CHECK_FALSE(
        output.take(std::vector<std::uint8_t>(static_cast<std::size_t>(rows.size()), 1), slot));
    return slot;
}

void check_rows(const engine::Slot& part, const engine::Slot& all, Rows rows) {
    const auto cut = [&](const auto& values) {
        return std::vector(values.begin() + rows.begin, values.begin() + rows.end);
    };
    CHECK(cut(all.known) == std::vector(part.known.begin(), part.known.end()));
    CHECK(cut(all.value) == std::vector(part.value.begin(), part.value.end()));
}

}  // namespace

TEST_CASE("any rows of a batch can be given alone", "[isolate]") {
    const auto echo = in_process(module_of("echo").string());
    engine::Refusal refusal;
    const auto functions = echo->functions(refusal).value();
    for (std::size_t i = 0; i < functions.size(); ++i) {
        const auto& function = functions[i];
        const GeneratedInputs made(function, 67, 5);
        const engine::Arguments arguments(function, made.inputs(), made.as_of());
        std::string problem;
        const auto object = echo->make_function(static_cast<std::int32_t>(i), problem);
        REQUIRE(object != nullptr);
        const auto all = call_rows(*object, function, arguments.batch(), {0, 67});
        for (const auto rows : {Rows{0, 1}, Rows{1, 2}, Rows{7, 9}, Rows{8, 16}, Rows{3, 67},
                                Rows{63, 66}, Rows{64, 67}, Rows{66, 67}}) {
            INFO(function.name << " " << rows.begin << " to " << rows.end);
            check_rows(call_rows(*object, function, arguments.batch(), rows), all, rows);
        }
    }
}

TEST_CASE("rows that do not fit are not written halfway", "[isolate]") {
    const std::vector<std::int64_t> as_of(1'000, 0);
    const colonnade_batch batch{sizeof batch, 0, 1'000, as_of.data(), nullptr};
    engine::WrittenBatch written;
    const Memory large(12 * 1024);
    CHECK(engine::ColumnWriter(large.bytes()).write(batch, {0, 1'000}, written));
    const Memory small(4 * 1024);
    CHECK_FALSE(engine::ColumnWriter(small.bytes()).write(batch, {0, 1'000}, written));
    CHECK(engine::ColumnWriter(small.bytes()).write(batch, {500, 1'000 - 100}, written));
}

TEST_CASE("a description of columns that was cut short is none", "[isolate]") {
    const auto echo = in_process(module_of("echo").string());
    engine::Refusal refusal;
    const auto functions = echo->functions(refusal).value();
    for (const auto& function : functions) {
        const GeneratedInputs made(function, 3, 6);
        const engine::Arguments arguments(function, made.inputs(), made.as_of());
        const Memory memory(64 * 1024);
        engine::WrittenBatch written;
        REQUIRE(engine::ColumnWriter(memory.bytes()).write(arguments.batch(), {0, 3}, written));
        for (std::uint64_t size = 0; size < written.size; ++size)
            CHECK_FALSE(engine::ReceivedBatch(memory.bytes(), {written.at, size}).is_sound());
        CHECK_FALSE(engine::ReceivedBatch(memory.bytes(), {64 * 1024, 8}).is_sound());
    }
}

TEST_CASE("results of some rows leave those of others alone", "[isolate]") {
    dsl::Function function;
    function.result.kind = dsl::Kind::Number;
    engine::Output output(function, 20);
    const Memory memory(4096);
    const auto fill = [&](Rows rows, double value) {
        const engine::SharedOutput shared(memory.bytes(), rows, output.abi());
        const engine::OutputLayout layout(COLONNADE_NUMBER, rows.size());
        auto* values = reinterpret_cast<double*>(memory.bytes().data());
        auto* known = reinterpret_cast<std::uint8_t*>(memory.bytes().data() + layout.known_at);
        for (std::int64_t i = 0; i < rows.size(); ++i) {
            values[i] = value;
            known[i / 8] = static_cast<std::uint8_t>(known[i / 8] | 1U << (i % 8));
        }
        shared.copy_to(output.abi());
    };
    fill({3, 13}, 1);
    fill({16, 17}, 2);
    fill({0, 2}, 3);
    engine::Slot slot;
    REQUIRE_FALSE(output.take(std::vector<std::uint8_t>(20, 1), slot));
    CHECK(slot.value ==
          engine::Buffer<double>{3, 3, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 0, 0, 0});
    CHECK(slot.known ==
          engine::Buffer<std::uint8_t>{1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0});
}

TEST_CASE("damage behind the results of some rows is kept", "[isolate]") {
    const auto take_with = [](std::size_t damaged) {
        dsl::Function function;
        function.result.kind = dsl::Kind::Number;
        engine::Output output(function, 20);
        const Memory memory(4096);
        {
            const engine::SharedOutput shared(memory.bytes(), {0, 10}, output.abi());
            memory.bytes()[damaged] ^= std::byte{1};
            shared.copy_to(output.abi());
        }
        engine::SharedOutput(memory.bytes(), {10, 20}, output.abi()).copy_to(output.abi());
        engine::Slot slot;
        return output.take(std::vector<std::uint8_t>(20, 1), slot);
    };
    const engine::OutputLayout layout(COLONNADE_NUMBER, 10);
    CHECK_FALSE(take_with(0));
    CHECK(take_with(layout.value_bytes));
    CHECK(take_with(layout.value_bytes + engine::GuardBytes - 1));
    CHECK(take_with(layout.known_at + 2));
    CHECK(take_with(layout.end() - 1));
    // A bit of an eleventh row.
    const auto eleventh = [&] {
        dsl::Function function;
        function.result.kind = dsl::Kind::Number;
        engine::Output output(function, 20);
        const Memory memory(4096);
        const engine::SharedOutput shared(memory.bytes(), {0, 10}, output.abi());
        memory.bytes()[layout.known_at + 1] = std::byte{4};
        shared.copy_to(output.abi());
        engine::Slot slot;
        return output.take(std::vector<std::uint8_t>(20, 1), slot);
    };
    CHECK(eleventh());
}

}  // namespace colonnade::tests
