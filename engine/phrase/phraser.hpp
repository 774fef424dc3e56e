// SPDX-License-Identifier: Apache-2.0
// Walks typed nodes and puts their words together. Internal to phrase; its parts are phrase.cpp,
// lists.cpp and patterns.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/phrase/phrase.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::engine {

// How far words can be bent: German has cases, and nobody knows those of a title.
enum class Shape {
    Atom,    // a title, a literal, a name: fits anywhere
    Phrase,  // stands in parentheses after a preposition
    Joined,  // of several parts: in parentheses inside anything larger
};

struct Piece {
    std::string text;
    Shape shape = Shape::Atom;
};

class Phraser {
public:
    Phraser(const dsl::Rulebook& rulebook, const dsl::Catalogue& catalogue,
            std::string_view language);

    Phrase phrase(int node);

private:
    using Parts = std::vector<std::string>;

    [[nodiscard]] const dsl::TypedNode& at(int node) const { return rulebook_.nodes.at(node); }
    [[nodiscard]] std::string word(Wording wording, const Parts& parts) const {
        return worded(wording, language_, parts);
    }
    [[nodiscard]] static std::string name_of(const dsl::Define& define);
    [[nodiscard]] std::string quoted(std::string_view text) const;

    // As the whole of a phrase: by its words, though it may be a define.
    Piece whole(int node);
    // As a part: a define by its name.
    Piece part(int node);
    // In parentheses where it needs them; a yes/no that stands for its value is "whether …".
    std::string value(int node);
    // The same after a preposition.
    std::string object(int node);
    std::string enclosed(int node, Shape most);
    std::string statement(int node);
    std::string joined(const std::vector<int>& nodes, std::string_view between);
    Piece plain(const dsl::TypedNode& node);
    Piece of_many(const dsl::TypedNode& node);
    Piece logic(const dsl::TypedNode& node);
    Piece call(const dsl::TypedNode& node);
    std::string title_of(const dsl::Fact& fact);
    void note(const std::string& name, std::string_view text);

    // lists.cpp
    std::string title_of_list(const dsl::TypedNode& list);
    std::string with_condition(std::string text, const dsl::TypedNode& list, Wording where);
    std::string entries(int list);
    std::string list_argument(int list);
    [[nodiscard]] Wording wording_of_series(const dsl::TypedNode& node) const;
    Piece of_list(const dsl::TypedNode& node);

    // patterns.cpp: what the checker made of one piece of the language, found again.
    std::optional<Piece> pattern(const dsl::TypedNode& node);
    std::optional<Piece> one_of(const dsl::TypedNode& node);
    std::optional<Piece> between(const dsl::TypedNode& node);
    std::optional<Piece> filled_in(const dsl::TypedNode& node);
    std::optional<Piece> difference(const dsl::TypedNode& node);
    std::optional<Piece> in_units(const dsl::TypedNode& node);
    std::optional<Piece> ramp(const dsl::TypedNode& node);

    const dsl::Rulebook& rulebook_;
    const dsl::Catalogue& catalogue_;
    std::string_view language_;
    std::map<int, const dsl::Define*> defines_;  // by node
    std::vector<const dsl::Define*> used_;       // in the order of use
    std::vector<PhraseNote> described_;          // facts and functions
};

}  // namespace colonnade::engine
