// SPDX-License-Identifier: Apache-2.0
#include "engine/column/column.hpp"

#include <algorithm>

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

void Column::store_number(double value) {
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
}

void Column::store_text(std::string_view text) {
    const auto begin = static_cast<std::size_t>(offsets.back());
    const auto end = begin + text.size();
    if (bytes.size() < end) bytes.resize(end);
    std::copy(text.begin(), text.end(), bytes.begin() + offsets.back());
    offsets.push_back(static_cast<std::int32_t>(end));
}

void Column::store_unknown(std::size_t length) {
    kind == Kind::Text ? store_text({}) : store_number(0);
    know_up_to(length);
    known.push_back(false);
}

void Column::push_unknown() {
    store_unknown(length());
}

void Column::push_number(double value) {
    store_number(value);
    known.push_back(true);
}

void Column::push_text(std::string_view text) {
    store_text(text);
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

void Column::truncate(std::size_t length) {
    known.resize(std::min(known.size(), length), true);
    numbers.resize(std::min(numbers.size(), length));
    flags.resize(std::min(flags.size(), length));
    moments.resize(std::min(moments.size(), length));
    categories.resize(std::min(categories.size(), length));
    offsets.resize(std::min(offsets.size(), length + 1));
}

}  // namespace colonnade::engine
