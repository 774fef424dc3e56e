// SPDX-License-Identifier: Apache-2.0
#include "cli/score/result_file.hpp"

#include "cli/score/render_person.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {

ResultFile::ResultFile(Output output, const Options& options)
    : output_(std::move(output)), options_(options) {}

void ResultFile::take(const PersonResult& person) {
    if (output_.format == Format::Junit) {
        suites_.push_back(junit_suite(person));
        return;
    }
    // People are set apart; JSON has a line for each.
    if (!text_.empty() && output_.format != Format::Json) text_ += "\n";
    const bool color = wants_color(options_, 1) && output_.path.empty();
    text_ += render_person(person, output_.format,
                           {options_.details || options_.explain, color, person.is_alone});
}

// Of the formats in a file only JUnit tells of what could not be read; messages tell anyway.
void ResultFile::miss(const Unread& unread) {
    if (output_.format == Format::Junit) suites_.push_back(junit_suite(unread));
}

// Nothing takes the place of what was there where nobody could be scored.
Exit ResultFile::finish() {
    if (output_.format == Format::Junit) text_ = junit_document(suites_);
    if (text_.empty()) return Exit::Fine;
    return output_.path.empty() ? write_output({}, text_) : write_file(output_.path, text_);
}

}  // namespace colonnade::cli
