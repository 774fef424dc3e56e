// SPDX-License-Identifier: Apache-2.0
#include "cli/yaml_document.hpp"

#include <algorithm>
#include <charconv>

#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/text/render.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::cli {
namespace {

// As JSON writes numbers: no plus sign, no leading zero, digits on both sides of the point.
bool is_json_number(std::string_view text) {
    return JsonValue::accept(text) && text.find_first_of("0123456789") < 2 &&
           text.find_first_of("\"[{") == std::string_view::npos;
}

void append_scalar(const dsl::Node& node, std::string& json) {
    const auto& text = node.text;
    const bool is_word = text == "true" || text == "false" || text == "null";
    if (!node.quoted && (is_word || is_json_number(text))) {
        json += text;
    } else {
        json += json_line(text);
    }
}

// The reader bounds the depth.
void append_json(const dsl::Node& node, std::string& json) {  // NOLINT(misc-no-recursion)
    const auto separate = [&json](char open) {
        if (json.back() != open) json += ',';
    };
    switch (node.kind) {
        case dsl::NodeKind::Empty:
            json += "null";
            return;
        case dsl::NodeKind::Scalar:
            append_scalar(node, json);
            return;
        case dsl::NodeKind::List:
            json += '[';
            for (const auto& item : node.items) {
                separate('[');
                append_json(item, json);
            }
            json += ']';
            return;
        case dsl::NodeKind::Map:
            json += '{';
            for (const auto& entry : node.entries) {
                separate('{');
                json += json_line(entry.key.text);
                json += ':';
                append_json(entry.value, json);
            }
            json += '}';
            return;
    }
}

// The first line that is neither blank, a comment nor the start of a document.
std::string_view first_line(std::string_view text) {
    for (;;) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto start = line.find_first_not_of(" \t\r");
        const bool is_skipped =
            start == std::string_view::npos || line[start] == '#' || line.starts_with("---");
        if (!is_skipped || end == std::string_view::npos) return line;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

bool is_yaml_document(const std::string& name, std::string_view text) {
    return name.ends_with(".yaml") || name.ends_with(".yml") ||
           first_line(text).starts_with("profile:");
}

std::shared_ptr<const YamlDocument> read_yaml_document(const std::string& name, std::string text) {
    auto document = std::make_shared<YamlDocument>();
    document->source = std::make_shared<dsl::Source>(name, std::move(text));
    dsl::Diagnostics diagnostics;
    auto tree = dsl::read_yaml(document->source, diagnostics);
    say(dsl::render(diagnostics, false));
    if (!tree || diagnostics.has_errors()) return nullptr;
    document->tree = std::move(*tree);
    append_json(document->tree, document->json);
    return document;
}

std::size_t YamlDocument::line_of(std::string_view where) const {
    const auto name = where.substr(0, where.find_first_of("[."));
    const auto* entry = tree.entry(name);
    if (entry == nullptr) return 1;
    auto begin = entry->key.span.begin;
    std::size_t element = 0;
    const auto bracket = where.find('[');
    if (bracket != std::string_view::npos) {
        std::from_chars(where.data() + bracket + 1, where.data() + where.size(), element);
        if (element < entry->value.items.size()) {
            const auto& item = entry->value.items[element];
            begin = item.span.begin;
            const auto dot = where.find('.');
            const auto* field =
                dot == std::string_view::npos ? nullptr : item.entry(where.substr(dot + 1));
            if (field != nullptr) begin = field->key.span.begin;
        }
    }
    return source->place(begin).line;
}

}  // namespace colonnade::cli
