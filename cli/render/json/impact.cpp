// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "cli/json.hpp"
#include "cli/render/impact.hpp"
#include "cli/render/json/head.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

// Version of the form.
constexpr int ImpactVersion = 1;
// Classes of moves are a point wide.
constexpr int ClassWidth = 10;

double points(int tenths) {
    return engine::Decimals(1).value(tenths);
}

double sum(std::int64_t units) {
    return engine::Decimals(JsonDecimals).value(units);
}

JsonValue book_json(const ImpactBook& book) {
    return {
        {"id", book.id}, {"title", book.title}, {"edition", book.edition}, {"sha256", book.sha256}};
}

JsonValue people_json(const Changes& changes) {
    return {{"all", changes.people()},
            {"compared", changes.compared},
            {"gained_score", changes.gained},
            {"lost_score", changes.lost},
            {"without_score", changes.without},
            {"became_provisional", changes.became_provisional},
            {"no_longer_provisional", changes.no_longer_provisional},
            {"failed", changes.failed}};
}

JsonValue class_json(int from, int to, std::size_t people) {
    return {{"from", points(from)}, {"to", points(to)}, {"people", people}};
}

// From the lowest to the highest, those with people.
JsonValue classes_json(const Moves& moves) {
    JsonValue classes = JsonValue::array();
    const auto add = [&](int least, int most, int from, int to) {
        if (const auto people = moves.people(least, most); people > 0)
            classes.push_back(class_json(from, to, people));
    };
    constexpr int Classes = Moves::Most / ClassWidth;
    for (int c = Classes; c >= 0; --c) {
        const int least = std::max(1, c * ClassWidth);
        const int most = std::min(Moves::Most, (c + 1) * ClassWidth - 1);
        add(-most, -least, -most, -least);
    }
    add(0, 0, 0, 0);
    for (int c = 0; c <= Classes; ++c) {
        const int least = std::max(1, c * ClassWidth);
        const int most = std::min(Moves::Most, (c + 1) * ClassWidth - 1);
        add(least, most, least, most);
    }
    return classes;
}

JsonValue move_json(const Changes& changes, const Means& means) {
    const bool any = changes.compared > 0;
    const auto mean = [&](double value) { return any ? JsonValue(value) : JsonValue(nullptr); };
    const auto up = changes.moves.people(1, Moves::Most);
    const auto down = changes.moves.people(-Moves::Most, -1);
    return {{"mean_old", mean(means.before)},
            {"mean_new", mean(means.after)},
            {"mean", mean(means.move)},
            {"sum", sum(changes.after - changes.before)},
            {"moved", up + down},
            {"up", up},
            {"down", down},
            {"largest_up", points(changes.moves.largest_up())},
            {"largest_down", points(changes.moves.largest_down())},
            {"classes", classes_json(changes.moves)}};
}

std::string_view side_of(ImpactRule::In in) {
    switch (in) {
        case ImpactRule::In::Added:
            return "new";
        case ImpactRule::In::Removed:
            return "old";
        case ImpactRule::In::Both:
            break;
    }
    return "both";
}

JsonValue rules_json(const ImpactReport& report, const Means& means) {
    JsonValue rules = JsonValue::array();
    for (const auto& rule : report.rules) {
        const auto& change = report.changes.rules[rule.place];
        rules.push_back({{"rule", rule.name},
                         {"title", rule.title},
                         {"in", side_of(rule.in)},
                         {"mean", means.rules[rule.place]},
                         {"sum", sum(change.sum)},
                         {"people", change.people}});
    }
    return rules;
}

// Nothing where a rulebook has no ratings.
JsonValue ratings_json(const ImpactReport& report) {
    if (!report.has_ratings) return nullptr;
    JsonValue steps = JsonValue::array();
    for (const auto& step : report.ratings)
        steps.push_back({{"old", rating_json(step.before)},
                         {"new", rating_json(step.after)},
                         {"people", step.people}});
    return {{"crossed", report.crossed}, {"steps", std::move(steps)}};
}

JsonValue movers_json(const ImpactReport& report) {
    JsonValue movers = JsonValue::array();
    for (const auto& [mover, before, after] : report.movers) {
        movers.push_back({{"id", mover.id},
                          {"move", points(mover.move())},
                          {"old", points(mover.before)},
                          {"new", points(mover.after)},
                          {"old_rating", rating_json(before)},
                          {"new_rating", rating_json(after)}});
    }
    return movers;
}

JsonValue impact_gate_json(const ImpactGate& gate) {
    return {{"gate", gate.what == ImpactGate::What::Moved ? "moved" : "crossed"},
            {"asked", gate.asked},
            {"passed", gate.passed},
            {"limit", gate.limit},
            {"actual", number_json(gate.actual)}};
}

}  // namespace

std::string render_impact_json(const ImpactReport& report) {
    const auto means = means_of(report.changes, JsonDecimals);
    JsonValue json{{"colonnade", COLONNADE_VERSION},
                   {"impact", ImpactVersion},
                   {"language", report.language},
                   {"old", book_json(report.before)},
                   {"new", book_json(report.after)},
                   {"people", people_json(report.changes)},
                   {"moves", move_json(report.changes, means)},
                   {"ratings", ratings_json(report)},
                   {"rules", rules_json(report, means)},
                   {"caps", {{"mean", means.caps}, {"sum", sum(report.changes.caps)}}},
                   {"movers", movers_json(report)},
                   {"gates", JsonValue::array()}};
    for (const auto& gate : report.gates)
        json["gates"].push_back(impact_gate_json(gate));
    return json_document(json);
}

}  // namespace colonnade::cli
