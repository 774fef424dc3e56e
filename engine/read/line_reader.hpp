// SPDX-License-Identifier: Apache-2.0
// NDJSON into columns: one profile document a line, and a bad line never stops the others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/read/profile_reader.hpp"

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

class LineReader {
public:
    // All must outlive the reader. A document without id gets `STEM-LINE` of its line, where `stem`
    // is `options.default_id`.
    LineReader(const dsl::Catalogue& catalogue, const Projection& projection,
               const ReadOptions& options);

    // Begins with other lines, which must outlive their reading.
    void open(const Lines& lines) { lines_ = lines; }
    // The next profiles, at most MostBatchRows; nothing is left when it has no row. Lines that were
    // refused are added to `rejects`. Blank lines are none.
    [[nodiscard]] Batch next(std::vector<Reject>& rejects);
    // Keys of the documents so far that are no facts of the schema, each once.
    [[nodiscard]] const std::vector<std::string>& ignored_keys() const {
        return reader_.ignored_keys();
    }

private:
    void read_line(std::string_view line, std::vector<Reject>& rejects);

    ReadOptions options_;
    std::string stem_;
    ProfileReader reader_;
    BatchBuilder builder_;
    Lines lines_;
};

}  // namespace colonnade::engine
