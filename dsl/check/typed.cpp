// SPDX-License-Identifier: Apache-2.0
#include "dsl/check/typed.hpp"

#include <algorithm>

namespace colonnade::dsl {
namespace {

// Marks everything below `root`. Parts stand before their users, so one pass downwards is enough.
std::vector<bool> reached_from(const TypedNodes& nodes, int root) {
    std::vector<bool> reached(static_cast<std::size_t>(root) + 1, false);
    reached.back() = true;
    for (int i = root; i >= 0; --i) {
        if (!reached[static_cast<std::size_t>(i)]) continue;
        for (const int arg : nodes.at(i).args)
            reached[static_cast<std::size_t>(arg)] = true;
    }
    return reached;
}

bool lacks_value_when_empty(Op op) {
    return op == Op::Share || op == Op::ListMean || op == Op::Median || op == Op::ListLeast ||
           op == Op::ListGreatest;
}

}  // namespace

std::vector<int> facts_of(const TypedNodes& nodes, int root) {
    const auto reached = reached_from(nodes, root);
    std::vector<int> facts;
    for (int i = 0; i <= root; ++i) {
        if (reached[static_cast<std::size_t>(i)] && nodes.at(i).fact >= 0)
            facts.push_back(nodes.at(i).fact);
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

bool may_lack_value(const TypedNodes& nodes, int root) {
    std::vector<bool> lacks(static_cast<std::size_t>(root) + 1, false);
    for (int i = 0; i <= root; ++i) {
        const auto& node = nodes.at(i);
        const auto part = [&](int arg) {
            return static_cast<bool>(lacks[static_cast<std::size_t>(arg)]);
        };
        bool result = std::any_of(node.args.begin(), node.args.end(), part);
        if (node.op == Op::FirstKnown)
            result = std::all_of(node.args.begin(), node.args.end(), part);
        if (node.op == Op::Known) result = false;
        if (node.op == Op::Gap) result = nodes.at(node.args.front()).number <= 0;
        lacks[static_cast<std::size_t>(i)] = result || lacks_value_when_empty(node.op);
    }
    return lacks.back();
}

}  // namespace colonnade::dsl
