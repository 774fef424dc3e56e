// SPDX-License-Identifier: Apache-2.0
// One rule: what it measures, how that becomes points, and what to say about it.
#include <fmt/format.h>

#include "dsl/expr/typed_instead.hpp"
#include "dsl/form/rewrite.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/read_parts.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

class RuleReader {
public:
    RuleReader(ReadContext& context, const Node& key, const Node& node)
        : context_(context),
          form_(context.form),
          map_(context.form, node, key.span, RuleKeys, "the rule `" + key.text + '`') {
        rule_.id = read_id(form_, key, key.span);
        rule_.span = key.span;
    }

    Rule read() {
        if (!map_.is_map()) return std::move(rule_);
        if (const auto* title = map_.required("title"))
            rule_.title = read_texts(form_, *title, map_.key_span("title"));
        if (const auto* points = map_.required("points")) {
            rule_.points = read_number(form_, *points, map_.key_span("points"));
        }
        measure_and_curve();
        options();
        tip();
        because();
        map_.finish();
        return std::move(rule_);
    }

private:
    void measure_and_curve() {
        const auto* pass = map_.optional("pass");
        const auto* measure = map_.optional("measure");
        if ((pass != nullptr) == (measure != nullptr)) {
            form_.report(
                Code::CurveCount, rule_.span,
                pass != nullptr ? "`pass` and `measure` in one rule" : "no `pass` and no `measure`",
                "a rule has one of the two");
            ask_for_curve(false);
            return;
        }
        rule_.is_pass = pass != nullptr;
        const auto& scalar = rule_.is_pass ? *pass : *measure;
        const auto checked =
            rule_.is_pass ? context_.checker.condition(scalar) : context_.checker.value(scalar);
        if (!checked && keep_open()) return;
        if (checked) rule_.measure = checked->node;
        if (checked) rule_.written = checked->written;
        if (rule_.is_pass) {
            rule_.curve.points = {{0, 0}, {1, 1}};
            rule_.curve.best = {1, 1};
            ask_for_curve(true);
        } else {
            Type type = checked ? checked->type : Type{};
            const bool is_amount_or_moment = is_amount(type.kind) || type.is_moment();
            if (checked && !is_amount_or_moment) {
                form_.report(Code::WrongType, scalar.span,
                             fmt::format("the measure is {}", with_article(type.kind)),
                             type.is(Kind::YesNo) ? "write `pass:` for a yes/no"
                                                  : "measure a number of it, such as `words(…)`");
                type = {};
            }
            read_curve(form_, map_, type, rule_);
        }
    }

    // A measure with a function that was refused: the rule stays, worth what it says, and may turn
    // out to earn anything.
    bool keep_open() {
        const auto open = context_.checker.refused();
        if (!open) return false;
        rule_.measure = open->node;
        rule_.written = open->written;
        rule_.curve.points = {{0, 0}, {1, 1}};
        rule_.curve.best = {1, 1};
        ask_for_curve(false);
        return true;
    }

    // Where no curve belongs: so that its keys are known, and reported beside `pass`.
    void ask_for_curve(bool report) {
        for (const auto* key :
             {"full", "none", "steps", "line", "half", "median", "p10", "target", "better"}) {
            if (map_.optional(key) == nullptr || !report) continue;
            form_.report(Code::CurveCount, map_.key_span(key),
                         fmt::format("`{}` beside `pass`", key),
                         "`pass` is all or nothing; a curve belongs to `measure`");
        }
    }

    void options() {
        if (const auto* condition = map_.optional("if")) {
            auto checked = context_.checker.condition(*condition);
            if (!checked) checked = context_.checker.refused();
            if (checked) {
                rule_.condition = checked->node;
                rule_.condition_written = checked->written;
            }
        }
        const auto* unknown = map_.optional("unknown");
        if (unknown != nullptr) {
            const auto choice =
                read_choice(form_, *unknown, map_.key_span("unknown"), map_.choices("unknown"));
            rule_.unknown = choice == 1 ? UnknownPolicy::None : UnknownPolicy::Skip;
        }
        if (const auto* cap = map_.optional("cap")) {
            rule_.cap = read_share(form_, *cap, map_.key_span("cap"));
            if (!rule_.is_pass) {
                form_.report(Code::CurveForm, map_.key_span("cap"),
                             "`cap` on a rule with a `measure`", "`cap` belongs to `pass`");
            }
        }
        if (const auto* from = map_.optional("from")) rule_.from = read_day(*from, "from");
        if (const auto* until = map_.optional("until")) rule_.until = read_day(*until, "until");
        if (rule_.from && rule_.until && *rule_.from > *rule_.until) {
            form_.report(Code::EmptyPeriod, map_.key_span("until"),
                         "the last day is before the first: the rule never applies",
                         "`from` is the first day on which it applies, `until` the last");
        }
        warn_about_gaps(unknown != nullptr);
    }

    std::optional<std::int64_t> read_day(const Node& node, std::string_view key) {
        const auto& text = read_filled_text(form_, node, map_.key_span(key));
        const auto day = parse_date(text);
        if (!day && !text.empty()) {
            const auto meant = value_meant_by(text, {0, 1});
            const bool is_date = meant && parse_date(*meant);
            form_.report(
                Code::WrongValue, node.span,
                fmt::format("found `{}`, expected a date such as `2026-01-31`", text),
                is_date ? fmt::format("write `{}`", *meant) : "", {},
                is_date ? rewrite(*form_.source_of(node.span), node, *meant) : std::vector<Edit>());
        }
        return day;
    }

    void warn_about_gaps(bool has_policy) {
        if (rule_.measure < 0) return;
        const auto& nodes = context_.rulebook.nodes;
        const auto place = map_.key_span(rule_.is_pass ? "pass" : "measure");
        if (rule_.condition < 0 && !has_policy && may_lack_value(nodes, rule_.measure)) {
            form_.report(
                Code::MayHaveNoValue, place,
                "the measure has no value where a list is empty; the rule is then not assessed",
                "say what is meant: `if: has LIST`, `unknown: none`, or `unknown: skip`");
        }
        if (rule_.is_pass && nodes.at(rule_.measure).op == Op::Known) {
            form_.report(Code::KnownDecides, place,
                         "`known` decides points: a person is judged by what the data holds",
                         "use `has`, which is unknown where the data cannot tell");
        }
    }

    void tip() {
        if (const auto* effort = map_.optional("effort")) read_effort(*effort);
        const auto* tip = map_.optional("tip");
        if (tip == nullptr) {
            form_.report(Code::NoTip, rule_.span,
                         fmt::format("the rule `{}` has no tip", rule_.id));
            return;
        }
        const bool number = !rule_.is_pass;
        const auto kind =
            rule_.measure < 0 ? Kind::Error : context_.rulebook.nodes.at(rule_.measure).type.kind;
        const Placeholders allowed{
            .value = number, .target = number, .missing = number, .gain = true, .kind = kind};
        rule_.tip = read_templates(context_, *tip, map_.key_span("tip"), allowed);
        if (!rule_.has_effort && map_.optional("effort") == nullptr) {
            form_.report(Code::NoEffort, rule_.span,
                         fmt::format("the rule `{}` has a tip without an effort", rule_.id),
                         "60 minutes are assumed; write for instance `effort: 30 minutes`");
        }
    }

    void read_effort(const Node& node) {
        const auto& text = read_filled_text(form_, node, map_.key_span("effort"));
        if (text.empty()) return;
        auto parsed = parse_effort(text);
        if (const auto* problem = std::get_if<SyntaxProblem>(&parsed)) {
            form_.report(Code::ExpressionSyntax, form_.inside(node, problem->span),
                         problem->message,
                         "write `30 minutes`, `90 minutes per week` or `5 minutes each`");
            return;
        }
        rule_.effort = std::get<Effort>(parsed);
        rule_.has_effort = true;
    }

    void because() {
        const auto* node = map_.optional("because");
        if (node == nullptr) return;
        MapReader map(form_, *node, map_.key_span("because"), BecauseKeys, "`because`");
        rule_.because.text.reserve(form_.languages.size());
        for (const auto& language : form_.languages) {
            if (const auto* text = map.required(language)) {
                rule_.because.text.set(language, read_text(form_, *text, map.key_span(language)));
            }
        }
        if (const auto* source = map.optional("source")) {
            rule_.because.source = read_text(form_, *source, map.key_span("source"));
        }
        if (const auto* evidence = map.optional("evidence")) {
            const auto known = map.choices("evidence");
            rule_.because.evidence =
                known[read_choice(form_, *evidence, map.key_span("evidence"), known)];
        }
        map.finish();
    }

    ReadContext& context_;
    const Form& form_;
    MapReader map_;
    Rule rule_;
};

}  // namespace

Rule read_rule(ReadContext& context, const Node& key, const Node& node) {
    return RuleReader(context, key, node).read();
}

}  // namespace colonnade::dsl
