// SPDX-License-Identifier: Apache-2.0
// Reads maps strictly: every key is asked for by name out of the table of its kind of map, and what
// nobody asked for is reported with what was probably meant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/form/deprecated.hpp"
#include "dsl/form/keys.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/types/texts.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Where the findings of one document go, and the languages its texts must exist in.
struct Form {
    std::vector<std::shared_ptr<const Source>> sources;  // by the `file` of a span
    Diagnostics& diagnostics;
    std::vector<std::string> languages = {};

    void report(Code code, Span span, std::string message, std::string help = {},
                std::vector<Label> labels = {}, std::vector<Edit> fix = {}) const;
    [[nodiscard]] const std::shared_ptr<const Source>& source_of(Span span) const;
    // False once more has been found than anybody is shown: looking for names costs time.
    [[nodiscard]] bool has_time_for_hints() const;
    // A place inside a scalar; the whole scalar where its text is not verbatim in the source.
    [[nodiscard]] Span inside(const Node& scalar, Span span) const;
};

class MapReader {
public:
    // `what` names the map in messages, for instance "a rule". A node that is no map is reported.
    // The table outlives the reader, and so do the keys that it is asked for.
    MapReader(const Form& form, const Node& node, Span place, const KeyTable& table,
              std::string what);

    [[nodiscard]] bool is_map() const { return node_.kind == NodeKind::Map; }
    [[nodiscard]] Span place() const { return place_; }
    // The value, or null; a required one that is missing is reported. Throws where the table does
    // not have the key, or has it with the other need.
    [[nodiscard]] const Node* optional(std::string_view key);
    [[nodiscard]] const Node* required(std::string_view key);
    // The value, or null, for a reader that leaves the key itself to another one.
    [[nodiscard]] const Node* peek(std::string_view key) const;
    // What a key of the shape Choice may say.
    [[nodiscard]] std::span<const std::string_view> choices(std::string_view key) const;
    // The key's own place, or the map's.
    [[nodiscard]] Span key_span(std::string_view key) const;
    // Reports every key that was never asked for. Call last.
    void finish() const;

private:
    const Node* find(std::string_view key);
    // The entry of that name, or null.
    [[nodiscard]] const Entry* entry(std::string_view key) const;
    // The entry that has a former name of `key`, or null.
    [[nodiscard]] const Entry* former_entry(std::string_view key) const;
    [[nodiscard]] bool is_asked(std::string_view key) const;
    void check_table(std::string_view key, bool required) const;
    // The second piece, or a later one, of what commas cut off a value.
    [[nodiscard]] bool is_further_piece(std::size_t index) const;
    // The pieces of a value that commas cut, from the entry `first` on, put together in quotes.
    [[nodiscard]] std::vector<Edit> joined_again(std::size_t first) const;

    const Form& form_;
    const Node& node_;
    Span place_;
    const KeyTable& table_;
    std::span<const FormerKey> former_;  // of the table
    std::string what_;
    std::vector<std::string_view> asked_;
    std::uint64_t marks_ = 0;  // of all keys of the map: most that are asked for are not there
};

// Readers of single values. Each reports what is wrong and gives a harmless value in its place.
// `key` is the place of the key, for values that are missing.
[[nodiscard]] const std::string& read_text(const Form& form, const Node& node, Span key);
// The same, and an empty text is reported.
[[nodiscard]] const std::string& read_filled_text(const Form& form, const Node& node, Span key);
[[nodiscard]] double read_number(const Form& form, const Node& node, Span key);  // finite, >= 0
[[nodiscard]] bool read_true_false(const Form& form, const Node& node, Span key);
[[nodiscard]] std::string read_id(const Form& form, const Node& node, Span key);
// Says that `text` is no id of `what`, such as "a rulebook".
void report_no_id(const Form& form, Span place, std::string_view what, std::string_view text);
// One of `known`, by index; 0 where it is none of them.
[[nodiscard]] std::size_t read_choice(const Form& form, const Node& node, Span key,
                                      const std::vector<std::string>& known);
[[nodiscard]] std::size_t read_choice(const Form& form, const Node& node, Span key,
                                      std::span<const std::string_view> known);
// A text of a map from language to text.
struct LanguageText {
    const std::string* language;
    const Node* node;
    const std::string* text;
};
// Those of the form's languages that are there, and every one that is not is reported.
[[nodiscard]] std::vector<LanguageText> find_texts(const Form& form, const Node& node, Span key);
// The same with copies of the texts.
[[nodiscard]] Texts read_texts(const Form& form, const Node& node, Span key);
[[nodiscard]] std::vector<std::string> read_text_list(const Form& form, const Node& node, Span key);
// The entries of a map of `what`; none where nothing stands.
[[nodiscard]] const std::vector<Entry>& read_entries(const Form& form, const Node& node, Span key,
                                                     std::string_view what);

// Says that `number`, which is_maybe_thousands, has a decimal point.
void warn_of_thousands(const Form& form, Span place, std::string_view number);

// True for `[a-z][a-z0-9-]*`.
[[nodiscard]] bool is_id(std::string_view text);
// True for names of facts, fields and defines: letters, digits and `_`, no upper case.
[[nodiscard]] bool is_name(std::string_view text);

// `colonnade: 1` is the version of the language that this program reads.
void check_version(const Form& form, MapReader& map);

}  // namespace colonnade::dsl
