// SPDX-License-Identifier: Apache-2.0
// What must come out of a case. Each thing that is expected is one entry of a flat list, so that
// whoever compares needs to know no YAML.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/cases/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

using What = Expectation::What;

std::vector<std::string> statuses() {
    const auto& words = RuleResultKeys.find("status")->choices;
    return {words.begin(), words.end()};
}

// A status is a word, a share begins with a digit.
bool is_word(const Node& node) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return node.kind == NodeKind::Scalar && !node.text.empty() && letter(node.text.front());
}

class ExpectationReader {
public:
    explicit ExpectationReader(const SuiteContext& context)
        : context_(context), form_(context.form) {}

    std::vector<Expectation> read(const Node& node, Span key) {
        MapReader map(form_, node, key, ExpectKeys, "what a case expects");
        amount(map, "total", Kind::Number, {.what = What::Total});
        amount(map, "low", Kind::Number, {.what = What::Low});
        amount(map, "high", Kind::Number, {.what = What::High});
        amount(map, "assessed", Kind::Share, {.what = What::Assessed});
        rating(map, {.what = What::Rating});
        if (const auto* pillars = map.optional("pillars"))
            read_pillars(*pillars, map.key_span("pillars"));
        if (const auto* rules = map.optional("rules")) read_rules(*rules, map.key_span("rules"));
        rule_list(map, "tips", What::Tips);
        rule_list(map, "no-tips", What::NoTips);
        cautions(map);
        map.finish();
        if (expectations_.empty() && form_.diagnostics.errors() == errors_)
            form_.report(Code::WrongValue, key, "the case expects nothing");
        return std::move(expectations_);
    }

private:
    void add(Expectation expectation, const Node& node, std::string written) {
        expectation.span = node.span;
        expectation.written = std::move(written);
        expectations_.push_back(std::move(expectation));
    }

    void amount(MapReader& map, std::string_view key, Kind kind, Expectation expectation) {
        if (const auto* node = map.optional(key))
            amount(*node, map.key_span(key), kind, std::move(expectation));
    }

    void amount(const Node& node, Span key, Kind kind, Expectation expectation) {
        const auto read = read_amount(form_, node, key, kind);
        if (!read) return;
        expectation.amount = *read;
        add(std::move(expectation), node, node.text);
    }

    void choice(const Node& node, Span key, const std::vector<std::string>& known,
                Expectation expectation) {
        const auto at = read_choice(form_, node, key, known);
        expectation.ids = {known[at]};
        add(std::move(expectation), node, known[at]);
    }

    void rating(MapReader& map, Expectation expectation) {
        const auto* node = map.optional("rating");
        if (node == nullptr) return;
        std::vector<std::string> known;
        for (const auto& rating : context_.rulebook.ratings)
            known.push_back(rating.id);
        if (known.empty()) {
            form_.report(Code::NotFound, node->span, "the rulebook has no ratings");
            return;
        }
        choice(*node, map.key_span("rating"), known, std::move(expectation));
    }

    void read_pillars(const Node& node, Span place) {
        std::vector<std::string> known;
        for (const auto& pillar : context_.rulebook.pillars)
            known.push_back(pillar.id);
        for (const auto& [key, value] : read_entries(form_, node, place, "pillars")) {
            const auto at = std::find(known.begin(), known.end(), key.text);
            if (at == known.end()) {
                form_.report(Code::UnknownName, key.span, fmt::format("no pillar `{}`", key.text),
                             did_you_mean(key.text, known));
                continue;
            }
            const int pillar = static_cast<int>(at - known.begin());
            if (value.kind != NodeKind::Map) {
                amount(value, key.span, Kind::Number,
                       {.what = What::PillarPoints, .pillar = pillar});
                continue;
            }
            MapReader map(form_, value, key.span, PillarResultKeys, "a pillar");
            refuse_empty(value, key);
            amount(map, "points", Kind::Number, {.what = What::PillarPoints, .pillar = pillar});
            rating(map, {.what = What::PillarRating, .pillar = pillar});
            map.finish();
        }
    }

    void read_rules(const Node& node, Span place) {
        for (const auto& [key, value] : read_entries(form_, node, place, "rules")) {
            const auto rule = context_.rules.find(key);
            if (!rule) continue;
            const int index = rule->index;
            if (is_word(value)) {
                choice(value, key.span, statuses(), {.what = What::RuleStatus, .rule = index});
            } else if (value.kind != NodeKind::Map) {
                amount(value, key.span, Kind::Share, {.what = What::RuleShare, .rule = index});
            } else {
                refuse_empty(value, key);
                read_rule(value, key.span, *rule);
            }
        }
    }

    // What stands there but expects nothing would look as if it had been tested.
    void refuse_empty(const Node& map, const Node& key) {
        if (map.entries.empty())
            form_.report(Code::WrongValue, key.span,
                         fmt::format("nothing is expected of `{}`", key.text));
    }

    void read_rule(const Node& node, Span key, const RuleName& rule) {
        MapReader map(form_, node, key, RuleResultKeys, "a rule");
        const auto kind = context_.rulebook.nodes.at(rule.rule->measure).type.kind;
        amount(map, "value", kind, {.what = What::RuleValue, .rule = rule.index});
        amount(map, "share", Kind::Share, {.what = What::RuleShare, .rule = rule.index});
        amount(map, "points", Kind::Number, {.what = What::RulePoints, .rule = rule.index});
        if (const auto* status = map.optional("status"))
            choice(*status, map.key_span("status"), statuses(),
                   {.what = What::RuleStatus, .rule = rule.index});
        rating(map, {.what = What::RuleRating, .rule = rule.index});
        map.finish();
    }

    void rule_list(MapReader& map, std::string_view key, What what) {
        const auto* node = map.optional(key);
        if (node == nullptr) return;
        Expectation expectation{.what = what};
        if (read_list(*node, map.key_span(key))) {
            for (const auto& item : node->items) {
                if (const auto rule = context_.rules.find(item))
                    expectation.ids.push_back(rule->full);
            }
        }
        if (what == What::NoTips && node->kind == NodeKind::List && node->items.empty())
            form_.report(Code::WrongValue, map.key_span(key), "`no-tips` names no rule",
                         "`tips: []` says that there is no tip at all");
        add_ids(std::move(expectation), *node);
    }

    void cautions(MapReader& map) {
        const auto* node = map.optional("cautions");
        if (node == nullptr) return;
        std::vector<std::string> known;
        for (const auto& caution : context_.rulebook.cautions)
            known.push_back(caution.id);
        Expectation expectation{.what = What::Cautions};
        if (read_list(*node, map.key_span("cautions"))) {
            for (const auto& item : node->items) {
                const auto id = read_filled_text(form_, item, item.span);
                if (std::find(known.begin(), known.end(), id) == known.end() && !id.empty())
                    form_.report(Code::UnknownName, item.span, fmt::format("no caution `{}`", id),
                                 did_you_mean(id, known));
                expectation.ids.push_back(id);
            }
        }
        add_ids(std::move(expectation), *node);
    }

    bool read_list(const Node& node, Span key) {
        if (node.kind == NodeKind::List || node.refused) return !node.refused;
        form_.report(Code::WrongShape, key,
                     fmt::format("found {}, expected a list such as `[a, b]`", text_of(node.kind)),
                     "write `[]` for none");
        return false;
    }

    void add_ids(Expectation expectation, const Node& node) {
        auto written = expectation.ids.empty()
                           ? std::string("none")
                           : fmt::format("{}", fmt::join(expectation.ids, ", "));
        add(std::move(expectation), node, std::move(written));
    }

    const SuiteContext& context_;
    const Form& form_;
    std::vector<Expectation> expectations_;
    std::size_t errors_ = form_.diagnostics.errors();
};

}  // namespace

std::vector<Expectation> read_expectations(const SuiteContext& context, const Node& node,
                                           Span key) {
    return ExpectationReader(context).read(node, key);
}

}  // namespace colonnade::dsl
