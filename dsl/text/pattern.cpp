// SPDX-License-Identifier: Apache-2.0
// RE2, and its reasons in our words.
#include "dsl/text/pattern.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace colonnade::dsl {

using re2::RE2;

struct Pattern::Compiled {
    RE2 expression;
    Compiled(std::string_view text, const RE2::Options& options)
        : expression(re2::StringPiece(text.data(), text.size()), options) {}
};

namespace {

RE2::Options options() {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_never_capture(true);
    options.set_log_errors(false);
    options.set_max_mem(MostPatternMemory);
    return options;
}

struct Reason {
    RE2::ErrorCode code;
    std::string_view message;  // `{}`: the piece that RE2 stumbled over
    std::string_view help;
};

constexpr auto Reasons = std::to_array<Reason>({
    {RE2::ErrorBadEscape, "`{}` has no meaning in a pattern", ""},
    {RE2::ErrorBadCharClass, "`{}` is no class of characters", ""},
    {RE2::ErrorBadCharRange, "`{}` is no range or class of characters", ""},
    {RE2::ErrorMissingBracket, "a `[` without its `]`", R"(a bracket itself is `\[`)"},
    {RE2::ErrorMissingParen, "a `(` without its `)`", R"(a bracket itself is `\(`)"},
    {RE2::ErrorUnexpectedParen, "a `)` without its `(`", R"(a bracket itself is `\)`)"},
    {RE2::ErrorTrailingBackslash, "a backslash with nothing after it",
     R"(a backslash itself is `\\\\`)"},
    {RE2::ErrorRepeatArgument, "nothing before `{0}` to repeat", R"(the sign itself is `\{0}`)"},
    {RE2::ErrorRepeatSize, "`{}` repeats backwards, or more than 1000 times in all", ""},
    {RE2::ErrorRepeatOp, "`{}` repeats what is repeated already", ""},
    {RE2::ErrorBadPerlOp, "`{}` has no meaning in a pattern",
     "patterns look neither ahead nor behind, so that each takes little time"},
    {RE2::ErrorBadNamedCapture, "`{}` is no group with a name", "a group needs none: `(…)`"},
});

bool is_back_reference(const RE2& expression) {
    const auto& piece = expression.error_arg();
    return expression.error_code() == RE2::ErrorBadEscape && piece.size() == 2 && piece[1] >= '1' &&
           piece[1] <= '9';
}

// The piece that is wrong, where it stands in the pattern once; else all of it.
void set_place(PatternProblem& problem, std::string_view text, std::string_view piece) {
    problem.end = text.size();
    const auto at = text.find(piece);
    if (piece.empty() || at == text.npos || text.find(piece, at + 1) != text.npos) return;
    problem.begin = at;
    problem.end = at + piece.size();
}

PatternProblem too_large(std::string_view text, std::string message) {
    return {true, 0, text.size(), std::move(message), "use several patterns with `or` between"};
}

PatternProblem problem_of(const RE2& expression, std::string_view text) {
    const auto& piece = expression.error_arg();
    const auto code = expression.error_code();
    if (code == RE2::ErrorPatternTooLarge)
        return too_large(text, "a pattern that takes too much memory");
    PatternProblem problem;
    set_place(problem, text, piece);
    if (is_back_reference(expression)) {
        problem.message = fmt::format("`{}` refers back to a group", piece);
        problem.help = "patterns do not remember, so that each takes little time";
        return problem;
    }
    const auto is_it = [&](const Reason& reason) { return reason.code == code; };
    const auto reason = std::find_if(Reasons.begin(), Reasons.end(), is_it);
    if (reason == Reasons.end()) {
        problem.message = "a pattern that cannot be read";
        return problem;
    }
    problem.message = fmt::format(fmt::runtime(reason->message), piece);
    problem.help = fmt::format(fmt::runtime(reason->help), piece);
    return problem;
}

}  // namespace

std::variant<Pattern, PatternProblem> Pattern::read(std::string_view text) {
    if (text.size() > MostPatternBytes) {
        return too_large(text, fmt::format("a pattern of {} bytes, more than {}", text.size(),
                                           MostPatternBytes));
    }
    auto compiled = std::make_shared<Compiled>(text, options());
    const auto& expression = compiled->expression;
    if (!expression.ok()) return problem_of(expression, text);
    if (expression.ProgramSize() > MostPatternSteps) {
        return too_large(text, fmt::format("a pattern of {} steps, more than {}",
                                           expression.ProgramSize(), MostPatternSteps));
    }
    Pattern pattern;
    pattern.compiled_ = std::move(compiled);
    return pattern;
}

bool Pattern::occurs_in(std::string_view text) const {
    return compiled_ != nullptr &&
           RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->expression);
}

}  // namespace colonnade::dsl
