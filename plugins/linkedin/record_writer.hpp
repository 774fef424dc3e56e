// SPDX-License-Identifier: Apache-2.0
// Which record becomes which fields of the document. What is not known is left out; what is not to
// be kept has no field.
#pragma once

#include <string_view>

#include "facts.hpp"
#include "json_writer.hpp"
#include "links.hpp"

namespace colonnade::linkedin {

class RecordWriter {
public:
    // Both must outlive this.
    RecordWriter(JsonWriter& json, const Links& links) : json_(json), links_(links) {}

    void write(const Position& position);
    void write(const Education& education);
    void write(const std::string& skill);
    void write(const SectionEntry& entry);
    void write(const Endorsement& endorsement);
    void write(const Recommendation& recommendation);
    void write(const Connection& connection);
    void write(const Invitation& invitation);
    void write(const Message& message);
    void write(const Post& post);
    void write(const Article& article);
    void write(const Comment& comment);
    void write(const Reaction& reaction);
    void write(const Follow& follow);
    void write(const Moment& moment);

private:
    void text(std::string_view key, std::string_view value);
    void number(std::string_view key, std::int64_t value);
    void yes_no(std::string_view key, const YesNo& value);
    void date(std::string_view key, const Time& value);
    void at(Seconds value);

    JsonWriter& json_;
    const Links& links_;
};

}  // namespace colonnade::linkedin
