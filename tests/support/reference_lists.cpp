// SPDX-License-Identifier: Apache-2.0
// Lists, their windows and conditions, aggregates and calls.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "tests/support/reference_evaluator.hpp"

namespace colonnade::tests {

using dsl::Op;

namespace {

constexpr double Never = -std::numeric_limits<double>::infinity();
constexpr double SevenDays = 7 * 86'400.0;

}  // namespace

double ReferenceEvaluator::joined() const {
    const auto day = find_in(profile_.facts, std::string("joined"));
    return day ? std::get<double>(*day) : Never;
}

// Elements later than as_of do not exist. Where `at` is unknown a window cannot be judged.
std::optional<bool> ReferenceEvaluator::in_window(const dsl::TypedNode& list,
                                                  const PlainRecord& element) const {
    if (catalogue_.facts.at(static_cast<std::size_t>(list.fact)).at < 0) return true;
    const auto at = find_in(element, std::string("at"));
    if (!at) return list.number > 0 ? std::nullopt : std::optional(true);
    const double moment = std::get<double>(*at);
    if (moment > profile_.as_of) return false;
    return list.number <= 0 || moment > profile_.as_of - list.number;
}

ReferenceEvaluator::Sorted ReferenceEvaluator::sort(const dsl::TypedNode& list) const {
    Sorted sorted;
    const auto& name = catalogue_.facts.at(static_cast<std::size_t>(list.fact)).name;
    for (const auto& element : profile_.lists.at(name)) {
        const auto in = in_window(list, element);
        if (in && !*in) continue;
        const auto condition = list.args.empty() ? Number(1) : number(list.args[0], &element);
        if (!in || !condition) {
            ++sorted.undecided;
        } else if (*condition != 0) {
            sorted.in.push_back(&element);
        } else {
            ++sorted.out;
        }
    }
    return sorted;
}

bool ReferenceEvaluator::begins_too_late(const dsl::TypedNode& list) const {
    const auto& name = catalogue_.facts.at(static_cast<std::size_t>(list.fact)).name;
    const auto covered = find_in(profile_.covered_from, name);
    if (!covered) return false;
    const double start = list.number > 0 ? profile_.as_of - list.number : Never;
    return *covered > std::max(start, joined());
}

std::optional<double> ReferenceEvaluator::rate(const dsl::TypedNode& list, double count) const {
    const auto& name = catalogue_.facts.at(static_cast<std::size_t>(list.fact)).name;
    const double covered = find_in(profile_.covered_from, name).value_or(Never);
    const double seconds = std::min(list.number, profile_.as_of - std::max(joined(), covered));
    return seconds < SevenDays ? std::nullopt : Number(count / seconds);
}

std::optional<double> ReferenceEvaluator::gap(const dsl::TypedNode& list,
                                              std::vector<double> moments) const {
    if (list.number > 0) moments.push_back(profile_.as_of - list.number);
    if (moments.empty()) return std::nullopt;
    moments.push_back(profile_.as_of);
    std::sort(moments.begin(), moments.end());
    double longest = 0;
    for (std::size_t i = 1; i < moments.size(); ++i)
        longest = std::max(longest, moments[i] - moments[i - 1]);
    return longest;
}

std::optional<double> ReferenceEvaluator::aggregate(const dsl::TypedNode& node) const {
    const auto& list = nodes_.at(node.args[0]);
    const auto& name = catalogue_.facts.at(static_cast<std::size_t>(list.fact)).name;
    if (!profile_.lists.contains(name)) return std::nullopt;
    const auto sorted = sort(list);
    const bool late = begins_too_late(list);
    if (node.op == Op::NotEmpty) {
        if (!sorted.in.empty()) return 1;
        return late || sorted.undecided > 0 ? std::nullopt : Number(0);
    }
    const auto all = sorted.in.size() + sorted.out + sorted.undecided;
    if (2 * sorted.undecided > all) return std::nullopt;
    const auto in = static_cast<double>(sorted.in.size());
    const auto judged = static_cast<double>(sorted.in.size() + sorted.out);
    if (node.op == Op::Rate) return rate(list, in);
    // What lies before the data begins is unknown, not none.
    if (late && (node.op == Op::Count || node.op == Op::Share)) return std::nullopt;
    if (node.op == Op::Count) return in;
    if (node.op == Op::Share) return judged == 0 ? std::nullopt : Number(in / judged);
    return of_fields(node, sorted);
}

std::optional<double> ReferenceEvaluator::of_fields(const dsl::TypedNode& node,
                                                    const Sorted& sorted) const {
    const auto& list = nodes_.at(node.args[0]);
    // The latest is the latest, whatever there was before the data begins.
    if (begins_too_late(list) && node.op != Op::ListGreatest) return std::nullopt;
    std::set<PlainValue> different;
    std::vector<double> numbers;
    for (const auto* element : sorted.in) {
        const auto field = value(node.args[1], element);
        if (!field) continue;
        different.insert(*field);
        if (const auto* amount = std::get_if<double>(&*field)) numbers.push_back(*amount);
    }
    if (node.op == Op::Distinct) return static_cast<double>(different.size());
    if (node.op == Op::Gap) return gap(list, numbers);
    double sum = 0;
    for (const double amount : numbers)
        sum += amount;
    if (node.op == Op::Sum) return sum;
    if (numbers.empty()) return std::nullopt;
    if (node.op == Op::ListMean) return sum / static_cast<double>(numbers.size());
    std::sort(numbers.begin(), numbers.end());
    if (node.op == Op::ListLeast) return numbers.front();
    if (node.op == Op::ListGreatest) return numbers.back();
    const auto half = numbers.size() / 2;
    return numbers.size() % 2 != 0 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

PlainArgument ReferenceEvaluator::list_argument(const dsl::TypedNode& list,
                                                const dsl::Parameter& parameter) const {
    const auto& name = catalogue_.facts.at(static_cast<std::size_t>(list.fact)).name;
    if (!profile_.lists.contains(name)) return {};
    PlainArgument argument;
    argument.list.emplace();
    for (const auto* element : sort(list).in) {
        PlainRecord handed;
        bool whole = true;
        for (const auto& wanted : parameter.fields) {
            const auto field = find_in(*element, wanted.name);
            if (field) handed[wanted.name] = *field;
            whole = whole && (field || wanted.nullable);
        }
        if (whole) argument.list->push_back(std::move(handed));
    }
    return argument;
}

std::optional<PlainValue> ReferenceEvaluator::call(const dsl::TypedNode& node,
                                                   const PlainRecord* element) const {
    const auto& function = catalogue_.functions.at(static_cast<std::size_t>(node.function));
    std::vector<PlainArgument> arguments;
    for (std::size_t i = 0; i < node.args.size(); ++i) {
        const auto& part = nodes_.at(node.args[i]);
        const auto& parameter = function.parameters[std::min(i, function.parameters.size() - 1)];
        PlainArgument argument;
        if (part.op == Op::WordsValue) {
            argument.words = &words_.at(static_cast<std::size_t>(part.field));
        } else if (part.op == Op::ListValue) {
            argument = list_argument(part, parameter);
        } else {
            argument.value = value(node.args[i], element);
        }
        const bool known = argument.value || argument.list || argument.words != nullptr;
        if (!known && !parameter.nullable) return std::nullopt;
        arguments.push_back(std::move(argument));
    }
    return functions_(function, arguments, profile_.as_of);
}

}  // namespace colonnade::tests
