// SPDX-License-Identifier: Apache-2.0
// Which keys a quick reader knows, and what it does with the value of each.
#include <cmath>

#include "engine/read/quick_reader.hpp"

namespace colonnade::engine {
namespace {

using dsl::Kind;

KeyUse use_of(const dsl::Type& type, bool is_needed) {
    if (!is_needed) return KeyUse::Check;
    switch (type.kind) {
        case Kind::YesNo:
            return KeyUse::YesNo;
        case Kind::Number:
        case Kind::Share:
            return KeyUse::Number;
        case Kind::Duration:
        case Kind::Rate:
            return KeyUse::Literal;
        case Kind::Date:
        case Kind::Time:
            return KeyUse::Moment;
        case Kind::Text:
            return KeyUse::Text;
        case Kind::Category:
            return KeyUse::Category;
        case Kind::List:
            return KeyUse::List;
        default:
            return KeyUse::Never;
    }
}

void describe(Key& key, const dsl::Type& type, const dsl::Bounds& bounds) {
    key.kind = type.kind;
    key.bounds = bounds;
    key.is_bounded = std::isfinite(bounds.min) || std::isfinite(bounds.max);
    if (key.use == KeyUse::Category) key.words = std::make_unique<KnownWords>(*type.category);
}

}  // namespace

QuickReader::QuickReader(const dsl::Catalogue& catalogue, const Projection& projection,
                         const ReadOptions& options, const ProfileReader& reader, bool is_wide)
    : as_of_(options.as_of),
      keys_([&](std::string_view key) { return reader.has_ignored(key); }),
      covered_(
          [&](std::string_view key) { return reader.has_ignored("coverage." + std::string(key)); }),
      is_wide_(is_wide) {
    keys_.add("profile", KeyUse::Version);
    keys_.add("id", KeyUse::Id);
    keys_.add("as_of", as_of_ ? KeyUse::Check : KeyUse::AsOf);
    keys_.add("coverage", KeyUse::Coverage);
    keys_.add("stated", KeyUse::Stated);
    for (std::size_t f = 0; f < catalogue.facts.size(); ++f) {
        const auto& fact = catalogue.facts[f];
        const bool is_needed = projection.facts[f] != 0;
        add_fact(fact, static_cast<int>(f), is_needed);
        fields_.emplace_back([&reader, &fact](std::string_view key) {
            return reader.has_ignored(fact.name + "." + std::string(key));
        });
        if (is_needed) add_fields(fact, projection.fields[f]);
    }
    forms_.resize(catalogue.facts.size());
}

void QuickReader::add_fields(const dsl::Fact& fact, const std::vector<std::uint8_t>& needed) {
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
        const auto& field = fact.fields[i];
        auto& key =
            fields_.back().add(field.name, use_of(field.type, needed[i] != 0), static_cast<int>(i));
        describe(key, field.type, field.bounds);
    }
}

void QuickReader::add_fact(const dsl::Fact& fact, int index, bool is_needed) {
    covered_.add(fact.name, KeyUse::Moment, index);
    // The same key twice over is nothing that happens in schemas as they are.
    if (auto* reserved = keys_.find(fact.name)) {
        reserved->use = KeyUse::Never;
        return;
    }
    const bool is_joined = fact.name == "joined" && fact.type.is_moment();
    auto& key = keys_.add(fact.name, use_of(fact.type, is_needed), index);
    if (is_joined) key.use = KeyUse::Joined;
    describe(key, fact.type, fact.bounds);
}

bool QuickReader::can_read(const ReadOptions& options) {
    return options.id.empty() && (options.answers == nullptr || options.answers->empty());
}

}  // namespace colonnade::engine
