// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <algorithm>

#include "json_writer.hpp"
#include "paths.hpp"
#include "proxies.hpp"
#include "snapshot_domains.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

constexpr std::int64_t MostQuietDays = 30;

std::string_view name_of_status(FileStatus status) {
    switch (status) {
        case FileStatus::Read:
            return "read";
        case FileStatus::Refused:
            return "refused";
        case FileStatus::Ignored:
            return "ignored";
    }
    return "ignored";
}

std::string_view name_of_state(State state) {
    switch (state) {
        case State::Read:
            return "read";
        case State::None:
            return "none";
        case State::Unknown:
            return "unknown";
    }
    return "unknown";
}

bool is_scalar(Fact fact) {
    return fact < Fact::Positions;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.text(value);
}

void write_number(JsonWriter& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.number(value);
}

// `where` is `line`, or `row` of a snapshot, which has no lines to speak of.
void write_problems(JsonWriter& json, const std::vector<Problem>& problems,
                    std::string_view where) {
    if (problems.empty()) return;
    json.key("problems");
    json.begin_array();
    for (const auto& problem : problems) {
        json.begin_object();
        write_number(json, where, problem.line);
        write_text(json, "message", problem.message);
        json.end_object();
    }
    json.end_array();
}

// The folder or archive of a file, unless the host gave it no name but a number.
std::string shown_folder(const FileReport& file) {
    auto name = shown_name(base_name(file.folder));
    const bool is_number = name.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? std::string() : name;
}

void write_file(JsonWriter& json, const FileReport& file, const Findings& findings) {
    json.begin_object();
    write_text(json, "name", file.name);
    const auto folder = findings.has_several_folders ? shown_folder(file) : std::string();
    if (!folder.empty()) write_text(json, "from", folder);
    write_text(json, "status", name_of_status(file.status));
    if (file.status != FileStatus::Ignored) {
        write_number(json, "rows", file.rows);
        write_number(json, "refused", file.refused);
        if (file.cut_at > 0) write_number(json, "cut_at", file.cut_at);
        if (file.left_out > 0) write_number(json, "left_out", file.left_out);
        if (file.repaired > 0) write_number(json, "repaired", file.repaired);
    }
    if (!file.encoding.empty()) write_text(json, "encoding", file.encoding);
    if (!file.reason.empty()) write_text(json, "reason", file.reason);
    write_problems(json, file.problems, file.has_rows ? "row" : "line");
    json.end_object();
}

std::string_view name_of_kind_state(KindState state) {
    switch (state) {
        case KindState::Read:
            return "read";
        case KindState::Refused:
            return "refused";
        case KindState::Missing:
            return "missing";
    }
    return "missing";
}

// Of a snapshot a domain is missing and no file.
std::string_view shown_name_of(FileKind kind, const Findings& findings) {
    const bool is_missing = findings.state(kind) == KindState::Missing;
    const auto domain = findings.is_snapshot && is_missing ? domain_of_file(name_of(kind)) : "";
    return domain.empty() ? name_of(kind) : domain;
}

// Which files the fact comes from, those that are missing too.
void write_files_of(JsonWriter& json, const FactForm& form, const Findings& findings) {
    json.key("files");
    json.begin_array();
    for (const auto kind : form.files) {
        json.begin_object();
        write_text(json, "name", shown_name_of(kind, findings));
        write_text(json, "state", name_of_kind_state(findings.state(kind)));
        json.end_object();
    }
    json.end_array();
}

void write_proxy(JsonWriter& json, Fact fact) {
    const auto proxy = proxy_of(fact);
    if (!proxy) return;
    json.key("proxy");
    json.begin_object();
    write_text(json, "de", proxy->de);
    write_text(json, "en", proxy->en);
    json.end_object();
}

void write_fact(JsonWriter& json, const FactForm& form, const Findings& findings,
                const FactStates& states) {
    const auto& state = state_of(states, form.fact);
    json.begin_object();
    write_text(json, "fact", form.name);
    write_text(json, "state", name_of_state(state.state));
    if (!is_scalar(form.fact) && state.state != State::Unknown) {
        write_number(json, "rows", state.extent.rows);
    }
    if (state.extent.from) write_text(json, "from", iso_date(*state.extent.from));
    if (state.extent.to) write_text(json, "to", iso_date(*state.extent.to));
    const auto complete = complete_from(form.fact, findings, states);
    if (complete) write_text(json, "complete_from", iso_date(*complete));
    write_files_of(json, form, findings);
    write_text(json, "reason", state.reason);
    if (state.state == State::Read) write_proxy(json, form.fact);
    json.end_object();
}

std::string quiet_warning(Seconds newest, const AsOf& as_of) {
    const auto days = (as_of.at - newest) / SecondsPerDay;
    return "the newest activity is of " + iso_date(newest) + ", " + std::to_string(days) +
           " days before " + iso_date(as_of.at) + " (" + std::string(as_of.from) + ")";
}

void warn_of_messages(const Facts& facts, std::vector<std::string>& warnings) {
    const bool knows_direction =
        std::all_of(facts.messages.begin(), facts.messages.end(),
                    [](const Message& message) { return message.sent.has_value(); });
    if (!knows_direction) {
        warnings.emplace_back(
            "messages.csv: for some messages nothing tells whether the owner sent them");
    }
}

void warn_of_file(const FileReport& file, std::vector<std::string>& warnings) {
    if (file.was_saved_again) {
        warnings.push_back(file.name +
                           ": its times have Excel's form, without seconds: another program saved "
                           "the file again");
    }
    if (file.repaired > 0) {
        warnings.push_back(file.name + ": the times of " + std::to_string(file.repaired) +
                           " rows were taken from the ids in their links");
    }
    if (file.replaced == 0) return;
    const auto encoding = file.encoding.empty() ? "UTF-8" : std::string(file.encoding);
    warnings.push_back(file.name + ": in " + std::to_string(file.replaced) +
                       (file.replaced == 1 ? " place" : " places") + " there is no text in " +
                       encoding + "; it was replaced");
}

std::vector<std::string> find_warnings(const Findings& findings, const FactStates& states,
                                       const AsOf& as_of) {
    std::vector<std::string> warnings;
    const auto newest = newest_activity(states);
    if (newest && as_of.at - *newest > MostQuietDays * SecondsPerDay) {
        warnings.push_back(quiet_warning(*newest, as_of));
    }
    if (!has_activity_group(findings) && findings.of_snapshot.empty()) {
        warnings.emplace_back(
            "no file of activity: this is the basic archive; LinkedIn sends the larger one within "
            "a day when it is asked for");
    }
    warn_of_messages(findings.facts, warnings);
    for (const auto& file : findings.files)
        warn_of_file(file, warnings);
    return warnings;
}

}  // namespace

std::string write_report(const Findings& findings, const FactStates& states, const AsOf& as_of) {
    JsonWriter json;
    json.begin_object();
    write_text(json, "source", "linkedin");
    write_text(json, "title",
               findings.is_snapshot ? "LinkedIn member snapshot" : "LinkedIn export");
    json.key("as_of");
    json.begin_object();
    write_text(json, "value", iso_time(as_of.at));
    write_text(json, "from", as_of.from);
    json.end_object();
    json.key("files");
    json.begin_array();
    for (const auto& file : findings.files)
        write_file(json, file, findings);
    json.end_array();
    json.key("facts");
    json.begin_array();
    for (const auto& form : fact_forms())
        write_fact(json, form, findings, states);
    json.end_array();
    json.key("warnings");
    json.begin_array();
    for (const auto& warning : find_warnings(findings, states, as_of))
        json.text(warning);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace colonnade::linkedin
