// SPDX-License-Identifier: Apache-2.0
// Functions as plugins would bring them, on plain values; the engine's columns are turned into
// plain values first, so that there is one truth about what they give.
#include <algorithm>
#include <cmath>
#include <set>

#include "dsl/text/unicode.hpp"
#include "engine/column/column.hpp"
#include "tests/support/world.hpp"

namespace colonnade::tests {
namespace {

using dsl::Kind;
using Maybe = std::optional<PlainValue>;

Maybe matches_of(const std::vector<PlainArgument>& arguments) {
    const auto text = dsl::lower(std::get<std::string>(*arguments[0].value));
    const auto& entries = arguments[1].words->entries;
    return static_cast<double>(std::count_if(entries.begin(), entries.end(), [&](const auto& e) {
        return text.find(dsl::lower(e.text)) != std::string::npos;
    }));
}

Maybe active_days(const std::vector<PlainArgument>& arguments, double as_of) {
    const double window = std::get<double>(*arguments[0].value);
    std::set<double> days;
    for (std::size_t a = 1; a < arguments.size(); ++a) {
        for (const auto& element : *arguments[a].list) {
            const double at = std::get<double>(element.at("at"));
            if (at > as_of - window && at <= as_of) days.insert(std::floor(at / 86'400));
        }
    }
    return static_cast<double>(days.size());
}

// The time between the first and the last `on`; `size` may be unknown.
Maybe spread(const std::vector<PlainArgument>& arguments) {
    std::set<double> days;
    for (const auto& element : *arguments[0].list)
        days.insert(std::get<double>(element.at("on")));
    return days.empty() ? std::nullopt : Maybe(*days.rbegin() - *days.begin());
}

Maybe rank(const std::vector<PlainArgument>& arguments) {
    const auto size = std::get<std::string>(*arguments[0].value).size();
    return size == 0 ? std::nullopt
                     : Maybe(static_cast<double>(std::min<std::size_t>(size / 4, 2)));
}

Maybe call_plain(const dsl::Function& function, const std::vector<PlainArgument>& arguments,
                 double as_of) {
    if (function.name == "matches_of") return matches_of(arguments);
    if (function.name == "active_days") return active_days(arguments, as_of);
    if (function.name == "spread") return spread(arguments);
    if (function.name == "rank") return rank(arguments);
    if (function.name == "twice") return 2 * std::get<double>(*arguments[0].value);
    return std::nullopt;
}

Maybe plain(const engine::Column& column, std::size_t i) {
    if (!column.known.test(i)) return std::nullopt;
    if (column.kind == Kind::Text) return std::string(column.text_at(i));
    return column.number_at(i);
}

PlainArgument argument_of(const engine::CallInput& input, const dsl::Parameter& parameter,
                          std::size_t row) {
    PlainArgument argument;
    argument.words = input.words;
    if (input.column != nullptr) argument.value = plain(*input.column, row);
    if (input.list == nullptr || !input.list->known.test(row)) return argument;
    argument.list.emplace();
    for (auto e = input.list->begin(row); e < input.list->end(row); ++e) {
        PlainRecord record;
        for (std::size_t f = 0; f < parameter.fields.size(); ++f) {
            if (auto field = plain(input.list->fields[f], e))
                record[parameter.fields[f].name] = std::move(*field);
        }
        argument.list->push_back(std::move(record));
    }
    return argument;
}

}  // namespace

const PlainFunction& plain_functions() {
    static const PlainFunction functions = call_plain;
    return functions;
}

std::vector<engine::CallFailure> ColumnFunctions::call(int function,
                                                       std::span<const engine::CallInput> inputs,
                                                       std::span<const std::int64_t> as_of,
                                                       engine::Slot& out) {
    const auto& described = everything().functions[static_cast<std::size_t>(function)];
    if (described.name == "broken")
        return {{engine::CallFailure::EveryRow, "broken as it always is"}};
    for (std::size_t row = 0; row < as_of.size(); ++row) {
        std::vector<PlainArgument> arguments;
        bool whole = true;
        for (std::size_t a = 0; a < inputs.size(); ++a) {
            const auto& parameter =
                described.parameters[std::min(a, described.parameters.size() - 1)];
            arguments.push_back(argument_of(inputs[a], parameter, row));
            const auto& argument = arguments.back();
            whole = whole && (argument.value || argument.list || argument.words != nullptr);
        }
        if (!whole) continue;
        const double seconds = static_cast<double>(as_of[row]) / engine::MicrosPerSecond;
        if (const auto value = call_plain(described, arguments, seconds))
            out.set(row, std::get<double>(*value));
    }
    return {};
}

}  // namespace colonnade::tests
