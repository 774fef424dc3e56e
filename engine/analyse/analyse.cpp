// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/analyse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "dsl/analyse/place.hpp"
#include "dsl/analyse/unused.hpp"
#include "dsl/form/reader.hpp"
#include "engine/analyse/possible.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;
using dsl::Curve;

// The one value that a yes/no can have.
std::optional<bool> constant_of(const Interval& value) {
    if (!value.has_value() || value.low != value.high) return std::nullopt;
    return value.low != 0;
}

using Line = std::pair<const dsl::Source*, std::uint32_t>;
using Lines = std::set<Line>;

Line line_of(const dsl::Source& source, dsl::Span span) {
    return {&source, source.place(span.begin).line};
}

Lines lines_with(Code code, const dsl::Diagnostics& diagnostics) {
    Lines lines;
    for (const auto& finding : diagnostics.sorted()) {
        if (finding.code == code) lines.insert(line_of(*finding.source, finding.span));
    }
    return lines;
}

class RuleAnalysis {
public:
    // `entry` is what `rule` was read from.
    RuleAnalysis(const dsl::Form& form, const dsl::Entry& entry, const dsl::Rule& rule,
                 const PossibleValues::OfRule& possible, const Lines& bare_shares)
        : form_(form), entry_(entry), rule_(rule), possible_(possible), bare_shares_(bare_shares) {}

    void run() const {
        condition();
        if (!possible_.measure.has_value() || is_explained()) return;
        if (rule_.is_pass) return pass();
        if (!makes_difference()) return;
        steps();
        best();
    }

private:
    // The rule's own place where it does not have the key.
    dsl::Span at(std::string_view key) const {
        const auto* found = entry_.value.entry(key);
        return found == nullptr ? entry_.key.span : found->key.span;
    }

    bool has(std::string_view key) const { return entry_.value.entry(key) != nullptr; }

    // `ratio > 60` has been reported as a share without its `%`; what follows from that is noise.
    bool is_explained() const {
        const auto place = at(rule_.is_pass ? "pass" : "measure");
        return bare_shares_.contains(line_of(*form_.source_of(place), place));
    }

    void condition() const {
        if (rule_.condition < 0) return;
        const auto constant = constant_of(possible_.condition);
        if (!constant) return;
        form_.report(Code::ConstantCondition, at("if"),
                     *constant ? "the condition is true for everybody"
                               : "the condition is true for nobody: the rule never applies",
                     *constant ? "leave the `if` out" : "");
    }

    void pass() const {
        const auto constant = constant_of(possible_.measure);
        if (!constant) return;
        form_.report(Code::NoDifference, at("pass"),
                     *constant ? "true for everybody: no points are ever lost here"
                               : "false for everybody: no points are ever earned here");
    }

    bool makes_difference() const {
        const auto& m = possible_.measure;
        const auto shares = dsl::shares_between(rule_.curve, m.low, m.high);
        if (shares.low < shares.high) return true;
        form_.report(Code::NoDifference, at("measure"),
                     shares.high <= 0  ? "no value that the measure can have earns any points"
                     : shares.low >= 1 ? "every value that the measure can have earns all points"
                                       : "every value that the measure can have earns the same");
        return false;
    }

    void steps() const {
        const auto& curve = rule_.curve;
        const bool up = curve.form == Curve::Form::StepsUp;
        if (!up && curve.form != Curve::Form::StepsDown) return;
        const auto* points = entry_.value.find("steps");
        if (points == nullptr || points->entries.size() != curve.points.size()) return;
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            const double step = curve.points[i].at;
            if (up ? step <= possible_.measure.high : step >= possible_.measure.low) continue;
            const auto& key = points->entries[i].key;
            form_.report(Code::OutOfReach, key.span,
                         fmt::format("the step `{}` is reached by nobody: the measure is always {}",
                                     key.text, up ? "less" : "more"));
        }
    }

    // Tips aim at the nearest of the best values.
    void best() const {
        const auto& best = rule_.curve.best;
        const auto& m = possible_.measure;
        if (best.min <= m.high && best.max >= m.low) return;
        static constexpr auto Keys =
            std::to_array<std::string_view>({"target", "full", "half", "p10", "line", "steps"});
        for (const auto key : Keys) {
            if (!has(key)) continue;
            // Steps that nobody reaches have been named.
            if (key == "steps") return;
            const bool aims = key == "target" || key == "half" || key == "p10";
            form_.report(
                Code::OutOfReach, at(key),
                aims ? "tips aim at a value that the measure can never have"
                     : "full points are reached by nobody: the measure never has that value",
                key == "half" ? "they aim at four times `half`; name a `target`" : "");
            return;
        }
    }

    const dsl::Form& form_;
    const dsl::Entry& entry_;
    const dsl::Rule& rule_;
    const PossibleValues::OfRule& possible_;
    const Lines& bare_shares_;
};

}  // namespace

void analyse(const LoadedRulebook& loaded, dsl::Diagnostics& diagnostics) {
    const auto& rulebook = loaded.rulebook;
    const auto& root = loaded.document.root;
    const dsl::Form form{loaded.document.sources, diagnostics};
    dsl::report_unused(form, root, rulebook);
    const auto possible = possible_values(rulebook, loaded.catalogue, loaded.program);
    const auto bare_shares = lines_with(Code::BareShare, diagnostics);
    std::size_t next = 0;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& rules = rulebook.pillars[p].rules;
        // Without errors every entry has become a rule, in the same order.
        const auto& entries = root.find("pillars")->entries[p].value.find("rules")->entries;
        for (std::size_t r = 0; r < rules.size(); ++r)
            RuleAnalysis(form, entries[r], rules[r], possible.rules[next++], bare_shares).run();
    }
    for (std::size_t i = 0; i < rulebook.cautions.size(); ++i) {
        const auto constant = constant_of(possible.cautions[i]);
        if (!constant) continue;
        form.report(
            Code::ConstantCondition,
            dsl::place_of(root, {"cautions", rulebook.cautions[i].id, "when"}),
            *constant ? "the caution is shown to everybody" : "the caution is shown to nobody");
    }
}

}  // namespace colonnade::engine
