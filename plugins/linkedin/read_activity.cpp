// SPDX-License-Identifier: Apache-2.0
// The files of what the person did: posts, comments, reactions, votes, searches, logins.
#include <algorithm>
#include <array>

#include "link.hpp"
#include "readers.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// LinkedIn stores each line break of a post as quote, line break, quote.
std::string with_plain_line_breaks(std::string_view text) {
    static constexpr std::string_view stored = "\"\n\"";
    std::string result;
    result.reserve(text.size());
    for (;;) {
        const auto at = text.find(stored);
        result += text.substr(0, at);
        if (at == std::string_view::npos) return result;
        result += '\n';
        text.remove_prefix(at + stored.size());
    }
}

void read_moments(Table& table, Column column, std::vector<Moment>& moments) {
    while (table.next()) {
        if (const auto at = table.moment(column)) moments.push_back({*at});
    }
}

PostKind kind_of(std::string_view link, std::string_view media, std::string_view shared) {
    if (is_group_post(link)) return PostKind::Group;
    if (!media.empty()) return PostKind::Media;
    return shared.empty() ? PostKind::Text : PostKind::Link;
}

}  // namespace

void read_shares(Table& table, Facts& facts) {
    const auto date = table.column({"Date"});
    const auto link = table.column({"ShareLink"});
    const auto commentary = table.column({"ShareCommentary"});
    const auto shared = table.column({"SharedUrl"});
    const auto media = table.column({"MediaUrl"});
    while (table.next()) {
        const auto at = table.moment(date, time_of_post(table.cell(link)));
        if (!at) continue;
        auto text = with_plain_line_breaks(table.cell(commentary));
        const std::int64_t attached = table.cell(shared).empty() ? 0 : 1;
        const auto kind = kind_of(table.cell(link), table.cell(media), table.cell(shared));
        facts.posts.push_back(
            {*at, kind, count_words(text), count_links(text) + attached, std::move(text)});
    }
}

// A repost at the press of a button has no text of its own.
void read_instant_reposts(Table& table, Facts& facts) {
    const auto date = table.column({"Date"});
    while (table.next()) {
        if (const auto at = table.moment(date))
            facts.posts.push_back({*at, PostKind::Repost, 0, 0, {}});
    }
}

void read_comments(Table& table, Facts& facts) {
    const auto date = table.column({"Date"});
    const auto link = table.column({"Link"});
    const auto message = table.column({"Message"});
    while (table.next()) {
        const auto at = table.moment(date, time_of_comment(table.cell(link)));
        if (!at) continue;
        const auto text = table.cell(message);
        facts.comments.push_back({*at, count_words(text), std::string(text)});
    }
}

void read_reactions(Table& table, Facts& facts) {
    static constexpr std::array<std::string_view, 6> known{"like",    "praise",   "appreciation",
                                                           "empathy", "interest", "entertainment"};
    const auto date = table.column({"Date"});
    const auto type = table.column({"Type"});
    while (table.next()) {
        const auto at = table.moment(date);
        if (!at) continue;
        auto kind = lower(table.cell(type));
        if (std::find(known.begin(), known.end(), kind) == known.end()) kind = "other";
        facts.reactions.push_back({*at, std::move(kind)});
    }
}

void read_votes(Table& table, Facts& facts) {
    read_moments(table, table.column({"Date"}), facts.votes);
}

void read_searches(Table& table, Facts& facts) {
    read_moments(table, table.column({"Time"}), facts.searches);
}

void read_logins(Table& table, Facts& facts) {
    read_moments(table, table.column({"Login Date"}), facts.logins);
}

}  // namespace colonnade::linkedin
