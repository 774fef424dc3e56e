// SPDX-License-Identifier: Apache-2.0
#include "cli/check_written.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/same_file.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

using Texts = std::vector<std::string>;

// As a person typed it, and the file that it leads to.
using Written = std::vector<std::pair<std::string, std::string>>;

Written written_by(const Options& options) {
    Written files{
        {"`-o`", options.output}, {"`--rejects`", options.rejects}, {"`--report`", options.report}};
    for (const auto& format : options.formats) {
        if (const auto at = format.find('='); at != std::string::npos)
            files.emplace_back("`" + format + "`", format.substr(at + 1));
    }
    return files;
}

// Some are ids and no files, of which nothing is there. Not a baseline: the next one may take its
// place.
Texts read_by(const Options& options) {
    Texts files = options.data;
    for (const auto* more : {&options.with, &options.cohorts})
        files.insert(files.end(), more->begin(), more->end());
    files.insert(files.end(), {options.rules, options.old_rules, options.new_rules, options.ssi,
                               options.map, options.members, options.store});
    return files;
}

Exit check_written(const Options& options) {
    const auto read = read_by(options);
    for (const auto& [option, file] : written_by(options)) {
        const auto is_it = [&, &written = file](const auto& name) {
            std::error_code error;
            return std::filesystem::exists(name, error) && is_same_file(written, name);
        };
        const auto found = std::find_if(read.begin(), read.end(), is_it);
        if (found == read.end()) continue;
        say_error(fmt::format("{} names what is read: `{}`", option, *found));
        return Exit::Usage;
    }
    return Exit::Fine;
}

}  // namespace

Exit run_checked(const Options& options, const std::function<Exit(const Options&)>& run) {
    const auto exit = check_written(options);
    return exit == Exit::Fine ? run(options) : exit;
}

}  // namespace colonnade::cli
