// SPDX-License-Identifier: Apache-2.0
// From a `Function` constant to the structs of plugin.h, all of them constants with static life:
// `define<F>()` is the whole interface. A description that the host would refuse does not compile.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "colonnade/sdk/describe.hpp"

namespace colonnade::sdk {

// A function as the plugin's entry wants it.
struct Definition {
    const colonnade_function_descriptor* descriptor;
    void (*run)(const Call&);
};

[[nodiscard]] constexpr colonnade_text text_of(std::string_view text) {
    return {text.data(), text.size()};
}

[[nodiscard]] constexpr std::uint32_t flag_if(bool is_set, std::uint32_t flag) {
    return is_set ? flag : 0;
}

[[nodiscard]] constexpr std::string_view key_of(const Localised& item) {
    return item.language;
}
[[nodiscard]] constexpr std::string_view key_of(const Field& item) {
    return item.name;
}
[[nodiscard]] constexpr std::string_view key_of(const Parameter& item) {
    return item.name;
}
[[nodiscard]] constexpr std::string_view key_of(const CategoryValue& item) {
    return item.id;
}

template <class Item, std::size_t Room>
[[nodiscard]] constexpr std::size_t count_of(const Item (&items)[Room]) {
    std::size_t count = 0;
    while (count < Room && !key_of(items[count]).empty())
        ++count;
    return count;
}

template <std::size_t Room>
[[nodiscard]] constexpr auto localised_of(const Localised (&items)[Room]) {
    std::array<colonnade_localised, Room> made{};
    for (std::size_t i = 0; i < Room; ++i) {
        made[i] = {text_of(items[i].language), text_of(items[i].text)};
    }
    return made;
}

[[nodiscard]] constexpr bool is_name(std::string_view text) {
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || c == '_';
        if (!is_letter && !(c >= '0' && c <= '9')) return false;
    }
    return !text.empty() && !(text[0] >= '0' && text[0] <= '9');
}

template <const Function& F>
[[nodiscard]] constexpr bool is_sound() {
    const std::size_t count = count_of(F.parameters);
    for (std::size_t i = 0; i < count; ++i) {
        const Parameter& parameter = F.parameters[i];
        if (!is_name(parameter.name) || parameter.kind == Kind::None) return false;
        if (parameter.is_repeated && i + 1 != count) return false;
    }
    const bool has_texts = count_of(F.titles) > 0 && count_of(F.descriptions) > 0;
    const Kind stored = F.body.stored;
    const bool fits = stored == Kind::None || stored == storage_class(F.result.kind);
    return is_name(F.id) && has_texts && F.body.is_given && fits && F.result.kind != Kind::None &&
           F.result.min <= F.result.max;
}

// The constants that the contract's structs of one function point to.
template <const Function& F>
struct Constants {
    static_assert(is_sound<F>(),
                  "a name, a text, a kind or the body's result does not fit the contract");

    template <std::size_t P>
    static constexpr auto make_fields() {
        std::array<colonnade_parameter, MostFields> made{};
        for (std::size_t i = 0; i < MostFields; ++i) {
            const Field& field = F.parameters[P].fields[i];
            made[i] = {sizeof(colonnade_parameter),
                       static_cast<std::int32_t>(field.kind),
                       flag_if(field.is_nullable, COLONNADE_NULLABLE),
                       0,
                       text_of(field.name),
                       nullptr,
                       {}};
        }
        return made;
    }
    template <std::size_t P>
    static constexpr auto fields = make_fields<P>();

    template <class Item, std::size_t Room>
    static constexpr auto pointers_to(const std::array<Item, Room>& items) {
        std::array<const Item*, Room> made{};
        for (std::size_t i = 0; i < Room; ++i)
            made[i] = &items[i];
        return made;
    }
    template <std::size_t P>
    static constexpr auto field_pointers = pointers_to(fields<P>);

    template <std::size_t P>
    static constexpr colonnade_parameter make_parameter() {
        const Parameter& given = F.parameters[P];
        const std::uint32_t flags = flag_if(given.is_nullable, COLONNADE_NULLABLE) |
                                    flag_if(given.is_repeated, COLONNADE_REPEATED);
        return {sizeof(colonnade_parameter),
                static_cast<std::int32_t>(given.kind),
                flags,
                static_cast<std::int32_t>(count_of(given.fields)),
                text_of(given.name),
                field_pointers<P>.data(),
                text_of(given.default_words)};
    }
    template <std::size_t... P>
    static constexpr auto make_parameters(std::index_sequence<P...>) {
        return std::array<colonnade_parameter, MostParameters>{make_parameter<P>()...};
    }
    static constexpr auto parameters = make_parameters(std::make_index_sequence<MostParameters>());
    static constexpr auto parameter_pointers = pointers_to(parameters);

    template <std::size_t V>
    static constexpr auto value_titles = localised_of(F.result.values[V].titles);
    template <std::size_t... V>
    static constexpr auto make_values(std::index_sequence<V...>) {
        return std::array<colonnade_category_value, MostCategoryValues>{colonnade_category_value{
            text_of(F.result.values[V].id), value_titles<V>.data(),
            static_cast<std::int64_t>(count_of(F.result.values[V].titles))}...};
    }
    static constexpr auto values = make_values(std::make_index_sequence<MostCategoryValues>());

    static constexpr auto titles = localised_of(F.titles);
    static constexpr auto descriptions = localised_of(F.descriptions);

    static constexpr colonnade_function_descriptor descriptor = {
        sizeof(colonnade_function_descriptor),
        flag_if(F.result.is_ordered, COLONNADE_ORDERED),
        text_of(F.id),
        titles.data(),
        static_cast<std::int64_t>(count_of(F.titles)),
        descriptions.data(),
        static_cast<std::int64_t>(count_of(F.descriptions)),
        parameter_pointers.data(),
        static_cast<std::int32_t>(count_of(F.parameters)),
        static_cast<std::int32_t>(F.result.kind),
        F.result.min,
        F.result.max,
        values.data(),
        static_cast<std::int32_t>(count_of(F.result.values)),
        0};
};

// For a constant: `constinit const sdk::Definition Name = sdk::define<Spec>();`.
template <const Function& F>
[[nodiscard]] constexpr Definition define() {
    return {&Constants<F>::descriptor, F.body.run};
}

}  // namespace colonnade::sdk
