// SPDX-License-Identifier: Apache-2.0
#include "engine/host/descriptor_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

constexpr std::size_t MostLanguageBytes = 16;
constexpr double MicrosInSecond = 1e6;

bool is_result_kind(Kind kind) {
    return kind != Kind::Error && kind != Kind::Text && kind != Kind::List && kind != Kind::Words;
}

// To 0 .. most: what the storage can mean. Authors need not repeat it.
void narrow(dsl::Bounds& bounds, double most) {
    bounds = {std::clamp(bounds.min, 0.0, most), std::clamp(bounds.max, 0.0, most)};
}

bool is_language(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

}  // namespace

void DescriptorReader::wrong(std::string why) {
    if (problem_.empty()) problem_ = std::move(why);
}

dsl::Function DescriptorReader::read(const colonnade_function_descriptor& descriptor) {
    dsl::Function function;
    if (descriptor.size < sizeof(colonnade_function_descriptor)) {
        wrong(fmt::format("a descriptor of {} bytes, expected {}", descriptor.size,
                          sizeof(colonnade_function_descriptor)));
        return function;
    }
    function.name = read_name(descriptor.id, "id");
    if (!problem_.empty()) return function;
    if ((descriptor.flags & ~static_cast<std::uint32_t>(COLONNADE_ORDERED)) != 0) {
        wrong("flags that this program does not know");
    }
    function.title = read_texts(descriptor.titles, descriptor.title_count, "titles");
    function.description =
        read_texts(descriptor.descriptions, descriptor.description_count, "descriptions");
    read_parameters(descriptor, function);
    read_result(descriptor, function);
    return function;
}

std::string DescriptorReader::read_name(const colonnade_text& text, const std::string& what) {
    auto name = read_text(text, MostDescriptionBytes);
    if (!name) {
        wrong(fmt::format("its {} is no text", what));
        return {};
    }
    if (!is_name(*name)) {
        wrong(fmt::format("its {} is `{}`, expected small letters, digits and `_`", what,
                          dsl::cut_to_width(dsl::visible(*name), 40)));
    }
    return std::move(*name);
}

dsl::Texts DescriptorReader::read_texts(const colonnade_localised* texts, std::int64_t count,
                                        const char* what) {
    dsl::Texts read;
    if (count < 0 || count > MostLanguages || (count > 0 && texts == nullptr)) {
        wrong(fmt::format("{} {}, expected 0 to {}", count, what, MostLanguages));
        return read;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        auto language = read_text(texts[i].language, MostLanguageBytes);
        auto text = read_text(texts[i].text, MostDescriptionBytes);
        if (!language || !is_language(*language) || !text) {
            wrong(fmt::format("its {} are no texts in languages", what));
            return read;
        }
        if (read.has(*language)) wrong(fmt::format("two {} in `{}`", what, *language));
        read.set(std::move(*language), std::move(*text));
    }
    return read;
}

void DescriptorReader::read_result(const colonnade_function_descriptor& descriptor,
                                   dsl::Function& function) {
    function.result.kind = kind_of(descriptor.result_kind);
    if (!is_result_kind(function.result.kind)) {
        return wrong(
            fmt::format("its result has the kind {}, which no result has", descriptor.result_kind));
    }
    read_bounds(descriptor, function);
    if (function.result.is(Kind::Category)) {
        read_category(descriptor, function);
    } else if (descriptor.category_count != 0 || descriptor.flags != 0) {
        wrong("its result has values or an order and is no category");
    }
}

void DescriptorReader::read_bounds(const colonnade_function_descriptor& descriptor,
                                   dsl::Function& function) {
    const auto min = descriptor.result_min;
    const auto max = descriptor.result_max;
    // Also false where one of them is no number. Bounds that no finite value meets are none.
    const bool holds_values = min <= max && min != std::numeric_limits<double>::infinity() &&
                              max != -std::numeric_limits<double>::infinity();
    if (!holds_values) return wrong(fmt::format("its result is between {} and {}", min, max));
    function.bounds = {min, max};
    if (function.result.is(Kind::Time)) {
        function.bounds = {min / MicrosInSecond, max / MicrosInSecond};
    } else if (function.result.is(Kind::YesNo)) {
        narrow(function.bounds, 1);
    }
}

void DescriptorReader::read_category(const colonnade_function_descriptor& descriptor,
                                     dsl::Function& function) {
    const auto count = descriptor.category_count;
    if (count < 1 || count > MostCategoryValues || descriptor.category_values == nullptr) {
        return wrong(
            fmt::format("its category has {} values, expected 1 to {}", count, MostCategoryValues));
    }
    auto category = std::make_shared<dsl::Category>();
    category->ordered = (descriptor.flags & COLONNADE_ORDERED) != 0;
    for (std::int32_t i = 0; i < count && problem_.empty(); ++i) {
        const auto& value = descriptor.category_values[i];
        auto id = read_name(value.id, "category value's id");
        if (category->index_of(id) >= 0) wrong(fmt::format("its category has `{}` twice", id));
        category->values.push_back(std::move(id));
        category->titles.push_back(read_texts(value.titles, value.title_count, "titles"));
    }
    narrow(function.bounds, static_cast<double>(count - 1));
    function.result.category = std::move(category);
}

}  // namespace colonnade::engine
