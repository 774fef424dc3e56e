// SPDX-License-Identifier: Apache-2.0
#include "dsl/types/kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace colonnade::dsl {
namespace {

// Texts of Kind, in its order.
constexpr std::array<std::string_view, 12> Names = {"error",    "yes/no",   "number", "share",
                                                    "duration", "rate",     "date",   "time",
                                                    "text",     "category", "list",   "words"};

}  // namespace

std::string_view text_of(Kind kind) {
    return Names.at(static_cast<std::size_t>(kind));
}

std::string with_article(Kind kind) {
    const auto article = kind == Kind::Error ? "an " : kind == Kind::Words ? "a list of " : "a ";
    return std::string(article) + std::string(text_of(kind));
}

bool is_amount(Kind kind) {
    return kind == Kind::Number || kind == Kind::Share || kind == Kind::Duration ||
           kind == Kind::Rate;
}

Kind kind_named(std::string_view name) {
    const auto at = std::find(Names.begin() + 1, Names.end() - 1, name);
    return at == Names.end() - 1 ? Kind::Error : static_cast<Kind>(at - Names.begin());
}

int Category::index_of(std::string_view value) const {
    const auto at = std::find(values.begin(), values.end(), value);
    return at == values.end() ? -1 : static_cast<int>(at - values.begin());
}

}  // namespace colonnade::dsl
