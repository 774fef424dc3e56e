// SPDX-License-Identifier: Apache-2.0
// Profile documents, one a line, as most programs write them, much faster than ProfileReader reads
// any. The one idea: a document like the last one needs no search, only comparisons. What is wrong
// or odd in any way is not understood here, so that ProfileReader alone says what it means.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/column/batch_builder.hpp"
#include "engine/read/known_keys.hpp"
#include "engine/read/profile_reader.hpp"
#include "engine/read/width.hpp"

namespace colonnade::engine {

struct QuickRow {
    const char* end = nullptr;           // of the line
    std::optional<std::string_view> id;  // lent until the next line
    std::int64_t as_of = 0;              // seconds
};

class QuickReader {
public:
    // All must outlive the reader. Keys that are no facts are read over once `reader` knows them.
    // `is_wide` only where `has_wide`; what is read is the same.
    QuickReader(const dsl::Catalogue& catalogue, const Projection& projection,
                const ReadOptions& options, const ProfileReader& reader, bool is_wide);

    // Whether it reads as these options ask for.
    [[nodiscard]] static bool can_read(const ReadOptions& options);

    // Reads into that builder's batch from here on; again after each `take`.
    void open(BatchBuilder& builder);

    // Sets the facts of a row that was begun, exactly as ProfileReader would if the line is UTF-8.
    // Otherwise nothing, and the row is to be abandoned. The line must end in a line end with
    // Margin readable bytes behind it.
    [[nodiscard]] std::optional<QuickRow> read(const char* line);

private:
    // What the elements of a list looked like last.
    struct Form {
        std::vector<const Key*> keys;  // where each needed field was there; else none
        ShortText joint;               // from the end of one element to the first value of the next
        std::size_t joint_size = 0;
    };

    // The same twice over, for vectors of each width.
    const char* elements_narrow(int fact, const char* at);
    COLONNADE_AVX2 const char* elements_wide(int fact, const char* at);

    void add_fact(const dsl::Fact& fact, int index, bool is_needed);
    void add_fields(const dsl::Fact& fact, const std::vector<std::uint8_t>& needed);
    const char* value(Key& key, const char* at, std::uint64_t object, std::size_t& set);
    template <class Vectors, bool Skips>
    const char* usual_value(const Key& key, const char* at);
    const char* odd_value(Key& key, const char* at, std::uint64_t object, std::size_t& set);
    template <class Vectors>
    const char* text(const char* at, Column& column);
    template <class Vectors>
    const char* skip(const char* at);
    const char* literal(const Key& key, const char* at);
    const char* joined(const Key& key, const char* at, std::size_t& set);
    const char* list(const Key& key, const char* at);
    template <class Vectors>
    const char* elements(int fact, const char* at);
    template <class Vectors>
    const char* values_like_last(const Form& form, const char* at);
    static const char* learn_joint(Form& form, const char* end);
    const char* element(int fact, const char* at);
    const char* head(const Key& key, const char* at);
    const char* id(const char* at);
    const char* as_of(const char* at);
    const char* coverage(const char* at);
    const char* stated(const char* at);
    void mark_scalars();
    void mark_fields(int fact);

    const std::optional<std::int64_t> as_of_;  // wins over the document's
    KnownKeys keys_;
    KnownKeys covered_;             // the facts
    std::deque<KnownKeys> fields_;  // per fact
    std::vector<Form> forms_;       // per fact
    bool is_wide_ = false;
    BatchBuilder* builder_ = nullptr;
    std::size_t scalars_set_ = 0;  // of the row
    std::size_t fields_set_ = 0;   // of the element
    std::optional<std::string_view> id_;
    std::optional<std::int64_t> document_as_of_;
    std::string unescaped_;
    std::string id_unescaped_;
};

}  // namespace colonnade::engine
