// SPDX-License-Identifier: Apache-2.0
// curated: which share of the posts passes on what others made.
#include "functions.hpp"

namespace colonnade::insights {
namespace {

void curated(const sdk::Call& call) {
    const sdk::Lists posts = call.lists(0);
    const sdk::Categories kinds = posts.all().categories(0);
    const auto repost = kinds.index_of("repost");
    const auto link = kinds.index_of("link");
    if (repost < 0 || link < 0)
        throw sdk::Failure("no kind of post is called `repost` or none `link`").at_parameter(0);
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        double known = 0;
        double shared = 0;
        for (const auto kind : posts[row].categories(0)) {
            if (!kind) continue;
            known += 1;
            if (*kind == repost || *kind == link) shared += 1;
        }
        if (known > 0) call.set(row, shared / known);
    }
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
    .body = sdk::per_batch<curated>,
};

}  // namespace

constinit const sdk::Definition Curated = sdk::define<Spec>();

}  // namespace colonnade::insights
