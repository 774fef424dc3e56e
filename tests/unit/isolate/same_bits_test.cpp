// SPDX-License-Identifier: Apache-2.0
// A plugin that behaves gives the same bits wherever it runs, and describes itself in the same way.
#include <catch2/catch.hpp>
#include <cstring>

#include "tests/unit/host/support.hpp"
#include "tests/unit/isolate/generated.hpp"
#include "tests/unit/isolate/isolated.hpp"

namespace colonnade::tests {
namespace {

std::string bundled(const std::string& id) {
    return std::string(COLONNADE_BUNDLED) + "/" + id + ".so";
}

PluginPointer isolated_file(const std::string& file) {
    engine::Refusal refusal;
    auto plugin = start_isolated(file, refusal);
    INFO(refusal.message);
    REQUIRE(plugin != nullptr);
    return plugin;
}

bool same_bits(const Results& a, const Results& b) {
    if (a.slot.known != b.slot.known || a.slot.value.size() != b.slot.value.size()) return false;
    if (a.failures.size() != b.failures.size()) return false;
    for (std::size_t i = 0; i < a.failures.size(); ++i) {
        if (a.failures[i].row != b.failures[i].row ||
            a.failures[i].message != b.failures[i].message)
            return false;
    }
    return a.slot.value.empty() || std::memcmp(a.slot.value.data(), b.slot.value.data(),
                                               a.slot.value.size() * sizeof(double)) == 0;
}

bool same_texts(const dsl::Texts& a, const dsl::Texts& b) {
    return a.items() == b.items();
}

// NOLINTNEXTLINE(misc-no-recursion): fields
void check_same(const std::vector<dsl::Parameter>& a, const std::vector<dsl::Parameter>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].name == b[i].name);
        CHECK(a[i].kind == b[i].kind);
        CHECK(a[i].nullable == b[i].nullable);
        CHECK(a[i].repeated == b[i].repeated);
        CHECK(a[i].default_words == b[i].default_words);
        check_same(a[i].fields, b[i].fields);
    }
}

void check_same(const dsl::Function& a, const dsl::Function& b) {
    CHECK(a.plugin == b.plugin);
    CHECK(a.name == b.name);
    CHECK(same_texts(a.title, b.title));
    CHECK(same_texts(a.description, b.description));
    check_same(a.parameters, b.parameters);
    CHECK(a.result.kind == b.result.kind);
    CHECK(a.bounds.min == b.bounds.min);
    CHECK(a.bounds.max == b.bounds.max);
    REQUIRE((a.result.category == nullptr) == (b.result.category == nullptr));
    if (a.result.category == nullptr) return;
    CHECK(a.result.category->values == b.result.category->values);
    CHECK(a.result.category->ordered == b.result.category->ordered);
    for (std::size_t i = 0; i < a.result.category->titles.size(); ++i)
        CHECK(same_texts(a.result.category->titles[i], b.result.category->titles[i]));
}

std::vector<std::string> well_behaved() {
    std::vector<std::string> files;
    for (const auto* id : {"brand", "people", "insights", "relationships", "linkedin"})
        files.push_back(bundled(id));
    for (const auto* id :
         {"echo", "faulty", "plain", "counts-uses", "newer-minor", "uses-host", "whole"})
        files.push_back(module_of(id).string());
    for (const auto* id : {"first", "first-source"})
        files.push_back(std::string(COLONNADE_FIRST_EDITION) + "/" + id + ".so");
    return files;
}

void check_calls(PluginCaller& here, PluginCaller& there, std::size_t rows) {
    for (const auto& function : here.functions()) {
        const GeneratedInputs made(function, rows, static_cast<std::uint32_t>(rows));
        INFO(function.plugin << "." << function.name << " over " << rows << " rows");
        CHECK(same_bits(here.call(function.name, made.inputs(), made.as_of()),
                        there.call(function.name, made.inputs(), made.as_of())));
    }
}

}  // namespace

TEST_CASE("a plugin describes itself in the same way wherever it runs", "[isolate]") {
    for (const auto& file : well_behaved()) {
        const auto here = in_process(file);
        const auto there = isolated_file(file);
        INFO(file);
        CHECK(there->id() == here->id());
        CHECK(there->version() == here->version());
        CHECK(there->file() == here->file());
        engine::Refusal refusal;
        const auto a = here->functions(refusal);
        const auto b = there->functions(refusal);
        REQUIRE(a);
        REQUIRE(b);
        REQUIRE(a->size() == b->size());
        for (std::size_t i = 0; i < a->size(); ++i)
            check_same((*a)[i], (*b)[i]);
        CHECK(here->rules(refusal) == there->rules(refusal));
        CHECK(here->selftest(refusal) == there->selftest(refusal));
    }
}

TEST_CASE("every function gives the same bits wherever it runs", "[isolate]") {
    for (const auto& file : well_behaved()) {
        PluginCaller here(in_process(file));
        PluginCaller there(isolated_file(file));
        for (const std::size_t rows : {1U, 63U, 64U, 65U, 5'000U})
            check_calls(here, there, rows);
    }
}

TEST_CASE("a full batch gives the same bits wherever it runs", "[isolate]") {
    PluginCaller here(in_process(module_of("echo").string()));
    PluginCaller there(isolated_file(module_of("echo").string()));
    check_calls(here, there, engine::MostBatchRows);
}

TEST_CASE("rows that do not fit at once are given one part after the other", "[isolate]") {
    PluginCaller here(in_process(module_of("echo").string()));
    PluginCaller there(isolated_file(module_of("echo").string()));
    engine::Column texts;
    texts.kind = dsl::Kind::Text;
    // Of 33 MiB two do not fit into 64.
    const std::string large(33U << 20U, 'x');
    for (const char* text : {"a", large.c_str(), "", large.c_str(), "bc"})
        texts.push_text(text);
    const engine::Buffer<std::int64_t> as_of(texts.length(), 0);
    const auto given = there.call("text_sum", {{.column = &texts}}, as_of);
    CHECK(given.failures.empty());
    CHECK(same_bits(here.call("text_sum", {{.column = &texts}}, as_of), given));
}

TEST_CASE("a row that does not fit at all fails alone", "[isolate]") {
    PluginCaller there(isolated_file(module_of("echo").string()));
    engine::Column texts;
    texts.kind = dsl::Kind::Text;
    texts.push_text("a");
    texts.push_text(std::string(engine::InputBytes, 'x'));
    texts.push_text("b");
    const auto given =
        there.call("text_sum", {{.column = &texts}}, engine::Buffer<std::int64_t>(3, 0));
    REQUIRE(given.failures.size() == 1);
    CHECK(given.failures[0].row == 1);
    CHECK_THAT(given.failures[0].message,
               Catch::Contains("takes more data for one row than fits into its memory"));
    CHECK(given.slot.known == engine::Buffer<std::uint8_t>{1, 0, 1});
}

}  // namespace colonnade::tests
