// SPDX-License-Identifier: Apache-2.0
#include "cli/linkedin_ssi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>

#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

constexpr auto Expected =
    "--ssi takes the JSON that LinkedIn's own SSI page loads, with `memberScore` in it";

// Unwinds to read_linkedin_ssi.
struct Wrong {
    std::string message;
};

const ForeignJson& member(const ForeignJson& object, const char* key, ForeignJson::value_t type,
                          const char* expected) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end())
        throw Wrong{fmt::format("there is no `{}`", key)};
    if (found->type() != type) throw Wrong{fmt::format("`{}` is not {}", key, expected)};
    return *found;
}

double points(const ForeignJson& object, const char* key, double most) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number())
        throw Wrong{fmt::format("there is no number `{}`", key)};
    const auto value = found->get<double>();
    if (!(value >= 0 && value <= most))
        throw Wrong{fmt::format("`{}` is {}, outside 0 to {}", key, value, most)};
    return value;
}

std::size_t pillar_of(const ForeignJson& score) {
    if (!score.is_object()) throw Wrong{"an entry of `subScores` is not an object"};
    const auto& name = member(score, "pillar", ForeignJson::value_t::string, "a text")
                           .get_ref<const std::string&>();
    const auto* found =
        std::find_if(SsiPillars.begin(), SsiPillars.end(),
                     [&name](const SsiPillar& pillar) { return pillar.name == name; });
    if (found == SsiPillars.end())
        throw Wrong{fmt::format("`{}` is no pillar that is known", dsl::visible(name))};
    return static_cast<std::size_t>(found - SsiPillars.begin());
}

void read_member(const ForeignJson& json, LinkedinSsi& ssi) {
    const auto& member_score =
        member(json, "memberScore", ForeignJson::value_t::object, "an object");
    ssi.score = points(member_score, "overall", SsiPoints);
    std::bitset<SsiPillars.size()> seen;
    for (const auto& score :
         member(member_score, "subScores", ForeignJson::value_t::array, "a list")) {
        const auto pillar = pillar_of(score);
        if (seen.test(pillar))
            throw Wrong{fmt::format("`{}` stands there twice", SsiPillars.at(pillar).name)};
        seen.set(pillar);
        ssi.pillars.at(pillar) = points(score, "score", SsiPillarPoints);
    }
    if (!seen.all()) throw Wrong{"`subScores` does not hold all four pillars"};
}

std::string text_in(const ForeignJson& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> count_in(const ForeignJson& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
    const auto value = found->get<std::uint64_t>();
    if (value > MostSsiMembers) throw Wrong{fmt::format("`{}` is larger than can be", key)};
    return static_cast<std::int64_t>(value);
}

// Ranks are extras: what is not there is not shown.
void read_groups(const ForeignJson& json, LinkedinSsi& ssi) {
    const auto found = json.find("groupScore");
    if (found == json.end() || found->is_null()) return;
    if (!found->is_array() || found->size() > MostSsiGroups)
        throw Wrong{"`groupScore` is not a list of a few groups"};
    for (const auto& group : *found) {
        if (!group.is_object()) throw Wrong{"an entry of `groupScore` is not an object"};
        SsiGroup read;
        read.type = text_in(group, "groupType");
        std::transform(read.type.begin(), read.type.end(), read.type.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        read.top = count_in(group, "rank");
        if (read.top > 100) throw Wrong{"`rank` is above 100 %"};
        read.industry = text_in(group, "industry");
        read.size = count_in(group, "groupSize");
        const auto score = group.find("score");
        if (score != group.end() && score->is_object())
            read.average = points(*score, "overall", SsiPoints);
        ssi.groups.push_back(std::move(read));
    }
}

ForeignJson parse(const std::string& text) {
    std::size_t deepest = 0;
    const auto look = [&deepest](int depth, ForeignJson::parse_event_t /*event*/,
                                 ForeignJson& /*parsed*/) {
        deepest = std::max(deepest, static_cast<std::size_t>(depth));
        return deepest <= MostSsiDepth;
    };
    auto json = ForeignJson::parse(text, look, false);
    if (deepest > MostSsiDepth) throw Wrong{"it is more than 16 levels deep"};
    if (json.is_discarded()) throw Wrong{"it is no JSON"};
    if (!json.is_object()) throw Wrong{"it is not a JSON object"};
    return json;
}

}  // namespace

std::optional<LinkedinSsi> read_linkedin_ssi(const std::string& path) {
    const auto content = engine::read_file(path, MostSsiBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return std::nullopt;
    }
    try {
        const auto json = parse(std::get<std::string>(content));
        LinkedinSsi ssi;
        read_member(json, ssi);
        read_groups(json, ssi);
        return ssi;
    } catch (const Wrong& wrong) {
        say_error(fmt::format("`{}`: {}", dsl::visible(path), wrong.message), Expected);
        return std::nullopt;
    }
}

}  // namespace colonnade::cli
