// SPDX-License-Identifier: Apache-2.0
// Plugins that were built against the first edition of the contract run in today's host.
#include <catch2/catch.hpp>

#include "tests/unit/host/calls.hpp"
#include "tests/unit/host/support.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;
using engine::Plugins;
using Values = std::vector<MaybeNumber>;
constexpr auto Unknown = std::nullopt;

}  // namespace

TEST_CASE("functions of ABI 1.0 are described and called", "[abi]") {
    Caller first("first", COLONNADE_FIRST_EDITION);
    const auto& size = first.function("same_size");
    CHECK(size.title.in("de") == "Titel");
    CHECK(size.result.category->values == std::vector<std::string>{"small", "middle", "large"});
    CHECK(size.result.category->ordered);
    const auto sizes = categories({"xs", "s", "m", "l"}, {2.0, Unknown, 0.0});
    CHECK(first.call("same_size", {{.column = &sizes}}, 3).values == Values{2.0, Unknown, 0.0});
    const auto odd = categories({"xs", "s", "m", "l"}, {3.0});
    CHECK(first.call("same_size", {{.column = &odd}}, 1).problem ==
          "plugin `first`: function `same_size`: ?");
}

TEST_CASE("a function of ABI 1.0 walks lists with categories and times", "[abi]") {
    Caller first("first", COLONNADE_FIRST_EDITION);
    const auto posts = list({3, 0, 2, -1}, {categories({"text", "link"}, {1.0, 0.0, 1.0, 1.0, 1.0}),
                                            column(Kind::Time, {5.0, 5.0, 50.0, 5.0, Unknown})});
    const auto limits = column(Kind::Time, {10.0, 10.0, Unknown, 10.0});
    const engine::Buffer<std::int64_t> as_of(4, 1'000'000);
    CHECK(first.call("old_posts", {{.list = &posts}, {.column = &limits}}, as_of).values ==
          Values{1.0, 0.0, 1.0, Unknown});
}

TEST_CASE("a source of ABI 1.0 reads files and folders", "[abi]") {
    const TempFolder folder;
    Plugins plugins({COLONNADE_FIRST_EDITION}, "0.1.0");
    const auto read = [&](const std::filesystem::path& data) {
        engine::SourceProblem refused;
        const auto reader = plugins.open_source(data, "{\"o\":1}", refused);
        if (reader == nullptr) return std::vector<std::string>{refused.message};
        std::vector<std::string> all;
        std::optional<engine::SourceProblem> problem;
        while (auto document = reader->next(problem))
            all.push_back(*document);
        all.push_back(reader->report(problem));
        CHECK_FALSE(problem);
        return all;
    };
    CHECK(read(folder.write("one.first", "{1}")) == std::vector<std::string>{"{1}", "{\"o\":1}"});
    folder.write("two.first/a", "{2}");
    folder.write("two.first/b/c", "{3}");
    CHECK(read(folder.path() / "two.first") == std::vector<std::string>{"{2}", "{3}", "{\"o\":1}"});
    CHECK(read(folder.write("closed.first", "")) ==
          std::vector<std::string>{"closed for the winter"});
}

}  // namespace colonnade::tests
