// SPDX-License-Identifier: Apache-2.0
// Runs the chapters 20 to 29: `EXPRESSION => VALUE`, evaluated on the profile of the last line
// `profile {…}`. Each row is computed by the engine, alone and among other profiles, and by the
// reference evaluator, and so is its expression
// printed and read again; all must give what the row says.
#include <catch2/catch.hpp>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "dsl/types/moment.hpp"
#include "engine/bounds/bound_evaluator.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using tests::PlainValue;
using Maybe = std::optional<PlainValue>;

namespace {

namespace fs = std::filesystem;

struct Row {
    std::string place;
    std::string profile;
    std::string expression;
    std::string expected;
};

struct Chapter {
    std::string name;
    std::vector<Row> rows;
    int promised = -1;  // the last line: `rows N`
};

constexpr std::string_view Head = R"({"profile": 1, "as_of": "2026-11-20T12:00:00Z", )";

Chapter read_chapter(const fs::path& path) {
    Chapter chapter{path.filename().string(), {}, -1};
    std::ifstream file(path);
    std::string line;
    std::string profile = std::string(Head.substr(0, Head.size() - 2)) + "}";
    for (int number = 1; std::getline(file, line); ++number) {
        const auto place = chapter.name + ":" + std::to_string(number);
        const auto arrow = line.rfind(" => ");
        if (line.empty() || line.front() == '#') continue;
        if (line.starts_with("profile {")) {
            const auto rest = line.substr(std::string_view("profile {").size());
            profile = std::string(rest == "}" ? Head.substr(0, Head.size() - 2) : Head) + rest;
        } else if (line.starts_with("rows ")) {
            chapter.promised = std::stoi(line.substr(5));
        } else if (arrow == std::string::npos) {
            throw std::runtime_error(place + " has no ` => `");
        } else {
            chapter.rows.push_back({place, profile, line.substr(0, arrow), line.substr(arrow + 4)});
        }
    }
    return chapter;
}

std::vector<Chapter> chapters() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(COLONNADE_SOURCE_DIR "/tests/tables")) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("2") && name.ends_with(".txt")) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Chapter> all;
    for (const auto& path : paths)
        all.push_back(read_chapter(path));
    return all;
}

// A literal, `unknown`, a moment or a category's value.
Maybe expected_value(const Row& row, const dsl::Type& type) {
    if (row.expected == "unknown") return std::nullopt;
    if (type.is(dsl::Kind::Category)) {
        const int index = type.category->index_of(row.expected);
        if (index < 0) throw std::runtime_error(row.place + ": no such value");
        return static_cast<double>(index);
    }
    if (const auto moment = dsl::parse_moment(row.expected)) return static_cast<double>(*moment);
    const bool negative = row.expected.front() == '-';
    const auto parsed = dsl::parse_expression(row.expected.substr(negative ? 1 : 0));
    const auto* ast = std::get_if<dsl::Ast>(&parsed);
    if (ast == nullptr) throw std::runtime_error(row.place + ": the result is no literal");
    const auto& literal = ast->at(ast->root);
    if (literal.kind == dsl::AstKind::Text) return literal.text;
    return dsl::literal_value(literal) * (negative ? -1 : 1);
}

std::string shown(const Maybe& value) {
    if (!value) return "unknown";
    if (const auto* text = std::get_if<std::string>(&*value)) return '"' + *text + '"';
    std::array<char, 64> buffer{};
    const double number = std::get<double>(*value);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

// Profiles that are as different as can be: nothing known, and something of everything.
const std::string Nothing = R"({"profile": 1, "as_of": "2020-02-02"})";
const std::string Much =
    R"({"profile": 1, "as_of": "2026-01-31", "flag": true, "n": 7, "m": -3, "part": 0.5,
        "length": "3 days", "pace": "2 per week", "born": "1990-05-06", "headline": "Über alles",
        "mood": "odd", "level": "chief", "joined": "2019-01-01",
        "events": [{"at": "2026-01-30", "kind": "media", "words": 5, "text": "x"}, {}, {"words": 3}],
        "items": [{"name": "a", "size": 3, "on": "2020-01-01", "good": true}, {"name": "b"}]})";

Maybe engine_value(const tests::Book& book, const std::vector<std::string>& documents,
                   std::size_t row) {
    const auto batch = tests::batch_of(book, documents);
    tests::ColumnFunctions functions;
    engine::Evaluator evaluator(book.loaded.program, book.loaded.rulebook, batch, functions);
    evaluator.run();
    const int measure = book.loaded.program.rules.front().measure;
    engine::BoundEvaluator bounds(book.loaded.program, batch, evaluator);
    bounds.run(row);
    const auto value = tests::value_of(book, evaluator, measure, row);
    const auto& interval = bounds.of(measure);
    if (!value) {
        CHECK(interval.none);
    } else if (const auto* number = std::get_if<double>(&*value)) {
        CHECK(interval.low <= *number);
        CHECK(interval.high >= *number);
    }
    return value;
}

void check_finding(const Row& row, const tests::Book& book) {
    bool found = false;
    for (const auto& finding : book.findings)
        found = found || row.expected == "!" + std::string(dsl::text_of(finding.code));
    CHECK(found);
}

void check_values(const Row& row, const std::string& expression) {
    const auto book = tests::measuring(expression);
    if (row.expected.starts_with("!")) return check_finding(row, *book);
    for (const auto& finding : book->findings) {
        INFO(finding.message);
        CHECK(dsl::severity_of(finding.code) != dsl::Severity::Error);
    }
    if (book->has_errors) return;
    const auto& rulebook = book->loaded.rulebook;
    const int node = rulebook.defines.front().node;
    const auto expected = expected_value(row, rulebook.nodes.at(node).type);
    const auto profile = tests::from_json(row.profile, tests::everything());
    const tests::ReferenceEvaluator reference(rulebook.nodes, tests::everything(), rulebook.lists,
                                              tests::plain_functions(), profile);
    CHECK(shown(reference.value(node)) == shown(expected));
    CHECK(shown(engine_value(*book, {row.profile}, 0)) == shown(expected));
    CHECK(shown(engine_value(*book, {Nothing, row.profile, Much}, 1)) == shown(expected));
    CHECK(shown(engine_value(*book, {Much, row.profile, Much}, 1)) == shown(expected));
}

// The expression as written, and as it is printed.
void check_row(const Row& row) {
    check_values(row, row.expression);
    const auto parsed = dsl::parse_expression(row.expression);
    if (const auto* ast = std::get_if<dsl::Ast>(&parsed)) check_values(row, dsl::print(*ast));
}

}  // namespace

TEST_CASE("expressions are worth what the tables say", "[tables]") {
    for (const auto& chapter : chapters()) {
        for (const auto& row : chapter.rows) {
            INFO(row.place << ": " << row.expression << " => " << row.expected);
            INFO(row.profile);
            check_row(row);
        }
    }
}

TEST_CASE("no chapter loses rows", "[tables]") {
    std::size_t all = 0;
    for (const auto& chapter : chapters()) {
        INFO(chapter.name);
        CHECK(chapter.promised == static_cast<int>(chapter.rows.size()));
        all += chapter.rows.size();
    }
    CHECK(all >= 250);
}
