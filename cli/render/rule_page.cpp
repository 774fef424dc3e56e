// SPDX-License-Identifier: Apache-2.0
// Everything that one rule says, on a page of 80 columns.
#include <fmt/format.h>

#include <filesystem>

#include "cli/render/canvas.hpp"
#include "cli/render/curve_chart.hpp"
#include "cli/render/evidence.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/rulebook_pages.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"
#include "engine/phrase/phrase.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording Measures{"Misst", "Measures"};
constexpr Wording Passes{"Erfüllt, wenn", "Passes when"};
constexpr Wording Written{"Geschrieben", "Written as"};
constexpr Wording Worth{"Wert", "Worth"};
constexpr Wording WorthText{"{0} von {1} Punkten der Säule „{2}“, {3} von 100",
                            "{0} of {1} points of the pillar “{2}”, {3} of 100"};
constexpr Wording OnlyWhen{"Nur, wenn", "Only when"};
constexpr Wording InForce{"Gilt", "In force"};
constexpr Wording Since{"ab {0}", "from {0}"};
constexpr Wording Until{"bis {0}", "until {0}"};
constexpr Wording Unknown{"Unbekannt", "If unknown"};
constexpr Wording Skipped{"wird nicht bewertet; die Punkte verteilen sich auf die übrigen Regeln",
                          "is not assessed; its points are shared out over the other rules"};
constexpr Wording None{"gibt keine Punkte: so will es das Regelwerk",
                       "earns no points: the rulebook wants it so"};
constexpr Wording Cap{"Obergrenze", "Cap"};
constexpr Wording CapText{"solange nicht erfüllt, erhält die Säule höchstens {0}",
                          "while it fails, the pillar gets at most {0}"};
constexpr Wording Target{"Ziel", "Target"};
constexpr Wording Effort{"Aufwand", "Effort"};
constexpr Wording Assumed{"{0} (angenommen)", "{0} (assumed)"};
constexpr Wording Tip{"Tipp", "Tip"};
constexpr Wording Because{"Grund", "Because"};
constexpr Wording Source{"Quelle", "Source"};
constexpr Wording Place{"Steht in", "Stands in"};
constexpr Wording Value{"Wert der Messung", "Measured"};
constexpr Wording Share{"Anteil", "Share"};
constexpr Wording PointsOf100{"Punkte von 100", "Points of 100"};

class RulePage {
public:
    RulePage(const engine::LoadedRulebook& loaded, RuleAt at, std::string_view language)
        : rulebook_(loaded.rulebook),
          catalogue_(loaded.catalogue),
          at_(at),
          pillar_(loaded.rulebook.pillars[at.pillar]),
          rule_(pillar_.rules[at.rule]),
          language_(language) {}

    std::string text() {
        out_ = clean(rule_.title.in(language_)) + "\n";
        row(Place, fmt::format("{} ({}.{})", place(rule_.span), pillar_.id, rule_.id));
        out_ += "\n";
        measure();
        curve();
        conditions();
        advice();
        return std::move(out_);
    }

private:
    std::string word(Wording wording, const std::vector<std::string>& parts = {}) const {
        return engine::worded(wording, language_, parts);
    }
    std::string shown(double value, dsl::Kind kind) const {
        return engine::value_text(value, {kind}, {}, language_);
    }

    // `file:line:column`, of the file its name alone.
    std::string place(dsl::Span span) const {
        const auto& source = *rulebook_.sources.at(span.file);
        const auto at = source.place(span.begin);
        return fmt::format("{}:{}:{}", std::filesystem::path(source.name()).filename().string(),
                           at.line, at.column);
    }

    void row(Wording label, std::string_view text) { row(word(label), text); }
    void row(const std::string& label, std::string_view text) {
        out_ += paragraph(padded(label, 15), text);
    }

    void phrase(Wording label, int node, int written) {
        const auto phrase = engine::phrase_of(rulebook_, catalogue_, node, language_);
        row(label, phrase.text);
        for (const auto& note : phrase.notes)
            row("", fmt::format("{}: {}", note.name, note.text));
        text_of(Written, written);
        for (const auto* define : phrase.defines)
            text_of({}, define->written, define->name + ": ");
    }

    void text_of(Wording label, int written, const std::string& name = {}) {
        const auto& text = rulebook_.nodes.texts.at(static_cast<std::size_t>(written));
        row(label, fmt::format("{}{}   ({})", name, text.text, place(text.span)));
    }

    void measure() {
        phrase(rule_.is_pass ? Passes : Measures, rule_.measure, rule_.written);
        double points = 0;
        for (const auto& rule : pillar_.rules)
            points += rule.points;
        row(Worth, word(WorthText, {engine::number_text(rule_.points, language_),
                                    engine::number_text(points, language_),
                                    std::string(pillar_.title.in(language_)),
                                    points_text(worth_of(rulebook_, at_), language_)}));
    }

    void curve() {
        const auto& type = rulebook_.nodes.at(rule_.measure).type;
        out_ += fmt::format("\n  {} {} {}\n", padded(word(Value), 30), padded_left(word(Share), 8),
                            padded_left(word(PointsOf100), 16));
        for (const auto& line : curve_rows(rule_.curve, type, language_)) {
            out_ += fmt::format(
                "  {} {} {}\n", padded(line.value, 30),
                padded_left(shown(line.share, dsl::Kind::Share), 8),
                padded_left(points_text(line.share * worth_of(rulebook_, at_), language_), 16));
        }
        if (!rule_.is_pass) out_ += "\n" + render_chart(rule_.curve, type, language_);
        out_ += "\n";
        const auto target =
            engine::target_text(rule_.curve, type, engine::TargetStyle::Full, language_);
        if (!rule_.is_pass && !target.empty()) row(Target, target);
    }

    void conditions() {
        if (rule_.condition >= 0) phrase(OnlyWhen, rule_.condition, rule_.condition_written);
        std::string days;
        if (rule_.from) days = word(Since, {date(*rule_.from)});
        if (rule_.until) days += (days.empty() ? "" : " ") + word(Until, {date(*rule_.until)});
        if (!days.empty()) row(InForce, days);
        row(Unknown, word(rule_.unknown == dsl::UnknownPolicy::None ? None : Skipped));
        if (rule_.cap) row(Cap, word(CapText, {shown(*rule_.cap, dsl::Kind::Share)}));
    }

    std::string date(std::int64_t day) const {
        return shown(static_cast<double>(day), dsl::Kind::Date);
    }

    void advice() {
        for (const auto& tip : rule_.tip) {
            if (tip.language == language_) row(Tip, written(tip));
        }
        const auto effort = effort_text(rule_.effort.minutes, rule_.effort.per, language_);
        if (!rule_.tip.empty()) row(Effort, rule_.has_effort ? effort : word(Assumed, {effort}));
        const auto& because = rule_.because;
        if (!because.text.empty()) row(Because, because.text.in(language_));
        if (because.source.empty()) return;
        const auto evidence = evidence_text(because.evidence, language_);
        row(Source, because.source + (evidence.empty() ? "" : fmt::format(" ({})", evidence)));
    }

    static std::string written(const dsl::Template& text) {
        std::string words;
        for (const auto& part : text.parts)
            words += part.words;
        return words;
    }

    const dsl::Rulebook& rulebook_;
    const dsl::Catalogue& catalogue_;
    RuleAt at_;
    const dsl::Pillar& pillar_;
    const dsl::Rule& rule_;
    std::string_view language_;
    std::string out_;
};

}  // namespace

std::string render_rule_page(const engine::LoadedRulebook& loaded, RuleAt at,
                             std::string_view language) {
    return RulePage(loaded, at, language).text();
}

}  // namespace colonnade::cli
