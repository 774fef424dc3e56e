// SPDX-License-Identifier: Apache-2.0
// Where a file has a place for something, what is empty there is known to be empty; a date that
// cannot be read is unknown, and so is all that the file has no place for.
#include "document.hpp"

#include "plugins/text/date_format.hpp"
#include "plugins/text/json_writer.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::contacts {
namespace {

class ContactWriter {
public:
    ContactWriter(text::JsonWriter& json, const Options& options)
        : json_(json), own_company_(text::lower(text::trimmed(options.own_company))) {}

    void write(const Contact& contact) {
        json_.begin_object();
        if (contact.added) moment("at", *contact.added);
        if (tells(contact, Column::Title, contact.title)) value("title", contact.title);
        if (tells(contact, Column::Company, contact.company)) {
            value("company", contact.company);
            if (!own_company_.empty())
                yes_no("coworker", text::lower(contact.company) == own_company_);
        }
        if (contact.knows(Column::LastContact)) yes_no("spoken", contact.has(Column::LastContact));
        if (contact.last_contact) day("last_contact", *contact.last_contact);
        if (contact.knows(Column::NextContact)) yes_no("planned", contact.has(Column::NextContact));
        if (contact.next_contact) day("next_contact", *contact.next_contact);
        if (contact.knows(Column::Notes)) notes(contact.notes);
        if (contact.knows(Column::Reachable)) yes_no("reachable", contact.has(Column::Reachable));
        if (contact.knows(Column::Sorted)) yes_no("sorted", contact.has(Column::Sorted));
        if (contact.changed) day("changed", *contact.changed);
        json_.end_object();
    }

private:
    // What is too long for a text is unknown, and not empty.
    static bool tells(const Contact& contact, Column column, std::string_view text) {
        return contact.knows(column) && (!text.empty() || !contact.has(column));
    }
    void value(std::string_view key, std::string_view text) {
        json_.key(key);
        json_.text(text);
    }
    void moment(std::string_view key, Seconds at) { value(key, text::iso_moment(at)); }
    void day(std::string_view key, Seconds at) { value(key, text::iso_day(at)); }
    void yes_no(std::string_view key, bool is_so) {
        json_.key(key);
        json_.yes_no(is_so);
    }
    void notes(int count) {
        json_.key("notes");
        json_.number(count);
    }

    text::JsonWriter& json_;
    std::string own_company_;
};

}  // namespace

std::string write_document(const ContactList& list, const AsOf& as_of, const Options& options) {
    text::JsonWriter json;
    json.begin_object();
    json.key("profile");
    json.number(1);
    if (!options.id.empty()) {
        json.key("id");
        json.text(options.id);
    }
    json.key("as_of");
    json.text(text::iso_moment(as_of.at));
    json.key("contacts");
    json.begin_array();
    ContactWriter writer(json, options);
    for (const auto& contact : list.contacts)
        writer.write(contact);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace colonnade::contacts
