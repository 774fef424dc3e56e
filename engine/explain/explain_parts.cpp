// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/explain_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "dsl/text/unicode.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;
using dsl::Op;
using dsl::TypedNode;

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

// What the author did not write: it has the piece of what was written around it, as the `as_of` in
// `age(d)` and the equalities in `x in (a, b)` have.
bool is_written(const TypedNode& part, const TypedNode& whole, const dsl::TypedNodes& nodes) {
    if (part.written != whole.written) return true;
    if (part.span == whole.span) return false;
    const bool member =
        whole.op == Op::Or && part.op == Op::Equal && part.span == nodes.at(part.args.back()).span;
    return !member;
}

// What is read off the text itself.
bool is_literal(Op op) {
    return op == Op::Constant || op == Op::TextConstant || op == Op::AsOf || op == Op::WordsValue;
}

class PartExplainer {
public:
    PartExplainer(const ScoredBatch& scored, std::size_t row, std::string_view language)
        : scored_(scored),
          rulebook_(scored.loaded().rulebook),
          program_(scored.loaded().program),
          row_(row),
          language_(language) {
        for (const auto& define : rulebook_.defines)
            defines_.emplace(define.node, &define);
    }

    ExplainedPart explain(int node, const dsl::Display& display) { return part(node, -1, display); }

private:
    // `list` is the ListValue whose elements the node is about, or -1.
    // NOLINTNEXTLINE(misc-no-recursion): as deep as the parser lets an expression be.
    ExplainedPart part(int node, int list, const dsl::Display& display) {
        const auto& typed = rulebook_.nodes.at(node);
        ExplainedPart part;
        part.type = typed.type;
        place(node, part);
        value(node, list, display, part);
        if (const auto define = defines_.find(node); define != defines_.end()) {
            part.define = define->second->name;
            part.seen_above = !seen_.insert(node).second;
            if (part.seen_above) return part;
        }
        std::vector<int> written;
        collect(typed, written);
        const int inner = list_of(typed, node, list);
        for (const int arg : written)
            part.parts.push_back(this->part(arg, inner, {}));
        return part;
    }

    // The list that the parts of a node are about.
    int list_of(const TypedNode& typed, int node, int list) const {
        if (typed.op == Op::ListValue) return node;
        const bool aggregate = typed.op >= Op::Count && typed.op <= Op::Gap;
        return aggregate ? typed.args.front() : list;
    }

    void place(int node, ExplainedPart& part) const {
        const auto& typed = rulebook_.nodes.at(node);
        part.piece = dsl::written_at(rulebook_.nodes, node);
        const auto span = rulebook_.nodes.texts.at(index(typed.written)).place(typed.span);
        const auto& source = *rulebook_.sources.at(span.file);
        const auto at = source.place(span.begin);
        part.file = source.name();
        part.line = at.line;
        part.column = at.column;
    }

    // The nearest parts that the author wrote, each once.
    void collect(const TypedNode& whole, std::vector<int>& found) {  // NOLINT(misc-no-recursion)
        for (const int arg : whole.args) {
            const auto& part = rulebook_.nodes.at(arg);
            const bool named = defines_.contains(arg);
            if (!named && !is_written(part, whole, rulebook_.nodes)) {
                collect(part, found);
            } else if ((named || !is_literal(part.op)) &&
                       std::find(found.begin(), found.end(), arg) == found.end() &&
                       !repeats(part, found)) {
                found.push_back(arg);
            }
        }
    }

    // `latest(posts)` means the times of the posts: no piece of their own.
    bool repeats(const TypedNode& part, const std::vector<int>& found) const {
        return std::any_of(found.begin(), found.end(), [&](int other) {
            const auto& known = rulebook_.nodes.at(other);
            return known.written == part.written && known.span == part.span;
        });
    }

    void value(int node, int list, const dsl::Display& display, ExplainedPart& part) const {
        const auto& typed = rulebook_.nodes.at(node);
        const int instruction = program_.places[index(node)];
        if (typed.op == Op::ListValue) {
            part.elements = list_tally(node);
            part.narrowed = !typed.args.empty();
        } else if (program_.at(instruction).scope >= 0) {
            part.each = true;
            part.elements = each_tally(instruction, list);
            return;
        } else {
            single(instruction, display, part);
        }
        if (!part.value && !part.elements) part.missing = missing(node);
    }

    void single(int instruction, const dsl::Display& display, ExplainedPart& part) const {
        const auto& evaluator = scored_.evaluator();
        if (part.type.is(Kind::Text) && program_.at(instruction).is_text()) {
            const auto& text = evaluator.text(instruction);
            if (text.known[row_] == 0) return;
            part.value = static_cast<double>(dsl::code_point_count(text.value[row_]));
            part.shown = characters_text(*part.value, language_);
            return;
        }
        const auto& slot = evaluator.slot(instruction);
        if (slot.known[row_] == 0) return;
        part.value = slot.value[row_];
        part.shown = value_text(slot.value[row_], part.type, display, language_);
    }

    bool is_list_known(int fact) const {
        return scored_.batch().lists[index(fact)].known.test(row_);
    }

    // The value of an instruction for one element, or for the whole profile.
    std::optional<double> value_at(int instruction, std::size_t element) const {
        const auto& in = program_.at(instruction);
        const auto at = in.scope < 0 ? row_ : element;
        if (in.is_text()) {
            const bool known = scored_.evaluator().text(instruction).known[at] != 0;
            return known ? std::optional<double>(1) : std::nullopt;
        }
        const auto& slot = scored_.evaluator().slot(instruction);
        return slot.known[at] != 0 ? std::optional<double>(slot.value[at]) : std::nullopt;
    }

    std::optional<Tally> list_tally(int node) const {
        const auto& typed = rulebook_.nodes.at(node);
        if (!is_list_known(typed.fact)) return std::nullopt;
        const auto& list = scored_.batch().lists[index(typed.fact)];
        const int base = program_.places[index(node)];
        const int condition = typed.args.empty() ? -1 : program_.places[index(typed.args.front())];
        Tally tally;
        for (auto e = list.begin(row_); e < list.end(row_); ++e) {
            const auto inside = value_at(base, e);
            if (inside && *inside == 0) continue;
            const auto holds = condition < 0 ? std::optional<double>(1) : value_at(condition, e);
            count(holds && !inside && *holds != 0 ? std::nullopt : holds, tally);
        }
        return tally;
    }

    static void count(std::optional<double> holds, Tally& tally) {
        auto& into = !holds ? tally.undecided : *holds != 0 ? tally.in : tally.out;
        ++into;
    }

    std::optional<Tally> each_tally(int instruction, int list) const {
        const int fact = program_.at(instruction).scope;
        if (!is_list_known(fact)) return std::nullopt;
        const auto& column = scored_.batch().lists[index(fact)];
        const bool yes_no = program_.at(instruction).type.is(Kind::YesNo);
        const int base =
            list < 0 || rulebook_.nodes.at(list).fact != fact ? -1 : program_.places[index(list)];
        Tally tally;
        for (auto e = column.begin(row_); e < column.end(row_); ++e) {
            const auto inside = base < 0 ? std::optional<double>(1) : value_at(base, e);
            if (inside && *inside == 0) continue;
            auto value = value_at(instruction, e);
            if (value && !yes_no) value = 1;
            count(value, tally);
        }
        return tally;
    }

    std::vector<MissingFact> missing(int node) const {
        std::vector<MissingFact> facts;
        for (const int fact : dsl::facts_of(rulebook_.nodes, node)) {
            if (!is_fact_unknown(scored_, fact, row_)) continue;
            const auto& declared = scored_.loaded().catalogue.facts[index(fact)];
            facts.push_back({declared.name, std::string(declared.title.in(language_))});
        }
        return facts;
    }

    const ScoredBatch& scored_;
    const dsl::Rulebook& rulebook_;
    const Program& program_;
    std::size_t row_;
    std::string_view language_;
    std::map<int, const dsl::Define*> defines_;  // by node
    std::set<int> seen_;                         // defines explained before
};

}  // namespace

void add_parts(const ScoredBatch& scored, std::size_t row, Result& result) {
    PartExplainer explainer(scored, row, result.language);
    const auto& pillars = scored.loaded().rulebook.pillars;
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        for (std::size_t r = 0; r < pillars[p].rules.size(); ++r) {
            const auto& rule = pillars[p].rules[r];
            auto& shown = result.pillars[p].rules[r];
            shown.measure_part = explainer.explain(rule.measure, rule.curve.display);
            if (rule.condition >= 0) shown.condition_part = explainer.explain(rule.condition, {});
        }
    }
}

}  // namespace colonnade::engine
