// SPDX-License-Identifier: Apache-2.0
// Schema files: the facts that rules may name.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/schema/keys.hpp"

namespace colonnade::dsl {
namespace {

// Keys of a profile document that are no facts.
const std::vector<std::string> ReservedFacts{"profile", "id", "as_of", "coverage", "stated"};

class SchemaReader {
public:
    SchemaReader(const Document& document, Diagnostics& diagnostics)
        : form_{document.sources, diagnostics},
          map_(form_, document.root, document.root.span, SchemaKeys, "a schema") {}

    Catalogue read() {
        if (!map_.is_map()) return {};
        check_version(form_, map_);
        if (const auto* id = map_.required("schema"))
            catalogue_.schema = read_id(form_, *id, map_.key_span("schema"));
        if (const auto* edition = map_.optional("edition"))
            (void)read_text(form_, *edition, map_.key_span("edition"));
        if (const auto* languages = map_.required("languages")) {
            form_.languages = read_text_list(form_, *languages, map_.key_span("languages"));
        }
        if (const auto* facts = map_.required("facts")) {
            for (const auto& [key, content] :
                 read_entries(form_, *facts, map_.key_span("facts"), "facts"))
                catalogue_.facts.push_back(fact(key, content));
        }
        map_.finish();
        return std::move(catalogue_);
    }

private:
    Fact fact(const Node& key, const Node& content) {
        Fact fact;
        fact.name = key.text;
        check_name(key);
        if (std::find(ReservedFacts.begin(), ReservedFacts.end(), key.text) !=
            ReservedFacts.end()) {
            form_.report(
                Code::WrongValue, key.span,
                fmt::format("`{}` has a meaning of its own in profile documents", key.text));
        }
        MapReader map(form_, content, key.span, FactKeys, fmt::format("the fact `{}`", key.text));
        fact.type = type(map);
        fact.bounds = bounds(map, fact.type.kind);
        if (const auto* title = map.required("title"))
            fact.title = read_texts(form_, *title, map.key_span("title"));
        if (const auto* text = map.optional("description"))
            fact.description = read_texts(form_, *text, map.key_span("description"));
        if (const auto* where = map.optional("where"))
            fact.where = read_texts(form_, *where, map.key_span("where"));
        fact.personal = flag(map, "personal");
        fact.stateable = flag(map, "stateable");
        if (fact.type.is(Kind::List)) {
            if (const auto* record = map.required("record"))
                fields(*record, map.key_span("record"), fact);
        }
        map.finish();
        return fact;
    }

    void fields(const Node& record, Span place, Fact& fact) {
        for (const auto& [key, content] : read_entries(form_, record, place, "fields")) {
            check_name(key);
            MapReader map(form_, content, key.span, FieldKeys,
                          fmt::format("the field `{}`", key.text));
            Field field;
            field.name = key.text;
            field.type = type(map);
            field.bounds = bounds(map, field.type.kind);
            field.personal = flag(map, "personal");
            if (const auto* title = map.optional("title"))
                field.title = read_texts(form_, *title, map.key_span("title"));
            if (const auto* text = map.optional("description"))
                field.description = read_texts(form_, *text, map.key_span("description"));
            if (field.type.is(Kind::List))
                form_.report(Code::WrongType, key.span, "a list inside a list",
                             "lists are facts of their own");
            if (field.name == "at") {
                fact.at = static_cast<int>(fact.fields.size());
                if (!field.type.is_moment() && !field.type.is_error()) {
                    form_.report(
                        Code::WrongType, key.span,
                        fmt::format("`at` is {}, expected a time", with_article(field.type.kind)));
                }
            }
            map.finish();
            fact.fields.push_back(std::move(field));
        }
    }

    Type type(MapReader& map) {
        Type type;
        const auto* node = map.required("type");
        if (node == nullptr) return type;
        const auto name = read_text(form_, *node, map.key_span("type"));
        type.kind = kind_named(name);
        if (type.is_error() && !name.empty()) {
            form_.report(
                Code::WrongValue, node->span, fmt::format("`{}` is no type", name),
                "yes/no, number, share, duration, rate, date, time, text, category or list");
        }
        if (type.is(Kind::Category)) type.category = category(map);
        return type;
    }

    std::shared_ptr<const Category> category(MapReader& map) {
        auto category = std::make_shared<Category>();
        const auto* values = map.required("values");
        if (values != nullptr)
            category->values = read_text_list(form_, *values, map.key_span("values"));
        for (const auto& value : category->values) {
            if (!is_name(value))
                form_.report(Code::WrongValue, values->span,
                             fmt::format("`{}` is no name of a value", value));
        }
        category->ordered = flag(map, "ordered");
        category->titles.resize(category->values.size());
        const auto* titles = map.optional("titles");
        if (titles == nullptr) return category;
        for (const auto& [key, content] :
             read_entries(form_, *titles, map.key_span("titles"), "values")) {
            const int index = category->index_of(key.text);
            if (index < 0) {
                form_.report(Code::UnknownKey, key.span,
                             fmt::format("`{}` is none of the values", key.text));
            } else {
                category->titles[static_cast<std::size_t>(index)] =
                    read_texts(form_, content, key.span);
            }
        }
        return category;
    }

    Bounds bounds(MapReader& map, Kind kind) {
        Bounds bounds;
        const auto read = [&](std::string_view key, double& into) {
            const auto* node = map.optional(key);
            if (node == nullptr) return;
            const auto literal = read_single_literal(form_, *node, map.key_span(key), kind);
            if (literal) into = literal->low;
        };
        read("min", bounds.min);
        read("max", bounds.max);
        if (kind == Kind::YesNo) bounds = {0, 1};
        if (kind == Kind::Share) bounds = {std::max(bounds.min, 0.0), std::min(bounds.max, 1.0)};
        if (bounds.min > bounds.max)
            form_.report(Code::WrongValue, map.key_span("max"), "`max` lies below `min`");
        return bounds;
    }

    bool flag(MapReader& map, std::string_view key) {
        const auto* node = map.optional(key);
        return node != nullptr && read_true_false(form_, *node, map.key_span(key));
    }

    void check_name(const Node& key) {
        if (is_reserved(key.text)) {
            form_.report(Code::WrongValue, key.span,
                         fmt::format("`{}` is a word of the language", key.text),
                         "choose another name");
        }
        if (is_name(key.text)) return;
        form_.report(Code::WrongValue, key.span, fmt::format("`{}` is no name", key.text),
                     "lower case letters, digits and `_`");
    }

    Form form_;
    MapReader map_;
    Catalogue catalogue_;
};

}  // namespace

Catalogue read_schema(const Document& document, Diagnostics& diagnostics) {
    return SchemaReader(document, diagnostics).read();
}

}  // namespace colonnade::dsl
