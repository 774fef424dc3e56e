// SPDX-License-Identifier: Apache-2.0
// Profile documents: any bytes become a row or are refused, and either way the rows before and
// after are untouched and every column has its length. In one of three ways, by the size: as it is,
// under another id, with facts that a person states.
#include "engine/read/answers.hpp"
#include "engine/read/profile_reader.hpp"
#include "tests/fuzz/wide_schema.hpp"

using namespace colonnade;
using engine::Batch;
using engine::Column;
using fuzz::hold;

namespace {

constexpr auto Good = R"({"profile": 1, "id": "good", "as_of": "2026-11-20", "photo": true,
    "headline": "Grüße", "joined": "2014-03-01", "followers": 7, "coverage": {"messages":
    "2026-01-01"}, "posts": [{"at": "2026-11-01", "kind": "text", "words": 12}, {}],
    "skills": [{"name": "C++", "endorsements": 3}], "messages": [], "stated": ["photo"]})";

void check_column(const Column& column, std::size_t length) {
    hold(column.length() == length, "a column has a value for each row");
    if (column.kind == dsl::Kind::Text)
        hold(column.offsets.size() == length + 1, "a text column has an end for each text");
    // Reads each value, so that the sanitizers see one that is not there.
    for (std::size_t i = 0; i < length; ++i) {
        if (column.kind == dsl::Kind::Text) {
            static_cast<void>(std::string(column.text_at(i)));
        } else {
            hold(column.number_at(i) == column.number_at(i), "no value is no number");
        }
    }
}

void check_batch(const Batch& batch, const dsl::Catalogue& schema) {
    for (std::size_t f = 0; f < schema.facts.size(); ++f) {
        const auto& list = batch.lists[f];
        if (!schema.facts[f].type.is(dsl::Kind::List)) {
            check_column(batch.facts[f], batch.rows);
            continue;
        }
        hold(list.offsets.size() == batch.rows + 1, "a list has an end for each row");
        hold(list.known.size() == batch.rows, "a list is known or not in each row");
        for (const auto& field : list.fields)
            check_column(field, list.elements());
    }
}

void describe(const Column& column, std::size_t i, std::string& text) {
    if (!column.known.test(i)) {
        text += "? ";
    } else if (column.kind == dsl::Kind::Text) {
        text += std::string(column.text_at(i)) + " ";
    } else {
        text += std::to_string(column.number_at(i)) + " ";
    }
}

// Everything that a row says.
std::string describe(const Batch& batch, const dsl::Catalogue& schema, std::size_t row) {
    auto text = batch.ids[row] + " " + std::to_string(batch.as_of[row]) + " " +
                std::to_string(batch.joined[row]) + " ";
    for (std::size_t f = 0; f < schema.facts.size(); ++f) {
        const auto& list = batch.lists[f];
        if (!schema.facts[f].type.is(dsl::Kind::List)) {
            describe(batch.facts[f], row, text);
            continue;
        }
        text += (list.known.test(row) ? "[" : "?[") + std::to_string(list.covered_from[row]);
        for (auto i = list.begin(row); i < list.end(row); ++i) {
            for (const auto& field : list.fields)
                describe(field, i, text);
        }
        text += "]";
    }
    return text;
}

const engine::Answers& answers() {
    static const auto stated = [] {
        dsl::Diagnostics diagnostics;
        const auto document = tests::document_of(
            tests::source_of("photo: true\nfollowers: 12\nheadline: Hallo\nratio: 50%\ncover:\n"
                             "skills: [{name: C++, endorsements: 3}, {name: Go}]\n"),
            diagnostics);
        auto read = engine::read_answers(document, fuzz::wide_schema(), diagnostics);
        hold(diagnostics.empty() && !read.empty(), "what a person states is read");
        engine::StatedFact unknown;
        unknown.fact = fuzz::wide_schema().fact_index("summary");
        unknown.unknown = true;
        read.push_back(unknown);
        // Said twice, the first one counts.
        read.push_back(read.front());
        return read;
    }();
    return stated;
}

engine::ReadOptions options_for(std::size_t size) {
    engine::ReadOptions options;
    if (size % 3 == 1) options.id = "given";
    if (size % 3 == 2) options.answers = &answers();
    return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto& schema = fuzz::wide_schema();
    static const auto everything = engine::Projection::all(schema);
    const auto text = fuzz::text_of(data, size);
    static_cast<void>(engine::is_ndjson(text));
    engine::ProfileReader reader(schema);
    engine::BatchBuilder builder(schema, everything);
    hold(!reader.read(Good, {}, builder), "a good document is read");
    const auto problem = reader.read(text, options_for(size), builder);
    hold(!problem || !problem->message.empty(), "a problem has words", text);
    hold(!reader.read(Good, {}, builder), "a good document is read after any other", text);
    const auto batch = builder.take();
    hold(batch.rows == (problem ? 2U : 3U), "a refused document leaves no row", text);
    check_batch(batch, schema);
    hold(describe(batch, schema, 0) == describe(batch, schema, batch.rows - 1),
         "a document changes no other row", text);
    return 0;
}
