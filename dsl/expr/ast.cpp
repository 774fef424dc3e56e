// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/ast.hpp"

namespace colonnade::dsl {

double literal_value(const AstNode& literal) {
    switch (literal.kind) {
        case AstKind::Share:
            return literal.number / 100;
        case AstKind::Duration:
            return literal.number * seconds_in(literal.unit);
        // One division, so that a rate written and a rate counted give the same bits.
        case AstKind::Rate:
            return literal.number / (literal.per * seconds_in(literal.unit));
        default:
            return literal.number;
    }
}

}  // namespace colonnade::dsl
