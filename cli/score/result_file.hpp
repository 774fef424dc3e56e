// SPDX-License-Identifier: Apache-2.0
// Whole results in one file or on standard output, which is written when the last one is there.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/render/result_junit.hpp"
#include "cli/score/outputs.hpp"
#include "cli/score/result_out.hpp"

namespace colonnade::cli {

class ResultFile final : public ResultOut {
public:
    // The options must outlive this. Precondition: the format is no table.
    ResultFile(Output output, const Options& options);

    // A report is about one person.
    [[nodiscard]] bool is_for_several() const override { return output_.format != Format::Html; }
    [[nodiscard]] bool shows_history() const override { return output_.format == Format::Html; }
    void take(const PersonResult& person) override;
    void miss(const Unread& unread) override;
    [[nodiscard]] Exit finish() override;

private:
    Output output_;
    const Options& options_;
    std::string text_;
    std::vector<JunitSuite> suites_;
};

}  // namespace colonnade::cli
