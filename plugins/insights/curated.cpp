// SPDX-License-Identifier: Apache-2.0
// curated: which share of the posts passes on what others made.
#include <optional>

#include "functions.hpp"

namespace colonnade::insights {
namespace {

// The contract hands a category over as the index of its value, so these stand in the order in
// which the schema `social-profile` lists the kinds of posts.
enum PostKind : std::int32_t { Text, Link, Media, Repost, Group };

std::optional<double> curated(const sdk::Row& row) {
    double known = 0;
    double shared = 0;
    for (const auto kind : row.list(0).categories(0)) {
        if (!kind) continue;
        known += 1;
        if (*kind == Repost || *kind == Link) shared += 1;
    }
    if (known == 0) return std::nullopt;
    return shared / known;
}

constexpr sdk::Function Spec{
    .id = "curated",
    .titles = {{"de", "Geteilte Beiträge"}, {"en", "Curated posts"}},
    .descriptions =
        {{"de",
          "Anteil der Beiträge, die Fremdes weitergeben: Reposts und Links. Beiträge, deren Art "
          "unbekannt ist, bleiben außer Betracht; ohne Beiträge: unbekannt."},
         {"en",
          "Share of the posts that pass on what others made: reposts and links. Posts whose kind "
          "is "
          "unknown are left out; without posts: unknown."}},
    .parameters = {{.name = "posts",
                    .kind = sdk::Kind::List,
                    .fields = {{"kind", sdk::Kind::Category}}}},
    .result = {.kind = sdk::Kind::Share, .min = 0, .max = 1},
    .body = sdk::per_row<curated>,
};

}  // namespace

constinit const sdk::Definition Curated = sdk::define<Spec>();

}  // namespace colonnade::insights
