// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/window.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace colonnade::engine {

using dsl::Op;

// Parts stand before their users, so each is looked at once.
double rising_window(const dsl::TypedNodes& nodes, int root) {
    if (!dsl::is_amount(nodes.at(root).type.kind)) return 0;
    std::vector<std::uint8_t> is_part(static_cast<std::size_t>(root) + 1, 0);
    is_part.back() = 1;
    double longest = 0;
    for (int i = root; i >= 0; --i) {
        if (is_part[static_cast<std::size_t>(i)] == 0) continue;
        const auto& node = nodes.at(i);
        const bool rises = node.op == Op::Rate || node.op == Op::Count || node.op == Op::Distinct;
        if (rises) longest = std::max(longest, nodes.at(node.args.front()).number);
        for (const int part : node.args)
            is_part[static_cast<std::size_t>(part)] = 1;
    }
    return longest;
}

bool counts_things(const dsl::TypedNodes& nodes, int root) {
    const auto op = nodes.at(root).op;
    return op == Op::Count || op == Op::Distinct;
}

}  // namespace colonnade::engine
