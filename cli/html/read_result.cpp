// SPDX-License-Identifier: Apache-2.0
#include "cli/html/read_result.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/figure_bounds.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

using engine::Result;
using engine::Status;

constexpr double MostElements = 1e9;  // of a list
constexpr double MostNumber = std::numeric_limits<double>::max();

std::optional<double> points_in(const JsonNode& object, std::string_view key) {
    const auto found = object.find(key);
    return found ? std::optional(found->number(0, MostPoints)) : std::nullopt;
}

template <class Value>
struct Named {
    std::string_view name;
    Value value;
};

template <class Value, std::size_t Size>
Value named_in(const JsonNode& node, const Named<Value> (&known)[Size]) {
    const auto name = node.text();
    for (const auto& one : known) {
        if (one.name == name) return one.value;
    }
    node.wrong("is none of the words that are known");
}

constexpr Named<Status> Statuses[] = {{"assessed", Status::Assessed},
                                      {"unknown", Status::Unknown},
                                      {"not-applicable", Status::NotApplicable},
                                      {"error", Status::Error}};
constexpr Named<dsl::Effort::Per> Rhythms[] = {{"once", dsl::Effort::Per::Once},
                                               {"week", dsl::Effort::Per::Week},
                                               {"each", dsl::Effort::Per::Each}};

// The parts of a result in one language. What goes together is checked: figures are shared out
// anew when they are shown, and those of no score could not be.
class ResultReader {
public:
    ResultReader(const JsonNode& json, const JsonNode& shown) : json_(json), shown_(shown) {
        for (const auto& [id, rating] : shown.at("ratings").at("by_id").members()) {
            ratings_.push_back({id, rating.at("title").text(), rating.at("colour").text(),
                                rating.at("sign").text()});
        }
    }

    Result take() {
        if (json_.at("result").whole(1, 1'000'000) != 1) json_.at("result").wrong("is not 1");
        head();
        total();
        ranks();
        for (const auto& pillar : json_.at("pillars").items(1))
            result_.pillars.push_back(pillar_of(pillar));
        check_sums();
        for (const auto& tip : json_.at("tips").items())
            result_.tips.push_back(tip_of(tip));
        cautions();
        for (const auto& unknown : json_.at("unknown").items())
            result_.unknown.push_back(unknown_of(unknown));
        result_.note = json_.text_at("note");
        return std::move(result_);
    }

private:
    void head() {
        const auto rulebook = json_.at("rulebook");
        result_.rulebook = rulebook.at("id").text();
        result_.rulebook_title = rulebook.at("title").text();
        result_.edition = rulebook.text_at("edition");
        result_.sha256 = rulebook.at("sha256").text();
        result_.language = json_.at("language").text();
        const auto& language = result_.language;
        const bool is_language = (language.size() == 2 || language.size() == 3) &&
                                 std::all_of(language.begin(), language.end(),
                                             [](char c) { return c >= 'a' && c <= 'z'; });
        if (!is_language) json_.at("language").wrong("is no language");
        const auto profile = json_.at("profile");
        result_.profile = profile.at("id").text();
        result_.as_of = profile.at("as_of").moment();
        result_.stated = profile.texts_at("stated");
    }

    void total() {
        result_.score = points_in(json_, "score");
        result_.low = json_.at("low").number(0, MostPoints);
        result_.high = json_.at("high").number(0, MostPoints);
        result_.assessed = json_.at("assessed").number(0, 1);
        result_.provisional = json_.at("provisional").yes();
        result_.rating = rating_in(json_, "rating");
        result_.rating_low = rating_in(shown_.at("ratings"), "low");
        result_.rating_high = rating_in(shown_.at("ratings"), "high");
    }

    void ranks() {
        const auto ranks = json_.find("ranks");
        if (!ranks) return;
        for (const auto& rank : ranks->items()) {
            const auto by = rank.at("cohort").text();
            result_.ranks.push_back(
                {by == "everyone" ? "" : by, rank.text_at("name"), rank.at("top").number(0, 1),
                 static_cast<std::size_t>(rank.at("members").number(0, MostElements)),
                 rank.at("average").number(0, MostPoints), rank.text_at("note")});
        }
    }

    std::optional<engine::RatingResult> rating_in(const JsonNode& object,
                                                  std::string_view key) const {
        const auto found = object.find(key);
        if (!found) return std::nullopt;
        const auto id = found->text();
        for (const auto& rating : ratings_) {
            if (rating.id == id) return rating;
        }
        found->wrong("is no rating of this report");
    }

    engine::PillarResult pillar_of(const JsonNode& json) {
        engine::PillarResult pillar;
        pillar.id = json.at("id").text();
        pillar.title = json.at("title").text();
        pillar.points = points_in(json, "score");
        pillar.of = json.at("of").number(0, MostPoints);
        pillar.low = json.at("low").number(0, MostPoints);
        pillar.high = json.at("high").number(0, MostPoints);
        if (const auto withheld = json.find("withheld"))
            pillar.withheld = withheld->number(-MostPoints, 0);
        pillar.rating = rating_in(json, "rating");
        double points = pillar.withheld;
        double of = 0;
        for (const auto& rule : json.at("rules").items(1)) {
            const auto& read = pillar.rules.emplace_back(rule_of(rule));
            if (read.status != Status::Assessed) continue;
            points += read.points;
            of += read.of;
        }
        const bool adds_up = std::abs(points - pillar.points.value_or(points)) < CloseSums &&
                             std::abs(of - pillar.of) < CloseSums;
        if (pillar.points && !adds_up) json.wrong("is not the sum of its rules");
        return pillar;
    }

    void check_sums() const {
        double points = 0;
        double of = 0;
        bool any = false;
        for (const auto& pillar : result_.pillars) {
            if (!pillar.points) continue;
            any = true;
            points += *pillar.points;
            of += pillar.of;
        }
        if (any != result_.score.has_value()) json_.wrong("has a score, or pillars with one, only");
        if (any && !(std::abs(points - *result_.score) < CloseSums &&
                     std::abs(of - MostPoints) < CloseSums))
            json_.wrong("has a score that is not the sum of its pillars");
    }

    engine::RuleResult rule_of(const JsonNode& json) const {
        engine::RuleResult rule;
        rule.id = json.at("id").text();
        rule.title = json.at("title").text();
        rule.status = named_in(json.at("status"), Statuses);
        rule.points = json.at("points").number(0, MostPoints);
        rule.of = json.at("of").number(0, MostPoints);
        if (const auto share = json.find("share")) rule.share = share->number(0, 1);
        rule.worth = json.at("worth").number(0, MostPoints);
        rule.by_default = json.find("unknown_as_none").has_value();
        value_of(json, rule);
        rule.shown = json.text_at("shown");
        rule.target = json.text_at("target");
        if (const auto left = json.find("left_out"))
            rule.left_out = static_cast<std::size_t>(left->number(0, MostElements));
        rule.because = json.text_at("because");
        rule.source = json.text_at("source");
        rule.evidence = json.text_at("evidence");
        rule.failure = json.text_at("failure");
        rule.rating = rating_in(json, "rating");
        return rule;
    }

    // Of its type only what a result writes is told apart.
    static void value_of(const JsonNode& json, engine::RuleResult& rule) {
        rule.type = {dsl::Kind::Number};
        const auto value = json.find("value");
        if (!value) return;
        if (value->is_yes_or_no()) {
            rule.type = {dsl::Kind::YesNo};
            rule.value = value->yes() ? 1 : 0;
        } else if (!value->is_text()) {
            rule.value = value->number(-MostNumber, MostNumber);
        } else if (const auto moment = dsl::parse_moment(value->text())) {
            rule.type = {dsl::Kind::Time};
            rule.value = static_cast<double>(*moment);
        } else {
            rule.type = {dsl::Kind::Category, std::make_shared<const dsl::Category>(
                                                  dsl::Category{{value->text()}, {{}}, false})};
            rule.value = 0;
        }
    }

    static engine::TipResult tip_of(const JsonNode& json) {
        engine::TipResult tip;
        tip.rule = json.at("rule").text();
        tip.title = json.at("title").text();
        tip.text = json.at("text").text();
        if (const auto gain = json.find("gain")) tip.gain = gain->number(-MostPoints, MostPoints);
        tip.score_after = points_in(json, "score_after");
        tip.minutes = json.at("minutes").number(0, MostMinutes);
        tip.per = read_rhythm(json.at("per"));
        tip.total_minutes = json.at("total_minutes").number(0, MostMinutes);
        tip.needs = json.texts_at("needs");
        return tip;
    }

    void cautions() {
        for (const auto& caution : json_.at("cautions").items()) {
            result_.cautions.push_back(
                {caution.at("id").text(), caution.at("title").text(), caution.at("text").text()});
        }
        if (const auto failed = json_.find("failed_cautions")) {
            for (const auto& caution : failed->items())
                result_.failed_cautions.push_back(
                    {caution.at("id").text(), caution.at("failure").text()});
        }
    }

    engine::UnknownResult unknown_of(const JsonNode& json) const {
        const auto stateable = shown_.texts_at("stateable");
        engine::UnknownResult unknown;
        unknown.fact = json.at("fact").text();
        unknown.title = json.at("title").text();
        unknown.rules = json.texts_at("rules");
        unknown.points = json.at("points").number(0, MostPoints);
        unknown.stateable =
            std::find(stateable.begin(), stateable.end(), unknown.fact) != stateable.end();
        return unknown;
    }

    const JsonNode& json_;
    const JsonNode& shown_;
    std::vector<engine::RatingResult> ratings_;
    Result result_;
};

}  // namespace

Result read_result(const JsonNode& json, const JsonNode& shown) {
    return ResultReader(json, shown).take();
}

dsl::Effort::Per read_rhythm(const JsonNode& json) {
    return named_in(json, Rhythms);
}

}  // namespace colonnade::cli
