// SPDX-License-Identifier: Apache-2.0
// The border of the plugin: a table, an address book or a folder of cards as a source of one
// profile document. What fails here is thrown, and told to the host by the SDK.
#include <colonnade/sdk.hpp>

#include "document.hpp"
#include "plugins/text/text.hpp"
#include "read_list.hpp"

namespace colonnade::contacts {
namespace {

// Less sure than the reader of a network's own export is of a file that it knows by its name.
constexpr int Cards = 50;
constexpr int Table = 40;

bool is_card_name(std::string_view name) {
    const auto lower = text::lower(name);
    return lower.ends_with(".vcf") || lower.ends_with(".vcard");
}

std::string read_whole(const sdk::Stream& stream) {
    if (stream.length() > MostFileBytes)
        throw sdk::Failure("the file is larger than 256 MiB", COLONNADE_UNSUPPORTED);
    return stream.begin(stream.length());
}

void read_file(const sdk::Stream& stream, ContactList& list) {
    FileReport report;
    report.name = stream.name();
    auto content = read_whole(stream);
    if (begins_like_cards(content)) {
        read_cards(content, std::move(report), list);
    } else {
        read_table(content, std::move(report), list);
    }
}

void read_folder(const sdk::Stream& stream, ContactList& list) {
    for (std::int64_t i = 0; i < stream.entries(); ++i) {
        FileReport report;
        report.name = stream.entry_name(i);
        if (is_card_name(report.name)) {
            auto content = read_whole(stream.open(i));
            read_cards(content, std::move(report), list);
        } else {
            report.is_ignored = true;
            report.reason = "no card";
            list.files.push_back(std::move(report));
        }
    }
}

class Contacts {
public:
    static constexpr sdk::SourceInfo info{.id = "contacts",
                                          .titles = {{"de", "Kontakte"}, {"en", "Contacts"}}};

    static int probe(const sdk::Stream& stream) {
        if (stream.is_folder()) {
            for (std::int64_t i = 0; i < stream.entries(); ++i) {
                if (is_card_name(stream.entry_name(i))) return Cards;
            }
            return 0;
        }
        const auto start = stream.begin(StartBytes);
        if (begins_like_cards(start)) return Cards;
        return begins_like_table(start) ? Table : 0;
    }

    Contacts(const sdk::Stream& stream, std::string_view options, const sdk::Host& /*host*/)
        : stream_(stream), options_(read_options(options)) {
        if (options_.schema.empty() || options_.schema == Schema) return;
        throw sdk::Failure("these are contacts, data for rulebooks of the schema `" +
                               std::string(Schema) + "`; this rulebook is for `" + options_.schema +
                               "`",
                           COLONNADE_UNSUPPORTED);
    }

    std::optional<std::string> next() {
        if (!report_.empty()) return std::nullopt;
        ContactList list;
        stream_.is_folder() ? read_folder(stream_, list) : read_file(stream_, list);
        if (list.contacts.empty()) refuse_empty(list);
        const auto as_of = find_as_of(options_.as_of, stream_.name(), list);
        if (!as_of) {
            throw sdk::Failure(
                "nothing tells the date of these contacts: no date in the name and none in a "
                "column; "
                "say it, for instance by `--as-of 2026-11-20`",
                COLONNADE_UNSUPPORTED);
        }
        report_ = write_report(list, *as_of);
        return write_document(list, *as_of, options_);
    }

    [[nodiscard]] const std::string& report() const {
        if (report_.empty()) throw sdk::Failure("there is no report before the end");
        return report_;
    }

private:
    // An empty list may be meant, but one of which nothing was understood is not.
    static void refuse_empty(const ContactList& list) {
        for (const auto& file : list.files) {
            if (!file.reason.empty() && !file.is_ignored)
                throw sdk::Failure(file.reason, COLONNADE_UNREADABLE);
            if (file.refused > 0)
                throw sdk::Failure("not one contact can be understood", COLONNADE_UNREADABLE);
        }
    }

    sdk::Stream stream_;
    Options options_;
    std::string report_;
};

constexpr auto Source = sdk::source<Contacts>();

}  // namespace
}  // namespace colonnade::contacts

using namespace colonnade::contacts;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<Source>("contacts", "0.1.0");
