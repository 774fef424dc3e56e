// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/inputs.hpp"

#include <algorithm>
#include <memory>

#include "engine/host/arguments.hpp"
#include "engine/validate/digest.hpp"
#include "engine/validate/values.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

class Maker {
public:
    Maker(const Recipe& recipe, std::uint64_t seed, const Vocabulary& vocabulary)
        : recipe_(recipe), chance_(seed), vocabulary_(vocabulary) {}

    Inputs make(const dsl::Function& function) {
        Inputs made;
        for (std::size_t row = 0; row < recipe_.rows; ++row)
            made.as_of.push_back(MadeAsOf - static_cast<std::int64_t>(chance_.below(90)) * 86'400 *
                                                MicrosPerSecond);
        auto count = function.parameters.size();
        if (count > 0 && function.parameters.back().repeated)
            count += recipe_.arguments_of_repeated - 1;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& parameter = parameter_of(function, i);
            made.kinds.push_back(parameter.kind);
            made.arguments.push_back(argument(parameter));
        }
        return made;
    }

private:
    MadeArgument argument(const dsl::Parameter& parameter) {
        MadeArgument made;
        if (parameter.kind == Kind::Words) {
            made.words = words(parameter);
        } else if (parameter.kind == Kind::List) {
            made.list = list(parameter);
        } else {
            // What must be known is unknown now and then all the same: the host then answers.
            fill(made.column, parameter, true, recipe_.rows);
        }
        return made;
    }

    // Half of it from the list that is taken by default, if there is one; all in its groups.
    dsl::WordList words(const dsl::Parameter& parameter) {
        const auto known = vocabulary_.lists.find(parameter.default_words);
        return made_words(recipe_.words,
                          known == vocabulary_.lists.end() ? nullptr : &known->second, chance_);
    }

    std::shared_ptr<const dsl::Category> category(const std::string& name) const {
        const auto known = vocabulary_.categories.find(name);
        return known == vocabulary_.categories.end() ? made_category() : known->second;
    }

    void fill(Column& column, const dsl::Parameter& parameter, bool may_be_unknown,
              std::size_t length) {
        column.kind = parameter.kind;
        if (parameter.kind == Kind::Category) column.category = category(parameter.name);
        for (std::size_t i = 0; i < length; ++i) {
            if (may_be_unknown && is_unknown()) {
                column.push_unknown();
            } else {
                push_made(column, recipe_, i == 0, chance_);
            }
        }
    }

    ListColumn list(const dsl::Parameter& parameter) {
        ListColumn made;
        for (std::size_t row = 0; row < recipe_.rows; ++row) {
            const bool known = !is_unknown();
            auto elements = known ? chance_.below(recipe_.most_elements + 1) : 0;
            if (row == 0 && recipe_.first_elements > 0 && known) elements = recipe_.first_elements;
            made.known.push_back(known);
            made.offsets.push_back(made.offsets.back() + static_cast<std::int32_t>(elements));
        }
        // Elements that lack a field which must be known are left out before a function is called.
        for (const auto& field : parameter.fields)
            fill(made.fields.emplace_back(), field, field.nullable, made.elements());
        return made;
    }

    bool is_unknown() { return chance_.share() < recipe_.unknown; }

    const Recipe& recipe_;
    Chance chance_;
    const Vocabulary& vocabulary_;
};

Column picked(const Column& from, std::span<const std::size_t> rows) {
    Column made;
    made.kind = from.kind;
    made.category = from.category;
    for (const auto row : rows)
        push_copy(made, from, row);
    return made;
}

ListColumn picked(const ListColumn& from, std::span<const std::size_t> rows) {
    ListColumn made;
    std::vector<std::size_t> elements;
    for (const auto row : rows) {
        for (auto i = from.begin(row); i < from.end(row); ++i)
            elements.push_back(i);
        made.known.push_back(from.known.test(row));
        made.offsets.push_back(static_cast<std::int32_t>(elements.size()));
    }
    for (const auto& field : from.fields)
        made.fields.push_back(picked(field, elements));
    return made;
}

void scribble(Column& column) {
    for (std::size_t i = 0; i < column.length(); ++i) {
        if (column.known.test(i)) continue;
        if (!column.numbers.empty()) column.numbers[i] = -123.25;
        if (!column.flags.empty()) column.flags[i] = 1;
        if (!column.moments.empty()) column.moments[i] = MadeAsOf - 77;
        if (!column.categories.empty()) column.categories[i] = 2;
    }
}

void reverse(Column& column) {
    if (column.category == nullptr) return;
    auto reversed = std::make_shared<dsl::Category>(*column.category);
    std::reverse(reversed->values.begin(), reversed->values.end());
    column.category = std::move(reversed);
    const auto last = static_cast<std::int32_t>(column.category->values.size()) - 1;
    for (auto& value : column.categories)
        value = last - value;
}

void add(Digest& digest, const Column& column) {
    digest.add_all(column.numbers);
    digest.add_all(column.flags);
    digest.add_all(column.moments);
    digest.add_all(column.categories);
    digest.add_all(column.offsets);
    digest.add_all(column.bytes);
    digest.add(column.known.data(), (column.known.size() + 7) / 8);
}

}  // namespace

std::vector<CallInput> Inputs::views() const {
    std::vector<CallInput> views;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& made = arguments[i];
        if (kinds[i] == Kind::Words) {
            views.push_back({.words = &made.words});
        } else if (kinds[i] == Kind::List) {
            views.push_back({.list = &made.list});
        } else {
            views.push_back({.column = &made.column});
        }
    }
    return views;
}

Inputs Inputs::picked(std::span<const std::size_t> rows) const {
    Inputs made;
    made.kinds = kinds;
    for (const auto row : rows)
        made.as_of.push_back(as_of[row]);
    for (const auto& argument : arguments) {
        made.arguments.push_back(
            {engine::picked(argument.column,
                            argument.column.length() == 0 ? std::span<const std::size_t>{} : rows),
             argument.list.known.size() == 0 ? ListColumn{} : engine::picked(argument.list, rows),
             argument.words});
    }
    return made;
}

void Inputs::scribble_under_unknown() {
    for (auto& argument : arguments) {
        scribble(argument.column);
        for (auto& field : argument.list.fields)
            scribble(field);
    }
}

void Inputs::reverse_categories() {
    for (auto& argument : arguments) {
        reverse(argument.column);
        for (auto& field : argument.list.fields)
            reverse(field);
    }
}

std::uint64_t Inputs::digest() const {
    Digest digest;
    digest.add_all(as_of);
    for (const auto& argument : arguments) {
        add(digest, argument.column);
        digest.add_all(argument.list.offsets);
        digest.add(argument.list.known.data(), (argument.list.known.size() + 7) / 8);
        for (const auto& field : argument.list.fields)
            add(digest, field);
        for (const auto& entry : argument.words.entries) {
            digest.add(entry.group);
            digest.add(entry.text);
        }
    }
    return digest.value();
}

Inputs make_inputs(const dsl::Function& function, const Recipe& recipe, std::uint64_t seed,
                   const Vocabulary& vocabulary) {
    return Maker(recipe, seed, vocabulary).make(function);
}

}  // namespace colonnade::engine
