// SPDX-License-Identifier: Apache-2.0
// Trees in; headers, schemas, word lists and checked rulebooks out. All findings are reported, and
// a result that comes with errors must not be used further than to find more of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/types/catalogue.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// What one file says, or several that make one document together: the spans of `root` name the
// source that they are in.
struct Document {
    std::vector<std::shared_ptr<const Source>> sources;
    Node root;
};

// What must be known of a rulebook before its rules can be read.
struct Header {
    std::string id;
    std::string schema;
    Span schema_span;
};
[[nodiscard]] Header read_header(const Document& document, Diagnostics& diagnostics);

// The facts of a schema file; functions are added by whoever knows plugins.
[[nodiscard]] Catalogue read_schema(const Document& document, Diagnostics& diagnostics);

[[nodiscard]] WordList read_word_list(const Document& document, Diagnostics& diagnostics);

// Precondition: `catalogue` holds the schema and the functions that the header names.
[[nodiscard]] Rulebook read_rulebook(const Document& document, const Catalogue& catalogue,
                                     const FindWords& find_words, Diagnostics& diagnostics);

}  // namespace colonnade::dsl
