// SPDX-License-Identifier: Apache-2.0
// Descriptors: what functions say of themselves is legal, complete and stays as it is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/describe.hpp"
#include "engine/validate/call_made.hpp"
#include "engine/validate/digest.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

using Descriptors = std::vector<const colonnade_function_descriptor*>;

// Those whose own struct is complete. Null: the case is skipped.
std::optional<Descriptors> descriptors(Trial& trial) {
    if (trial.plugin() == nullptr) return std::nullopt;
    const auto* functions = trial.raw_functions();
    if (functions == nullptr) return std::nullopt;
    Descriptors found;
    const auto count = std::clamp(functions->count(), 0, MostFunctions);
    for (std::int32_t i = 0; i < count; ++i) {
        const auto* one = functions->describe(i);
        if (one != nullptr && one->size >= sizeof *one) found.push_back(one);
    }
    if (!found.empty()) return found;
    trial.skip("it describes no function");
    return std::nullopt;
}

std::string name_of(const colonnade_function_descriptor& descriptor) {
    return read_text(descriptor.id, 64).value_or("?");
}

void sound_descriptors(Trial& trial) {
    const auto plugin = trial.plugin();
    if (plugin == nullptr) return;
    Refusal refusal;
    if (!plugin->functions(refusal)) trial.fault(refusal.message);
}

void unique_ids(Trial& trial) {
    const auto all = descriptors(trial);
    std::set<std::string> seen;
    for (std::size_t i = 0; all && i < all->size(); ++i) {
        const auto name = name_of(*(*all)[i]);
        if (!seen.insert(name).second) trial.fault(fmt::format("two functions are `{}`", name));
    }
}

void check_texts(const colonnade_localised* texts, std::int64_t count, const std::string& where,
                 Trial& trial) {
    if (count > 0 && texts == nullptr)
        return trial.fault(fmt::format("{}: {} texts, and none is there", where, count));
    for (std::int64_t i = 0; i < std::min(count, MostLanguages); ++i) {
        for (const auto& text : {texts[i].language, texts[i].text}) {
            if (text.size > 0 && !read_text(text, MostDescriptionBytes)) {
                trial.fault(
                    fmt::format("{}: text {} is no UTF-8, or holds control characters, or "
                                "is too long",
                                where, i + 1));
            }
        }
    }
}

void valid_texts(Trial& trial) {
    const auto all = descriptors(trial);
    for (std::size_t i = 0; all && i < all->size(); ++i) {
        const auto& one = *(*all)[i];
        const auto name = name_of(one);
        check_texts(one.titles, one.title_count, fmt::format("titles of `{}`", name), trial);
        check_texts(one.descriptions, one.description_count,
                    fmt::format("descriptions of `{}`", name), trial);
    }
}

std::set<std::string> languages_of(const dsl::Texts& texts) {
    std::set<std::string> languages;
    for (const auto& [language, text] : texts.items()) {
        if (!text.empty()) languages.insert(language);
    }
    return languages;
}

void all_languages(Trial& trial) {
    const auto* functions = trial.functions();
    if (functions == nullptr) return;
    std::set<std::string> all;
    for (const auto& function : *functions)
        all.merge(languages_of(function.title));
    if (all.empty()) trial.fault("no function has a title in any language");
    const auto must_have = [&](const dsl::Function& function, const dsl::Texts& texts,
                               const char* what) {
        const auto has = languages_of(texts);
        for (const auto& language : all) {
            if (has.count(language) == 0)
                trial.fault(about(function, fmt::format("no {} in `{}`", what, language)));
        }
    };
    for (const auto& function : *functions) {
        must_have(function, function.title, "title");
        must_have(function, function.description, "description");
    }
}

// Addresses and what stands there, as far as a descriptor says itself.
std::uint64_t digest_of(const Descriptors& all) {
    Digest digest;
    for (const auto* one : all) {
        digest.add(&one, sizeof one);
        digest.add(one, sizeof *one);
        for (std::int32_t i = 0; i < one->parameter_count; ++i)
            digest.add(one->parameters[i], sizeof *one->parameters[i]);
    }
    return digest.value();
}

void constant(Trial& trial) {
    if (trial.functions() == nullptr) return;
    const auto before = descriptors(trial);
    if (!before) return;
    const auto first = digest_of(*before);
    for_each_function(trial, [&](const dsl::Function& function, FunctionObject& object) {
        static_cast<void>(call_made(function, object, trial.inputs(function, {}, 7)));
    });
    const auto after = descriptors(trial);
    if (!after || digest_of(*after) != first)
        trial.fault("descriptors are others after functions were made and called");
}

// What a rulebook needs to know before it can say how many points something is worth.
void stated_bounds(Trial& trial) {
    const auto* functions = trial.functions();
    for (std::size_t i = 0; functions != nullptr && i < functions->size(); ++i) {
        const auto& function = (*functions)[i];
        const bool is_amount = dsl::is_amount(function.result.kind);
        if (is_amount && std::isinf(function.bounds.min) && std::isinf(function.bounds.max))
            trial.fault(about(function, "its results have neither a least nor a greatest value"));
    }
}

constexpr PluginCase DescriptorCases[] = {
    {"descriptor", "sound-descriptors", "Every descriptor is one that the program takes.",
     sound_descriptors},
    {"descriptor", "unique-ids", "No two functions have the same id.", unique_ids},
    {"descriptor", "valid-texts", "Titles and descriptions are UTF-8 without control characters.",
     valid_texts},
    {"descriptor", "all-languages",
     "Each function has a title and a description in every language that the plugin speaks.",
     all_languages},
    {"descriptor", "constant-descriptors", "Descriptors stay where and what they are.", constant},
    {"descriptor", "stated-bounds", "Amounts say how small or how large they can be.",
     stated_bounds, true},
};

}  // namespace

std::span<const PluginCase> descriptor_cases() {
    return DescriptorCases;
}

}  // namespace colonnade::engine
