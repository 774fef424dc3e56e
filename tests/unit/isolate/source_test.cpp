// SPDX-License-Identifier: Apache-2.0
// A source reads through its process what it reads here, and breaks nothing but its process.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/host/stream.hpp"
#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

namespace fs = std::filesystem;

// All that comes of reading, one thing after the other, as words.
using Story = std::vector<std::string>;

void add(Story& story, const std::optional<engine::SourceProblem>& problem) {
    if (problem)
        story.push_back("problem " + std::to_string(static_cast<int>(problem->what)) + ": " +
                        problem->message);
}

void add_reading(Story& story, engine::SourceReader& reader) {
    std::optional<engine::SourceProblem> problem;
    while (auto document = reader.next(problem))
        story.push_back("document: " + *document);
    add(story, problem);
    story.push_back("report: " + reader.report(problem));
    add(story, problem);
}

Story read(const engine::Plugin& plugin, const fs::path& data) {
    Story story;
    std::string unreadable;
    auto stream = engine::open_stream(data, unreadable);
    REQUIRE(stream != nullptr);
    engine::Refusal refusal;
    story.push_back("sure: " + std::to_string(plugin.probe(*stream, refusal)));
    if (!refusal.message.empty()) story.push_back("refusal: " + refusal.message);
    engine::SourceProblem problem;
    const auto reader = plugin.open(std::move(stream), R"({"as_of":"2026-11-20"})", problem);
    if (reader == nullptr) {
        add(story, problem);
    } else {
        add_reading(story, *reader);
    }
    return story;
}

void check_same(const std::string& file, const fs::path& data) {
    engine::Refusal refusal;
    const auto there = start_isolated(file, refusal);
    REQUIRE(there != nullptr);
    INFO(data);
    CHECK(read(*there, data) == read(*in_process(file), data));
}

Story read_violently(const std::string& task) {
    const TempFolder folder;
    auto how = isolation();
    how.limits.source = std::chrono::milliseconds(500);
    return read(*isolated("violent-source", how), folder.write(task, ""));
}

}  // namespace

TEST_CASE("a source reads the same in a process of its own", "[isolate][source]") {
    const TempFolder folder;
    const auto lines = module_of("lines").string();
    check_same(lines, folder.write("two.lines", "{\"id\": \"a\"}\n{\"id\": \"b\"}\n"));
    check_same(lines, folder.write("none.lines", ""));
    check_same(lines, folder.write("other.txt", "{}"));
    // In bites of 7 bytes; a few bites of the line between the processes would be 256 KiB each.
    check_same(lines, folder.write("long.lines", std::string(20'000, 'x') + "\nend"));
    folder.write("export/a.lines", "1");
    folder.write("export/b/ü.txt", "2");
    check_same(lines, folder.path() / "export");
}

TEST_CASE("sources on the SDK and of ABI 1.0 read the same in a process of their own",
          "[isolate][source]") {
    const TempFolder folder;
    const std::string first = COLONNADE_FIRST_EDITION "/first-source.so";
    const auto whole = module_of("whole").string();
    for (const auto& [file, name] : {std::pair(first, "first"), std::pair(whole, "bridges")}) {
        const auto end = std::string(".") + name;
        check_same(file, folder.write("one" + end, "{1}"));
        check_same(file, folder.write("closed" + end, "{1}"));
        folder.write("two" + end + "/a", "{2}");
        folder.write("two" + end + "/b/c", "{3}");
        check_same(file, folder.path() / ("two" + end));
    }
}

TEST_CASE("the bundled source reads the same in a process of its own", "[isolate][source]") {
    const auto linkedin = std::string(COLONNADE_BUNDLED) + "/linkedin.so";
    const TempFolder folder;
    folder.write("Basic_LinkedInDataExport_11-20-2026/Profile.csv",
                 "First Name,Last Name,Headline,Summary,Industry,Geo Location\n"
                 "Mara,Beispiel,Builder of bridges,,Construction,Hamburg\n");
    folder.write("Basic_LinkedInDataExport_11-20-2026/Skills.csv",
                 "Name\n" + std::string(600'000, 'x') + "\nSteel\n");
    check_same(linkedin, folder.path() / "Basic_LinkedInDataExport_11-20-2026");
    check_same(linkedin, folder.write("Complete_LinkedInDataExport_11-20-2026.zip", "PK no zip"));
}

TEST_CASE("what a source does wrong is told in the same words", "[isolate][source]") {
    const TempFolder folder;
    for (const auto* task :
         {"damaged", "unsupported", "not-opened", "too-much", "confused", "throws", "open-throws",
          "probe-throws", "too-sure", "hollow", "writes-none", "writes-and-denies"})
        check_same(module_of("bad-source").string(), folder.write(task, ""));
}

TEST_CASE("a source that breaks its process is named", "[isolate][source]") {
    const std::string crashed = "plugin `violent-source` crashed (segmentation fault)";
    const std::string late = "plugin `violent-source` did not answer within 500 ms";
    CHECK(read_violently("crash-probe") ==
          Story{"sure: 0", "refusal: " + crashed, "document: {}", "report: {}"});
    CHECK(read_violently("hang-probe") ==
          Story{"sure: 0", "refusal: " + late, "document: {}", "report: {}"});
    CHECK(read_violently("crash-open") == Story{"sure: 50", "problem 2: " + crashed});
    CHECK(read_violently("hang-open") == Story{"sure: 50", "problem 2: " + late});
    const std::string gone = "problem 2: plugin `violent-source` broke before its report";
    CHECK(read_violently("crash-next") ==
          Story{"sure: 50", "document: {}", "problem 2: " + crashed, "report: ", gone});
    CHECK(read_violently("hang-next") ==
          Story{"sure: 50", "document: {}", "problem 2: " + late, "report: ", gone});
    CHECK(read_violently("crash-report") ==
          Story{"sure: 50", "document: {}", "report: ", "problem 2: " + crashed});
    CHECK(read_violently("crash-close") == Story{"sure: 50", "document: {}", "report: {}"});
}

TEST_CASE("a reader outlives the plugin that it came from", "[isolate][source]") {
    const TempFolder folder;
    auto plugin = isolated("lines");
    std::string unreadable;
    auto stream = engine::open_stream(folder.write("x.lines", "{}"), unreadable);
    REQUIRE(stream != nullptr);
    engine::SourceProblem refused;
    const auto reader = plugin->open(std::move(stream), "{}", refused);
    REQUIRE(reader != nullptr);
    plugin.reset();
    std::optional<engine::SourceProblem> problem;
    CHECK(reader->next(problem) == "{}");
}

}  // namespace colonnade::tests
