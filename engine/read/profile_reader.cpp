// SPDX-License-Identifier: Apache-2.0
// The one place that meets simdjson.
#include "engine/read/profile_reader.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <new>
#include <unordered_map>

#include "dsl/types/moment.hpp"
#include "engine/read/json_fault.hpp"
#include "engine/read/text_values.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::int64_t FormVersion = 1;

std::string_view name_of(element_type type) {
    switch (type) {
        case element_type::ARRAY:
            return "a list";
        case element_type::OBJECT:
            return "an object";
        case element_type::STRING:
            return "a text";
        case element_type::BOOL:
            return "true or false";
        case element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

[[noreturn]] void refuse_type(const Place& place, const element& value, std::string_view expected) {
    refuse(place, fmt::format("found {}, expected {}", name_of(value.type()), expected));
}

std::string_view text_in(const Place& place, const element& value, std::string_view expected) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) refuse_type(place, value, expected);
    return text;
}

double number_in(const Place& place, const element& value, Kind kind) {
    double number = 0;
    const bool plain = kind == Kind::Number || kind == Kind::Share;
    if (plain && value.get_double().get(number) == simdjson::SUCCESS) return number;
    return literal_in(place, text_in(place, value, with_article(kind)), kind);
}

double moment_of(const Place& place, const element& value) {
    return moment_in(place, text_in(place, value, "a date such as \"2026-01-31\""));
}

// Any value that is no text and no list.
double amount_in(const Place& place, const element& value, const dsl::Type& type,
                 const dsl::Bounds& bounds) {
    if (type.is(Kind::YesNo)) {
        bool yes = false;
        if (value.get_bool().get(yes) != simdjson::SUCCESS)
            refuse_type(place, value, "true or false");
        return yes ? 1 : 0;
    }
    if (type.is(Kind::Category))
        return category_in(place, text_in(place, value, "a text"), *type.category);
    const double amount =
        type.is_moment() ? moment_of(place, value) : number_in(place, value, type.kind);
    check_bounds(place, amount, bounds);
    return amount;
}

}  // namespace

bool is_reserved(std::string_view key) {
    return key == "profile" || key == "id" || key == "as_of" || key == "coverage" ||
           key == "stated";
}

struct ProfileReader::State {
    const dsl::Catalogue& catalogue;
    simdjson::dom::parser parser{};
    std::unordered_map<std::string_view, int> facts = {};
    std::vector<std::string> ignored = {};

    void row(const element& root, const ReadOptions& options, BatchBuilder& builder);
    void fact(int index, const element& value, BatchBuilder& builder);
    void list(int index, const element& value, BatchBuilder& builder);
    void record(const dsl::Fact& fact, int index, std::size_t position, const element& value,
                BatchBuilder& builder);
    void head(const simdjson::dom::object& object, const ReadOptions& options,
              BatchBuilder& builder);
    void coverage(const element& value, BatchBuilder& builder);
    void stated(const element& value, BatchBuilder& builder);
    void answer(const Answers& answers, BatchBuilder& builder);
    void answer_list(const StatedFact& stated, BatchBuilder& builder);
    void joined(int fact, double seconds, BatchBuilder& builder);
    std::int64_t as_of(const simdjson::dom::object& object, const ReadOptions& options);
    std::string id(const simdjson::dom::object& object, const ReadOptions& options);
    void ignore(std::string_view key) {
        if (ignored.size() < 100 && !has_ignored(key)) ignored.emplace_back(key);
    }
    [[nodiscard]] bool has_ignored(std::string_view key) const {
        return std::find(ignored.begin(), ignored.end(), key) != ignored.end();
    }
};

ProfileReader::ProfileReader(const dsl::Catalogue& catalogue)
    : state_(new State{.catalogue = catalogue}) {
    for (std::size_t f = 0; f < catalogue.facts.size(); ++f) {
        state_->facts.emplace(catalogue.facts[f].name, static_cast<int>(f));
    }
}

ProfileReader::~ProfileReader() = default;

const std::vector<std::string>& ProfileReader::ignored_keys() const {
    return state_->ignored;
}

bool ProfileReader::has_ignored(std::string_view key) const {
    return state_->has_ignored(key);
}

std::optional<ProfileProblem> ProfileReader::read(std::string_view json, const ReadOptions& options,
                                                  BatchBuilder& builder) {
    if (json.size() > MostDocumentBytes) {
        return ProfileProblem{
            "",
            fmt::format("the document has {} bytes, more than {}", json.size(), MostDocumentBytes),
            ""};
    }
    auto& parser = state_->parser;
    auto error = parser.allocate(std::max<std::size_t>(json.size(), 1024), MostDocumentDepth);
    element root;
    if (error == simdjson::SUCCESS) error = parser.parse(json.data(), json.size(), true).get(root);
    // Nobody's document is wrong because of that.
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error != simdjson::SUCCESS) {
        return ProfileProblem{
            "", why_no_json(json, MostDocumentDepth, simdjson::error_message(error)), ""};
    }
    builder.begin_row();
    try {
        state_->row(root, options, builder);
    } catch (Refused& refused) {
        builder.abandon_row();
        return std::move(refused.problem);
    }
    return std::nullopt;
}

void ProfileReader::State::row(const element& root, const ReadOptions& options,
                               BatchBuilder& builder) {
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) refuse_type({}, root, "an object");
    head(object, options, builder);
    std::vector<std::uint8_t> seen(catalogue.facts.size(), 0);
    std::vector<std::uint8_t> answered(catalogue.facts.size(), 0);
    if (options.answers != nullptr) {
        answer(*options.answers, builder);
        for (const auto& stated : *options.answers)
            answered[static_cast<std::size_t>(stated.fact)] = 1;
    }
    std::vector<std::string_view> head_keys;
    for (const auto& [key, value] : object) {
        const auto found = facts.find(key);
        if (found == facts.end()) {
            if (!is_reserved(key))
                ignore(key);
            else if (std::find(head_keys.begin(), head_keys.end(), key) != head_keys.end())
                refuse({key}, "this key stands here twice");
            else
                head_keys.push_back(key);
            continue;
        }
        const auto index = static_cast<std::size_t>(found->second);
        if (seen[index]++ != 0) refuse({key}, "this fact stands here twice");
        if (value.is_null() || answered[index] != 0) continue;
        if (key == "joined" && catalogue.facts[index].type.is_moment())
            joined(found->second, moment_of({key}, value), builder);
        if (builder.is_needed(found->second)) fact(found->second, value, builder);
    }
    builder.end_row(id(object, options), as_of(object, options));
}

void ProfileReader::State::fact(int index, const element& value, BatchBuilder& builder) {
    const auto& declared = catalogue.facts[static_cast<std::size_t>(index)];
    const Place place{declared.name};
    if (declared.type.is(Kind::List)) {
        list(index, value, builder);
    } else if (declared.type.is(Kind::Text)) {
        builder.set_text(index, text_in(place, value, "a text"));
    } else {
        builder.set_number(index, amount_in(place, value, declared.type, declared.bounds));
    }
}

void ProfileReader::State::list(int index, const element& value, BatchBuilder& builder) {
    const auto& declared = catalogue.facts[static_cast<std::size_t>(index)];
    simdjson::dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        refuse_type({declared.name}, value, "a list");
    builder.begin_list(index);
    std::size_t position = 0;
    for (const auto& item : array)
        record(declared, index, position++, item, builder);
    builder.end_list(index);
}

void ProfileReader::State::record(const dsl::Fact& declared, int index, std::size_t position,
                                  const element& value, BatchBuilder& builder) {
    simdjson::dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) {
        refuse_type({declared.name, position}, value, "an object");
    }
    builder.begin_element(index);
    std::vector<std::uint8_t> seen(declared.fields.size(), 0);
    for (const auto& [key, field_value] : object) {
        const int field = declared.field_index(key);
        if (field < 0) {
            ignore(fmt::format("{}.{}", declared.name, key));
            continue;
        }
        const Place place{declared.name, position, key};
        if (seen[static_cast<std::size_t>(field)]++ != 0)
            refuse(place, "this field stands here twice");
        if (field_value.is_null() || !builder.is_needed(index, field)) continue;
        const auto& wanted = declared.fields[static_cast<std::size_t>(field)];
        if (wanted.type.is(Kind::Text)) {
            builder.set_field_text(index, field, text_in(place, field_value, "a text"));
        } else {
            builder.set_field_number(index, field,
                                     amount_in(place, field_value, wanted.type, wanted.bounds));
        }
    }
    builder.end_element(index);
}

void ProfileReader::State::head(const simdjson::dom::object& object, const ReadOptions&,
                                BatchBuilder& builder) {
    element value;
    if (object["profile"].get(value) == simdjson::SUCCESS) {
        std::int64_t version = 0;
        if (value.get_int64().get(version) != simdjson::SUCCESS || version != FormVersion) {
            refuse({"profile"},
                   fmt::format(
                       "version of profile documents that this program does not read, expected {}",
                       FormVersion));
        }
    }
    if (object["coverage"].get(value) == simdjson::SUCCESS && !value.is_null())
        coverage(value, builder);
    if (object["stated"].get(value) == simdjson::SUCCESS && !value.is_null())
        stated(value, builder);
}

void ProfileReader::State::coverage(const element& value, BatchBuilder& builder) {
    simdjson::dom::object lists;
    if (value.get_object().get(lists) != simdjson::SUCCESS)
        refuse_type({"coverage"}, value, "an object");
    for (const auto& [key, from] : lists) {
        const auto found = facts.find(key);
        if (found == facts.end()) {
            ignore(fmt::format("coverage.{}", key));
        } else {
            builder.set_covered_from(found->second, moment_of({"coverage", {}, key}, from));
        }
    }
}

void ProfileReader::State::stated(const element& value, BatchBuilder& builder) {
    simdjson::dom::array names;
    if (value.get_array().get(names) != simdjson::SUCCESS) refuse_type({"stated"}, value, "a list");
    for (const auto& item : names) {
        const auto found = facts.find(text_in({"stated"}, item, "the name of a fact"));
        if (found != facts.end()) builder.mark_stated(found->second);
    }
}

// No list reaches back further than the day of joining.
void ProfileReader::State::joined(int fact, double seconds, BatchBuilder& builder) {
    const auto& declared = catalogue.facts[static_cast<std::size_t>(fact)];
    if (declared.name == "joined" && declared.type.is_moment()) builder.set_joined(seconds);
}

void ProfileReader::State::answer(const Answers& answers, BatchBuilder& builder) {
    for (const auto& stated : answers) {
        if (stated.unknown) continue;
        builder.mark_stated(stated.fact);
        joined(stated.fact, stated.value.number, builder);
        if (!builder.is_needed(stated.fact) || builder.is_set(stated.fact)) continue;
        if (catalogue.facts[static_cast<std::size_t>(stated.fact)].type.is(Kind::List)) {
            answer_list(stated, builder);
        } else if (stated.value.is_text) {
            builder.set_text(stated.fact, stated.value.text);
        } else {
            builder.set_number(stated.fact, stated.value.number);
        }
    }
}

void ProfileReader::State::answer_list(const StatedFact& stated, BatchBuilder& builder) {
    builder.begin_list(stated.fact);
    for (const auto& fields : stated.elements) {
        builder.begin_element(stated.fact);
        for (const auto& [field, value] : fields) {
            if (!builder.is_needed(stated.fact, field)) continue;
            value.is_text ? builder.set_field_text(stated.fact, field, value.text)
                          : builder.set_field_number(stated.fact, field, value.number);
        }
        builder.end_element(stated.fact);
    }
    builder.end_list(stated.fact);
}

std::int64_t ProfileReader::State::as_of(const simdjson::dom::object& object,
                                         const ReadOptions& options) {
    if (options.as_of) return *options.as_of;
    element value;
    if (object["as_of"].get(value) != simdjson::SUCCESS || value.is_null()) {
        refuse({"as_of"}, "the document does not say of when it is",
               "add \"as_of\": \"2026-01-31\", or use --as-of");
    }
    const auto seconds = static_cast<std::int64_t>(moment_of({"as_of"}, value));
    // A bare date is the end of its day.
    const bool bare = text_in({"as_of"}, value, "a date").size() == 10;
    return bare ? seconds + dsl::SecondsPerDay - 1 : seconds;
}

std::string ProfileReader::State::id(const simdjson::dom::object& object,
                                     const ReadOptions& options) {
    if (!options.id.empty()) return options.id;
    element value;
    if (object["id"].get(value) != simdjson::SUCCESS || value.is_null()) return options.default_id;
    const auto text = text_in({"id"}, value, "a text");
    return text.empty() ? options.default_id : std::string(text);
}

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

bool is_ndjson(std::string_view text) {
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || text[start] != '{') return false;
    const auto end = text.find('\n', start);
    if (end == std::string_view::npos ||
        text.find_first_not_of(" \t\r\n", end) == std::string_view::npos)
        return false;
    simdjson::dom::parser parser;
    element first;
    const auto line = text.substr(start, end - start);
    return parser.parse(line.data(), line.size(), true).get(first) == simdjson::SUCCESS;
}

}  // namespace colonnade::engine
