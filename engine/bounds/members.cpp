// SPDX-License-Identifier: Apache-2.0
#include "engine/bounds/members.hpp"

namespace colonnade::engine {

Members members_of(std::span<const Interval> bases, std::span<const Interval> conditions,
                   std::span<const Interval> fields) {
    Members members;
    for (std::size_t k = 0; k < bases.size(); ++k) {
        const auto& base = bases[k];
        const auto condition = conditions.empty() ? Interval::point(1) : conditions[k];
        const bool maybe_there = base.can_be_yes();
        const bool surely_there = base.is_certain() && maybe_there;
        const bool maybe_in = maybe_there && condition.can_be_yes();
        const bool surely_in = surely_there && condition.is_certain() && condition.can_be_yes();
        const bool surely_out = surely_there && condition.is_certain() && condition.can_be_no();
        if (surely_in) members.surely_in += 1;
        if (surely_out) members.surely_out += 1;
        if (surely_there && !condition.none) members.surely_judged += 1;
        if (maybe_in) members.maybe_in += 1;
        if (maybe_there && condition.can_be_no()) members.maybe_out += 1;
        if (base.none || (maybe_there && condition.none)) members.maybe_undecided += 1;
        const bool surely_outside = base.is_certain() && !maybe_there;
        const bool has_field = !maybe_in || fields.empty() || fields[k].is_certain();
        members.settled =
            members.settled && (surely_in || surely_out || surely_outside) && has_field;
    }
    return members;
}

// The least share has every element out that can be, the greatest every element in that can be.
Interval possible_share(const Members& members) {
    const double least_of = members.surely_in + members.maybe_out;
    const double most_of = members.maybe_in + members.surely_out;
    const bool none = members.may_be_undecided() || members.surely_judged <= 0;
    if (least_of <= 0 && most_of <= 0) return Interval::without_value();
    return {least_of > 0 ? members.surely_in / least_of : 1,
            most_of > 0 ? members.maybe_in / most_of : 0, none};
}

}  // namespace colonnade::engine
