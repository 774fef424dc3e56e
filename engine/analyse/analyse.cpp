// SPDX-License-Identifier: Apache-2.0
#include "engine/analyse/analyse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

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

class RuleAnalysis {
public:
    RuleAnalysis(const dsl::Form& form, const dsl::Node& root, const dsl::Pillar& pillar,
                 const dsl::Rule& rule, const PossibleValues::OfRule& possible,
                 const std::vector<dsl::Diagnostic>& bare_shares)
        : form_(form),
          root_(root),
          pillar_(pillar),
          rule_(rule),
          possible_(possible),
          bare_shares_(bare_shares) {}

    void run() const {
        condition();
        if (!possible_.measure.has_value() || is_explained()) return;
        if (rule_.is_pass) return pass();
        if (!makes_difference()) return;
        steps();
        best();
    }

private:
    dsl::Span at(std::string_view key) const {
        return dsl::place_of(root_, {"pillars", pillar_.id, "rules", rule_.id, key});
    }

    bool has(std::string_view key) const {
        const auto rule = at("");
        return !(at(key) == rule);
    }

    // `ratio > 60` has been reported as a share without its `%`; what follows from that is noise.
    bool is_explained() const {
        const auto place = at(rule_.is_pass ? "pass" : "measure");
        const auto line = form_.source_of(place)->place(place.begin).line;
        return std::any_of(bare_shares_.begin(), bare_shares_.end(), [&](const auto& finding) {
            return finding.source == form_.source_of(place) &&
                   finding.source->place(finding.span.begin).line == line;
        });
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
        const auto* points = steps_node();
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

    const dsl::Node* steps_node() const {
        const auto* node = &root_;
        for (const std::string_view key :
             {std::string_view("pillars"), std::string_view(pillar_.id), std::string_view("rules"),
              std::string_view(rule_.id), std::string_view("steps")}) {
            node = node->find(key);
            if (node == nullptr) return nullptr;
        }
        return node;
    }

    // Tips aim at the nearest of the best values.
    void best() const {
        const auto& best = rule_.curve.best;
        const auto& m = possible_.measure;
        if (best.min <= m.high && best.max >= m.low) return;
        static constexpr auto Keys =
            std::to_array<std::string_view>({"target", "full", "half", "line", "steps"});
        for (const auto key : Keys) {
            if (!has(key)) continue;
            // Steps that nobody reaches have been named.
            if (key == "steps") return;
            const bool aims = key == "target" || key == "half";
            form_.report(
                Code::OutOfReach, at(key),
                aims ? "tips aim at a value that the measure can never have"
                     : "full points are reached by nobody: the measure never has that value",
                key == "half" ? "they aim at four times `half`; name a `target`" : "");
            return;
        }
    }

    const dsl::Form& form_;
    const dsl::Node& root_;
    const dsl::Pillar& pillar_;
    const dsl::Rule& rule_;
    const PossibleValues::OfRule& possible_;
    const std::vector<dsl::Diagnostic>& bare_shares_;
};

}  // namespace

void analyse(const LoadedRulebook& loaded, dsl::Diagnostics& diagnostics) {
    const auto& rulebook = loaded.rulebook;
    const auto& root = loaded.document.root;
    const dsl::Form form{loaded.document.sources, diagnostics};
    dsl::report_unused(form, root, rulebook);
    const auto possible = possible_values(rulebook, loaded.catalogue, loaded.program);
    auto bare_shares = diagnostics.sorted();
    std::erase_if(bare_shares, [](const auto& f) { return f.code != Code::BareShare; });
    std::size_t next = 0;
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            RuleAnalysis(form, root, pillar, rule, possible.rules[next++], bare_shares).run();
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
