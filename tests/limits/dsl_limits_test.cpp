// SPDX-License-Identifier: Apache-2.0
// Every bound of the language core has a case that just fits and one that just does not. The texts
// are made here, so that a bound can move without a fixture.
#include <catch2/catch.hpp>

#include "dsl/check/checker.hpp"
#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/render.hpp"
#include "tests/support/times.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;
using colonnade::tests::times;

namespace {

// "fine", "limit", or the message of any other finding.
std::string parsed(const std::string& text) {
    const auto result = dsl::parse_expression(text);
    const auto* problem = std::get_if<dsl::SyntaxProblem>(&result);
    if (problem == nullptr) return "fine";
    return problem->limit ? "limit" : problem->message;
}

std::string read(const std::string& text) {
    dsl::Diagnostics diagnostics;
    (void)dsl::read_yaml(tests::source_of(text), diagnostics);
    if (diagnostics.empty()) return "fine";
    const auto first = diagnostics.sorted().front();
    return first.code == dsl::Code::LimitExceeded ? "limit" : first.message;
}

std::vector<dsl::Code> codes_of(const tests::Reading& reading) {
    std::vector<dsl::Code> codes;
    for (const auto& f : reading.findings)
        codes.push_back(f.code);
    return codes;
}

}  // namespace

TEST_CASE("limit: bytes of a file", "[limits]") {
    CHECK(read("a: 1\n#" + std::string(dsl::MostFileBytes - 6, 'x')) == "fine");
    CHECK(read("a: 1\n#" + std::string(dsl::MostFileBytes - 5, 'x')) == "limit");
}

TEST_CASE("limit: bytes of a text", "[limits]") {
    CHECK(read("a: " + std::string(dsl::MostScalarBytes, 'x')) == "fine");
    CHECK(read("a: " + std::string(dsl::MostScalarBytes + 1, 'x')) == "limit");
}

TEST_CASE("limit: levels of YAML", "[limits]") {
    const auto most = dsl::MostYamlDepth;
    const auto lists = [](std::size_t depth) { return times(depth, "[") + times(depth, "]"); };
    CHECK(read(lists(most)) == "fine");
    CHECK(read(lists(most + 1)) == "limit");
    const auto maps = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i)
            text += std::string(2 * i, ' ') + "a:\n";
        return text;
    };
    CHECK(read(maps(most)) == "fine");
    CHECK(read(maps(most + 1)) == "limit");
    CHECK(read(times(most, "- ") + "a") == "fine");
    CHECK(read(times(most + 1, "- ") + "a") == "limit");
    CHECK(read(times(100'000, "[")) != "fine");
    CHECK(read(times(100'000, "{")) != "fine");
}

TEST_CASE("limit: values of YAML", "[limits]") {
    // The list is a value too.
    CHECK(read("[" + times(dsl::MostYamlNodes - 1, "a,") + "]") == "fine");
    CHECK(read("[" + times(dsl::MostYamlNodes, "a,") + "]") == "limit");
}

TEST_CASE("limit: bytes of an expression", "[limits]") {
    CHECK(parsed("\"" + std::string(dsl::MostExpressionBytes - 2, 'x') + "\"") == "fine");
    CHECK(parsed("\"" + std::string(dsl::MostExpressionBytes - 1, 'x') + "\"") == "limit");
}

TEST_CASE("limit: levels of an expression", "[limits]") {
    const auto most = dsl::MostExpressionDepth;
    const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
        return times(depth, open) + "a" + times(depth, close);
    };
    CHECK(parsed(nested(most, "(", ")")) == "fine");
    CHECK(parsed(nested(most + 1, "(", ")")) == "limit");
    CHECK(parsed(nested(most - 1, "f(", ")")) == "fine");
    CHECK(parsed(nested(most, "f(", ")")) == "limit");
    CHECK(parsed(nested(most - 1, "-", "")) == "fine");
    CHECK(parsed(nested(most, "-", "")) == "limit");
    CHECK(parsed(nested(most - 1, "not ", "")) == "fine");
    CHECK(parsed(nested(most, "not ", "")) == "limit");
    CHECK(parsed(nested(most - 1, "if a then b else ", "")) == "fine");
    CHECK(parsed(nested(most, "if a then b else ", "")) == "limit");
    CHECK(parsed(nested(most - 1, "a in (", ")")) == "fine");
    CHECK(parsed(nested(most - 1, "", " - a")) == "fine");
    CHECK(parsed(nested(most, "", " - a")) == "limit");
    CHECK(parsed(nested(most - 1, "", ".a")) == "fine");
    CHECK(parsed(nested(most, "", ".a")) == "limit");
    CHECK(parsed(nested(1'300, "-\t", "")) == "limit");
}

TEST_CASE("limit: parts of an expression", "[limits]") {
    // A sum of n numbers makes a node for each number and one for each sum on the way.
    const auto sum = [](std::size_t parts) { return "1" + times(parts - 1, "+1"); };
    CHECK(parsed(sum(dsl::MostExpressionNodes / 2)) == "fine");
    CHECK(parsed(sum(dsl::MostExpressionNodes / 2 + 1)) == "limit");
}

TEST_CASE("limit: what fits can be checked and printed", "[limits]") {
    const auto most = dsl::MostExpressionDepth;
    for (const auto& text : {times(most - 1, "not ") + "photo", times(most - 2, "-") + "1 > 3",
                             times(most, "(") + "photo" + times(most, ")"),
                             "1" + times(dsl::MostExpressionNodes / 2 - 3, "+1") + " > 3",
                             times(most - 2, "if photo then false else ") + "photo"}) {
        INFO(text.substr(0, 60));
        CHECK(tests::read_rule_with("pass: " + text).marks().empty());
        const auto ast = std::get<dsl::Ast>(dsl::parse_expression(text));
        CHECK(parsed(dsl::print(ast)) == "fine");
    }
}

TEST_CASE("limit: levels of defines", "[limits]") {
    // Every level holds an expression that is as deep as one may be.
    const auto chain = [](std::size_t levels) {
        std::string text = "define:\n";
        const auto nots = times(dsl::MostExpressionDepth - 1, "not ");
        for (std::size_t i = 0; i < levels; ++i) {
            const auto next = i + 1 < levels ? "d" + std::to_string(i + 1) : "photo";
            text += "  d" + std::to_string(i) + ": " + nots + next + "\n";
        }
        return text;
    };
    CHECK(tests::read_rule_with("pass: d0", chain(dsl::MostDefineDepth)).findings.empty());
    const auto outside = tests::read_rule_with("pass: d0", chain(dsl::MostDefineDepth + 1));
    CHECK(codes_of(outside) == std::vector{dsl::Code::LimitExceeded});
    CHECK_FALSE(tests::read_rule_with("pass: d0", chain(3'000)).findings.empty());
}

TEST_CASE("limit: length and steps of a pattern", "[limits]") {
    const auto read = [](const std::string& text) {
        const auto result = dsl::Pattern::read(text);
        const auto* problem = std::get_if<dsl::PatternProblem>(&result);
        return problem == nullptr ? "fine" : problem->limit ? "limit" : problem->message;
    };
    CHECK(read(times(dsl::MostPatternBytes, "a")) == "fine");
    CHECK(read(times(dsl::MostPatternBytes + 1, "a")) == "limit");
    // A character takes eight steps.
    CHECK(read(".{624}") == "fine");
    CHECK(read(".{625}") == "limit");
    CHECK(read("\\pL{1,500}") == "limit");
    CHECK(read(times(dsl::MostPatternBytes / 2, "(") + times(dsl::MostPatternBytes / 2, ")")) ==
          "fine");
}

TEST_CASE("limit: different patterns of a rulebook", "[limits]") {
    const auto defines = [](std::size_t count) {
        std::string text = "define:\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "  d" + std::to_string(i) + ": headline matches \"x" + std::to_string(i) +
                    "\"\n  e" + std::to_string(i) + ": headline matches \"x0\"\n";
        return text;
    };
    CHECK(tests::read_rule_with("pass: photo", defines(dsl::MostPatterns)).findings.empty());
    const auto outside = tests::read_rule_with("pass: photo", defines(dsl::MostPatterns + 1));
    CHECK(codes_of(outside) == std::vector{dsl::Code::LimitExceeded});
}

TEST_CASE("limit: findings that are shown", "[limits]") {
    const auto rendered = [](std::size_t count) {
        dsl::Diagnostics diagnostics;
        const auto source = tests::source_of("a: 1\n");
        for (std::size_t i = 0; i < count; ++i)
            diagnostics.report({dsl::Code::WrongValue, source, {0, 1}, "m"});
        return dsl::render(diagnostics, false);
    };
    CHECK(rendered(dsl::MostFindings).find("more") == std::string::npos);
    CHECK(rendered(dsl::MostFindings + 1).find("… and 1 more\n") != std::string::npos);
}

TEST_CASE("limit: length of ids and names", "[limits]") {
    CHECK(dsl::is_id(std::string(64, 'a')));
    CHECK_FALSE(dsl::is_id(std::string(65, 'a')));
    CHECK(dsl::is_name(std::string(64, 'a')));
    CHECK_FALSE(dsl::is_name(std::string(65, 'a')));
}
