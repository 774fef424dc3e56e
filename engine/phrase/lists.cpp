// SPDX-License-Identifier: Apache-2.0
// Lists, narrowed or not, and what is told of them.
#include "engine/phrase/phraser.hpp"

namespace colonnade::engine {

using dsl::Op;
using dsl::TypedNode;

std::string Phraser::title_of_list(const TypedNode& list) {
    return title_of(catalogue_.facts[static_cast<std::size_t>(list.fact)]);
}

std::string Phraser::with_condition(std::string text, const TypedNode& list,
                                    Wording where) {  // NOLINT(misc-no-recursion)
    if (list.args.empty()) return text;
    const int condition = list.args.front();
    auto words = defines_.contains(condition) ? statement(condition) : part(condition).text;
    return word(where, {std::move(text), std::move(words)});
}

// "entries in “Posts” in the last 12 weeks where …".
std::string Phraser::entries(int list) {  // NOLINT(misc-no-recursion)
    const auto& node = at(list);
    auto text = word(wording::Entries, {title_of_list(node)});
    if (node.number > 0) text += " " + window_text(node.number, language_);
    return with_condition(std::move(text), node, wording::Where);
}

// The same without "entries in"; a define by its name.
std::string Phraser::list_argument(int list) {  // NOLINT(misc-no-recursion)
    if (defines_.contains(list)) return part(list).text;
    const auto& node = at(list);
    auto text = title_of_list(node);
    if (node.number > 0) text += " " + window_text(node.number, language_);
    return with_condition(std::move(text), node, wording::Where);
}

Wording Phraser::wording_of_series(const TypedNode& node) const {
    const auto& field = at(node.args[1]);
    if (!field.type.is_moment()) return wording_of(node.op);
    const bool at_itself = field.op == Op::Field &&
                           field.field == catalogue_.facts[static_cast<std::size_t>(field.fact)].at;
    if (at_itself && node.op == Op::ListGreatest) return wording::Latest;
    if (at_itself && node.op == Op::ListLeast) return wording::Earliest;
    return moment_wording_of(node.op);
}

Piece Phraser::of_list(const TypedNode& node) {  // NOLINT(misc-no-recursion)
    const int index = node.args.front();
    const auto& list = at(index);
    const bool named = defines_.contains(index);
    const auto shape = !list.args.empty() && !named ? Shape::Joined : Shape::Phrase;
    if (node.op == Op::Rate) {
        auto text = word(wording_of(node.op), {named ? part(index).text : title_of_list(list),
                                               window_text(list.number, language_)});
        if (!named) text = with_condition(std::move(text), list, wording::WhereOne);
        return {std::move(text), shape};
    }
    auto elements = named ? word(wording::Entries, {part(index).text}) : entries(index);
    if (node.args.size() == 1) return {word(wording_of(node.op), {elements}), shape};
    return {word(wording_of_series(node), {value(node.args[1]), elements}), shape};
}

}  // namespace colonnade::engine
