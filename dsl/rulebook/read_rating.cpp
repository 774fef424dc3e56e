// SPDX-License-Identifier: Apache-2.0
// Ratings: colour, sign and word for a share of what can be reached.
#include <fmt/format.h>

#include "dsl/rulebook/keys.hpp"
#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

Rating read_rating(const Form& form, const Node& key, const Node& node) {
    Rating rating;
    rating.id = read_id(form, key, key.span);
    MapReader map(form, node, key.span, RatingKeys, fmt::format("the rating `{}`", key.text));
    if (const auto* from = map.required("from"))
        rating.from = read_share(form, *from, map.key_span("from"));
    if (const auto* colour = map.required("colour")) {
        const auto colours = map.choices("colour");
        rating.colour = colours[read_choice(form, *colour, map.key_span("colour"), colours)];
    }
    if (const auto* sign = map.required("sign"))
        rating.sign = read_text(form, *sign, map.key_span("sign"));
    if (const auto* title = map.required("title"))
        rating.title = read_texts(form, *title, map.key_span("title"));
    map.finish();
    return rating;
}

}  // namespace

std::vector<Rating> read_ratings(const Form& form, const Node& node, Span key) {
    std::vector<Rating> ratings;
    if (node.kind != NodeKind::Map || node.entries.empty()) {
        form.report(Code::WrongShape, key,
                    fmt::format("found {}, expected a map of ratings", text_of(node.kind)));
        return ratings;
    }
    for (const auto& [id, content] : node.entries) {
        const auto errors = form.diagnostics.errors();
        ratings.push_back(read_rating(form, id, content));
        if (form.diagnostics.errors() != errors) continue;
        const bool first = ratings.size() == 1;
        const double before = first ? 0 : ratings[ratings.size() - 2].from;
        if (first ? ratings.back().from != 0 : ratings.back().from <= before) {
            form.report(Code::CurveForm, id.span,
                        first ? "the first rating does not start at 0%"
                              : "the rating does not start above the one before it",
                        "write the ratings in rising order, the first with `from: 0%`");
        }
    }
    return ratings;
}

}  // namespace colonnade::dsl
