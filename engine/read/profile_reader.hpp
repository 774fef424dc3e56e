// SPDX-License-Identifier: Apache-2.0
// Profile documents (JSON) into columns. Only the facts that the program needs are read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/types/catalogue.hpp"
#include "engine/column/batch_builder.hpp"
#include "engine/read/answers.hpp"

namespace colonnade::engine {

// Larger than any person's life in social media; a line of a file is refused above it.
inline constexpr std::size_t MostDocumentBytes = 256 * 1024 * 1024;
// Documents are two levels deep; more is no profile.
inline constexpr std::size_t MostDocumentDepth = 64;

struct ProfileProblem {
    std::string where;  // `posts[3].kind`, or empty: the document as a whole
    std::string message;
    std::string help;
};

struct ReadOptions {
    std::optional<std::int64_t> as_of;  // seconds; wins over the document's
    std::string default_id;             // where the document has none
    std::string id;                     // wins over the document's, where not empty
    const Answers* answers = nullptr;   // win over the document's facts
};

class ProfileReader {
public:
    // The catalogue must outlive the reader.
    explicit ProfileReader(const dsl::Catalogue& catalogue);
    ~ProfileReader();
    ProfileReader(const ProfileReader&) = delete;
    ProfileReader& operator=(const ProfileReader&) = delete;

    // Adds one row, or gives the reason why not and leaves the builder as it was.
    [[nodiscard]] std::optional<ProfileProblem> read(std::string_view json,
                                                     const ReadOptions& options,
                                                     BatchBuilder& builder);
    // Keys of the documents so far that are no facts of the schema, each once.
    [[nodiscard]] const std::vector<std::string>& ignored_keys() const;

    [[nodiscard]] bool has_ignored(std::string_view key) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The keys of a document that are no facts.
[[nodiscard]] bool is_reserved(std::string_view key);

[[nodiscard]] bool is_utf8(std::string_view text);

// True where the text is several documents, one a line, rather than one.
[[nodiscard]] bool is_ndjson(std::string_view text);

}  // namespace colonnade::engine
