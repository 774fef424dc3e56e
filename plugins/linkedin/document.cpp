// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include "json_writer.hpp"
#include "links.hpp"
#include "lists.hpp"
#include "record_writer.hpp"

namespace colonnade::linkedin {
namespace {

void write_coverage(JsonWriter& json, const Findings& findings, const FactStates& states) {
    json.key("coverage");
    json.begin_object();
    for (const auto& form : fact_forms()) {
        const auto from = complete_from(form.fact, findings, states);
        if (!from) continue;
        json.key(form.name);
        json.text(iso_date(*from));
    }
    json.end_object();
}

// True where the fact is one value and was written.
bool write_scalar(JsonWriter& json, Fact fact, const Facts& facts) {
    switch (fact) {
        case Fact::Headline:
            json.text(facts.headline.value_or(""));
            return true;
        case Fact::Summary:
            json.text(facts.summary.value_or(""));
            return true;
        case Fact::Industry:
            json.text(facts.industry.value_or(""));
            return true;
        case Fact::Location:
            json.text(facts.location.value_or(""));
            return true;
        case Fact::Photo:
            json.yes_no(facts.has_photo);
            return true;
        case Fact::Cover:
            json.yes_no(facts.has_cover);
            return true;
        case Fact::Verified:
            json.yes_no(facts.is_verified);
            return true;
        case Fact::Joined:
            json.text(iso_date(facts.joined.value_or(0)));
            return true;
        default:
            return false;
    }
}

void write_list(JsonWriter& json, RecordWriter& records, Fact fact, const Facts& facts) {
    json.begin_array();
    with_list(fact, facts, [&](const auto& list) {
        for (const auto& element : list) {
            json.begin_object();
            records.write(element);
            json.end_object();
        }
    });
    json.end_array();
}

}  // namespace

std::string write_document(const Findings& findings, const FactStates& states, const AsOf& as_of,
                           std::string_view id) {
    JsonWriter json;
    const Links links(findings, states, as_of);
    RecordWriter records(json, links);
    json.begin_object();
    json.key("profile");
    json.number(1);
    json.key("id");
    json.text(id);
    json.key("as_of");
    json.text(iso_time(as_of.at));
    write_coverage(json, findings, states);
    for (const auto& form : fact_forms()) {
        if (state_of(states, form.fact).state == State::Unknown) continue;
        json.key(form.name);
        if (write_scalar(json, form.fact, findings.facts)) continue;
        write_list(json, records, form.fact, findings.facts);
    }
    json.end_object();
    return json.take();
}

}  // namespace colonnade::linkedin
