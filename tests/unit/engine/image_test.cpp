// SPDX-License-Identifier: Apache-2.0
// Trees and images as bytes: what is read back is what was written, and keeps the promises of the
// YAML reader whoever wrote it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dsl/yaml/read.hpp"
#include "engine/load/image.hpp"
#include "engine/load/library.hpp"
#include "engine/load/tree_bytes.hpp"

using namespace colonnade;
using dsl::Node;
using dsl::NodeKind;

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const dsl::Source> source_of(std::string text, std::string name = "made.yaml") {
    return std::make_shared<const dsl::Source>(std::move(name), std::move(text));
}

std::shared_ptr<const dsl::Source> file(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return source_of(text.str(), path.string());
}

Node tree_of(const std::shared_ptr<const dsl::Source>& source) {
    dsl::Diagnostics diagnostics;
    auto tree = dsl::read_yaml(source, diagnostics);
    REQUIRE(tree.has_value());
    return std::move(*tree);
}

std::string bytes_of(const Node& tree) {
    engine::WireWriter to;
    engine::write_tree(tree, to);
    return to.bytes();
}

std::optional<Node> read(std::string_view bytes, const dsl::Source& source) {
    engine::WireReader from(bytes);
    auto tree = engine::read_tree(from, source, 0);
    return from.is_done() ? std::move(tree) : std::nullopt;
}

bool are_equal(const Node& a, const Node& b) {  // NOLINT(misc-no-recursion)
    const bool same = a.kind == b.kind && a.span == b.span && a.text == b.text &&
                      a.quoted == b.quoted && a.verbatim == b.verbatim && a.in_flow == b.in_flow &&
                      a.cut == b.cut && a.refused == b.refused;
    return same &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), are_equal) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const auto& x, const auto& y) {
                          return are_equal(x.key, y.key) && are_equal(x.value, y.value);
                      });
}

// A list in a list, `depth` times.
Node nested(std::size_t depth) {
    Node node;
    for (; depth > 0; --depth) {
        Node list;
        list.kind = NodeKind::List;
        list.items.push_back(std::move(node));
        node = std::move(list);
    }
    return node;
}

Node scalar(std::string text) {
    Node node;
    node.kind = NodeKind::Scalar;
    node.text = std::move(text);
    return node;
}

Node map_of(std::initializer_list<Node> keys) {
    Node map;
    map.kind = NodeKind::Map;
    for (const auto& key : keys)
        map.entries.push_back({key, scalar("x")});
    return map;
}

}  // namespace

TEST_CASE("every bundled file has the same tree after writing and reading", "[image]") {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(COLONNADE_SOURCE_DIR "/rules")) {
        if (entry.path().extension() != ".yaml") continue;
        const auto source = file(entry.path());
        const auto tree = tree_of(source);
        const auto again = read(bytes_of(tree), *source);
        INFO(entry.path());
        REQUIRE(again.has_value());
        CHECK(are_equal(tree, *again));
        ++files;
    }
    CHECK(files > 10);
}

TEST_CASE("quotes, blocks, braces and pieces are kept", "[image]") {
    const auto source = source_of(
        "ü: \"a\\u0007b\"\nb: |\n  two\n  lines\nc: {x: 1, y, z, y}\nd:\ne: ['it''s', [a, b]]\n");
    const auto tree = tree_of(source);
    const auto again = read(bytes_of(tree), *source);
    REQUIRE(again.has_value());
    CHECK(are_equal(tree, *again));
}

TEST_CASE("a tree that YAML cannot give is refused", "[image]") {
    const auto source = source_of("ä");
    CHECK(read(bytes_of(nested(dsl::MostYamlDepth)), *source));
    CHECK_FALSE(read(bytes_of(nested(dsl::MostYamlDepth + 1)), *source));

    CHECK(read(bytes_of(scalar(std::string(dsl::MostScalarBytes, 'x'))), *source));
    CHECK_FALSE(read(bytes_of(scalar(std::string(dsl::MostScalarBytes + 1, 'x'))), *source));

    CHECK(read(bytes_of(map_of({scalar("a"), scalar("b")})), *source));
    CHECK_FALSE(read(bytes_of(map_of({scalar("a"), scalar("b"), scalar("a")})), *source));
    CHECK_FALSE(read(bytes_of(map_of({nested(1)})), *source));

    CHECK_FALSE(read(bytes_of(scalar("\xFF")), *source));
    auto outside = scalar("x");
    outside.span = {0, 3};
    CHECK_FALSE(read(bytes_of(outside), *source));
    auto half_a_letter = scalar("");
    half_a_letter.verbatim = true;
    half_a_letter.span = {0, 1};
    CHECK_FALSE(read(bytes_of(half_a_letter), *source));
    half_a_letter.span = {0, 2};
    CHECK(read(bytes_of(half_a_letter), *source)->text == "ä");
    CHECK_FALSE(read("", *source));
    CHECK_FALSE(read("\xFF", *source));
}

TEST_CASE("a count that lies takes no memory", "[image]") {
    engine::WireWriter to;
    to.number(static_cast<std::uint8_t>(NodeKind::List)).number(0U).number(0U).number(0xFFFFFFFFU);
    CHECK_FALSE(read(to.bytes(), *source_of("")));
}

TEST_CASE("an image keeps every text and its tree", "[image]") {
    const std::vector<engine::Input> inputs{
        {source_of("a: 1\n", "rules/a.yaml"), ""},
        {source_of("b: x # c\n", "rules/lists/b.yaml"), "lists"}};
    const engine::Image image("rules/a.yaml", inputs);
    const auto read = engine::Image::decode(std::get<std::string>(image.encode()), "a.colc");
    REQUIRE(std::holds_alternative<engine::Image>(read));
    const auto& again = std::get<engine::Image>(read);
    CHECK(again.sha256() == engine::sha256_of(inputs));
    REQUIRE(again.inputs().size() == 2);
    CHECK(again.inputs()[1].sub == "lists");
    CHECK(again.inputs()[1].source->name() == "rules/lists/b.yaml");
    dsl::Diagnostics diagnostics;
    const auto tree = again.tree_of(again.inputs()[0], 3, diagnostics);
    REQUIRE(tree.has_value());
    CHECK(tree->find("a")->text == "1");
    CHECK(tree->find("a")->span == dsl::Span{3, 4, 3});
    CHECK(diagnostics.empty());
    // What YAML warns of is said again.
    CHECK(again.tree_of(again.inputs()[1], 0, diagnostics).has_value());
    CHECK(diagnostics.count(dsl::Severity::Warning) == 1);
}

TEST_CASE("other rules of a plugin than those in the image are noticed", "[image]") {
    const auto path = fs::temp_directory_path() / "colonnade-image-test.colc";
    const engine::Image image(
        "a", {{source_of("a: 1\n", "a.yaml"), ""}, {source_of("p: 1\n", "plugin p"), "", true}});
    std::ofstream(path, std::ios::binary) << std::get<std::string>(image.encode());
    const std::vector<fs::path> folders;
    for (const auto* text : {"p: 1\n", "p: 2\n", ""}) {
        dsl::Diagnostics diagnostics;
        engine::Library library(folders, diagnostics);
        REQUIRE(std::holds_alternative<fs::path>(library.open_image(path)));
        if (*text != '\0') CHECK(library.read_text("plugin p", text, 0).root.has_value());
        CHECK(library.differs_from_image().has_value() == (std::string_view(text) != "p: 1\n"));
    }
    fs::remove(path);
}
