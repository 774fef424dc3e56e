// SPDX-License-Identifier: Apache-2.0
// What the files of an export said, before it is put together: plain records, one struct per list.
// Names, addresses and links that are needed to compare are here and never in the document.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "moment.hpp"

namespace colonnade::linkedin {

// No value: unknown. The empty text: known to be empty.
using OptionalText = std::optional<std::string>;
using Time = std::optional<Seconds>;
using YesNo = std::optional<bool>;

struct Position {
    std::string title;
    std::string company;  // lower case, trimmed
    Time started;
    Time ended;            // the last day of what was given
    Time end_begins;       // its first day
    bool has_end = false;  // an end that could not be read is still an end
    std::int64_t words = 0;
};

struct Education {
    Time started;
    Time ended;
    std::int64_t words = 0;
};

// A certificate, course, project, honour, organisation, volunteer work, publication or language.
struct SectionEntry {
    std::string name;
    Time started;
    Time ended;
};

struct Endorsement {
    Seconds at = 0;
    std::string skill;
};

struct Recommendation {
    Seconds at = 0;
    std::int64_t words = 0;
};

struct Connection {
    Seconds at = 0;
    std::string title;
    std::string company;  // lower case, trimmed
    std::string slug;     // see profile_slug
};

struct Invitation {
    Seconds at = 0;
    bool sent = false;
    bool has_note = false;
    std::string partner;  // slug of the other person
};

struct Message {
    Seconds at = 0;
    std::int64_t thread = 0;
    YesNo sent;
};

enum class PostKind { Text, Link, Media, Repost, Group };

struct Post {
    Seconds at = 0;
    PostKind kind = PostKind::Text;
    std::int64_t words = 0;
    std::int64_t links = 0;
    std::string text;
};

struct Article {
    Seconds at = 0;
    std::int64_t words = 0;
    std::string title;
};

struct Comment {
    Seconds at = 0;
    std::int64_t words = 0;
    std::string text;
};

struct Reaction {
    Seconds at = 0;
    std::string kind;
};

enum class FollowKind { Member, Company, Hashtag };

struct Follow {
    Seconds at = 0;
    FollowKind kind = FollowKind::Member;
};

struct Moment {
    Seconds at = 0;
};

struct Facts {
    std::string owner_name;             // lower case, to tell own messages where no link does
    std::set<std::string> owner_slugs;  // see profile_slug
    OptionalText headline;
    OptionalText summary;
    OptionalText industry;
    OptionalText location;
    bool has_photo = false;
    bool has_cover = false;
    bool is_verified = false;
    Time joined;
    bool connections_have_links = false;

    std::vector<Position> positions;
    std::vector<Education> education;
    std::vector<std::string> skills;
    std::vector<Endorsement> endorsements;
    std::vector<Moment> endorsements_given;
    std::vector<Recommendation> recommendations;
    std::vector<Recommendation> recommendations_given;
    std::vector<SectionEntry> certifications;
    std::vector<SectionEntry> courses;
    std::vector<SectionEntry> projects;
    std::vector<SectionEntry> honors;
    std::vector<SectionEntry> organizations;
    std::vector<SectionEntry> volunteering;
    std::vector<SectionEntry> publications;
    std::vector<SectionEntry> languages;
    std::vector<Connection> connections;
    std::vector<Invitation> invitations;
    std::vector<Message> messages;
    std::vector<Post> posts;
    std::vector<Article> articles;
    std::vector<Comment> comments;
    std::vector<Reaction> reactions;
    std::vector<Moment> votes;
    std::vector<Moment> searches;
    std::vector<Moment> logins;
    std::vector<Follow> follows;
};

}  // namespace colonnade::linkedin
