// SPDX-License-Identifier: Apache-2.0
#include "engine/column/column.hpp"

namespace colonnade::engine {

using dsl::Kind;

double Column::number_at(std::size_t i) const {
    switch (kind) {
        case Kind::YesNo:
            return flags[i];
        case Kind::Category:
            return categories[i];
        case Kind::Date:
        case Kind::Time:
            return static_cast<double>(moments[i]) / MicrosPerSecond;
        default:
            return numbers[i];
    }
}

std::string_view Column::text_at(std::size_t i) const {
    const auto begin = static_cast<std::size_t>(offsets[i]);
    return {bytes.data() + begin, static_cast<std::size_t>(offsets[i + 1]) - begin};
}

void Column::push_unknown() {
    if (kind == Kind::Text) {
        push_text({});
    } else {
        push_number(0);
    }
    known.set(known.size() - 1, false);
}

void Column::push_number(double value) {
    switch (kind) {
        case Kind::YesNo:
            flags.push_back(value != 0 ? 1 : 0);
            break;
        case Kind::Category:
            categories.push_back(static_cast<std::int32_t>(value));
            break;
        case Kind::Date:
        case Kind::Time:
            moments.push_back(static_cast<std::int64_t>(value) * MicrosPerSecond);
            break;
        default:
            numbers.push_back(value);
            break;
    }
    known.push_back(true);
}

void Column::push_text(std::string_view text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
    offsets.push_back(static_cast<std::int32_t>(bytes.size()));
    known.push_back(true);
}

void Column::push_from(const Column& other, std::size_t i) {
    if (!other.known.test(i)) {
        push_unknown();
    } else if (kind == Kind::Text) {
        push_text(other.text_at(i));
    } else {
        push_number(other.number_at(i));
    }
}

}  // namespace colonnade::engine
