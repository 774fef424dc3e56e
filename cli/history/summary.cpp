// SPDX-License-Identifier: Apache-2.0
#include "cli/history/summary.hpp"

#include <algorithm>

#include "cli/json.hpp"
#include "cli/json_taker.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

JsonValue json_of(const dsl::Texts& texts) {
    auto json = JsonValue::object();
    for (const auto& [language, text] : texts.items())
        json[language] = text;
    return json;
}

JsonValue json_of(const std::optional<double>& number) {
    return number ? JsonValue(*number) : JsonValue(nullptr);
}

JsonValue rating_json(const engine::Result& result, const dsl::Rulebook& rulebook) {
    const auto& ratings = rulebook.ratings;
    const auto is_it = [&](const auto& rating) {
        return result.rating && rating.id == result.rating->id;
    };
    const auto found = std::find_if(ratings.begin(), ratings.end(), is_it);
    if (found == ratings.end()) return nullptr;
    return {{"id", found->id},
            {"sign", found->sign},
            {"colour", found->colour},
            {"title", json_of(found->title)}};
}

class SummaryReader : public JsonTaker {
public:
    explicit SummaryReader(std::string_view language) : language_(language) {}

    std::optional<double> points(const ForeignJson& json, const char* key) {
        return figure(json, key, 0, 100);
    }
    std::string title(const ForeignJson& json, std::string* language = nullptr) {
        const auto& texts = at(json, "title");
        good = good && texts.is_object() && !texts.empty();
        if (!good) return {};
        auto found = texts.find(std::string(language_));
        if (found == texts.end()) found = texts.begin();
        good = found->is_string();
        if (language != nullptr) *language = found.key();
        return good ? found->get<std::string>() : std::string();
    }
    std::optional<engine::RatingResult> rating(const ForeignJson& json) {
        const auto& value = at(json, "rating");
        if (value.is_null()) return std::nullopt;
        return engine::RatingResult{text(value, "id"), title(value), text(value, "colour"),
                                    text(value, "sign")};
    }

private:
    std::string_view language_;
};

engine::PillarResult read_pillar(SummaryReader& reader, const ForeignJson& json) {
    engine::PillarResult pillar;
    pillar.id = reader.text(json, "id");
    pillar.title = reader.title(json);
    pillar.points = reader.points(json, "score");
    pillar.of = reader.points(json, "of").value_or(0);
    pillar.high = pillar.of;
    return pillar;
}

// As in every profile document: from 1900 to 2100.
bool is_moment(std::int64_t seconds) {
    static const auto first = dsl::parse_date("1900-01-01").value_or(0);
    static const auto last = dsl::parse_date("2100-12-31").value_or(0);
    return seconds >= first && seconds < last + dsl::SecondsPerDay;
}

}  // namespace

std::string summary_of(const engine::Result& result, const engine::LoadedRulebook& loaded) {
    const auto& rulebook = loaded.rulebook;
    JsonValue json{{"rulebook", {{"id", rulebook.id}, {"edition", rulebook.edition}}},
                   {"title", json_of(rulebook.title)},
                   {"score", json_of(result.score)},
                   {"low", result.low},
                   {"high", result.high},
                   {"assessed", result.assessed},
                   {"rating", rating_json(result, rulebook)},
                   {"pillars", JsonValue::array()}};
    for (std::size_t i = 0; i < result.pillars.size(); ++i) {
        const auto& pillar = result.pillars[i];
        json["pillars"].push_back({{"id", pillar.id},
                                   {"title", json_of(rulebook.pillars.at(i).title)},
                                   {"score", json_of(pillar.points)},
                                   {"of", pillar.of}});
    }
    return json_line(json);
}

std::optional<engine::Result> read_summary(const stores::StoredSummary& stored,
                                           std::string_view language) {
    const auto json = ForeignJson::parse(stored.summary, nullptr, false);
    SummaryReader reader(language);
    engine::Result result;
    result.profile = stored.key.profile;
    result.as_of = stored.key.as_of;
    result.sha256 = stored.key.rulebook_sha256;
    result.rulebook = reader.text(reader.at(json, "rulebook"), "id");
    result.edition = reader.text(reader.at(json, "rulebook"), "edition");
    result.rulebook_title = reader.title(json, &result.language);
    if (!language.empty()) result.language = language;
    result.score = reader.points(json, "score");
    result.low = reader.points(json, "low").value_or(0);
    result.high = reader.points(json, "high").value_or(100);
    result.assessed = reader.points(json, "assessed").value_or(0);
    result.rating = reader.rating(json);
    const auto& pillars = reader.at(json, "pillars");
    for (std::size_t i = 0; pillars.is_array() && i < pillars.size(); ++i)
        result.pillars.push_back(read_pillar(reader, pillars[i]));
    if (!reader.good || !is_moment(result.as_of)) return std::nullopt;
    return result;
}

}  // namespace colonnade::cli
