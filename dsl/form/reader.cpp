// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/render.hpp"

namespace colonnade::dsl {

void Form::report(Code code, Span span, std::string message, std::string help,
                  std::vector<Label> labels, std::vector<Edit> fix) const {
    for (auto& label : labels) {
        if (label.span.file != span.file) label.source = source_of(label.span);
    }
    diagnostics.report({code, source_of(span), span, std::move(message), std::move(help),
                        std::move(labels), std::move(fix)});
}

const std::shared_ptr<const Source>& Form::source_of(Span span) const {
    return sources.at(span.file);
}

bool Form::has_time_for_hints() const {
    return diagnostics.errors() < MostFindings;
}

Span Form::inside(const Node& scalar, Span span) const {
    if (!scalar.verbatim) return scalar.span;
    return {scalar.span.begin + span.begin, scalar.span.begin + span.end, scalar.span.file};
}

MapReader::MapReader(const Form& form, const Node& node, Span place, const KeyTable& table,
                     std::string what)
    : form_(form), node_(node), place_(place), table_(table), what_(std::move(what)) {
    if (!is_map() && !node.refused) {
        form_.report(Code::WrongShape, place_,
                     fmt::format("{} stands here, {} is a map", text_of(node.kind), what_));
    }
}

// A reader that goes past its table would read what no editor knows of. A person may name a
// language like a key.
void MapReader::check_table(std::string_view key, bool required) const {
    if (table_.others == KeyTable::Others::Any) return;
    const auto& languages = form_.languages;
    if (table_.others == KeyTable::Others::Languages &&
        std::find(languages.begin(), languages.end(), key) != languages.end())
        return;
    const auto* row = table_.find(key);
    if (row != nullptr && (row->need != Need::Optional) == required) return;
    throw std::logic_error(
        fmt::format("`{}` is not in the table `{}`, or with another need", key, table_.name));
}

const Node* MapReader::optional(std::string_view key) {
    check_table(key, false);
    asked_.emplace_back(key);
    return node_.find(key);
}

const Node* MapReader::required(std::string_view key) {
    check_table(key, true);
    asked_.emplace_back(key);
    const auto* value = node_.find(key);
    if (value == nullptr && is_map()) {
        form_.report(Code::MissingKey, place_, fmt::format("`{}` is missing in {}", key, what_));
    }
    return value;
}

std::vector<std::string> MapReader::choices(std::string_view key) const {
    const auto* row = table_.find(key);
    return row == nullptr ? std::vector<std::string>{}
                          : std::vector<std::string>(row->choices.begin(), row->choices.end());
}

Span MapReader::key_span(std::string_view key) const {
    const auto* entry = node_.entry(key);
    return entry == nullptr ? place_ : entry->key.span;
}

void MapReader::finish() const {
    for (const auto& [key, value] : node_.entries) {
        if (std::find(asked_.begin(), asked_.end(), key.text) != asked_.end()) continue;
        // What YAML makes of `{none: 0 per week, 15 per week}`.
        const bool cut_by_comma = key.in_flow && value.kind == NodeKind::Empty;
        auto help =
            cut_by_comma
                ? std::string("a comma ends a value inside { }; put the whole value in quotes")
            : form_.has_time_for_hints() ? did_you_mean(key.text, asked_)
                                         : std::string();
        form_.report(Code::UnknownKey, key.span,
                     fmt::format("unknown key `{}` in {}", key.text, what_), std::move(help));
    }
}

bool is_id(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= 64 && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), fits);
}

bool is_name(std::string_view text) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    const auto fits = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 64 && letter(text.front()) &&
           std::all_of(text.begin(), text.end(), fits);
}

}  // namespace colonnade::dsl
