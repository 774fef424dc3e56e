// SPDX-License-Identifier: Apache-2.0
// The one place of the command line that meets simdjson.
#include "cli/html/json_node.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "dsl/types/moment.hpp"

namespace colonnade::cli {

using simdjson::SUCCESS;
using simdjson::dom::element;

struct JsonDocument::Parsed {
    simdjson::dom::parser parser;
    std::deque<element> seen;  // by the place of a node
};

JsonDocument::JsonDocument(std::string_view text, std::size_t most_depth)
    : parsed_(std::make_unique<Parsed>()) {
    constexpr std::size_t least = 64;  // the library wants some
    const auto size = std::max(text.size(), least);
    auto& parser = parsed_->parser;
    if (parser.allocate(size, most_depth) != SUCCESS) throw WrongJson{"there is no memory for it"};
    element root;
    const auto error = parser.parse(text.data(), text.size(), true).get(root);
    if (error != SUCCESS)
        throw WrongJson{fmt::format("it is no JSON ({})", simdjson::error_message(error))};
    parsed_->seen.push_back(root);
}

JsonDocument::~JsonDocument() = default;

JsonNode JsonDocument::root() {
    return {*this, 0, {}};
}

JsonNode::JsonNode(JsonDocument& document, std::size_t place, std::string path)
    : document_(&document), place_(place), path_(std::move(path)) {}

JsonNode JsonNode::at(std::string_view key) const {
    auto found = find(key);
    if (!found) wrong(fmt::format("has no `{}`", key));
    return *std::move(found);
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
    auto& seen = document_->parsed_->seen;
    simdjson::dom::object object;
    if (seen[place_].get_object().get(object) != SUCCESS) wrong("is no object");
    element member;
    if (object.at_key(key).get(member) != SUCCESS || member.is_null()) return std::nullopt;
    seen.push_back(member);
    return JsonNode(*document_, seen.size() - 1,
                    path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key));
}

std::vector<JsonNode> JsonNode::items(std::size_t least, std::size_t most) const {
    auto& seen = document_->parsed_->seen;
    simdjson::dom::array array;
    if (seen[place_].get_array().get(array) != SUCCESS) wrong("is no list");
    std::vector<JsonNode> items;
    for (const element item : array) {
        if (items.size() == most) wrong(fmt::format("has more than {} entries", most));
        seen.push_back(item);
        items.push_back({*document_, seen.size() - 1, fmt::format("{}[{}]", path_, items.size())});
    }
    if (items.size() < least) wrong(fmt::format("has fewer than {} entries", least));
    return items;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const {
    auto& seen = document_->parsed_->seen;
    simdjson::dom::object object;
    if (seen[place_].get_object().get(object) != SUCCESS) wrong("is no object");
    std::vector<std::pair<std::string, JsonNode>> members;
    for (const auto& [key, value] : object) {
        seen.push_back(value);
        members.emplace_back(
            key, JsonNode(*document_, seen.size() - 1, fmt::format("{}.{}", path_, key)));
    }
    return members;
}

std::string JsonNode::text() const {
    std::string_view text;
    if (document_->parsed_->seen[place_].get_string().get(text) != SUCCESS) wrong("is no text");
    return std::string(text);
}

double JsonNode::number(double least, double most) const {
    double number = 0;
    if (document_->parsed_->seen[place_].get_double().get(number) != SUCCESS) wrong("is no number");
    if (!(number >= least - CloseSums && number <= most + CloseSums))
        wrong(fmt::format("is {}, outside {} to {}", number, least, most));
    return std::clamp(number, least, most);
}

int JsonNode::whole(int least, int most) const {
    return static_cast<int>(std::lround(number(least, most)));
}

bool JsonNode::yes() const {
    bool yes = false;
    if (document_->parsed_->seen[place_].get_bool().get(yes) != SUCCESS)
        wrong("is neither true nor false");
    return yes;
}

std::int64_t JsonNode::moment() const {
    const auto moment = dsl::parse_moment(text());
    if (!moment) wrong("is no moment");
    return *moment;
}

bool JsonNode::is_yes_or_no() const {
    return document_->parsed_->seen[place_].is_bool();
}

bool JsonNode::is_text() const {
    return document_->parsed_->seen[place_].is_string();
}

std::string JsonNode::text_at(std::string_view key) const {
    const auto found = find(key);
    return found ? found->text() : std::string();
}

std::vector<std::string> JsonNode::texts_at(std::string_view key) const {
    std::vector<std::string> texts;
    if (const auto found = find(key)) {
        for (const auto& item : found->items())
            texts.push_back(item.text());
    }
    return texts;
}

void JsonNode::wrong(std::string_view what) const {
    throw WrongJson{path_.empty() ? fmt::format("it {}", what)
                                  : fmt::format("`{}` {}", path_, what)};
}

}  // namespace colonnade::cli
