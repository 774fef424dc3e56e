// SPDX-License-Identifier: Apache-2.0
// Which record becomes which fields. What needs two files to be known is put together in links.cpp.
#include "document.hpp"

#include "json_writer.hpp"
#include "links.hpp"

namespace colonnade::linkedin {
namespace {

// Rates are taken from where a list begins; a list that begins with the account has no such place.
constexpr Seconds CoverageMargin = 7 * SecondsPerDay;

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

class DocumentWriter {
public:
    DocumentWriter(const Findings& findings, const FactStates& states, const AsOf& as_of)
        : facts_(findings.facts), states_(states), as_of_(as_of), links_(findings, states, as_of) {}

    std::string write(std::string_view id) {
        json_.begin_object();
        json_.key("profile");
        json_.number(1);
        text("id", id);
        text("as_of", iso_time(as_of_.at));
        write_coverage();
        for (const auto& form : fact_forms()) {
            if (state_of(states_, form.fact).state == State::Unknown) continue;
            json_.key(form.name);
            write_fact(form.fact);
        }
        json_.end_object();
        return json_.take();
    }

private:
    void text(std::string_view key, std::string_view value) {
        json_.key(key);
        json_.text(value);
    }

    void number(std::string_view key, std::int64_t value) {
        json_.key(key);
        json_.number(value);
    }

    void yes_no(std::string_view key, const YesNo& value) {
        if (!value) return;
        json_.key(key);
        json_.yes_no(*value);
    }

    void at(Seconds value) { text("at", iso_time(value)); }

    void date(std::string_view key, const Time& value) {
        if (value) text(key, iso_date(*value));
    }

    template <typename Element, typename Write>
    void list(const std::vector<Element>& elements, const Write& write_fields) {
        json_.begin_array();
        for (const auto& element : elements) {
            json_.begin_object();
            write_fields(element);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_coverage() {
        json_.key("coverage");
        json_.begin_object();
        for (const auto fact : {Fact::Invitations, Fact::Searches, Fact::Logins}) {
            const auto& from = state_of(states_, fact).extent.from;
            const bool is_whole = from && facts_.joined && *from - *facts_.joined <= CoverageMargin;
            if (from && !is_whole)
                text(fact_forms()[static_cast<std::size_t>(fact)].name, iso_date(*from));
        }
        json_.end_object();
    }

    void write_fact(Fact fact) {
        switch (fact) {
            case Fact::Headline:
                return json_.text(facts_.headline.value_or(""));
            case Fact::Summary:
                return json_.text(facts_.summary.value_or(""));
            case Fact::Industry:
                return json_.text(facts_.industry.value_or(""));
            case Fact::Location:
                return json_.text(facts_.location.value_or(""));
            case Fact::Photo:
                return json_.yes_no(facts_.has_photo);
            case Fact::Cover:
                return json_.yes_no(facts_.has_cover);
            case Fact::Verified:
                return json_.yes_no(facts_.is_verified);
            case Fact::Joined:
                return json_.text(iso_date(facts_.joined.value_or(0)));
            default:
                return write_section(fact);
        }
    }

    void write_section(Fact fact) {
        switch (fact) {
            case Fact::Positions:
                return write_positions();
            case Fact::Education:
                return write_education();
            case Fact::Skills:
                return write_skills();
            case Fact::Certifications:
                return write_entries(facts_.certifications);
            case Fact::Courses:
                return write_entries(facts_.courses);
            case Fact::Projects:
                return write_entries(facts_.projects);
            case Fact::Honors:
                return write_entries(facts_.honors);
            case Fact::Organizations:
                return write_entries(facts_.organizations);
            case Fact::Volunteering:
                return write_entries(facts_.volunteering);
            case Fact::Publications:
                return write_entries(facts_.publications);
            case Fact::Languages:
                return write_entries(facts_.languages);
            default:
                return write_network(fact);
        }
    }

    void write_network(Fact fact) {
        switch (fact) {
            case Fact::Endorsements:
                return write_endorsements();
            case Fact::EndorsementsGiven:
                return write_moments(facts_.endorsements_given);
            case Fact::Recommendations:
                return write_recommendations(facts_.recommendations);
            case Fact::RecommendationsGiven:
                return write_recommendations(facts_.recommendations_given);
            case Fact::Connections:
                return write_connections();
            case Fact::Invitations:
                return write_invitations();
            case Fact::Messages:
                return write_messages();
            case Fact::Follows:
                return write_follows();
            default:
                return write_activity(fact);
        }
    }

    void write_activity(Fact fact) {
        switch (fact) {
            case Fact::Posts:
                return write_posts();
            case Fact::Articles:
                return write_articles();
            case Fact::Comments:
                return write_comments();
            case Fact::Reactions:
                return write_reactions();
            case Fact::Votes:
                return write_moments(facts_.votes);
            case Fact::Searches:
                return write_moments(facts_.searches);
            default:
                return write_moments(facts_.logins);
        }
    }

    void write_positions() {
        list(facts_.positions, [this](const Position& position) {
            const bool is_current = links_.is_current(position);
            text("title", position.title);
            date("started", position.started);
            if (!is_current) date("ended", position.ended);
            yes_no("current", is_current);
            number("words", position.words);
        });
    }

    void write_education() {
        list(facts_.education, [this](const Education& education) {
            date("started", education.started);
            date("ended", education.ended);
            number("words", education.words);
        });
    }

    void write_skills() {
        list(facts_.skills, [this](const std::string& skill) {
            text("name", skill);
            const auto count = links_.endorsements_of(skill);
            if (count) number("endorsements", *count);
        });
    }

    void write_entries(const std::vector<SectionEntry>& entries) {
        list(entries, [this](const SectionEntry& entry) {
            text("name", entry.name);
            date("started", entry.started);
            date("ended", entry.ended);
        });
    }

    void write_moments(const std::vector<Moment>& moments) {
        list(moments, [this](const Moment& moment) { at(moment.at); });
    }

    void write_endorsements() {
        list(facts_.endorsements, [this](const Endorsement& endorsement) {
            at(endorsement.at);
            text("skill", endorsement.skill);
        });
    }

    void write_recommendations(const std::vector<Recommendation>& recommendations) {
        list(recommendations, [this](const Recommendation& recommendation) {
            at(recommendation.at);
            number("words", recommendation.words);
        });
    }

    void write_connections() {
        list(facts_.connections, [this](const Connection& connection) {
            text("at", iso_date(connection.at));
            if (!connection.title.empty()) text("title", connection.title);
            yes_no("coworker", links_.is_coworker(connection));
        });
    }

    void write_invitations() {
        list(facts_.invitations, [this](const Invitation& invitation) {
            at(invitation.at);
            yes_no("sent", invitation.sent);
            yes_no("accepted", links_.is_accepted(invitation));
            yes_no("note", invitation.has_note);
        });
    }

    void write_messages() {
        list(facts_.messages, [this](const Message& message) {
            at(message.at);
            number("thread", message.thread);
            yes_no("sent", message.sent);
        });
    }

    void write_posts() {
        list(facts_.posts, [this](const Post& post) {
            at(post.at);
            text("kind", name_of_kind(post.kind));
            number("words", post.words);
            number("links", post.links);
            text("text", post.text);
        });
    }

    void write_articles() {
        list(facts_.articles, [this](const Article& article) {
            at(article.at);
            number("words", article.words);
            text("title", article.title);
        });
    }

    void write_comments() {
        list(facts_.comments, [this](const Comment& comment) {
            at(comment.at);
            number("words", comment.words);
            text("text", comment.text);
        });
    }

    void write_reactions() {
        list(facts_.reactions, [this](const Reaction& reaction) {
            at(reaction.at);
            text("kind", reaction.kind);
        });
    }

    void write_follows() {
        list(facts_.follows, [this](const Follow& follow) {
            at(follow.at);
            text("kind", name_of_kind(follow.kind));
        });
    }

    const Facts& facts_;
    const FactStates& states_;
    const AsOf& as_of_;
    Links links_;
    JsonWriter json_;
};

}  // namespace

std::string write_document(const Findings& findings, const FactStates& states, const AsOf& as_of,
                           std::string_view id) {
    return DocumentWriter(findings, states, as_of).write(id);
}

}  // namespace colonnade::linkedin
