// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "dsl/form/reader.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/types/moment.hpp"
#include "engine/map/cell_value.hpp"
#include "engine/map/mapping.hpp"
#include "plugins/text/date_format.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;
using dsl::Kind;
using dsl::MapReader;
using dsl::Node;
using dsl::Span;

class MappingReader {
public:
    MappingReader(const dsl::Document& document, const dsl::Catalogue& catalogue,
                  dsl::Diagnostics& diagnostics)
        : form_{document.sources, diagnostics},
          catalogue_(catalogue),
          map_(form_, document.root, document.root.span, MappingKeys, "a mapping") {}

    Mapping read() {
        if (!map_.is_map()) return {};
        check_version(form_, map_);
        if (const auto* name = map_.required("map"))
            mapping_.name = read_id(form_, *name, map_.key_span("map"));
        if (const auto* schema = map_.required("schema")) check_schema(*schema);
        if (const auto* rows = map_.optional("rows")) {
            mapping_.is_per_element =
                read_choice(form_, *rows, map_.key_span("rows"), map_.choices("rows")) == 1;
        }
        if (const auto* id = map_.optional("id")) mapping_.id = column(*id, map_.key_span("id"));
        if (const auto* as_of = map_.optional("as_of")) read_as_of(*as_of);
        if (const auto* facts = map_.optional("facts")) read_facts(*facts);
        if (const auto* lists = map_.optional("lists")) read_lists(*lists);
        map_.finish();
        return std::move(mapping_);
    }

private:
    void check_schema(const Node& node) {
        const auto schema = read_id(form_, node, map_.key_span("schema"));
        if (schema.empty() || schema == catalogue_.schema) return;
        form_.report(Code::WrongValue, node.span,
                     fmt::format("this mapping is for the schema `{}`, the rulebook for `{}`",
                                 schema, catalogue_.schema));
    }

    void read_as_of(const Node& node) {
        mapping_.as_of = read_filled_text(form_, node, map_.key_span("as_of"));
        if (mapping_.as_of.empty() || dsl::parse_date(mapping_.as_of)) return;
        form_.report(Code::WrongValue, node.span, fmt::format("`{}` is no date", mapping_.as_of),
                     "write it like `2026-01-31`");
    }

    NamedColumn column(const Node& node, Span key) {
        return {read_filled_text(form_, node, key), node.span};
    }

    void read_facts(const Node& node) {
        for (const auto& [key, value] :
             read_entries(form_, node, map_.key_span("facts"), "facts")) {
            const auto index = fact_named(key);
            if (!index) continue;
            const auto& fact = catalogue_.facts[*index];
            if (fact.type.is(Kind::List)) {
                form_.report(Code::WrongType, key.span, fmt::format("`{}` is a list", fact.name),
                             "it stands under `lists`");
                continue;
            }
            mapping_.facts.push_back({*index, cell(key, value, fact.type)});
        }
    }

    void read_lists(const Node& node) {
        for (const auto& [key, value] :
             read_entries(form_, node, map_.key_span("lists"), "lists")) {
            const auto index = fact_named(key);
            if (!index) continue;
            const auto& fact = catalogue_.facts[*index];
            if (!fact.type.is(Kind::List)) {
                form_.report(Code::WrongType, key.span, fmt::format("`{}` is no list", fact.name),
                             "it stands under `facts`");
                continue;
            }
            read_list(key, value, *index);
        }
    }

    void read_list(const Node& key, const Node& node, std::size_t index) {
        const auto& fact = catalogue_.facts[index];
        MapReader map(form_, node, key.span, MappedListKeys,
                      fmt::format("the list `{}`", key.text));
        MappedList list{index, {}, {}};
        if (const auto* split = map.optional("split"))
            list.split = read_filled_text(form_, *split, map.key_span("split"));
        if (const auto* fields = map.required("fields")) {
            for (const auto& [name, value] :
                 read_entries(form_, *fields, map.key_span("fields"), "fields")) {
                const int field = fact.field_index(name.text);
                if (field < 0) {
                    report_field(name, fact);
                    continue;
                }
                const auto at = static_cast<std::size_t>(field);
                list.fields.push_back({at, cell(name, value, fact.fields[at].type)});
            }
        }
        map.finish();
        mapping_.lists.push_back(std::move(list));
    }

    void report_field(const Node& name, const dsl::Fact& fact) {
        std::vector<std::string> known;
        for (const auto& field : fact.fields)
            known.push_back(field.name);
        form_.report(Code::UnknownName, name.span,
                     fmt::format("`{}` has no field `{}`", fact.name, name.text),
                     dsl::did_you_mean(name.text, known));
    }

    std::optional<std::size_t> fact_named(const Node& key) {
        const int index = catalogue_.fact_index(key.text);
        if (index >= 0) return static_cast<std::size_t>(index);
        form_.report(Code::UnknownName, key.span, fmt::format("unknown fact `{}`", key.text),
                     dsl::did_you_mean(key.text, catalogue_.fact_names()));
        return std::nullopt;
    }

    MappedCell cell(const Node& key, const Node& node, const dsl::Type& type) {
        MapReader map(form_, node, key.span, MappedCellKeys, fmt::format("`{}`", key.text));
        MappedCell cell;
        read_columns(map, cell);
        cell.only_filled = chosen(map, "take") == 1;
        cell.none_if_empty = chosen(map, "empty") == 1;
        cell.decimal_comma = chosen(map, "decimal") == 1;
        if (const auto* format = map.optional("format")) read_format(map, *format, type, cell);
        if (const auto* unit = map.optional("unit")) {
            cell.unit = read_filled_text(form_, *unit, map.key_span("unit"));
            if (!cell.unit.empty() && !is_unit_of(type.kind, cell.unit))
                report_misfit(unit->span, "unit", cell.unit, type);
        } else if ((type.is(Kind::Duration) || type.is(Kind::Rate)) && !cell.only_filled) {
            form_.report(
                Code::MissingKey, map.place(),
                fmt::format("`unit` is missing: `{}` is {}", key.text, with_article(type.kind)),
                type.is(Kind::Rate) ? "for instance `per week`" : "for instance `days`");
        }
        if (const auto* values = map.optional("values")) read_values(map, *values, type, cell);
        if (cell.only_filled && !type.is(Kind::YesNo) && !type.is(Kind::Number)) {
            form_.report(Code::WrongType, map.key_span("take"),
                         fmt::format("whether a cell is filled is a yes/no or a number, `{}` is {}",
                                     key.text, with_article(type.kind)));
        }
        if (cell.none_if_empty && !can_be_none(type.kind)) {
            form_.report(Code::WrongType, map.key_span("empty"),
                         fmt::format("{} has no value that means none", with_article(type.kind)));
        }
        map.finish();
        return cell;
    }

    std::size_t chosen(MapReader& map, std::string_view key) {
        const auto* node = map.optional(key);
        return node == nullptr ? 0 : read_choice(form_, *node, map.key_span(key), map.choices(key));
    }

    void read_columns(MapReader& map, MappedCell& cell) {
        const auto* one = map.optional("column");
        const auto* several = map.optional("columns");
        if (one != nullptr) cell.columns.push_back(column(*one, map.key_span("column")));
        if (several != nullptr) {
            const auto names = read_text_list(form_, *several, map.key_span("columns"));
            if (names.empty() && !several->refused && several->kind == dsl::NodeKind::List)
                form_.report(Code::WrongValue, several->span, "`columns` names no column");
            for (std::size_t i = 0; i < names.size(); ++i)
                cell.columns.push_back({names[i], several->items[i].span});
        }
        if ((one == nullptr) == (several == nullptr) && map.is_map()) {
            form_.report(
                Code::MissingKey, map.place(),
                one == nullptr ? "`column` is missing" : "`column` stands beside `columns`");
        }
    }

    void read_format(MapReader& map, const Node& node, const dsl::Type& type, MappedCell& cell) {
        cell.format = read_filled_text(form_, node, map.key_span("format"));
        if (cell.format.empty()) return;
        if (!type.is_moment()) return report_misfit(node.span, "format", cell.format, type);
        const auto problem = text::problem_of_date_form(cell.format);
        if (problem.empty()) return;
        form_.report(Code::WrongValue, node.span,
                     fmt::format("`{}` is no form of dates: {}", cell.format, problem),
                     "for instance `DD.MM.YYYY` or `YYYY-MM-DD HH:mm`");
    }

    void report_misfit(Span place, std::string_view key, std::string_view text,
                       const dsl::Type& type) {
        form_.report(
            Code::WrongType, place,
            fmt::format("the {} `{}` does not fit {}", key, text, with_article(type.kind)));
    }

    void read_values(MapReader& map, const Node& node, const dsl::Type& type, MappedCell& cell) {
        for (const auto& [said, meant] :
             read_entries(form_, node, map.key_span("values"), "values")) {
            auto text = read_text(form_, meant, said.span);
            const bool fits =
                type.is(Kind::Text) || cell_value(text, type, {}, MappedCell{}).is_known();
            if (!fits && !meant.refused) {
                form_.report(
                    Code::WrongValue, meant.span,
                    fmt::format("`{}` is not {}", text, with_article(type.kind)),
                    type.is(Kind::Category) ? dsl::did_you_mean(text, type.category->values) : "");
            }
            cell.values.emplace_back(said.text, std::move(text));
        }
    }

    dsl::Form form_;
    const dsl::Catalogue& catalogue_;
    MapReader map_;
    Mapping mapping_;
};

}  // namespace

Mapping read_mapping(const dsl::Document& document, const dsl::Catalogue& catalogue,
                     dsl::Diagnostics& diagnostics) {
    return MappingReader(document, catalogue, diagnostics).read();
}

}  // namespace colonnade::engine
