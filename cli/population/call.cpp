// SPDX-License-Identifier: Apache-2.0
#include "cli/population/call.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/parts/part_files.hpp"
#include "cli/population/is_lines.hpp"
#include "cli/population/outcome.hpp"
#include "cli/same_file.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

Exit say_usage(std::string_view message, std::string_view help = {}) {
    say_error(message, help);
    return Exit::Usage;
}

// A file takes its place at the end, and with it that of anything that was there.
Exit check_files(const Options& options) {
    if (is_same_file(options.output, options.rejects))
        return say_usage("`-o` and `--rejects` name one file");
    return Exit::Fine;
}

Exit check_id(const Options& options) {
    if (options.id.empty()) return Exit::Fine;
    const auto& data = options.data;
    if (data.size() < 2 && std::none_of(data.begin(), data.end(), is_lines)) return Exit::Fine;
    return say_usage("`--id` names one person; these data may hold many",
                     "each document of NDJSON has its own `id`");
}

// A plain process between two others: it has no files.
Exit check_filter(const Options& options) {
    if (!options.filter) return Exit::Fine;
    if (options.format != "" && options.format != "ndjson")
        return say_usage("`--filter` reads and writes NDJSON");
    if (!options.data.empty() && options.data != std::vector<std::string>{"-"})
        return say_usage("`--filter` reads standard input and takes no DATA");
    if (!options.output.empty() || !options.rejects.empty())
        return say_usage("`--filter` writes to standard output, for bad lines too");
    if (!options.id.empty()) return say_usage("`--filter` takes ids from the documents");
    if (options.threads > 1)
        return say_usage("`--filter` runs on one thread", "start it once for each processor");
    return Exit::Fine;
}

Exit check_partition(const Options& options) {
    if (options.partition.empty() && options.out.empty()) return Exit::Fine;
    if (options.partition.empty())
        return say_usage("`--out` is for parts", "for instance --partition 1/8");
    if (!parse_part(options.partition))
        return say_usage(fmt::format("`--partition {}`: expected K/N, with K from 1 to N and N at "
                                     "most {}",
                                     options.partition, MostParts),
                         "for instance --partition 1/8");
    if (options.out.empty())
        return say_usage("`--partition` needs a folder", "for instance --out parts");
    if (options.filter) return say_usage("`--partition` and `--filter` do not go together");
    if (!options.output.empty() || !options.rejects.empty())
        return say_usage("a part has files of its own for rows and rejects",
                         "`colonnade merge` takes -o and --rejects");
    if (options.data.size() != 1 || options.data.front() == "-")
        return say_usage("parts are cut out of one file of NDJSON");
    if (!options.format.empty() && options.format != "csv" && options.format != "ndjson")
        return say_usage("a part is a table of lines", "use --format csv or ndjson");
    return Exit::Fine;
}

// A part of DIR, which would be lost.
bool is_part(const Options& options, const std::string& file) {
    std::error_code error;
    const auto folder = fs::path(file).parent_path();
    return !file.empty() && fs::path(file).filename().string().starts_with(PartBegin) &&
           fs::equivalent(folder.empty() ? "." : folder, options.data.front(), error);
}

}  // namespace

Exit check_merge_call(const Options& options) {
    if (is_same_file(options.output, options.rejects))
        return say_usage("`-o` and `--rejects` name one file");
    if (is_part(options, options.output) || is_part(options, options.rejects))
        return say_usage("what is written may not take the place of a part");
    return Exit::Fine;
}

Exit check_table_call(const Options& options) {
    if (options.details || options.explain || !options.ssi.empty() || options.join ||
        !options.cohorts.empty())
        return say_usage("a table has no room for --details, --explain, --ssi, --cohort or --join",
                         "use --format json for whole results");
    if (!most_rejects(options.max_rejects, 0))
        return say_usage(
            fmt::format("`--max-rejects {}`: expected a number or a share", options.max_rejects),
            "for instance --max-rejects 100 or --max-rejects 1%");
    if (options.format == "parquet" && (options.output.empty() || options.output == "-"))
        return say_usage("a Parquet table is a file", "name it with -o");
    for (const auto check : {check_filter, check_partition, check_id, check_files}) {
        if (const auto end = check(options); end != Exit::Fine) return end;
    }
    return Exit::Fine;
}

}  // namespace colonnade::cli
