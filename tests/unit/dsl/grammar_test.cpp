// SPDX-License-Identifier: Apache-2.0
// The grammar against the tables: what each text is read as, what is refused and where, and that
// printing a tree and reading it again changes nothing.
#include <catch2/catch.hpp>

#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "tests/support/dump_ast.hpp"
#include "tests/support/table.hpp"

using namespace colonnade;
using tests::dump_ast;
using tests::read_table;

namespace {

std::string read_as(const std::string& text) {
    const auto parsed = dsl::parse_expression(text);
    if (const auto* ast = std::get_if<dsl::Ast>(&parsed)) return dump_ast(*ast);
    const auto& problem = std::get<dsl::SyntaxProblem>(parsed);
    return std::to_string(problem.span.begin) + "-" + std::to_string(problem.span.end) + ": " +
           problem.message + (problem.help.empty() ? "" : " | " + problem.help);
}

std::string printed(const std::string& text) {
    const auto parsed = dsl::parse_expression(text);
    const auto* ast = std::get_if<dsl::Ast>(&parsed);
    return ast == nullptr ? "refused: " + text : dsl::print(*ast);
}

}  // namespace

TEST_CASE("expressions are read as the tables say", "[dsl][expr]") {
    const auto* chapter = GENERATE("01-literals.txt", "02-operators.txt", "03-lists.txt");
    for (const auto& row : read_table(chapter)) {
        INFO(row.place << " " << row.text);
        CHECK(read_as(row.text) == row.result);
    }
}

TEST_CASE("what is no expression is refused with its place", "[dsl][expr]") {
    for (const auto& row : read_table("04-syntax-problems.txt")) {
        INFO(row.place << " " << row.text);
        CHECK(read_as(row.text) == row.result);
    }
}

TEST_CASE("a printed expression reads as the same tree", "[dsl][expr]") {
    const auto* chapter =
        GENERATE("01-literals.txt", "02-operators.txt", "03-lists.txt", "10-types.txt");
    for (const auto& row : read_table(chapter)) {
        if (row.result.starts_with("! expression-syntax")) continue;
        INFO(row.place << " " << row.text << " printed as " << printed(row.text));
        CHECK(read_as(printed(row.text)) == read_as(row.text));
        CHECK(printed(printed(row.text)) == printed(row.text));
    }
}

TEST_CASE("printing writes no parentheses that are not needed", "[dsl][expr]") {
    CHECK(printed("((a) + (b * c))") == "a + b * c");
    CHECK(printed("(a or (b and (not c)))") == "a or b and not c");
    CHECK(printed("count((posts where (a)))") == "count(posts where a)");
    CHECK(printed("a - (b - c) - d") == "a - (b - c) - d");
    CHECK(printed("(a + b) + c") == "(a + b) + c");
    CHECK(printed("-(a + b) * c") == "-(a + b) * c");
    CHECK(printed("(if a then b else c) + 1") == "(if a then b else c) + 1");
    CHECK(printed("1 per 1 week + 2 per 2 weeks") == "1 per week + 2 per 2 weeks");
    CHECK(printed("x in 20%..60%") == "x in 20..60%");
    CHECK(printed("1 weeks") == "1 week");
}

TEST_CASE("every node's parts stand before it and inside its span", "[dsl][expr]") {
    for (const auto& row : read_table("03-lists.txt")) {
        const auto parsed = dsl::parse_expression(row.text);
        const auto& ast = std::get<dsl::Ast>(parsed);
        INFO(row.place << " " << row.text);
        for (std::size_t i = 0; i < ast.nodes.size(); ++i) {
            for (const int arg : ast.nodes[i].args)
                CHECK(static_cast<std::size_t>(arg) < i);
        }
        const auto& root = ast.at(ast.root);
        for (const int arg : root.args) {
            CHECK(ast.at(arg).span.begin >= root.span.begin);
            CHECK(ast.at(arg).span.end <= root.span.end);
        }
    }
}

TEST_CASE("a finding in a part with parentheses marks them too", "[dsl][expr]") {
    const std::string text = "count(x) + ( a or b )";
    const auto parsed = dsl::parse_expression(text);
    const auto& ast = std::get<dsl::Ast>(parsed);
    const auto& part = ast.at(ast.at(ast.root).args.back());
    CHECK(text.substr(part.span.begin, part.span.end - part.span.begin) == "( a or b )");
    CHECK(ast.at(ast.root).span == dsl::Span{0, 21});
}

TEST_CASE("the values of curves are literals with a form", "[dsl][expr]") {
    using Form = dsl::Target::Form;
    const auto form = [](const char* text) {
        return std::get<dsl::Target>(dsl::parse_target(text)).form;
    };
    CHECK(form("5") == Form::Exactly);
    CHECK(form("5 or more") == Form::OrMore);
    CHECK(form("24 hours or less") == Form::OrLess);
    CHECK(form("2..3 per week") == Form::Between);
    for (const auto* wrong : {"2-3 per week", "at least 5", "5+", "2,5", "2..3 or more", "posts",
                              "5 or", "5 or so", "-1", "1 + 2", "", "5 days ago"}) {
        INFO(wrong);
        CHECK(std::holds_alternative<dsl::SyntaxProblem>(dsl::parse_target(wrong)));
    }
}

TEST_CASE("an effort is minutes once, per week or each", "[dsl][expr]") {
    using Per = dsl::Effort::Per;
    const auto effort = [](const char* text) {
        return std::get<dsl::Effort>(dsl::parse_effort(text));
    };
    CHECK(effort("30 minutes").minutes == 30);
    CHECK(effort("30 minutes").per == Per::Once);
    CHECK(effort("1.5 hours").minutes == 90);
    CHECK(effort("90 minutes per week").per == Per::Week);
    CHECK(effort("10 minutes per day").minutes == 70);
    CHECK(effort("5 minutes each").per == Per::Each);
    for (const auto* wrong : {"30", "minutes", "30 minutes a week", "30 minutes per", "soon", "",
                              "-5 minutes", "5 minutes each week"}) {
        INFO(wrong);
        CHECK(std::holds_alternative<dsl::SyntaxProblem>(dsl::parse_effort(wrong)));
    }
}
