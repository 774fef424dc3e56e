// SPDX-License-Identifier: Apache-2.0
// What the plugins say of their functions: the ids and types that rulebooks count on, and texts in
// both languages for all.
#include <algorithm>

#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

std::string text_of(const colonnade_text& text) {
    return {text.data, text.size};
}

std::string kind_name(std::int32_t kind) {
    static const char* const Names[] = {"?",    "yes/no", "number",   "share", "duration", "rate",
                                        "time", "text",   "category", "list",  "record",   "words"};
    return kind >= 1 && kind <= 11 ? Names[kind] : Names[0];
}

std::string name_and_kind(const colonnade_parameter& parameter) {
    return text_of(parameter.name) + ": " + kind_name(parameter.kind);
}

// For instance `posts: list(at: time, text: text?)...`; `?` stands for nullable, the dots for
// repeated.
std::string signature_of(const colonnade_parameter& parameter) {
    std::string text = name_and_kind(parameter);
    for (std::int32_t i = 0; i < parameter.field_count; ++i) {
        const auto& field = *parameter.fields[i];
        text += (i == 0 ? "(" : ", ") + name_and_kind(field);
        if ((field.flags & COLONNADE_NULLABLE) != 0) text += "?";
    }
    if (parameter.field_count > 0) text += ")";
    if (parameter.default_words.size > 0) text += " = " + text_of(parameter.default_words);
    if ((parameter.flags & COLONNADE_NULLABLE) != 0) text += "?";
    if ((parameter.flags & COLONNADE_REPEATED) != 0) text += "...";
    return text;
}

std::string signature_of(const colonnade_function_descriptor& function) {
    std::string text = text_of(function.id) + "(";
    for (std::int32_t i = 0; i < function.parameter_count; ++i) {
        text += (i == 0 ? "" : ", ") + signature_of(*function.parameters[i]);
    }
    return text + ") -> " + kind_name(function.result_kind);
}

std::vector<std::string> signatures(const std::string& id) {
    const LoadedPlugin plugin(id);
    std::vector<std::string> all;
    all.reserve(static_cast<std::size_t>(plugin.functions().count()));
    for (std::int32_t i = 0; i < plugin.functions().count(); ++i) {
        all.push_back(signature_of(*plugin.functions().describe(i)));
    }
    return all;
}

void check_texts(const colonnade_localised* texts, std::int64_t count, std::size_t least) {
    REQUIRE(count == 2);
    CHECK(text_of(texts[0].language) == "de");
    CHECK(text_of(texts[1].language) == "en");
    CHECK(texts[0].text.size >= least);
    CHECK(texts[1].text.size >= least);
}

}  // namespace

TEST_CASE("functions have the names and types that rulebooks use", "[plugins][descriptors]") {
    using Lines = std::vector<std::string>;
    CHECK(
        signatures("brand") ==
        Lines{"cv_gap(positions: list(started: time?, ended: time?, current: yes/no?)) -> duration",
              "missing_sections(headline: text, summary: text, industry: text, location: text, "
              "positions: list, education: list, skills: list) -> number",
              "last_change(entries: list(started: time?, ended: time?)...) -> time"});
    CHECK(signatures("people") ==
          Lines{"active_days(window: duration, activity: list(at: time)...) -> number",
                "active_weeks(window: duration, activity: list(at: time)...) -> share"});
    CHECK(signatures("insights") ==
          Lines{"regularity(posts: list(at: time), window: duration) -> share",
                "curated(posts: list(kind: category)) -> share",
                "matches_of(text: text, words: words) -> number"});
    CHECK(
        signatures("relationships") ==
        Lines{
            "seniority(title: text, words: words = seniority_titles) -> category",
            "reply_rate(messages: list(at: time, thread: number, sent: yes/no)) -> share",
            "median_reply_time(messages: list(at: time, thread: number, sent: yes/no)) -> duration",
            "acceptance_rate(invitations: list(at: time, sent: yes/no, accepted: yes/no)) -> "
            "share"});
}

TEST_CASE("every function has texts and bounds", "[plugins][descriptors]") {
    for (const char* id : {"brand", "people", "insights", "relationships"}) {
        const LoadedPlugin plugin(id);
        for (std::int32_t i = 0; i < plugin.functions().count(); ++i) {
            const auto& function = *plugin.functions().describe(i);
            INFO(id << ": " << text_of(function.id));
            CHECK(function.size == sizeof function);
            check_texts(function.titles, function.title_count, 5);
            check_texts(function.descriptions, function.description_count, 60);
            CHECK(function.result_min <= function.result_max);
            if (function.result_kind == COLONNADE_SHARE) CHECK(function.result_max == 1);
            CHECK(plugin.functions().describe(i) == &function);
        }
    }
}

TEST_CASE("the levels of seniority rise", "[plugins][descriptors]") {
    const LoadedPlugin plugin("relationships");
    const auto& seniority = *plugin.functions().describe(plugin.index_of("seniority"));
    CHECK((seniority.flags & COLONNADE_ORDERED) != 0);
    std::vector<std::string> ids;
    for (std::int32_t i = 0; i < seniority.category_count; ++i) {
        ids.push_back(text_of(seniority.category_values[i].id));
        check_texts(seniority.category_values[i].titles, seniority.category_values[i].title_count,
                    4);
    }
    CHECK(ids == std::vector<std::string>{"entry", "professional", "lead", "manager", "director",
                                          "executive", "owner"});
}

}  // namespace colonnade::tests
