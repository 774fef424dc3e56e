// SPDX-License-Identifier: Apache-2.0
// What was found and what was not understood, by file and line; no value of a cell stands here.
#include "document.hpp"
#include "plugins/text/date_format.hpp"
#include "plugins/text/json_writer.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::contacts {
namespace {

using text::JsonWriter;

void write_text(JsonWriter& json, std::string_view key, std::string_view value) {
    json.key(key);
    json.text(value);
}

void write_number(JsonWriter& json, std::string_view key, std::int64_t value) {
    json.key(key);
    json.number(value);
}

void write_problems(JsonWriter& json, const FileReport& file) {
    if (file.problems.empty()) return;
    json.key("problems");
    json.begin_array();
    for (const auto& problem : file.problems) {
        json.begin_object();
        write_number(json, "line", problem.line);
        write_text(json, "message", problem.message);
        json.end_object();
    }
    json.end_array();
}

std::string_view status_of(const FileReport& file) {
    if (file.is_ignored) return "ignored";
    return file.reason.empty() ? "read" : "refused";
}

void write_file(JsonWriter& json, const FileReport& file) {
    json.begin_object();
    write_text(json, "name", text::shown_name(file.name));
    write_text(json, "status", status_of(file));
    if (!file.reason.empty()) write_text(json, "reason", file.reason);
    if (!file.is_ignored) {
        write_number(json, "rows", file.rows);
        write_number(json, "refused", file.refused);
        if (file.cut_at > 0) write_number(json, "cut_at", file.cut_at);
    }
    if (!file.encoding.empty()) write_text(json, "encoding", file.encoding);
    write_problems(json, file);
    json.end_object();
}

void write_warnings(JsonWriter& json, const FileReport& file) {
    const auto name = text::shown_name(file.name);
    if (file.cut_at > 0) {
        json.text(name + ", line " + std::to_string(file.cut_at) + ": more than " +
                  std::to_string(MostContacts) + " contacts; the rest is not read");
    }
    for (const auto& dates : file.unread) {
        json.text(name + ", from line " + std::to_string(dates.line) +
                  " on: the dates of one column are in no form that is known, or day and month " +
                  "cannot be told apart: " + std::string(dates.title) +
                  ". A mapping file can say the form");
    }
    if (file.replaced > 0) {
        json.text(name + ": in " + std::to_string(file.replaced) +
                  (file.replaced == 1 ? " place" : " places") +
                  " there is no text in its encoding; it was replaced");
    }
}

void write_fact(JsonWriter& json, const ContactList& list) {
    json.begin_object();
    write_text(json, "fact", "contacts");
    write_text(json, "state", list.contacts.empty() ? "none" : "read");
    write_number(json, "rows", static_cast<std::int64_t>(list.contacts.size()));
    write_text(json, "reason", "without names, addresses and notes");
    json.end_object();
}

}  // namespace

std::string write_report(const ContactList& list, const AsOf& as_of) {
    JsonWriter json;
    json.begin_object();
    write_text(json, "source", "contacts");
    write_text(json, "title", "Contacts");
    json.key("as_of");
    json.begin_object();
    write_text(json, "value", text::iso_moment(as_of.at));
    write_text(json, "from", as_of.from);
    json.end_object();
    json.key("files");
    json.begin_array();
    for (const auto& file : list.files)
        write_file(json, file);
    json.end_array();
    json.key("facts");
    json.begin_array();
    write_fact(json, list);
    json.end_array();
    json.key("warnings");
    json.begin_array();
    for (const auto& file : list.files)
        write_warnings(json, file);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace colonnade::contacts
