// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/isolate/generated.hpp"

#include <memory>
#include <string>

namespace colonnade::tests {
namespace {

using dsl::Kind;

constexpr std::int64_t Day = 86'400;
constexpr std::int64_t Now = 20'000 * Day;
constexpr const char* Texts[] = {"",           "CEO",        "Head of Bridges",
                                 "thank you!", "Größe",      "skills and more skills",
                                 "headline",   "\U0001F600", "in"};
constexpr int TextCount = static_cast<int>(std::size(Texts));

}  // namespace

GeneratedInputs::GeneratedInputs(const dsl::Function& function, std::size_t rows,
                                 std::uint32_t seed)
    : random_(seed), rows_(rows) {
    for (std::size_t row = 0; row < rows; ++row)
        as_of_.push_back((Now - dice(400) * Day) * engine::MicrosPerSecond);
    for (const auto& parameter : function.parameters) {
        const int count = parameter.repeated ? 1 + dice(3) : 1;
        for (int i = 0; i < count; ++i)
            add(parameter);
    }
}

// Not the standard distributions, which differ between libraries.
int GeneratedInputs::dice(int most) {
    return static_cast<int>(random_() % static_cast<std::uint32_t>(most));
}

void GeneratedInputs::add(const dsl::Parameter& parameter) {
    if (parameter.kind == Kind::List) return add_list(parameter);
    if (parameter.kind == Kind::Words) return add_words();
    inputs_.push_back({.column = &columns_.emplace_back(column(parameter.kind, rows_))});
}

engine::Column GeneratedInputs::column(Kind kind, std::size_t length) {
    engine::Column made;
    made.kind = kind;
    if (kind == Kind::Category) {
        auto category = std::make_shared<dsl::Category>();
        category->values = {"sent", "received", "other"};
        made.category = std::move(category);
    }
    for (std::size_t i = 0; i < length; ++i)
        push(made);
    return made;
}

void GeneratedInputs::push(engine::Column& column) {
    if (dice(7) == 0) return column.push_unknown();
    switch (column.kind) {
        case Kind::Text:
            return column.push_text(Texts[dice(TextCount)]);
        case Kind::YesNo:
            return column.push_number(dice(2));
        case Kind::Category:
            return column.push_number(dice(3));
        case Kind::Date:
        case Kind::Time:
            return column.push_number(static_cast<double>(Now - dice(800) * Day + dice(5)));
        default:
            return column.push_number(dice(1'000) / 7.0);
    }
}

void GeneratedInputs::add_list(const dsl::Parameter& parameter) {
    auto& list = lists_.emplace_back();
    for (std::size_t row = 0; row < rows_; ++row) {
        const bool is_known = dice(9) != 0;
        list.known.push_back(is_known);
        list.offsets.push_back(list.offsets.back() + (is_known ? dice(6) : 0));
    }
    for (const auto& field : parameter.fields)
        list.fields.push_back(column(field.kind, list.elements()));
    inputs_.push_back({.list = &list});
}

void GeneratedInputs::add_words() {
    auto& words = words_.emplace_back();
    words.name = "words";
    for (int i = 0; i < dice(5); ++i)
        words.entries.push_back({dice(2) == 0 ? "" : "lead", Texts[1 + dice(TextCount - 1)]});
    inputs_.push_back({.words = &words});
}

}  // namespace colonnade::tests
