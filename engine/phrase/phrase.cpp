// SPDX-License-Identifier: Apache-2.0
#include "engine/phrase/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/explain/words.hpp"
#include "engine/phrase/phraser.hpp"

namespace colonnade::engine {

using dsl::Kind;
using dsl::Op;
using dsl::TypedNode;

Phraser::Phraser(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue,
                 std::string_view language)
    : rulebook_(rulebook), catalogue_(catalogue), language_(is_german(language) ? "de" : "en") {
    for (const auto& define : rulebook.defines)
        defines_.emplace(define.node, &define);
}

Phrase Phraser::phrase(int node) {
    Phrase phrase;
    if (const auto root = defines_.find(node); root != defines_.end())
        used_.push_back(root->second);
    phrase.text = whole(node).text;
    // What a define says may use further ones; the list grows while it is read.
    for (std::size_t i = 0; i < used_.size(); ++i) {
        if (used_[i]->node == node) continue;
        const auto* define = used_[i];
        auto words = whole(define->node).text;
        phrase.notes.push_back({name_of(*define), std::move(words)});
    }
    phrase.defines = std::move(used_);
    for (auto& described : described_)
        phrase.notes.push_back(std::move(described));
    return phrase;
}

std::string Phraser::name_of(const dsl::Define& define) {
    return fmt::format("`{}`", define.name);
}

std::string Phraser::quoted(std::string_view text) const {
    return word(wording::Quoted, {std::string(text)});
}

std::string Phraser::title_of(const dsl::Fact& fact) {
    auto title = quoted(fact.title.in(language_));
    note(title, fact.description.in(language_));
    return title;
}

void Phraser::note(const std::string& name, std::string_view text) {
    const auto is_same = [&](const PhraseNote& known) { return known.name == name; };
    if (text.empty() || std::any_of(described_.begin(), described_.end(), is_same)) return;
    described_.push_back({name, std::string(text)});
}

// The depth of the tree is bounded by the parser, and defines are named rather than entered.
Piece Phraser::part(int node) {  // NOLINT(misc-no-recursion)
    const auto define = defines_.find(node);
    if (define == defines_.end()) return whole(node);
    if (std::find(used_.begin(), used_.end(), define->second) == used_.end())
        used_.push_back(define->second);
    return {name_of(*define->second)};
}

std::string Phraser::enclosed(int node, Shape most) {  // NOLINT(misc-no-recursion)
    const auto& typed = at(node);
    const bool named = typed.op == Op::Fact || typed.op == Op::Field || typed.op == Op::Constant;
    if (named && !defines_.contains(node)) return plain(typed).text;
    const auto piece = part(node);
    if (typed.type.is(Kind::YesNo) && !defines_.contains(node))
        return "(" + word(wording::Whether, {piece.text}) + ")";
    return piece.shape > most ? "(" + piece.text + ")" : piece.text;
}

std::string Phraser::value(int node) {  // NOLINT(misc-no-recursion)
    return enclosed(node, Shape::Phrase);
}

std::string Phraser::object(int node) {  // NOLINT(misc-no-recursion)
    return enclosed(node, Shape::Atom);
}

std::string Phraser::statement(int node) {  // NOLINT(misc-no-recursion)
    const auto piece = part(node);
    if (defines_.contains(node)) return word(wording::Applies, {piece.text});
    return piece.shape == Shape::Joined ? "(" + piece.text + ")" : piece.text;
}

// A case for each operation, and no default, for the same reason as in wording_of.
Piece Phraser::whole(int node) {  // NOLINT(misc-no-recursion)
    const auto& typed = at(node);
    if (auto known = pattern(typed)) return *known;
    switch (typed.op) {
        case Op::Constant:
        case Op::TextConstant:
        case Op::AsOf:
        case Op::WordsValue:
        case Op::Refused:
            if (!typed.type.is(Kind::YesNo)) return plain(typed);
            return {word(typed.number != 0 ? wording::Always : wording::Never, {})};
        case Op::Fact:
        case Op::Field:
            if (!typed.type.is(Kind::YesNo)) return plain(typed);
            return {word(wording::Applies, {plain(typed).text})};
        case Op::Not:
        case Op::And:
        case Op::Or:
        case Op::If:
            return logic(typed);
        case Op::Equal:
        case Op::NotEqual:
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Contains: {
            const bool moments = at(typed.args.front()).type.is_moment();
            return {word(moments ? moment_wording_of(typed.op) : wording_of(typed.op),
                         {value(typed.args[0]), value(typed.args[1])}),
                    Shape::Joined};
        }
        case Op::Matches:
            return {word(wording_of(typed.op), {value(typed.args.front()), quoted(typed.text)}),
                    Shape::Joined};
        case Op::Subtract:
        case Op::Divide:
        case Op::Saturate:
            return {word(wording_of(typed.op), {object(typed.args[0]), object(typed.args[1])}),
                    Shape::Joined};
        case Op::Present:
        case Op::Known:
            return {word(wording_of(typed.op), {value(typed.args.front())})};
        case Op::Length:
        case Op::WordCount:
        case Op::Lower:
            return {word(wording_of(typed.op), {object(typed.args.front())}), Shape::Phrase};
        case Op::Add:
        case Op::Multiply:
        case Op::FirstKnown:
        case Op::Least:
        case Op::Greatest:
        case Op::Mean:
            return of_many(typed);
        case Op::ListValue:
            return {entries(node), Shape::Joined};
        case Op::Count:
        case Op::NotEmpty:
        case Op::Rate:
        case Op::Share:
        case Op::Sum:
        case Op::ListMean:
        case Op::Median:
        case Op::ListLeast:
        case Op::ListGreatest:
        case Op::Distinct:
        case Op::Gap:
            return of_list(typed);
        case Op::Call:
            return call(typed);
    }
    return {};
}

// A value that has a name or is one.
Piece Phraser::plain(const TypedNode& node) {
    const auto index = [](int i) { return static_cast<std::size_t>(i); };
    switch (node.op) {
        case Op::Constant:
            return {literal_text(node.number, node.type, language_)};
        case Op::TextConstant:
            return {quoted(node.text)};
        case Op::WordsValue:
            return {word(wording_of(node.op), {rulebook_.lists[index(node.field)].name})};
        case Op::Fact:
            return {title_of(catalogue_.facts[index(node.fact)])};
        case Op::Field: {
            const auto& field = catalogue_.facts[index(node.fact)].fields[index(node.field)];
            return {quoted(field.title.empty() ? field.name : field.title.in(language_))};
        }
        default:
            return {word(wording_of(node.op), {})};
    }
}

std::string Phraser::joined(const std::vector<int>& nodes,
                            std::string_view between) {  // NOLINT(misc-no-recursion)
    std::string text;
    for (const int node : nodes) {
        const auto& type = at(node).type;
        text += fmt::format("{}{}", text.empty() ? "" : between,
                            type.is(Kind::YesNo) ? statement(node) : value(node));
    }
    return text;
}

Piece Phraser::of_many(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto parts = joined(node.args, between_parts_of(node.op).in(language_));
    const bool listed = node.op != Op::Add && node.op != Op::Multiply;
    return {word(wording_of(node.op), {listed ? "(" + parts + ")" : parts}),
            listed ? Shape::Phrase : Shape::Joined};
}

Piece Phraser::logic(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    if (node.op == Op::Not)
        return {word(wording_of(node.op), {statement(node.args.front())}), Shape::Joined};
    if (node.op != Op::If) {
        return {joined(node.args, between_parts_of(node.op).in(language_)),
                node.args.size() > 1 ? Shape::Joined : Shape::Phrase};
    }
    return {word(wording_of(node.op),
                 {statement(node.args[0]), value(node.args[1]), value(node.args[2])}),
            Shape::Joined};
}

Piece Phraser::call(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const auto& function = catalogue_.functions[static_cast<std::size_t>(node.function)];
    const auto title =
        function.title.empty() ? std::string_view(function.name) : function.title.in(language_);
    std::string parts;
    for (const int arg : node.args) {
        const bool list = at(arg).op == Op::ListValue;
        parts += fmt::format("{}{}", parts.empty() ? "" : between_parts_of(node.op).in(language_),
                             list ? list_argument(arg) : value(arg));
    }
    note(quoted(title), function.description.in(language_));
    return {word(wording_of(node.op), {quoted(title), parts})};
}

Phrase phrase_of(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue, int node,
                 std::string_view language) {
    return Phraser(rulebook, catalogue, language).phrase(node);
}

}  // namespace colonnade::engine
