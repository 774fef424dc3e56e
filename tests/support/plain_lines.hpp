// SPDX-License-Identifier: Apache-2.0
// NDJSON read one document after the other, which is obvious rather than fast, and how what two
// readers made of the same lines differs.
#pragma once

#include <string>
#include <vector>

#include "engine/read/line_reader.hpp"

namespace colonnade::tests {

struct LinesRead {
    engine::Batch batch;
    std::vector<engine::Reject> rejects;
    std::vector<std::string> ignored;
};

class PlainLineReader {
public:
    // All must outlive the reader.
    PlainLineReader(const dsl::Catalogue& catalogue, const engine::Projection& projection,
                    const engine::ReadOptions& options);

    // Of one batch of profiles at most.
    [[nodiscard]] LinesRead read(const engine::Lines& lines);

private:
    engine::ReadOptions options_;
    std::string stem_;
    engine::ProfileReader reader_;
    engine::BatchBuilder builder_;
};

[[nodiscard]] LinesRead read_all(engine::LineReader& reader, const engine::Lines& lines);

// Where the first difference is, or nothing: every value is held against every other bit for bit.
[[nodiscard]] std::string difference(const LinesRead& a, const LinesRead& b);

}  // namespace colonnade::tests
