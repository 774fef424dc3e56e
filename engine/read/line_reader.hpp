// SPDX-License-Identifier: Apache-2.0
// NDJSON into columns: one profile document a line, and a bad line never stops the others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/read/profile_reader.hpp"
#include "engine/read/quick_reader.hpp"

namespace colonnade::engine {

// A line that is no profile.
struct Reject {
    std::size_t line = 0;  // from 1
    ProfileProblem problem;
};

// Some lines of a file, whole ones. The last may lack its line end.
struct Lines {
    std::string_view text;
    std::size_t first = 1;  // the number of the first one
};

// Where the last line end of a text is, or npos. rfind goes byte by byte, through half a line each
// time, which is long where profiles have lists.
[[nodiscard]] std::size_t last_line_end(std::string_view text);

class LineReader {
public:
    // All must outlive the reader. A document without id gets `STEM-LINE` of its line, where `stem`
    // is `options.default_id`. `is_wide` is for QuickReader.
    LineReader(const dsl::Catalogue& catalogue, const Projection& projection,
               const ReadOptions& options, bool is_wide = has_wide());

    // Begins with other lines, which must outlive their reading.
    void open(const Lines& lines);
    // The next profiles, at most MostBatchRows of about MostBatchBytes; nothing is left when it has
    // no row. Lines that were refused are added to `rejects`. Blank lines are none.
    [[nodiscard]] Batch next(std::vector<Reject>& rejects);
    // Keys of the documents so far that are no facts of the schema, each once.
    [[nodiscard]] const std::vector<std::string>& ignored_keys() const {
        return reader_.ignored_keys();
    }

    // Takes back a batch that it gave, for its memory.
    void reuse(Batch&& batch) { builder_.reuse(std::move(batch)); }

private:
    void read_line(std::vector<Reject>& rejects);
    [[nodiscard]] bool is_worth_trying() const;
    // The line's end, or nullptr where the line has to be read slowly.
    [[nodiscard]] const char* read_quickly(const char* line);
    void read_slowly(std::string_view line, std::vector<Reject>& rejects);
    void add_margin();
    [[nodiscard]] std::string default_id() const;

    ReadOptions options_;
    std::string stem_;
    ProfileReader reader_;
    QuickReader quick_;
    bool is_quick_ = false;   // as far as the options go
    std::size_t misses_ = 0;  // lines in a row that quick_ left alone
    BatchBuilder builder_;
    Lines lines_;
    std::size_t without_margin_ = 0;  // bytes at the end of the text
    std::string last_lines_;          // of the text, with a margin
};

}  // namespace colonnade::engine
