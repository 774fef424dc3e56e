// SPDX-License-Identifier: Apache-2.0
// The grammar of expressions, in Boost.Spirit X3. Read it from the bottom: `expression` is the top.
//
// A rule's attribute is the index of a node; semantic actions build nodes in the Builder that is
// handed through the parse. So no container can be left half filled by a failed alternative, and no
// Boost type leaves this file. Every level reads an operand and then a tail, so nothing is read
// twice. X3 costs seconds to compile: no other file includes it.
#include <fmt/format.h>

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "dsl/expr/builder.hpp"
#include "dsl/expr/parse.hpp"
#include "dsl/expr/prescan.hpp"

// How X3 names what it expected: a rule by its name, a word as written, a combination by its parts.
namespace boost::spirit::x3 {

template <class Parser>
requires requires(const Parser& p) {
    p.subject;
}
struct get_info<Parser> {
    using result_type = std::string;
    std::string operator()(const Parser& p) const { return what(p.subject); }
};
template <class Parser>
requires requires(const Parser& p) {
    p.left;
}
struct get_info<Parser> {
    using result_type = std::string;
    std::string operator()(const Parser& p) const { return what(p.left); }
};
template <class Left, class Right>
struct get_info<alternative<Left, Right>> {
    using result_type = std::string;
    std::string operator()(const alternative<Left, Right>& p) const {
        return what(p.left) + " or " + what(p.right);
    }
};
template <class Encoding>
struct get_info<literal_char<Encoding, unused_type>> {
    using result_type = std::string;
    std::string operator()(const literal_char<Encoding, unused_type>& p) const {
        return {'`', static_cast<char>(p.ch), '`'};
    }
};
template <class Text, class Encoding>
struct get_info<literal_string<Text, Encoding, unused_type>> {
    using result_type = std::string;
    std::string operator()(const literal_string<Text, Encoding, unused_type>& p) const {
        return fmt::format("`{}`", p.str);
    }
};

}  // namespace boost::spirit::x3

namespace colonnade::dsl {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = std::string_view::const_iterator;
using Failure = x3::expectation_failure<Iterator>;

struct builder_tag;

template <class Context>
Builder& builder(const Context& context) {
    return x3::get<builder_tag>(context).get();
}

// Offset of the end of what an action's parser has just read.
template <class Context>
std::uint32_t position(const Context& context) {
    return static_cast<std::uint32_t>(x3::_where(context).begin() - builder(context).text.begin());
}

template <class Range>
Span span_of(const Builder& b, const Range& range) {
    return {static_cast<std::uint32_t>(range.begin() - b.text.begin()),
            static_cast<std::uint32_t>(range.end() - b.text.begin())};
}

// Actions: each says what the piece just read does to the rule's node.
const auto take = [](auto& c) { x3::_val(c) = x3::_attr(c); };

template <AstKind kind>
const auto append_to =
    [](auto& c) { x3::_val(c) = builder(c).append(kind, x3::_val(c), x3::_attr(c)); };

template <AstKind kind>
const auto join_with =
    [](auto& c) { x3::_val(c) = builder(c).join(kind, x3::_val(c), x3::_attr(c)); };

// Starts the node of a prefix word of `size` letters that has just been read.
template <AstKind kind, std::uint32_t size>
const auto start = [](auto& c) {
    const auto end = position(c);
    x3::_val(c) = builder(c).add({.kind = kind, .span = {end - size, end}});
};

const auto start_known = [](auto& c) {
    x3::_val(c) =
        builder(c).add({.kind = AstKind::FirstKnown, .span = span_of(builder(c), x3::_attr(c))});
};

// Starts a node whose first part is what was read so far.
template <AstKind kind>
const auto start_with_left = [](auto& c) {
    auto& b = builder(c);
    const int left = x3::_val(c);
    x3::_val(c) = b.add({.kind = kind, .span = b.at(left).span, .args = {left}});
};

// A part is always made before the node that gets it would be used, but may stand after it in the
// vector: the node is moved behind its part.
const auto add_part = [](auto& c) {
    auto& b = builder(c);
    AstNode node = b.take(x3::_val(c));
    node.args.push_back(x3::_attr(c));
    node.span.end = std::max(node.span.end, b.at(x3::_attr(c)).span.end);
    x3::_val(c) = b.add(std::move(node));
};

const auto set_text = [](auto& c) {
    auto& node = builder(c).at(x3::_val(c));
    node.text.assign(x3::_attr(c).begin(), x3::_attr(c).end());
    node.span.end = position(c);
};
const auto close = [](auto& c) { builder(c).at(x3::_val(c)).span.end = position(c); };
// The node's span takes in its parentheses: before it there are only blanks and the `(`.
const auto mark_grouped = [](auto& c) {
    auto& b = builder(c);
    auto& node = b.at(x3::_val(c));
    node.grouped = true;
    node.span = {static_cast<std::uint32_t>(b.text.rfind('(', node.span.begin)), position(c)};
};

const auto make_name = [](auto& c) {
    auto& b = builder(c);
    const auto node = b.add_name(span_of(b, x3::_attr(c)));
    x3::_pass(c) = node.has_value();
    x3::_val(c) = node.value_or(-1);
};
const auto make_number = [](auto& c) {
    auto& b = builder(c);
    const auto node = b.add_number(span_of(b, x3::_attr(c)));
    x3::_pass(c) = node.has_value();
    x3::_val(c) = node.value_or(-1);
};
const auto make_date = [](auto& c) {
    auto& b = builder(c);
    const auto node = b.add_date(span_of(b, x3::_attr(c)));
    // Not left to arithmetic: `2024-02-30` is meant as a date.
    if (!node) throw Failure(x3::_attr(c).begin(), "a day of the years 1900 to 2100");
    x3::_val(c) = *node;
};
const auto make_text = [](auto& c) {
    auto& b = builder(c);
    x3::_val(c) = b.add_text(span_of(b, x3::_attr(c)));
};

template <int value>
const auto make_yes_no = [](auto& c) {
    const auto end = position(c);
    const auto size = value == 1 ? 4U : 5U;  // `true`, `false`
    x3::_val(c) =
        builder(c).add({.kind = AstKind::YesNo, .span = {end - size, end}, .number = value});
};

// A unit after a number or after a range belongs to both ends of the range.
template <class Context, class Change>
void change_literals(const Context& c, Change change) {
    builder(c).at(x3::_val(c)).span.end = position(c);
    builder(c).change_literals(x3::_val(c), change);
}

const auto make_share = [](auto& c) {
    change_literals(c, [](AstNode& n) { n.kind = AstKind::Share; });
};
const auto make_duration = [](auto& c) {
    const Unit unit = x3::_attr(c);
    change_literals(c, [&](AstNode& n) { n.kind = AstKind::Duration, n.unit = unit; });
};
const auto start_rate = [](auto& c) {
    change_literals(c, [](AstNode& n) { n.kind = AstKind::Rate; });
};
const auto set_per = [](auto& c) {
    const double per = builder(c).at(x3::_attr(c)).number;
    x3::_pass(c) = per > 0;
    change_literals(c, [&](AstNode& n) { n.per = per; });
};
const auto set_rate_unit = [](auto& c) {
    const Unit unit = x3::_attr(c);
    change_literals(c, [&](AstNode& n) { n.unit = unit; });
};

const auto call_name = [](auto& c) { builder(c).at(x3::_val(c)).kind = AstKind::Call; };
const auto call_member = [](auto& c) { x3::_pass(c) = builder(c).call_member(x3::_val(c)); };

const auto other_letter = x3::char_('\x80', '\xff');
const auto name_char = x3::ascii::alnum | x3::char_('_') | other_letter;
const auto name_start = x3::ascii::lower | x3::char_('_') | other_letter;

auto word(const char* text) {
    return x3::lexeme[x3::lit(text) >> !name_char];
}

struct UnitWords : x3::symbols<Unit> {
    UnitWords() {
        for (const auto unit : {Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week,
                                Unit::Month, Unit::Year}) {
            add(std::string(dsl::text_of(unit)), unit)(std::string(dsl::text_of(unit)) + "s", unit);
        }
    }
} const unit_words;

// The rules, named in a reader's words.
const x3::rule<struct UnitId, Unit> unit_word = "a unit of time such as `weeks`";
const x3::rule<struct NameId, int> name = "a name";
const x3::rule<struct FieldNameId, boost::iterator_range<Iterator>> field_name =
    "the name of a field";
const x3::rule<struct NumberId, int> number = "a number";
const x3::rule<struct LiteralId, int> literal = "a literal";
const x3::rule<struct PrimaryId, int> primary = "a value";
const x3::rule<struct PathId, int> path = "a value";
const x3::rule<struct UnaryId, int> unary = "a value";
const x3::rule<struct ProductId, int> product = "a value";
const x3::rule<struct SumId, int> sum = "a value";
const x3::rule<struct ComparisonId, int> comparison = "a condition";
const x3::rule<struct NegationId, int> negation = "a condition";
const x3::rule<struct ConjunctionId, int> conjunction = "a condition";
const x3::rule<struct DisjunctionId, int> disjunction = "a condition";
const x3::rule<struct ChoiceId, int> choice = "an expression";
const x3::rule<struct ArgumentId, int> argument = "an expression";
const x3::rule<struct TargetId, int> target = "a value such as `5 or more` or `2..3 per week`";
const x3::rule<struct EffortId, int> effort = "an effort such as `30 minutes`";

const auto unit_word_def = x3::lexeme[unit_words >> !name_char];

const auto name_def = x3::lexeme[x3::raw[name_start >> *name_char]][make_name];

const auto number_def = x3::lexeme[x3::raw[+x3::ascii::digit >> -('.' >> +x3::ascii::digit)] >>
                                   !name_char][make_number];

const auto date =
    x3::lexeme[x3::raw[x3::repeat(4)[x3::ascii::digit] >> '-' >> x3::repeat(2)[x3::ascii::digit] >>
                       '-' >> x3::repeat(2)[x3::ascii::digit]] >>
               !name_char];

const auto of_percent = x3::lit('%')[make_share] >>
                        -(x3::lit("..") > number[join_with<AstKind::Range>] >
                          x3::lit('%')[make_share]);

const auto of_unit = -(x3::lit("..") > number[join_with<AstKind::Range>]) >>
                     -(x3::lit('%')[make_share] |
                       (word("per")[start_rate] > -number[set_per] > unit_word[set_rate_unit]) |
                       unit_word[make_duration]);

const auto literal_def = date[make_date] | (number[take] >> (of_percent | of_unit));

const auto quoted =
    x3::lexeme[x3::raw['"' >> *(('\\' >> x3::char_) | (x3::char_ - x3::char_("\"\\"))) >> '"']];

const auto arguments = '(' > ((argument[add_part] % ',') > x3::lit(')')[close]);

const auto set_members = '(' > ((disjunction[add_part] % ',') > x3::lit(')')[close]);

const auto primary_def = literal[take] | quoted[make_text] | word("true")[make_yes_no<1>] |
                         word("false")[make_yes_no<0>] |
                         (name[take] >> -(x3::omit[&x3::lit('(')][call_name] > arguments)) |
                         ('(' > argument[take] > x3::lit(')')[mark_grouped]);

const auto field_name_def = x3::lexeme[x3::raw[name_start >> *name_char]];

const auto path_def = primary[take] >>
                      *(x3::lit('.')[start_with_left<AstKind::Member>] > field_name[set_text] >
                        -(x3::omit[&x3::lit('(')][call_member] > arguments));

const auto unary_def = (x3::lit('-')[start<AstKind::Negate, 1>] > unary[add_part]) |
                       (word("has")[start<AstKind::Has, 3>] > path[add_part]) |
                       (word("known")[start<AstKind::Known, 5>] > path[add_part]) | path[take];

const auto product_def = unary[take] >> *(('*' > unary[append_to<AstKind::Multiply>]) |
                                          ('/' > unary[join_with<AstKind::Divide>]));

const auto sum_def = product[take] >> *(('+' > product[append_to<AstKind::Add>]) |
                                        ('-' > product[join_with<AstKind::Subtract>]));

const auto in_tail = (word("last")[start_with_left<AstKind::InLast>] > literal[add_part]) |
                     (x3::omit[&x3::lit('(')][start_with_left<AstKind::InSet>] > set_members) |
                     literal[join_with<AstKind::InRange>];

const auto comparison_def = sum[take] >> -(("!=" > sum[join_with<AstKind::NotEqual>]) |
                                           ("<=" > sum[join_with<AstKind::LessEqual>]) |
                                           (">=" > sum[join_with<AstKind::GreaterEqual>]) |
                                           ('<' > sum[join_with<AstKind::Less>]) |
                                           ('>' > sum[join_with<AstKind::Greater>]) |
                                           ('=' > sum[join_with<AstKind::Equal>]) |
                                           (word("contains") > sum[join_with<AstKind::Contains>]) |
                                           (word("matches") > sum[join_with<AstKind::Matches>]) |
                                           (word("in") > in_tail));

const auto negation_def =
    (word("not")[start<AstKind::Not, 3>] > negation[add_part]) | comparison[take];

const auto conjunction_def = negation[take] >> *(word("and") > negation[append_to<AstKind::And>]);

const auto disjunction_def = conjunction[take] >>
                             *(word("or") > conjunction[append_to<AstKind::Or>]);

const auto first_known = word("first") >> word("known") >> word("of");

const auto choice_def = (word("if")[start<AstKind::If, 2>] > disjunction[add_part] > word("then") >
                         choice[add_part] > word("else") > choice[add_part]) |
                        (x3::raw[first_known][start_known] > set_members) | disjunction[take];

const auto argument_def = choice[take] >> -(word("where") > disjunction[join_with<AstKind::Where>]);

const auto set_or_more = [](auto& c) { builder(c).form = Target::Form::OrMore; };
const auto set_or_less = [](auto& c) { builder(c).form = Target::Form::OrLess; };
const auto target_def = literal[take] >>
                        -(word("or") > (word("more")[set_or_more] | word("less")[set_or_less]));

const auto take_minutes = [](auto& c) {
    builder(c).effort.minutes = builder(c).at(x3::_attr(c)).number;
};
const auto scale_minutes = [](auto& c) {
    builder(c).effort.minutes *= seconds_in(x3::_attr(c)) / 60;
};
const auto effort_each = [](auto& c) { builder(c).effort.per = Effort::Per::Each; };
const auto effort_per = [](auto& c) {
    auto& e = builder(c).effort;
    e.per = Effort::Per::Week;
    e.minutes *= seconds_in(Unit::Week) / seconds_in(x3::_attr(c));
};

const auto effort_def = number[take_minutes] > unit_word[scale_minutes] >
                        -(word("each")[effort_each] | (word("per") > unit_word[effort_per]));

BOOST_SPIRIT_DEFINE(unit_word, name, field_name, number, literal, primary, path, unary, product,
                    sum, comparison, negation, conjunction, disjunction, choice, argument, target,
                    effort)

template <class Rule>
std::optional<SyntaxProblem> run(const Rule& rule, std::string_view text, Builder& b) {
    if (auto problem = prescan(text)) return problem;
    b.text = text;
    // Of ordinary expressions; an instant's memory, bounded by the prescan.
    b.ast.nodes.reserve(1 + text.size() / 4);
    auto first = text.begin();
    int root = -1;
    try {
        const auto parser = x3::with<builder_tag>(std::ref(b))[rule];
        const bool matched = x3::phrase_parse(first, text.end(), parser, x3::ascii::space, root);
        const auto offset = static_cast<std::size_t>(first - text.begin());
        if (!matched) return problem_at(text, offset, rule.name);
        if (first != text.end()) return problem_at(text, offset, "");
    } catch (const Failure& e) {
        return problem_at(text, static_cast<std::size_t>(e.where() - text.begin()), e.which());
    }
    b.ast.root = root;
    return check_size(b.ast, text);
}

}  // namespace

std::variant<Ast, SyntaxProblem> parse_expression(std::string_view text) {
    Builder b;
    if (auto problem = run(argument, text, b)) return *problem;
    return std::move(b.ast);
}

std::variant<Target, SyntaxProblem> parse_target(std::string_view text) {
    Builder b;
    if (auto problem = run(target, text, b)) return *problem;
    auto form = b.form;
    if (b.ast.at(b.ast.root).kind == AstKind::Range) {
        if (form != Target::Form::Exactly) {
            const Span whole{0, static_cast<std::uint32_t>(text.size())};
            return SyntaxProblem{false, whole, "a range and `or more`: one of the two", {}};
        }
        form = Target::Form::Between;
    }
    return Target{form, std::move(b.ast)};
}

std::variant<Effort, SyntaxProblem> parse_effort(std::string_view text) {
    Builder b;
    if (auto problem = run(effort, text, b)) return *problem;
    return b.effort;
}

}  // namespace colonnade::dsl
