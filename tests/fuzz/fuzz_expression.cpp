// SPDX-License-Identifier: Apache-2.0
// Expressions: any bytes are read or refused with a place in them, and what was read prints as text
// that reads as the same tree.
#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/support/dump_ast.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

void check_problem(const dsl::SyntaxProblem& problem, const std::string& text) {
    const auto& span = problem.span;
    hold(span.begin <= span.end && span.end <= text.size(), "a problem lies in the text", text);
    hold(!problem.message.empty(), "a problem has words", text);
}

// A printed expression may be longer than one that may be read.
bool is_beyond_limits(const std::variant<dsl::Ast, dsl::SyntaxProblem>& parsed) {
    const auto* problem = std::get_if<dsl::SyntaxProblem>(&parsed);
    return problem != nullptr && problem->limit;
}

void check_printing(const dsl::Ast& ast, const std::string& text) {
    const auto printed = dsl::print(ast);
    const auto again = dsl::parse_expression(printed);
    if (is_beyond_limits(again)) return;
    const auto* same = std::get_if<dsl::Ast>(&again);
    hold(same != nullptr, "what is printed can be read", text + "\n" + printed);
    hold(tests::dump_ast(*same) == tests::dump_ast(ast), "what is printed reads as the same tree",
         text + "\n" + printed + "\n" + tests::dump_ast(ast) + "\n" + tests::dump_ast(*same));
    hold(dsl::print(*same) == printed, "printing settles at once", printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto parsed = dsl::parse_expression(text);
    if (const auto* ast = std::get_if<dsl::Ast>(&parsed)) check_printing(*ast, text);
    if (const auto* problem = std::get_if<dsl::SyntaxProblem>(&parsed))
        check_problem(*problem, text);
    const auto target = dsl::parse_target(text);
    if (const auto* problem = std::get_if<dsl::SyntaxProblem>(&target))
        check_problem(*problem, text);
    const auto effort = dsl::parse_effort(text);
    if (const auto* problem = std::get_if<dsl::SyntaxProblem>(&effort))
        check_problem(*problem, text);
    return 0;
}
