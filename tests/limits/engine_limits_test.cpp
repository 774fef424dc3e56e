// SPDX-License-Identifier: Apache-2.0
// The bound over all files of a rulebook: a rulebook and a schema that fill it to the last byte,
// and a word list that is then too much. And the bounds of what they are compiled to.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dsl/text/encoding.hpp"
#include "engine/load/image.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/load/text_budget.hpp"

using namespace colonnade;

namespace {

namespace fs = std::filesystem;

const std::string Book =
    "colonnade: 1\nrulebook: large\nschema: large\nlanguages: [en]\ntitle: {en: T}\n"
    "pillars:\n  p:\n    title: {en: P}\n    weight: 100\n    rules:\n      r:\n"
    "        title: {en: R}\n        points: 1\n        pass: has photo\n";
const std::string Schema =
    "colonnade: 1\nschema: large\nlanguages: [en]\n"
    "facts:\n  photo:\n    type: yes/no\n    title: {en: Photo}\n";
const std::string WordList = "colonnade: 1\nlist: pets\ntitle: {en: Pets}\nwords: [cat]\n";

// `text`, made as long as a file may be.
std::string filled(const std::string& text) {
    return text + "#" + std::string(dsl::MostFileBytes - text.size() - 1, 'x');
}

class Folder {
public:
    Folder() : path_(fs::path(COLONNADE_BINARY_DIR) / "tests/limits/large") {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }

private:
    fs::path path_;
};

// Loads the rulebook at `path`; gives the errors found.
std::vector<dsl::Diagnostic> errors_of(const std::string& path) {
    engine::Plugins plugins({}, "0");
    dsl::Diagnostics diagnostics;
    engine::LoadFailure failure;
    const auto loaded = engine::load_rulebook(path, {}, plugins, diagnostics, failure);
    CHECK_FALSE(failure.unreadable.has_value());
    CHECK(loaded.has_value() == !diagnostics.has_errors());
    auto findings = diagnostics.sorted();
    std::erase_if(findings, [](const auto& finding) {
        return dsl::severity_of(finding.code) != dsl::Severity::Error;
    });
    return findings;
}

}  // namespace

TEST_CASE("limit: bytes of all files of a rulebook", "[limits]") {
    static_assert(engine::MostRulebookBytes == 2 * dsl::MostFileBytes);
    const Folder folder;
    const auto book = folder.write("book.yaml", filled(Book));
    (void)folder.write("large.yaml", filled(Schema));
    CHECK(errors_of(book).empty());

    (void)folder.write("pets.yaml", WordList);
    (void)folder.write("book.yaml", filled(Book + "lists:\n  pets: [dog]\n"));
    const auto findings = errors_of(book);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == dsl::Code::LimitExceeded);
    CHECK(findings.front().source->name().ends_with("pets.yaml"));
}

TEST_CASE("limit: files that do not fit are said once", "[limits]") {
    engine::TextBudget budget;
    dsl::Diagnostics diagnostics;
    const auto file = [](std::size_t bytes) {
        return std::make_shared<const dsl::Source>("f.yaml", std::string(bytes, '\n'));
    };
    CHECK(budget.take(file(engine::MostRulebookBytes - 1), diagnostics));
    CHECK_FALSE(budget.take(file(2), diagnostics));
    CHECK_FALSE(budget.take(file(2), diagnostics));
    CHECK(budget.take(file(1), diagnostics));
    CHECK_FALSE(budget.take(file(1), diagnostics));
    CHECK(diagnostics.errors() == 1);
}

namespace {

engine::Input input(std::string text) {
    return {std::make_shared<const dsl::Source>("a.yaml", std::move(text)), ""};
}

// An image of two files of empty lines.
std::variant<std::string, engine::ImageProblem> image_of(std::size_t first, std::size_t second) {
    return engine::Image("a", {input(std::string(first, '\n')), input(std::string(second, '\n'))})
        .encode();
}

}  // namespace

TEST_CASE("limit: bytes of an image", "[limits]") {
    const auto beside = std::get<std::string>(image_of(1, 1)).size() - 2;
    const auto rest = engine::MostImageBytes - beside - dsl::MostFileBytes;
    const auto largest = image_of(dsl::MostFileBytes, rest);
    REQUIRE(std::holds_alternative<std::string>(largest));
    const auto& bytes = std::get<std::string>(largest);
    CHECK(bytes.size() == engine::MostImageBytes);
    CHECK(std::holds_alternative<engine::Image>(engine::Image::decode(bytes, "a.colc")));

    const auto larger = image_of(dsl::MostFileBytes, rest + 1);
    REQUIRE(std::holds_alternative<engine::ImageProblem>(larger));
    CHECK(std::get<engine::ImageProblem>(larger).message ==
          "an image of 33554433 bytes, more than 33554432");
}

TEST_CASE("limit: files in an image", "[limits]") {
    const std::vector<engine::Input> most(engine::MostImageInputs, input("a: 1\n"));
    const auto bytes = engine::Image("a", most).encode();
    REQUIRE(std::holds_alternative<std::string>(bytes));
    CHECK(std::holds_alternative<engine::Image>(
        engine::Image::decode(std::get<std::string>(bytes), "a.colc")));

    const std::vector<engine::Input> more(engine::MostImageInputs + 1, input("a: 1\n"));
    const auto refused = engine::Image("a", more).encode();
    REQUIRE(std::holds_alternative<engine::ImageProblem>(refused));
    CHECK(std::get<engine::ImageProblem>(refused).message ==
          "an image of 1025 files, more than 1024");
}
