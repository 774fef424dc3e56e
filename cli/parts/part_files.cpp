// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/part_files.hpp"

#include <fmt/format.h>

#include <charconv>

namespace colonnade::cli {
namespace {

constexpr std::string_view Of = "-of-";
constexpr std::string_view ManifestEnd = ".json";

// Plain digits without zeros in front, so that each number has one name.
std::optional<std::size_t> number_of(std::string_view text) {
    if (text.empty() || text.front() < '1' || text.front() > '9') return {};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

std::optional<PartNumber> numbers_around(std::string_view text, std::string_view middle) {
    const auto at = text.find(middle);
    if (at == std::string_view::npos) return {};
    const auto number = number_of(text.substr(0, at));
    const auto of = number_of(text.substr(at + middle.size()));
    if (!number || !of || *number > *of || *of > MostParts) return {};
    return PartNumber{*number, *of};
}

}  // namespace

std::optional<PartNumber> parse_part(std::string_view text) {
    return numbers_around(text, "/");
}

std::optional<PartNumber> part_of_manifest(std::string_view name) {
    if (!name.starts_with(PartBegin) || !name.ends_with(ManifestEnd)) return {};
    name.remove_prefix(PartBegin.size());
    name.remove_suffix(ManifestEnd.size());
    return numbers_around(name, Of);
}

PartFiles part_files(const PartNumber& part, TableForm form) {
    const auto name = fmt::format("{}{}{}{}", PartBegin, part.number, Of, part.of);
    return {fmt::format("{}.{}", name, ending_of(form)), name + ".rejects.ndjson",
            fmt::format("{}{}", name, ManifestEnd)};
}

std::string_view ending_of(TableForm form) {
    return form == TableForm::Csv ? "csv" : "ndjson";
}

}  // namespace colonnade::cli
