// SPDX-License-Identifier: Apache-2.0
// Runs the `expression` blocks of docs/language.md: each line is `EXPRESSION => RESULT`, evaluated
// on the `json profile` block before it, by the shipped schema and the bundled plugins.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/read/profile_reader.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;

namespace {

namespace fs = std::filesystem;

struct Row {
    int line = 0;
    std::string profile;
    std::string expression;
    std::string result;
};

Row read_row(const std::string& line, int number, const std::string& profile) {
    const auto arrow = line.rfind(" => ");
    const auto place = "docs/language.md:" + std::to_string(number);
    if (arrow == std::string::npos) throw std::runtime_error(place + " has no ` => `");
    if (profile.empty()) throw std::runtime_error(place + " has no profile before it");
    const auto last = line.find_last_not_of(' ', arrow);
    return {number, profile, line.substr(0, last + 1), line.substr(arrow + 4)};
}

std::vector<Row> read_rows() {
    std::ifstream file(COLONNADE_SOURCE_DIR "/docs/language.md");
    std::vector<Row> rows;
    std::string block;  // what stands behind the ``` that opened it
    std::string profile;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.starts_with("```")) {
            block = block.empty() ? line.substr(3) : "";
            if (block == "json profile") profile.clear();
        } else if (block == "json profile") {
            profile += line + "\n";
        } else if (block == "expression") {
            rows.push_back(read_row(line, number, profile));
        }
    }
    return rows;
}

// A rulebook whose only rule is fine, and a define that is the expression in question.
std::string book_of(const std::string& expression) {
    std::string quoted;
    for (const char c : expression)
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return "colonnade: 1\nrulebook: example\nschema: social-profile\n"
           "plugins: [brand, people, insights, relationships]\nlanguages: [en]\n"
           "title: {en: T}\ndefine:\n  it: '" +
           quoted +
           "'\npillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n      r:\n"
           "        title: {en: R}\n        points: 1\n        pass: has photo\n"
           "        tip: {en: Do it.}\n        effort: 30 minutes\n";
}

// The expression, read by the rules of the installation and compiled where it has no errors.
tests::Book read_example(const std::string& expression, engine::Plugins& plugins) {
    const auto file = fs::path(COLONNADE_BINARY_DIR) / "tests/docs/example.yaml";
    std::ofstream(file) << book_of(expression);
    dsl::Diagnostics diagnostics;
    engine::LoadFailure failure;
    auto loaded = engine::load_rulebook(file.string(), {COLONNADE_SOURCE_DIR "/rules"}, plugins,
                                        diagnostics, failure);
    if (failure.unreadable) throw std::runtime_error(*failure.unreadable);
    for (const auto& plugin : failure.plugins)
        throw std::runtime_error(plugin.message);
    tests::Book book{{}, diagnostics.sorted(), !loaded};
    if (!loaded) return book;
    book.loaded = std::move(*loaded);
    auto& rulebook = book.loaded.rulebook;
    rulebook.pillars.front().rules.front().measure = rulebook.defines.front().node;
    book.loaded.program = engine::compile(rulebook, book.loaded.catalogue);
    return book;
}

std::optional<tests::PlainValue> value_of(const tests::Book& book, const std::string& profile,
                                          engine::Plugins& plugins) {
    engine::ProfileReader reader(book.loaded.catalogue);
    engine::BatchBuilder builder(book.loaded.catalogue, book.loaded.program.projection);
    const auto problem = reader.read(profile, {}, builder);
    if (problem) throw std::runtime_error(problem->where + ": " + problem->message);
    CHECK(reader.ignored_keys().empty());
    const auto batch = builder.take();
    engine::Evaluator evaluator(book.loaded.program, book.loaded.rulebook, batch, plugins);
    evaluator.run();
    const int measure = book.loaded.program.rules.front().measure;
    if (const auto* reason = evaluator.failure(measure, 0)) throw std::runtime_error(*reason);
    return tests::value_of(book, evaluator, measure, 0);
}

std::string shown(const std::optional<tests::PlainValue>& value) {
    if (!value) return "unknown";
    if (const auto* text = std::get_if<std::string>(&*value)) return *text;
    return std::to_string(std::get<double>(*value));
}

// The code is reported, and no error of another code.
void check_finding(const tests::Book& book, const std::string& code) {
    bool found = false;
    for (const auto& finding : book.findings) {
        INFO(finding.message);
        const bool is_it = dsl::text_of(finding.code) == code;
        found = found || is_it;
        CHECK((is_it || dsl::severity_of(finding.code) != dsl::Severity::Error));
    }
    CHECK(found);
}

bool is_without_errors(const tests::Book& book) {
    for (const auto& finding : book.findings) {
        INFO(finding.message);
        CHECK(dsl::severity_of(finding.code) != dsl::Severity::Error);
    }
    return !book.has_errors;
}

// A result is compared by the language itself, so it must be of the same kind too.
void check_row(const Row& row, engine::Plugins& plugins) {
    const auto book = read_example(row.expression, plugins);
    if (row.result.starts_with("!")) return check_finding(book, row.result.substr(1));
    if (!is_without_errors(book)) return;
    const auto value = value_of(book, row.profile, plugins);
    INFO("it is worth " << shown(value));
    if (row.result == "unknown") {
        CHECK_FALSE(value.has_value());
        return;
    }
    const auto same = read_example("(" + row.expression + ") = " + row.result, plugins);
    if (!is_without_errors(same)) return;
    CHECK(value_of(same, row.profile, plugins) == std::optional<tests::PlainValue>(1.0));
}

}  // namespace

TEST_CASE("the examples of the language are worth what the page says", "[docs]") {
    engine::Plugins plugins({COLONNADE_BUNDLED}, "0");
    const auto rows = read_rows();
    CHECK(rows.size() >= 50);
    for (const auto& row : rows) {
        INFO("docs/language.md:" << row.line << ": " << row.expression << " => " << row.result);
        check_row(row, plugins);
    }
}
