// SPDX-License-Identifier: Apache-2.0
// The bound over all files of a rulebook: a rulebook and a schema that fill it to the last byte,
// and a word list that is then too much.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dsl/text/encoding.hpp"
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
