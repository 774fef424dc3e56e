// SPDX-License-Identifier: Apache-2.0
// Sources: the surest one reads, and one that behaves ill ends in a sentence.
#include <catch2/catch.hpp>
#include <filesystem>
#include <vector>

#include "engine/host/plugins.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using engine::Plugins;
using engine::SourceProblem;
using What = SourceProblem::What;
namespace fs = std::filesystem;

struct Read {
    std::string plugin;
    std::vector<std::string> documents;
    std::string report;
    std::optional<SourceProblem> problem;
};

Read read(Plugins& plugins, const fs::path& data, const std::string& options = "{}") {
    Read result;
    SourceProblem refused;
    const auto reader = plugins.open_source(data, options, refused);
    if (reader == nullptr) {
        result.problem = refused;
        return result;
    }
    result.plugin = reader->plugin();
    while (auto document = reader->next(result.problem))
        result.documents.push_back(std::move(*document));
    if (result.problem) {
        // It stays at its end.
        std::optional<SourceProblem> again;
        CHECK_FALSE(reader->next(again));
        CHECK_FALSE(again);
        return result;
    }
    result.report = reader->report(result.problem);
    return result;
}

// What comes of data of that name, which tells the bad source what to do wrong.
SourceProblem problem_of(const std::string& task) {
    const TempFolder folder;
    folder.add_plugins({"bad-source"});
    Plugins plugins({folder.path()}, "0.1.0");
    const auto result = read(plugins, folder.write(task, ""));
    CHECK(result.documents.empty());
    CHECK(result.report.empty());
    return result.problem.value_or(SourceProblem{});
}

void check_problem(const std::string& task, What what, const std::string& message) {
    const auto problem = problem_of(task);
    INFO(task);
    CHECK(problem.what == what);
    CHECK(problem.message == message);
}

}  // namespace

TEST_CASE("a source gives documents and then a report", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"lines", "plain", "echo"});
    Plugins plugins({folder.path()}, "0.1.0");
    const auto data = folder.write("two.lines", "{\"id\": \"a\"}\n{\"id\": \"b\"}\n");
    const auto result = read(plugins, data, "{\"as_of\":\"2026-11-20\"}");
    CHECK_FALSE(result.problem);
    CHECK(result.plugin == "lines");
    CHECK(result.documents == std::vector<std::string>{"{\"id\": \"a\"}", "{\"id\": \"b\"}"});
    CHECK(result.report == "{\"name\":\"two.lines\",\"options\":{\"as_of\":\"2026-11-20\"}}");
    CHECK(read(plugins, folder.write("none.lines", "")).documents.empty());
}

TEST_CASE("a source reads a folder", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"lines"});
    folder.write("export/a.lines", "1");
    folder.write("export/b/c.txt", "2");
    Plugins plugins({folder.path()}, "0.1.0");
    const auto result = read(plugins, folder.path() / "export");
    CHECK(result.documents == std::vector<std::string>{"a.lines=1", "b/c.txt=2"});
}

TEST_CASE("the surest source reads", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"bad-source", "lines"});
    Plugins plugins({folder.path()}, "0.1.0");
    CHECK(read(plugins, folder.write("x.lines", "{}\n")).plugin == "lines");
    SourceProblem problem;
    const auto other = plugins.open_source(folder.write("x.other", ""), "{}", problem);
    REQUIRE(other != nullptr);
    CHECK(other->plugin() == "bad-source");
}

TEST_CASE("being asked for a source gives rules no functions", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"echo", "lines"});
    Plugins plugins({folder.path()}, "0.1.0");
    CHECK_FALSE(read(plugins, folder.write("x.lines", "{}")).problem);
    CHECK(plugins.loaded().size() == 2);
    CHECK(plugins.functions().empty());
    CHECK_FALSE(plugins.load("echo"));
    CHECK_FALSE(plugins.functions().empty());
    CHECK(plugins.loaded().size() == 2);
}

TEST_CASE("data that nobody reads is told from a plugin that cannot be asked", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"lines", "plain"});
    const auto data = folder.write("x.other", "");
    Plugins sound({folder.path(), COLONNADE_BUNDLED}, "0.1.0");
    auto problem = read(sound, data).problem.value();
    CHECK(problem.what == What::NoSource);
    CHECK(problem.message == "no plugin reads this");
    folder.add_plugins({"newer-major"});
    Plugins unsound({folder.path()}, "0.1.0");
    problem = read(unsound, data).problem.value();
    CHECK(problem.what == What::Plugin);
    CHECK(problem.message ==
          "plugin `newer-major` was built for plugin ABI 2.3, this program speaks 1.1");
    // A source that can read hides a plugin that cannot.
    CHECK_FALSE(read(unsound, folder.write("x.lines", "{}")).problem);
    Plugins none({}, "0.1.0");
    problem = read(none, data).problem.value();
    CHECK(problem.what == What::Plugin);
    CHECK(problem.message == "no plugin reads this; the plugin `linkedin` is missing");
}

TEST_CASE("data that cannot be read is told before any plugin is loaded", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"lines"});
    Plugins plugins({folder.path()}, "0.1.0");
    const auto problem = read(plugins, folder.path() / "missing.lines").problem.value();
    CHECK(problem.what == What::Unreadable);
    CHECK(problem.message == "there is nothing of this name");
    CHECK(plugins.loaded().empty());
}

TEST_CASE("damaged data is the data's fault", "[host][source]") {
    check_problem("damaged", What::Unreadable, "the zip ends too early");
    check_problem("unsupported", What::Unreadable, "an export of 2003");
    check_problem("not-opened", What::Unreadable, "nothing in it");
    check_problem("too-much", What::Unreadable, "more than 256 MiB of facts about one profile");
}

TEST_CASE("a source that behaves ill is named", "[host][source]") {
    const std::string threw = "plugin `bad-source`: let an exception out, which no plugin may";
    check_problem("confused", What::Plugin, "plugin `bad-source`: lost count");
    check_problem("throws", What::Plugin, threw);
    check_problem("open-throws", What::Plugin, threw);
    check_problem("probe-throws", What::Plugin,
                  "plugin `bad-source` let an exception out, which no plugin may");
    check_problem("too-sure", What::Plugin,
                  "plugin `bad-source` is 101 of 100 sure that it can read this");
    check_problem("hollow", What::Plugin,
                  "plugin `bad-source`: its reader lacks `next`, `report` or `close`");
    check_problem("writes-none", What::Plugin,
                  "plugin `bad-source`: it says that it wrote a document and did not");
    check_problem("writes-and-denies", What::Plugin,
                  "plugin `bad-source`: it wrote a document and says that it did not");
}

TEST_CASE("a reader outlives the plugins it came from", "[host][source]") {
    const TempFolder folder;
    folder.add_plugins({"lines"});
    auto plugins = std::make_unique<Plugins>(std::vector{folder.path()}, "0.1.0");
    SourceProblem refused;
    const auto reader = plugins->open_source(folder.write("x.lines", "{}"), "{}", refused);
    REQUIRE(reader != nullptr);
    plugins.reset();
    std::optional<SourceProblem> problem;
    CHECK(reader->next(problem) == "{}");
}

TEST_CASE("an export folder of LinkedIn is read by the bundled source", "[host][source]") {
    const TempFolder folder;
    folder.write("Basic_LinkedInDataExport_11-20-2026/Profile.csv",
                 "First Name,Last Name,Headline,Summary,Industry,Geo Location\n"
                 "Mara,Beispiel,Builder of bridges,,Construction,Hamburg\n");
    folder.write("Basic_LinkedInDataExport_11-20-2026/Skills.csv", "Name\nBridges\nSteel\n");
    Plugins plugins({COLONNADE_BUNDLED}, "0.1.0");
    const auto result = read(plugins, folder.path() / "Basic_LinkedInDataExport_11-20-2026");
    INFO((result.problem ? result.problem->message : ""));
    CHECK(result.plugin == "linkedin");
    REQUIRE(result.documents.size() == 1);
    CHECK_THAT(result.documents[0], Catch::Contains("Builder of bridges"));
    CHECK_THAT(result.documents[0], Catch::Contains("2026-11-20T23:59:59Z"));
    CHECK_THAT(result.documents[0], !Catch::Contains("Beispiel"));
    CHECK_THAT(result.report, Catch::Contains("Profile.csv"));
    // Asked first, and sure: no other plugin is loaded.
    CHECK(plugins.loaded().size() == 1);
}

}  // namespace colonnade::tests
