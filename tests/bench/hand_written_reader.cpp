// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/hand_written_reader.hpp"

#include <simdjson.h>

#include "dsl/types/moment.hpp"

namespace colonnade::bench {
namespace {

using dsl::Kind;
namespace ondemand = simdjson::ondemand;

struct Values {
    std::vector<double> numbers;
    std::vector<std::uint8_t> flags;
    std::vector<std::int64_t> moments;
    std::vector<int> categories;
    std::vector<std::size_t> ends;
    std::string bytes;

    void clear() {
        numbers.clear();
        flags.clear();
        moments.clear();
        categories.clear();
        ends.clear();
        bytes.clear();
    }
    void add(const dsl::Type& type, ondemand::value value) {
        switch (type.kind) {
            case Kind::YesNo:
                flags.push_back(bool(value.get_bool()));
                break;
            case Kind::Number:
                numbers.push_back(double(value.get_double()));
                break;
            case Kind::Category:
                categories.push_back(type.category->index_of(value.get_string()));
                break;
            case Kind::Date:
            case Kind::Time:
                moments.push_back(dsl::parse_moment(value.get_string()).value());
                break;
            default:
                add(std::string_view(value.get_string()));
        }
    }
    void add(std::string_view text) {
        bytes += text;
        ends.push_back(bytes.size());
    }
};

struct Table {
    Values ids;
    std::vector<Values> facts;
    std::vector<std::vector<Values>> fields;
    std::vector<std::vector<std::size_t>> ends;

    explicit Table(const dsl::Catalogue& catalogue)
        : facts(catalogue.facts.size()), ends(catalogue.facts.size()) {
        for (const auto& fact : catalogue.facts)
            fields.emplace_back(fact.fields.size());
    }
    void clear() {
        ids.clear();
        for (auto& values : facts)
            values.clear();
        for (auto& list : fields) {
            for (auto& values : list)
                values.clear();
        }
        for (auto& list : ends)
            list.clear();
    }
};

void read_list(const dsl::Fact& fact, ondemand::array records, std::vector<Values>& fields) {
    for (ondemand::object record : records) {
        for (std::size_t i = 0; i < fact.fields.size(); ++i)
            fields[i].add(fact.fields[i].type, record.find_field(fact.fields[i].name));
    }
}

}  // namespace

std::size_t read_by_hand(const People& people) {
    ondemand::parser parser;
    Table table(people.catalogue);
    const simdjson::padded_string lines(people.lines);
    const auto size = people.lines.size() + simdjson::SIMDJSON_PADDING;
    std::size_t rows = 0;
    std::size_t in_batch = 0;
    for (std::size_t at = 0; at < people.lines.size(); ++rows) {
        const auto end = people.lines.find('\n', at);
        auto document = parser.iterate(lines.data() + at, end - at, size - at);
        ondemand::object object = document.get_object();
        table.ids.add(std::string_view(object.find_field("id").get_string()));
        const auto as_of = dsl::parse_moment(object.find_field("as_of").get_string());
        table.ids.moments.push_back(as_of.value());
        for (std::size_t f = 0; f < people.catalogue.facts.size(); ++f) {
            const auto& fact = people.catalogue.facts[f];
            ondemand::value value = object.find_field(fact.name);
            fact.type.is(Kind::List) ? read_list(fact, value.get_array(), table.fields[f])
                                     : table.facts[f].add(fact.type, value);
        }
        in_batch += end - at;
        at = end + 1;
        if (in_batch > std::size_t{1} << 20U) {
            table.clear();
            in_batch = 0;
        }
    }
    return rows;
}

}  // namespace colonnade::bench
