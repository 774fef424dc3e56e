// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/kernels.hpp"

#include <algorithm>
#include <cmath>

namespace colonnade::engine {
namespace {

using dsl::Op;
using Parts = std::span<const Slot* const>;

// Three-valued `and` (decisive = 0) and `or` (decisive = 1): the decisive value wins over unknown.
void connect(Parts parts, double decisive, Slot& out) {
    const std::size_t n = out.value.size();
    for (std::size_t i = 0; i < n; ++i) {
        bool all_known = true;
        bool decided = false;
        for (const auto* part : parts) {
            all_known = all_known && part->known[i] != 0;
            decided = decided || (part->known[i] != 0 && part->value[i] == decisive);
        }
        if (decided) {
            out.set(i, decisive);
        } else if (all_known) {
            out.set(i, 1 - decisive);
        }
    }
}

template <class Function>
void binary(const Slot& a, const Slot& b, Slot& out, Function f) {
    const std::size_t n = out.value.size();
    for (std::size_t i = 0; i < n; ++i) {
        const double value = f(a.value[i], b.value[i]);
        const bool known = a.known[i] != 0 && b.known[i] != 0 && std::isfinite(value);
        // `+ 0.0` turns -0 into 0, so that equal values print alike.
        out.value[i] = known ? value + 0.0 : 0;
        out.known[i] = known ? 1 : 0;
    }
}

// Left to right over all parts: a fixed order, so the same bits everywhere.
template <class Function>
void fold(Parts parts, Slot& out, Function f) {
    out = *parts.front();
    for (std::size_t p = 1; p < parts.size(); ++p) {
        Slot next;
        next.resize(out.value.size());
        binary(out, *parts[p], next, f);
        out = std::move(next);
    }
}

void mean(Parts parts, Slot& out) {
    fold(parts, out, [](double a, double b) { return a + b; });
    const auto count = static_cast<double>(parts.size());
    for (auto& value : out.value)
        value /= count;
}

void negate(const Slot& a, Slot& out) {
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (a.known[i] != 0) out.set(i, a.value[i] == 0 ? 1 : 0);
    }
}

// Unknown condition: the value where both branches agree, else unknown.
void choose(Parts parts, Slot& out) {
    const auto& condition = *parts[0];
    const auto& yes = *parts[1];
    const auto& no = *parts[2];
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        const bool same = yes.known[i] != 0 && no.known[i] != 0 && yes.value[i] == no.value[i];
        if (condition.known[i] == 0 && !same) continue;
        const auto& branch = condition.known[i] == 0 || condition.value[i] != 0 ? yes : no;
        if (branch.known[i] != 0) out.set(i, branch.value[i]);
    }
}

void first_known(Parts parts, Slot& out) {
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        const auto found = std::find_if(parts.begin(), parts.end(),
                                        [&](const Slot* part) { return part->known[i] != 0; });
        if (found != parts.end()) out.set(i, (*found)->value[i]);
    }
}

void present(const Slot& a, bool unknown_is_no, Slot& out) {
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (a.known[i] != 0) out.set(i, 1);
        if (a.known[i] == 0 && unknown_is_no) out.set(i, 0);
    }
}

double saturated(double x, double half) {
    const double above = std::max(x, 0.0);
    return above / (above + half);
}

void compute_binary(Op op, const Slot& a, const Slot& b, Slot& out) {
    switch (op) {
        case Op::Equal:
            return binary(a, b, out, [](double x, double y) { return x == y ? 1.0 : 0.0; });
        case Op::NotEqual:
            return binary(a, b, out, [](double x, double y) { return x != y ? 1.0 : 0.0; });
        case Op::Less:
            return binary(a, b, out, [](double x, double y) { return x < y ? 1.0 : 0.0; });
        case Op::LessEqual:
            return binary(a, b, out, [](double x, double y) { return x <= y ? 1.0 : 0.0; });
        case Op::Greater:
            return binary(a, b, out, [](double x, double y) { return x > y ? 1.0 : 0.0; });
        case Op::GreaterEqual:
            return binary(a, b, out, [](double x, double y) { return x >= y ? 1.0 : 0.0; });
        case Op::Subtract:
            return binary(a, b, out, [](double x, double y) { return x - y; });
        case Op::Divide:
            return binary(a, b, out, [](double x, double y) { return x / y; });
        default:
            return binary(a, b, out, saturated);
    }
}

}  // namespace

void compute_values(const Instruction& in, Parts parts, Slot& out) {
    switch (in.op) {
        case Op::Constant:
            std::fill(out.value.begin(), out.value.end(), in.number);
            std::fill(out.known.begin(), out.known.end(), std::uint8_t{1});
            return;
        case Op::Not:
            return negate(*parts[0], out);
        case Op::And:
            return connect(parts, 0, out);
        case Op::Or:
            return connect(parts, 1, out);
        case Op::Add:
            return fold(parts, out, [](double a, double b) { return a + b; });
        case Op::Multiply:
            return fold(parts, out, [](double a, double b) { return a * b; });
        case Op::Least:
            return fold(parts, out, [](double a, double b) { return std::min(a, b); });
        case Op::Greatest:
            return fold(parts, out, [](double a, double b) { return std::max(a, b); });
        case Op::Mean:
            return mean(parts, out);
        case Op::If:
            return choose(parts, out);
        case Op::FirstKnown:
            return first_known(parts, out);
        case Op::Present:
            return present(*parts[0], false, out);
        case Op::Known:
            return present(*parts[0], true, out);
        default:
            return compute_binary(in.op, *parts[0], *parts[1], out);
    }
}

}  // namespace colonnade::engine
