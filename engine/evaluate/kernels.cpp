// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;
using Parts = std::span<const Operand>;

// Where the result of an instruction is written.
struct Target {
    double* value;
    std::uint8_t* known;
    std::size_t count;
};

bool all_known(Parts parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [](const Operand& part) { return part.known == nullptr; });
}

void mark_known(const Target& out) {
    std::fill_n(out.known, out.count, std::uint8_t{1});
}

void require(const std::uint8_t* known, const Target& out) {
    if (known == nullptr) return;
    for (std::size_t i = 0; i < out.count; ++i)
        out.known[i] = out.known[i] & known[i];
}

bool has_unknown(const Target& out) {
    std::uint8_t all = 1;
    for (std::size_t i = 0; i < out.count; ++i)
        all = all & out.known[i];
    return all == 0;
}

// A value that is not known is 0. True where all are known.
bool settle(const Target& out) {
    if (!has_unknown(out)) return true;
    for (std::size_t i = 0; i < out.count; ++i)
        out.value[i] = out.known[i] != 0 ? out.value[i] : 0;
    return false;
}

// Known where all parts are.
bool known_with(Parts parts, const Target& out) {
    if (all_known(parts)) return true;
    mark_known(out);
    for (const auto& part : parts)
        require(part.known, out);
    return settle(out);
}

bool is_finite(double value) {
    return std::abs(value) <= std::numeric_limits<double>::max();
}

// Known where all parts are and the value is finite.
bool known_if_finite(Parts parts, const Target& out) {
    mark_known(out);
    for (const auto& part : parts)
        require(part.known, out);
    for (std::size_t i = 0; i < out.count; ++i)
        out.known[i] = is_finite(out.value[i]) ? out.known[i] : 0;
    return settle(out);
}

// Of two parts each; how many results are not finite.
template <class Function>
std::int64_t each(const Operand& a, const Operand& b, const Target& out, Function f) {
    double* __restrict to = out.value;
    std::int64_t others = 0;
    const auto take = [&](std::size_t i, double value) {
        to[i] = value;
        others += is_finite(value) ? 0 : 1;
    };
    if (b.is_constant) {
        const double right = *b.value;
        for (std::size_t i = 0; i < out.count; ++i)
            take(i, f(a.value[i], right));
    } else if (a.is_constant) {
        const double left = *a.value;
        for (std::size_t i = 0; i < out.count; ++i)
            take(i, f(left, b.value[i]));
    } else {
        for (std::size_t i = 0; i < out.count; ++i)
            take(i, f(a.value[i], b.value[i]));
    }
    return others;
}

template <class Function>
bool compare(Parts parts, const Target& out, Function f) {
    each(parts[0], parts[1], out, [&](double x, double y) { return f(x, y) ? 1.0 : 0.0; });
    return known_with(parts, out);
}

// Left to right over all parts, and `finish` of what that comes to: a fixed order, so the same bits
// everywhere. `+ 0.0` turns -0 into 0, so that equal values print alike. What is not finite stays
// so; how many are not. Three parts are common enough for a loop of their own.
template <class Function, class Finish>
std::int64_t fold(Parts parts, const Target& out, Function f, Finish finish) {
    const auto step = [&](double x, double y) { return f(x, y) + 0.0; };
    if (parts.size() == 1) {
        std::transform(parts[0].value, parts[0].value + out.count, out.value, finish);
        return 0;
    }
    if (parts.size() == 2) {
        return each(parts[0], parts[1], out,
                    [&](double x, double y) { return finish(step(x, y)); });
    }
    double* __restrict to = out.value;
    for (std::size_t p = 1; p + 2 < parts.size(); ++p) {
        const double* before = p == 1 ? parts[0].value : to;
        for (std::size_t i = 0; i < out.count; ++i)
            to[i] = step(before[i], parts[p].value[i]);
    }
    const double* before = parts.size() == 3 ? parts[0].value : to;
    const double* second = parts[parts.size() - 2].value;
    const double* last = parts.back().value;
    std::int64_t others = 0;
    for (std::size_t i = 0; i < out.count; ++i) {
        const double value = finish(step(step(before[i], second[i]), last[i]));
        to[i] = value;
        others += is_finite(value) ? 0 : 1;
    }
    return others;
}

template <class Function, class Finish>
bool arithmetic(Parts parts, const Target& out, Function f, Finish finish) {
    return fold(parts, out, f, finish) == 0 ? known_with(parts, out) : known_if_finite(parts, out);
}

template <class Function>
bool arithmetic(Parts parts, const Target& out, Function f) {
    return arithmetic(parts, out, f, [](double value) { return value; });
}

bool mean(Parts parts, const Target& out) {
    const auto count = static_cast<double>(parts.size());
    // What is too small for a double becomes -0 again.
    return arithmetic(
        parts, out, [](double a, double b) { return a + b; },
        [count](double sum) { return sum / count + 0.0; });
}

// Three-valued `and` (decisive = 0) and `or` (decisive = 1): the decisive value wins over unknown.
bool connect(Parts parts, double decisive, const Target& out) {
    const double other = 1 - decisive;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto* value = parts[p].value;
        for (std::size_t i = 0; i < out.count; ++i) {
            const double before = p == 0 ? other : out.value[i];
            out.value[i] = value[i] == decisive ? decisive : before;
        }
    }
    if (all_known(parts)) return true;
    mark_known(out);
    for (const auto& part : parts)
        require(part.known, out);
    // An unknown value is 0, which decides nothing.
    for (std::size_t i = 0; i < out.count; ++i)
        out.value[i] = out.known[i] != 0 ? out.value[i] : other;
    for (const auto& part : parts) {
        for (std::size_t i = 0; i < out.count; ++i) {
            const bool known = part.known == nullptr || part.known[i] != 0;
            const bool decides = known && part.value[i] == decisive;
            out.known[i] = decides ? std::uint8_t{1} : out.known[i];
            out.value[i] = decides ? decisive : out.value[i];
        }
    }
    return settle(out);
}

bool negate(Parts parts, const Target& out) {
    for (std::size_t i = 0; i < out.count; ++i)
        out.value[i] = parts[0].value[i] == 0 ? 1 : 0;
    return known_with(parts, out);
}

bool is_known(const Operand& part, std::size_t i) {
    return part.known == nullptr || part.known[i] != 0;
}

// Unknown condition: the value where both branches agree, else unknown.
bool choose(Parts parts, const Target& out) {
    const auto& condition = parts[0];
    const auto& yes = parts[1];
    const auto& no = parts[2];
    if (all_known(parts)) {
        for (std::size_t i = 0; i < out.count; ++i)
            out.value[i] = condition.value[i] != 0 ? yes.value[i] : no.value[i];
        return true;
    }
    for (std::size_t i = 0; i < out.count; ++i) {
        const bool same = is_known(yes, i) && is_known(no, i) && yes.value[i] == no.value[i];
        const bool decided = is_known(condition, i);
        const auto& branch = !decided || condition.value[i] != 0 ? yes : no;
        out.known[i] = (decided || same) && is_known(branch, i) ? 1 : 0;
        out.value[i] = branch.value[i];
    }
    return settle(out);
}

bool first_known(Parts parts, const Target& out) {
    std::fill_n(out.value, out.count, 0.0);
    std::fill_n(out.known, out.count, std::uint8_t{0});
    for (const auto& part : parts) {
        for (std::size_t i = 0; i < out.count; ++i) {
            const bool taken = out.known[i] == 0 && is_known(part, i);
            out.value[i] = taken ? part.value[i] : out.value[i];
            out.known[i] = taken ? std::uint8_t{1} : out.known[i];
        }
        if (!has_unknown(out)) return true;
    }
    return false;
}

bool present(const Operand& part, const Target& out) {
    std::fill_n(out.value, out.count, 1.0);
    return known_with({&part, 1}, out);
}

bool known(const Operand& part, const Target& out) {
    for (std::size_t i = 0; i < out.count; ++i)
        out.value[i] = is_known(part, i) ? 1 : 0;
    return true;
}

COLONNADE_WIDE bool compute(Op op, Parts parts, const Target& out) {
    switch (op) {
        case Op::Not:
            return negate(parts, out);
        case Op::And:
            return connect(parts, 0, out);
        case Op::Or:
            return connect(parts, 1, out);
        case Op::Add:
            return arithmetic(parts, out, [](double a, double b) { return a + b; });
        case Op::Subtract:
            return arithmetic(parts, out, [](double a, double b) { return a - b; });
        case Op::Multiply:
            return arithmetic(parts, out, [](double a, double b) { return a * b; });
        case Op::Divide:
            return arithmetic(parts, out, [](double a, double b) { return a / b; });
        case Op::Saturate:
            return arithmetic(parts, out, [](double x, double half) {
                const double above = std::max(x, 0.0);
                return above / (above + half);
            });
        case Op::Least:
            return arithmetic(parts, out, [](double a, double b) { return std::min(a, b); });
        case Op::Greatest:
            return arithmetic(parts, out, [](double a, double b) { return std::max(a, b); });
        case Op::Mean:
            return mean(parts, out);
        case Op::If:
            return choose(parts, out);
        case Op::FirstKnown:
            return first_known(parts, out);
        case Op::Present:
            return present(parts[0], out);
        case Op::Known:
            return known(parts[0], out);
        case Op::NotEqual:
            return compare(parts, out, [](double x, double y) { return x != y; });
        case Op::Less:
            return compare(parts, out, [](double x, double y) { return x < y; });
        case Op::LessEqual:
            return compare(parts, out, [](double x, double y) { return x <= y; });
        case Op::Greater:
            return compare(parts, out, [](double x, double y) { return x > y; });
        case Op::GreaterEqual:
            return compare(parts, out, [](double x, double y) { return x >= y; });
        default:
            return compare(parts, out, [](double x, double y) { return x == y; });
    }
}

}  // namespace

bool compute_values(const Instruction& in, Parts parts, std::size_t count, Slot& out) {
    return compute(in.op, parts, {out.value.data(), out.known.data(), count});
}

}  // namespace colonnade::engine
