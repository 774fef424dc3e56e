// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/render.hpp"
#include "dsl/text/same_text.hpp"
#include "dsl/yaml/quote.hpp"

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

namespace {

// What YAML makes of the rest of `{en: Look, how nice}`.
bool is_cut_by_comma(const Entry& entry) {
    return entry.key.in_flow && entry.value.kind == NodeKind::Empty;
}

// One bit, the same for the same text.
std::uint64_t mark_of(std::string_view key) {
    const auto first = key.empty() ? 0U : static_cast<unsigned char>(key.front());
    return std::uint64_t{1} << ((first + 7 * key.size()) % 64);
}

}  // namespace

MapReader::MapReader(const Form& form, const Node& node, Span place, const KeyTable& table,
                     std::string what)
    : form_(form),
      node_(node),
      place_(place),
      table_(table),
      former_(former_keys(table.name)),
      what_(std::move(what)) {
    asked_.reserve(std::max(table.keys.size(), form.languages.size()));
    for (const auto& entry : node.entries)
        marks_ |= mark_of(entry.key.text);
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
    return find(key);
}

const Entry* MapReader::entry(std::string_view key) const {
    return (marks_ & mark_of(key)) == 0 ? nullptr : node_.entry(key);
}

const Node* MapReader::peek(std::string_view key) const {
    const auto* found = entry(key);
    return found == nullptr ? nullptr : &found->value;
}

// Under its name of today, else under a former one.
const Node* MapReader::find(std::string_view key) {
    const auto* value = peek(key);
    const auto* former = value == nullptr ? former_entry(key) : nullptr;
    if (former == nullptr) {
        asked_.push_back(key);
        return value;
    }
    if (!is_asked(key)) report_former(form_, former->key, key);
    asked_.push_back(key);
    asked_.push_back(former->key.text);
    return &former->value;
}

const Entry* MapReader::former_entry(std::string_view key) const {
    for (const auto& row : former_) {
        const auto* found = same_text(row.key, key) ? entry(row.former) : nullptr;
        if (found != nullptr) return found;
    }
    return nullptr;
}

bool MapReader::is_asked(std::string_view key) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](std::string_view asked) { return same_text(asked, key); });
}

const Node* MapReader::required(std::string_view key) {
    check_table(key, true);
    const auto* value = find(key);
    if (value == nullptr && is_map()) {
        form_.report(Code::MissingKey, place_, fmt::format("`{}` is missing in {}", key, what_));
    }
    return value;
}

std::span<const std::string_view> MapReader::choices(std::string_view key) const {
    const auto* row = table_.find(key);
    return row == nullptr ? std::span<const std::string_view>() : row->choices;
}

Span MapReader::key_span(std::string_view key) const {
    if (const auto* found = entry(key)) return found->key.span;
    const auto* former = former_entry(key);
    return former == nullptr ? place_ : former->key.span;
}

void MapReader::finish() const {
    for (std::size_t i = 0; i < node_.entries.size(); ++i) {
        const auto& entry = node_.entries[i];
        if (is_asked(entry.key.text)) continue;
        auto message = fmt::format("unknown key `{}` in {}", entry.key.text, what_);
        if (is_cut_by_comma(entry)) {
            if (is_further_piece(i)) continue;
            form_.report(Code::UnknownKey, entry.key.span, std::move(message),
                         "a comma ends a value inside { }; put the whole value in quotes", {},
                         joined_again(i));
            continue;
        }
        form_.report(Code::UnknownKey, entry.key.span, std::move(message),
                     form_.has_time_for_hints()
                         ? did_you_mean(entry.key.text,
                                        std::vector<std::string>(asked_.begin(), asked_.end()))
                         : std::string());
    }
}

bool MapReader::is_further_piece(std::size_t index) const {
    const auto& entries = node_.entries;
    return index > 0 && is_cut_by_comma(entries[index - 1]) &&
           !is_asked(entries[index - 1].key.text);
}

std::vector<Edit> MapReader::joined_again(std::size_t first) const {
    const auto& entries = node_.entries;
    if (first == 0) return {};
    const auto& value = entries[first - 1].value;
    if (value.kind != NodeKind::Scalar || value.quoted || !value.verbatim) return {};
    auto last = first;
    while (last + 1 < entries.size() && is_cut_by_comma(entries[last + 1]) &&
           !is_asked(entries[last + 1].key.text))
        ++last;
    const auto& end = entries[last].key;
    if (end.quoted || !end.verbatim) return {};
    const Span span{value.span.begin, end.span.end, value.span.file};
    const auto text = form_.source_of(span)->text(span);
    if (text.find_first_of("\r\n") != text.npos) return {};
    // The one key that may have two values.
    if (entries[first - 1].key.text == "none") return {{span, fmt::format("[{}]", text)}};
    return {{span, as_scalar(text, true)}};
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
