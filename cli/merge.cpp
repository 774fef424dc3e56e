// SPDX-License-Identifier: Apache-2.0
// `colonnade merge DIR -o FILE`: checks that all parts are there and belong together, and joins
// their rows in the order of the data.
#include "cli/merge.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/check_written.hpp"
#include "cli/parts/find_parts.hpp"
#include "cli/parts/hashed_file.hpp"
#include "cli/population/call.hpp"
#include "cli/population/table_file.hpp"
#include "cli/render/parts_summary.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto MergeExamples = R"(Examples:
  colonnade merge parts -o scores.csv
  colonnade merge parts -o scores.ndjson --rejects rejects.ndjson --format json
)";

// More help nobody; the number of all is told.
constexpr std::size_t MostTold = 10;

class Merge {
public:
    explicit Merge(const Options& options) : options_(options), folder_(options.data.front()) {}

    Exit run() {
        parts_ = find_parts(folder_);
        if (!parts_.problems.empty()) return say_problems();
        if (const auto end = check_ending(); end != Exit::Fine) return end;
        TableFile out(options_.output);
        std::optional<TableFile> rejects;
        if (!options_.rejects.empty()) rejects.emplace(options_.rejects);
        for (const auto& part : parts_.manifests) {
            outcome_.add(part.outcome);
            join(part, out, rejects ? &*rejects : nullptr);
        }
        if (!parts_.problems.empty()) return say_problems();
        // Both or neither, as far as that can be known before.
        auto exit = rejects ? graver(out.exit(), rejects->exit()) : out.exit();
        if (exit == Exit::Fine) exit = out.finish();
        if (rejects && exit == Exit::Fine) exit = rejects->finish();
        return exit == Exit::Fine ? summarise() : exit;
    }

private:
    // CSV in a file that says it is NDJSON, and the like.
    [[nodiscard]] Exit check_ending() const {
        const auto form = ending_of(parts_.manifests.front().form);
        const auto ending = fs::path(options_.output).extension();
        const bool says_form = ending == ".csv" || ending == ".ndjson" || ending == ".parquet";
        if (!says_form || ending == fmt::format(".{}", form)) return Exit::Fine;
        say_error(fmt::format("`-o {}`: the parts are {}", options_.output, form));
        return Exit::Usage;
    }

    void join(const Manifest& part, TableFile& out, TableFile* rejects) {
        const auto files = part_files(part.part, part.form);
        // Each table has the head; of all, the first one's stays.
        const auto head = part.part.number == 1 ? 0 : part.head_bytes;
        copy(part, files.table, part.table, head, &out);
        copy(part, files.rejects, part.rejects, 0, rejects);
    }

    // Its bytes from `begin` on; all of them are compared with what the part says.
    void copy(const Manifest& part, const std::string& name, const HashedFile& content,
              std::size_t begin, TableFile* out) {
        auto skipped = begin;
        const auto copied = read_hashed(folder_ / name, 0, content.bytes + 1, [&](auto piece) {
            const auto skip = std::min(skipped, piece.size());
            skipped -= skip;
            if (out != nullptr) static_cast<void>(out->write(piece.substr(skip)));
            return true;
        });
        const auto* found = std::get_if<HashedFile>(&copied);
        if (found != nullptr && *found == content) return;
        if (const auto* problem = std::get_if<engine::FileProblem>(&copied);
            problem != nullptr && engine::may_be_file(folder_ / name)) {
            parts_.problems.push_back({problem->message, {}});
            return;
        }
        parts_.problems.push_back(
            {fmt::format("`{}` is not what part {} of {} came to", name, part.part.number,
                         part.part.of),
             command_for(part.part, parts_.manifests.front().run.at("data"), folder_)});
    }

    Exit say_problems() const {
        const auto& problems = parts_.problems;
        for (std::size_t i = 0; i < std::min(MostTold, problems.size()); ++i)
            say_error(problems[i].message, problems[i].help);
        if (problems.size() > MostTold)
            say_note(fmt::format("and {} more", problems.size() - MostTold));
        return Exit::Data;
    }

    // Beside a table on standard output it is a message.
    [[nodiscard]] Exit summarise() const {
        const bool is_json = options_.format == "json";
        const auto parts = parts_.manifests.size();
        const auto text =
            is_json ? parts_summary_json(parts, outcome_) : parts_summary(parts, outcome_);
        auto exit = Exit::Fine;
        if (options_.output == "-") {
            say(text);
        } else {
            exit = write_output({}, text);
        }
        return outcome_.failed > 0 ? graver(exit, Exit::Plugin) : exit;
    }

    const Options& options_;
    fs::path folder_;
    Parts parts_;
    Outcome outcome_;
};

Exit run_merge(const Options& options) {
    if (!options.format.empty() && options.format != "text" && options.format != "json") {
        say_error(fmt::format("no format `{}`", options.format), "text or json");
        return Exit::Usage;
    }
    if (const auto end = check_merge_call(options); end != Exit::Fine) return end;
    return Merge(options).run();
}

}  // namespace

// Needs no rulebook, so none of the common options.
void add_merge(CLI::App& merge, Options& options, Exit& exit) {
    merge.footer(MergeExamples);
    merge.add_option("DIR", options.data, "The folder of all parts")->required()->expected(1);
    merge.add_option("-o,--output", options.output, "The joined table; - for standard output")
        ->required()
        ->type_name("FILE");
    merge
        .add_option("--rejects", options.rejects,
                    "Join which lines were left out, and why, in this file")
        ->type_name("FILE");
    merge.add_option("--format", options.format, "Of the summary: text or json")->type_name("F");
    merge.callback([&options, &exit] { exit = run_checked(options, run_merge); });
}

}  // namespace colonnade::cli
