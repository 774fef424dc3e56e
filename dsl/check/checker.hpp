// SPDX-License-Identifier: Apache-2.0
// Gives names and types to expressions. Internal to dsl; its parts are names.cpp, operators.cpp,
// patterns.cpp, lists.cpp and calls.cpp. After the first finding a value has the type Error and
// stays silent.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dsl/check/typed.hpp"
#include "dsl/expr/ast.hpp"
#include "dsl/expr/parse.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/rulebook/word_list.hpp"
#include "dsl/text/pattern.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::dsl {

// A chain of defines is followed by recursion; each level may hold an expression of full depth.
inline constexpr std::size_t MostDefineDepth = 32;
// Each may keep MostPatternMemory while it is looked for.
inline constexpr std::size_t MostPatterns = 256;

// What an expression turned out to be.
struct Checked {
    Type type;         // of a list: List; of a field over a list: the field's type
    int node = -1;     // a value, a ListValue, or the field's value in the scope of the list
    int list = -1;     // of a field over a list: its ListValue
    Span span;         // in the expression's text
    int written = -1;  // of a whole scalar: index of its text

    [[nodiscard]] bool is_error() const { return type.is_error(); }
    [[nodiscard]] bool is_list() const { return type.is(Kind::List); }
    [[nodiscard]] bool is_series() const { return list >= 0; }
    [[nodiscard]] bool is_value() const { return !is_error() && !is_list() && !is_series(); }
};

class Checker {
public:
    Checker(const Form& form, const Catalogue& catalogue, TypedNodes& nodes,
            std::vector<WordList>& lists, const FindWords& find_words);

    // The value that a scalar of the rulebook says, or nothing after a finding.
    [[nodiscard]] std::optional<Checked> value(const Node& scalar);
    // The same, and it must be a yes/no.
    [[nodiscard]] std::optional<Checked> condition(const Node& scalar);
    // What stands for the expression just checked, or for one that it names, where it calls a
    // function that was refused; nothing where none was.
    [[nodiscard]] std::optional<Checked> refused();
    // The right side of the single comparison that a scalar is, for units; null where it is none.
    [[nodiscard]] const AstNode* compared_literal() const;
    // A define or fact of that name, or nothing.
    [[nodiscard]] std::optional<Checked> named(const std::string& name);

    // Gives a name to what `scalar` says, which may be a list. Defines may use each other in any
    // order: `prepare` announces all of them before the first is needed.
    void prepare_define(const std::string& name, const Node& scalar);
    Checked define(const std::string& name);
    [[nodiscard]] std::vector<std::string> define_names() const;
    // Whether an expression or a text has named it.
    [[nodiscard]] bool is_used(const std::string& define) const {
        return definitions_.at(define).is_used;
    }

private:
    struct Definition {
        const Node* scalar = nullptr;
        bool in_progress = false;
        bool is_used = false;
        std::optional<Checked> result;
    };

    // The expression being checked.
    struct Text {
        const Node* scalar = nullptr;
        Ast ast;
        int written = -1;  // among the texts of the nodes
    };

    Checked whole(const Node& scalar);
    [[nodiscard]] std::string help_for_cut(const Node& scalar, const SyntaxProblem& problem) const;
    Checked check(int index, int scope);
    Checked check_kind(const AstNode& ast, int index, int scope);
    Checked literal(const AstNode& ast);

    // names.cpp
    Checked name(const AstNode& ast, int scope);
    void note_hidden(const AstNode& ast, int scope) const;
    Checked member(const AstNode& ast, int scope);
    std::optional<Checked> resolve(const std::string& name, int scope, Span span);
    Checked fact_value(int fact, Span span);
    [[nodiscard]] bool resolves(const std::string& name, int scope) const;
    Checked category_value(const AstNode& ast, const Type& type, int scope);
    [[nodiscard]] std::vector<std::string> names_in(int scope) const;
    // Whether some fact or field is called so and all that are, are texts.
    [[nodiscard]] bool is_name_of_texts(std::string_view name) const;

    // operators.cpp
    Checked logic(const AstNode& ast, int scope);
    Checked comparison(const AstNode& ast, int scope);
    Checked compare(Op op, const Checked& a, const Checked& b, Span span);
    Checked in_set(const AstNode& ast, int scope);
    Checked in_range(const AstNode& ast, int scope);
    [[nodiscard]] std::string number_at(Span span) const;
    void warn_of_bare_share(const Checked& beside);
    Checked arithmetic(const AstNode& ast, int scope);
    Checked negated(const AstNode& ast, const Checked& part);
    Checked presence(const AstNode& ast, int scope);
    Checked choice(const AstNode& ast, int scope);
    std::pair<Checked, Checked> operands(int left, int right, int scope);
    std::optional<Type> common_type(std::vector<Checked>& parts);

    // patterns.cpp
    Checked matches(const AstNode& ast, int scope);
    std::optional<Pattern> pattern_of(const AstNode& literal);

    // lists.cpp
    Checked in_last(const AstNode& ast, int scope);
    int narrowed(TypedNode list, Span span);
    Checked where(const AstNode& ast, int scope);
    Checked aggregate(const AstNode& ast, int scope);
    Checked list_of_argument(const AstNode& ast, int scope);
    Checked over_list(Op op, const AstNode& ast, const Checked& list);
    Checked over_series(Op op, const AstNode& ast, Checked series);
    Checked share_of(const AstNode& ast, const Checked& list);
    Checked over_moments(const AstNode& ast, Checked list);

    // calls.cpp
    Checked call(const AstNode& ast, int index, int scope);
    std::optional<Checked> built_in(const AstNode& ast, int scope);
    Checked plugin_call(const AstNode& ast, int scope);
    const Function* find_function(const AstNode& ast);
    [[nodiscard]] bool is_function(std::string_view name) const;
    int argument(const Function& function, const Parameter& parameter, int index, int scope);
    int words_argument(const std::string& list, Span span);
    bool check_fields(const Function& function, const Parameter& parameter, const Checked& list);
    Checked of_values(Op op, const AstNode& ast, int scope);
    Checked in_units(const AstNode& ast, Unit unit, int scope);

    // Making nodes. The scope follows from the parts.
    Checked make(Op op, Type type, std::vector<int> args, Span span);
    int constant(double number, Kind kind, Span span);
    Checked error(Code code, Span span, std::string message, std::string help = {});
    // The same, and where only one meaning is possible what to write, and the edit that does it.
    // `problem` is what the reader would have to change, if not what the finding marks.
    Checked error_with_meant(Code code, Span span, std::string message, std::string help = {},
                             std::optional<Span> problem = std::nullopt);
    // What was typed instead of the language at `problem`; nothing where a function of it would be
    // unknown.
    [[nodiscard]] std::optional<std::string> meant_at(Span problem) const;
    Checked silent(Span span) const { return {.type = {}, .node = -1, .list = -1, .span = span}; }
    // The value at `index`; lists and fields over lists are reported.
    Checked value_at(int index, int scope);
    Checked value_of_kind(int index, int scope, Kind kind);
    [[nodiscard]] const AstNode& ast_at(int index) const { return text_.ast.at(index); }
    [[nodiscard]] std::string text_at(Span span) const;
    [[nodiscard]] bool is_literal_zero(const Checked& value) const;

    const Form& form_;
    const Catalogue& catalogue_;
    TypedNodes& nodes_;
    std::vector<WordList>& lists_;
    const FindWords& find_words_;
    std::map<std::string, Definition> definitions_;
    std::map<std::string, Pattern> patterns_;
    std::size_t open_defines_ = 0;
    Text text_;
};

// "a number", "a list", "a field over a list".
[[nodiscard]] std::string what_it_is(const Checked& checked);

}  // namespace colonnade::dsl
