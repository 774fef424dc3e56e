// SPDX-License-Identifier: Apache-2.0
#include "dsl/check/typed.hpp"

#include <algorithm>
#include <queue>

namespace colonnade::dsl {
namespace {

// Everything below `root`, itself included, in rising order: so parts come before their users. All
// expressions of a rulebook share one vector; only what belongs to this one is looked at.
std::vector<int> reached_from(const TypedNodes& nodes, int root) {
    std::vector<int> reached;
    std::priority_queue<int> next;
    for (next.push(root); !next.empty();) {
        const int node = next.top();
        while (!next.empty() && next.top() == node)
            next.pop();
        reached.push_back(node);
        for (const int arg : nodes.at(node).args)
            next.push(arg);
    }
    std::reverse(reached.begin(), reached.end());
    return reached;
}

bool lacks_value_when_empty(Op op) {
    return op == Op::Share || op == Op::ListMean || op == Op::Median || op == Op::ListLeast ||
           op == Op::ListGreatest;
}

}  // namespace

Span Written::place(Span piece) const {
    if (!verbatim) return span;
    return {span.begin + piece.begin, span.begin + piece.end, span.file};
}

std::string_view written_at(const TypedNodes& nodes, int node) {
    const auto& typed = nodes.at(node);
    if (typed.written < 0) return {};
    const std::string_view text = nodes.texts[static_cast<std::size_t>(typed.written)].text;
    return text.substr(typed.span.begin, typed.span.end - typed.span.begin);
}

std::vector<int> facts_of(const TypedNodes& nodes, int root) {
    std::vector<int> facts;
    for (const int i : reached_from(nodes, root)) {
        if (nodes.at(i).fact >= 0) facts.push_back(nodes.at(i).fact);
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

bool may_lack_value(const TypedNodes& nodes, int root) {
    std::vector<int> lacking;  // rising
    for (const int i : reached_from(nodes, root)) {
        const auto& node = nodes.at(i);
        const auto part = [&](int arg) {
            return std::binary_search(lacking.begin(), lacking.end(), arg);
        };
        bool result = std::any_of(node.args.begin(), node.args.end(), part);
        if (node.op == Op::FirstKnown)
            result = std::all_of(node.args.begin(), node.args.end(), part);
        if (node.op == Op::Known) result = false;
        if (node.op == Op::Gap) result = nodes.at(node.args.front()).number <= 0;
        if (result || lacks_value_when_empty(node.op)) lacking.push_back(i);
    }
    return !lacking.empty() && lacking.back() == root;
}

}  // namespace colonnade::dsl
