// SPDX-License-Identifier: Apache-2.0
#include "record_writer.hpp"

namespace colonnade::linkedin {
namespace {

std::string_view name_of_kind(PostKind kind) {
    switch (kind) {
        case PostKind::Text:
            return "text";
        case PostKind::Link:
            return "link";
        case PostKind::Media:
            return "media";
        case PostKind::Repost:
            return "repost";
        case PostKind::Group:
            return "group";
    }
    return "text";
}

std::string_view name_of_kind(FollowKind kind) {
    switch (kind) {
        case FollowKind::Member:
            return "member";
        case FollowKind::Company:
            return "company";
        case FollowKind::Hashtag:
            return "hashtag";
    }
    return "member";
}

}  // namespace

void RecordWriter::text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.text(value);
}

void RecordWriter::number(std::string_view key, std::int64_t value) {
    json_.key(key);
    json_.number(value);
}

void RecordWriter::yes_no(std::string_view key, const YesNo& value) {
    if (!value) return;
    json_.key(key);
    json_.yes_no(*value);
}

void RecordWriter::date(std::string_view key, const Time& value) {
    if (value) text(key, iso_date(*value));
}

void RecordWriter::at(Seconds value) {
    text("at", iso_time(value));
}

void RecordWriter::write(const Position& position) {
    const bool is_current = links_.is_current(position);
    text("title", position.title);
    date("started", position.started);
    if (!is_current) date("ended", position.ended);
    yes_no("current", is_current);
    number("words", position.words);
}

void RecordWriter::write(const Education& education) {
    date("started", education.started);
    date("ended", education.ended);
    number("words", education.words);
}

void RecordWriter::write(const std::string& skill) {
    text("name", skill);
    if (const auto count = links_.endorsements_of(skill)) number("endorsements", *count);
}

void RecordWriter::write(const SectionEntry& entry) {
    text("name", entry.name);
    date("started", entry.started);
    date("ended", entry.ended);
}

void RecordWriter::write(const Endorsement& endorsement) {
    at(endorsement.at);
    text("skill", endorsement.skill);
}

void RecordWriter::write(const Recommendation& recommendation) {
    at(recommendation.at);
    number("words", recommendation.words);
}

void RecordWriter::write(const Connection& connection) {
    date("at", connection.at);
    if (!connection.title.empty()) text("title", connection.title);
    yes_no("coworker", links_.is_coworker(connection));
}

void RecordWriter::write(const Invitation& invitation) {
    at(invitation.at);
    yes_no("sent", invitation.sent);
    yes_no("accepted", links_.is_accepted(invitation));
    yes_no("note", invitation.has_note);
}

void RecordWriter::write(const Message& message) {
    at(message.at);
    number("thread", message.thread);
    yes_no("sent", message.sent);
}

void RecordWriter::write(const Post& post) {
    at(post.at);
    text("kind", name_of_kind(post.kind));
    number("words", post.words);
    number("links", post.links);
    text("text", post.text);
}

void RecordWriter::write(const Article& article) {
    at(article.at);
    number("words", article.words);
    text("title", article.title);
}

void RecordWriter::write(const Comment& comment) {
    at(comment.at);
    number("words", comment.words);
    text("text", comment.text);
}

void RecordWriter::write(const Reaction& reaction) {
    at(reaction.at);
    text("kind", reaction.kind);
}

void RecordWriter::write(const Follow& follow) {
    at(follow.at);
    text("kind", name_of_kind(follow.kind));
}

void RecordWriter::write(const Moment& moment) {
    at(moment.at);
}

}  // namespace colonnade::linkedin
