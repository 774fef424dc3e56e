// SPDX-License-Identifier: Apache-2.0
// Batches built row by row: what was not set is unknown, and a row that was given up left nothing.
#include <catch2/catch.hpp>

#include "engine/column/batch_builder.hpp"
#include "tests/support/plain_lines.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using engine::Batch;
using engine::BatchBuilder;
using engine::Projection;
using tests::everything;

namespace {

int fact(const char* name) {
    return everything().fact_index(name);
}

std::size_t place(const char* name) {
    return static_cast<std::size_t>(fact(name));
}

const Projection& all() {
    static const auto projection = Projection::all(everything());
    return projection;
}

void add_row(BatchBuilder& builder, int number) {
    builder.begin_row();
    if (number % 3 != 0) builder.set_number(fact("n"), number);
    if (number % 2 != 0) builder.set_text(fact("headline"), std::to_string(number));
    if (number % 5 == 0) {
        builder.set_covered_from(fact("events"), number);
        builder.mark_stated(fact("flag"));
    }
    builder.begin_list(fact("items"));
    for (int i = 0; i < number % 4; ++i) {
        builder.begin_element(fact("items"));
        if (i % 2 == 0) builder.set_field_number(fact("items"), 1, i);
        if (i % 3 == 0) builder.set_field_text(fact("items"), 0, "item");
        builder.end_element(fact("items"));
    }
    builder.end_list(fact("items"));
}

Batch rows(BatchBuilder& builder, int count) {
    for (int i = 0; i < count; ++i) {
        add_row(builder, i);
        builder.end_row("p" + std::to_string(i), i);
    }
    return builder.take();
}

std::string difference(const Batch& a, const Batch& b) {
    return tests::difference({a, {}, {}}, {b, {}, {}});
}

}  // namespace

TEST_CASE("what was not set in a row or an element is unknown") {
    BatchBuilder builder(everything(), all());
    const auto batch = rows(builder, 100);
    REQUIRE(batch.rows == 100);
    const auto& n = batch.facts[place("n")];
    const auto& headline = batch.facts[place("headline")];
    const auto& items = batch.lists[place("items")];
    CHECK(n.length() == 100);
    CHECK(batch.facts[place("flag")].length() == 100);
    CHECK_FALSE(batch.lists[place("events")].known.test(99));
    for (std::size_t row = 0; row < 100; ++row) {
        CHECK(n.known.test(row) == (row % 3 != 0));
        CHECK(n.numbers[row] == (row % 3 != 0 ? static_cast<double>(row) : 0));
        CHECK(headline.text_at(row) == (row % 2 != 0 ? std::to_string(row) : ""));
        CHECK(batch.stated[row].size() == (row % 5 == 0 ? 1U : 0U));
        CHECK(items.known.test(row));
        REQUIRE(items.end(row) - items.begin(row) == row % 4);
        for (std::size_t i = 0; i < row % 4; ++i) {
            CHECK(items.fields[1].known.test(items.begin(row) + i) == (i % 2 == 0));
            CHECK(items.fields[0].known.test(items.begin(row) + i) == (i % 3 == 0));
        }
    }
}

TEST_CASE("a row that was given up leaves nothing") {
    BatchBuilder builder(everything(), all());
    BatchBuilder undisturbed(everything(), all());
    for (int i = 0; i < 50; ++i) {
        for (const int given_up : {i + 1, i + 2, i + 7}) {
            add_row(builder, given_up);
            builder.begin_list(fact("events"));
            builder.begin_element(fact("events"));
            builder.set_field_number(fact("events"), 0, 7);
            builder.abandon_row();
        }
        for (auto* each : {&builder, &undisturbed}) {
            add_row(*each, i);
            each->end_row("p", i);
        }
    }
    CHECK(difference(builder.take(), undisturbed.take()).empty());
}

TEST_CASE("memory that is used again changes nothing") {
    BatchBuilder builder(everything(), all());
    const auto first = rows(builder, 77);
    for (const int count : {10, 77, 0, 300, 77}) {
        auto batch = rows(builder, count);
        CHECK(batch.rows == static_cast<std::size_t>(count));
        if (count == 77) CHECK(difference(batch, first).empty());
        builder.reuse(std::move(batch));
    }
}

TEST_CASE("a row is complete where every needed fact is known") {
    auto projection = Projection::none(everything());
    projection.facts[place("n")] = projection.facts[place("items")] = 1;
    projection.fields[place("items")][1] = 1;
    BatchBuilder builder(everything(), projection);
    const auto add = [&](bool number, bool field, bool covered) {
        builder.begin_row();
        if (number) builder.set_number(fact("n"), 1);
        builder.begin_list(fact("items"));
        builder.begin_element(fact("items"));
        if (field) builder.set_field_number(fact("items"), 1, 1);
        builder.end_element(fact("items"));
        if (covered) builder.set_covered_from(fact("items"), 0);
        builder.set_covered_from(fact("events"), 0);  // not needed
        builder.end_row("p", 0);
    };
    add(true, true, false);
    add(false, true, false);
    add(true, false, false);
    add(true, true, true);
    const auto batch = builder.take();
    CHECK(std::vector<int>(batch.incomplete.begin(), batch.incomplete.end()) ==
          std::vector<int>{0, 1, 1, 1});
}
