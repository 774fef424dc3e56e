// SPDX-License-Identifier: Apache-2.0
#include "cli/import_report.hpp"

#include <algorithm>

#include "cli/lenient_json.hpp"
#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

ReportedFact read_fact(const ForeignJson& json, const std::string& language) {
    ReportedFact fact;
    fact.name = text_in(json, "fact");
    fact.state = text_in(json, "state");
    fact.reason = text_in(json, "reason");
    fact.from = text_in(json, "from");
    fact.to = text_in(json, "to");
    fact.complete_from = text_in(json, "complete_from");
    if (json.contains("rows")) fact.rows = number_in(json, "rows");
    const auto& proxy = object_in(json, "proxy");
    fact.proxy = text_in(proxy, language);
    if (fact.proxy.empty()) fact.proxy = text_in(proxy, "en");
    for (const auto* file : list_in(json, "files")) {
        const auto state = text_in(*file, "state");
        auto& names = state == "read"      ? fact.read
                      : state == "refused" ? fact.refused
                                           : fact.missing;
        names.push_back(text_in(*file, "name"));
    }
    return fact;
}

OpenRule rule_in(const engine::Result& result, const std::string& id) {
    for (const auto& pillar : result.pillars) {
        for (const auto& rule : pillar.rules) {
            if (pillar.id + "." + rule.id == id) return {id, rule.title, rule.worth};
        }
    }
    return {id, id, 0};
}

void ask_rulebook(ReportedFact& fact, const Session& session, const engine::Result& result) {
    const auto index = session.loaded.catalogue.fact_index(fact.name);
    fact.title = fact.name;
    if (index < 0) return;
    const auto at = static_cast<std::size_t>(index);
    fact.title = session.loaded.catalogue.facts[at].title.in(session.language);
    fact.is_used = session.loaded.program.projection.facts[at] != 0;
    for (const auto& unknown : result.unknown) {
        if (unknown.fact != fact.name) continue;
        for (const auto& rule : unknown.rules)
            fact.rules.push_back(rule_in(result, rule));
    }
}

// What the rulebook misses and the source does not speak of: no file tells.
void add_unmentioned(ImportReport& report, const Session& session, const engine::Result& result) {
    for (const auto& unknown : result.unknown) {
        const bool is_told =
            std::any_of(report.facts.begin(), report.facts.end(),
                        [&](const auto& fact) { return fact.name == unknown.fact; });
        if (is_told) continue;
        auto& fact = report.facts.emplace_back();
        fact.name = unknown.fact;
        fact.state = "unknown";
        ask_rulebook(fact, session, result);
    }
}

// Rules that wait for several facts are there once.
template <typename Waiting>
void add_rules(Waiting& waiting, const std::vector<OpenRule>& rules) {
    for (const auto& rule : rules) {
        const bool known = std::any_of(waiting.rules.begin(), waiting.rules.end(),
                                       [&](const auto& other) { return other.id == rule.id; });
        if (known) continue;
        waiting.rules.push_back(rule);
        waiting.points += rule.points;
    }
}

OpenFacts reason_of(const ReportedFact& fact) {
    using enum OpenFacts::Why;
    OpenFacts open;
    open.why = fact.state != "unknown" ? Late
               : !fact.refused.empty() ? Refused
               : !fact.missing.empty() ? Missing
               : !fact.read.empty()    ? Silent
                                       : Nowhere;
    if (open.why == Late) {
        open.since = fact.complete_from;
        open.files = fact.read;
    }
    if (open.why == Refused) open.files = fact.refused;
    if (open.why == Missing) open.files = fact.missing;
    if (open.why == Silent) open.files = fact.read;
    return open;
}

void find_open(ImportReport& report) {
    OpenFacts all;
    for (const auto& fact : report.facts) {
        if (fact.rules.empty()) continue;
        const auto reason = reason_of(fact);
        auto at = std::find_if(report.open.begin(), report.open.end(), [&](const auto& open) {
            return open.why == reason.why && open.files == reason.files &&
                   open.since == reason.since;
        });
        if (at == report.open.end()) at = report.open.insert(at, reason);
        at->facts.push_back(fact.name);
        add_rules(*at, fact.rules);
        add_rules(all, fact.rules);
    }
    report.points_open = all.points;
    std::stable_sort(report.open.begin(), report.open.end(),
                     [](const auto& a, const auto& b) { return a.points > b.points; });
}

void find_missing(ImportReport& report) {
    for (const auto& fact : report.facts) {
        for (const auto& name : fact.missing) {
            auto at = std::find_if(report.missing.begin(), report.missing.end(),
                                   [&](const auto& file) { return file.name == name; });
            if (at == report.missing.end()) {
                at = report.missing.insert(at, MissingFile{});
                at->name = name;
                at->counts_as_none = true;
            }
            at->counts_as_none = at->counts_as_none && fact.state != "unknown";
            at->facts.push_back(fact.name);
            if (fact.state == "unknown") add_rules(*at, fact.rules);
        }
    }
}

}  // namespace

std::optional<ImportReport> read_report(std::string_view report, const Session& session) {
    const auto json = ForeignJson::parse(report, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    ImportReport read;
    read.source = text_in(json, "source");
    read.title = text_in(json, "title");
    read.as_of = text_in(object_in(json, "as_of"), "value");
    read.as_of_from = text_in(object_in(json, "as_of"), "from");
    read.rulebook = session.loaded.rulebook.id;
    read.rulebook_title = clean(session.loaded.rulebook.title.in(session.language));
    read.language = session.language;
    read.files = reported_files(report);
    for (const auto* fact : list_in(json, "facts"))
        read.facts.push_back(read_fact(*fact, session.language));
    for (const auto& warning : json.value("warnings", ForeignJson::array())) {
        if (warning.is_string()) read.warnings.push_back(clean(warning.get<std::string>()));
    }
    return read;
}

std::optional<ImportReport> join_report(std::string_view report, const Session& session,
                                        const ScoredProfile& profile) {
    auto joined = read_report(report, session);
    if (!joined) return joined;
    const auto result = profile.explain(session.language);
    for (auto& fact : joined->facts)
        ask_rulebook(fact, session, result);
    add_unmentioned(*joined, session, result);
    find_open(*joined);
    find_missing(*joined);
    return joined;
}

}  // namespace colonnade::cli
