// SPDX-License-Identifier: Apache-2.0
// Elements of lists in a test: written out, or many at once. The keys of the short form give way to
// fields of the same name.
#include <fmt/format.h>

#include <cmath>

#include "dsl/cases/read_parts.hpp"
#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

class ElementsReader {
public:
    ElementsReader(const SuiteContext& context, const Fact& fact, const Node& node)
        : form_(context.form),
          fact_(fact),
          map_(form_, node, node.span, ElementKeys, fmt::format("an element of `{}`", fact.name)) {}

    Elements read() {
        read_fields();
        const auto* count = short_form("count");
        if (count != nullptr) elements_.count = read_count(*count);
        if (fact_.at >= 0) read_times(count != nullptr);
        map_.finish();
        return std::move(elements_);
    }

private:
    void read_fields() {
        for (std::size_t f = 0; f < fact_.fields.size(); ++f) {
            const auto& field = fact_.fields[f];
            const auto* node = map_.optional(field.name);
            if (node == nullptr) continue;
            if (static_cast<int>(f) == fact_.at) says_when_ = true;
            if (says_unknown(*node)) continue;
            elements_.fields.push_back(
                {static_cast<int>(f), read_stated_value(form_, field.type, field.bounds,
                                                        map_.key_span(field.name), *node)});
        }
    }

    const Node* short_form(std::string_view key) {
        return fact_.field_index(key) >= 0 ? nullptr : map_.optional(key);
    }

    std::size_t read_count(const Node& node) {
        const double count = read_number(form_, node, map_.key_span("count"));
        if (count == std::floor(count) && count >= 1) return bounded(count, "count");
        if (!node.text.empty())
            form_.report(Code::WrongValue, node.span,
                         fmt::format("found `{}`, expected a whole number from 1 on", node.text),
                         "a list without elements is `[]`");
        return 1;
    }

    std::size_t bounded(double count, std::string_view key) {
        if (count <= static_cast<double>(MostElements)) return static_cast<std::size_t>(count);
        form_.report(Code::LimitExceeded, map_.key_span(key),
                     fmt::format("{:.0f} elements, more than {}", count, MostElements));
        return 1;
    }

    // Seconds, above 0; 0 after a finding.
    double read_duration(const Node& node, std::string_view key) {
        const auto literal = read_single_literal(form_, node, map_.key_span(key), Kind::Duration);
        if (!literal) return 0;
        if (literal->low > 0) return literal->low;
        form_.report(Code::WrongValue, node.span,
                     fmt::format("found `{}`, expected a time such as `3 days`", node.text));
        return 0;
    }

    void read_times(bool counted) {
        const auto* every = short_form("every");
        const auto* span = short_form("for");
        const auto* ago = short_form("ago");
        const bool spread = every != nullptr || span != nullptr;
        if (says_when_ && (spread || ago != nullptr)) {
            const auto* other = every != nullptr ? "every" : span != nullptr ? "for" : "ago";
            form_.report(Code::WrongValue, map_.key_span(other),
                         fmt::format("`{}` beside `at`: the time is said twice", other));
        }
        if (!says_when_) elements_.ago = ago == nullptr ? 0 : read_duration(*ago, "ago");
        if (spread) read_spread(every, span, counted);
        check_reach();
    }

    // Of the earliest of them.
    void check_reach() {
        const double last = elements_.step * (static_cast<double>(elements_.count) - 1);
        if (elements_.ago.value_or(0) + last <= MostAgo) return;
        form_.report(Code::LimitExceeded, map_.place(),
                     fmt::format("an element more than {:.0f} years before `as_of`",
                                 MostAgo / seconds_in(Unit::Year)));
    }

    // Two of `every`, `for` and `count` give the third.
    void read_spread(const Node* every, const Node* span, bool counted) {
        const int given =
            (every != nullptr ? 1 : 0) + (span != nullptr ? 1 : 0) + (counted ? 1 : 0);
        const auto* key = every != nullptr ? "every" : "for";
        if (given != 2) {
            form_.report(Code::WrongValue, map_.key_span(key),
                         given == 1 ? fmt::format("`{}` stands alone", key)
                                    : "`every`, `for` and `count` say it twice",
                         "write two of `every`, `for` and `count`");
        }
        const double whole = span == nullptr ? 0 : read_duration(*span, "for");
        if (every != nullptr) elements_.step = read_duration(*every, "every");
        if (given != 2) return;
        if (every == nullptr) {
            elements_.step = whole / static_cast<double>(elements_.count);
        } else if (!counted && elements_.step > 0 && whole > 0) {
            // As many as the time `for` can hold with its end left out: 12 weeks hold 12 weeks.
            elements_.count = bounded(std::ceil(whole / elements_.step), "for");
        }
    }

    const Form& form_;
    const Fact& fact_;
    MapReader map_;
    Elements elements_;
    bool says_when_ = false;
};

}  // namespace

Elements read_elements(const SuiteContext& context, const Fact& fact, const Node& node) {
    return ElementsReader(context, fact, node).read();
}

}  // namespace colonnade::dsl
