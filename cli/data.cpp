// SPDX-License-Identifier: Apache-2.0
#include "cli/data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "cli/plugin_settings.hpp"
#include "cli/profile_key.hpp"
#include "cli/terminal.hpp"
#include "cli/yaml_document.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto KindsOfData =
    "DATA: a LinkedIn export (zip, folder or CSV file) or member snapshot (JSON), contacts (CSV, "
    "vCard or a folder of cards), a profile document (JSON or YAML) or NDJSON";

std::string stem_of(const std::string& path) {
    return fs::path(path).stem().string();
}

Exit say_source_problem(const std::string& data, const engine::SourceProblem& problem) {
    std::error_code error;
    const bool no_source = problem.what == engine::SourceProblem::What::NoSource;
    const bool folder = no_source && fs::is_directory(data, error);
    const auto* message =
        folder ? "not one file in this folder is known" : "this is no data that can be read";
    say_error(fmt::format("`{}`: {}", dsl::visible(data), no_source ? message : problem.message),
              no_source ? KindsOfData : "");
    return problem.what == engine::SourceProblem::What::Plugin ? Exit::Plugin : Exit::Data;
}

// All that `reader` gives; `path` names the data.
std::variant<Data, Exit> read_all(const std::string& path, engine::SourceReader& reader) {
    Data data;
    std::optional<engine::SourceProblem> problem;
    while (auto document = reader.next(problem))
        data.documents.push_back({std::move(*document), stem_of(path), path});
    if (!problem) data.report = reader.report(problem);
    if (problem) return say_source_problem(path, *problem);
    return data;
}

// Nothing where no source is as sure as wanted and the data can be read in another way.
std::optional<std::variant<Data, Exit>> try_source(const std::string& path,
                                                   engine::Plugins& plugins,
                                                   const std::string& options_json,
                                                   engine::Sure sure) {
    engine::SourceProblem no_source;
    auto reader = plugins.open_source(path, options_json, no_source, sure);
    const bool is_unclaimed = no_source.what == engine::SourceProblem::What::NoSource;
    if (!reader && is_unclaimed && sure == engine::Sure::Wholly) return std::nullopt;
    say_unpinned(plugins);
    if (!reader) return say_source_problem(path, no_source);
    return read_all(path, *reader);
}

std::variant<Data, Exit> read_source(const std::string& path, engine::Plugins& plugins,
                                     const std::string& options_json) {
    return *try_source(path, plugins, options_json, engine::Sure::ALittle);
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

Data documents_in(const std::string& name, std::string_view text) {
    Data data;
    const auto id = name == "-" ? std::string("stdin") : stem_of(name);
    if (!engine::is_ndjson(text)) {
        data.documents.push_back({std::string(text), id, name});
        return data;
    }
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto content = trimmed(text.substr(at, end - at));
        if (!content.empty()) {
            data.documents.push_back({std::string(content), fmt::format("{}-{}", id, line),
                                      fmt::format("{}:{}", name, line)});
        }
        at = end + 1;
    }
    return data;
}

bool begins_like_json(std::string_view text) {
    return text.starts_with('{') || text.starts_with('[');
}

// How a file begins, without blanks; empty where it is none.
std::string start_of(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    std::ifstream file(path, std::ios::binary);
    std::array<char, std::size_t{16} * 1024> start{};
    file.read(start.data(), start.size());
    auto text = std::string_view(start.data(), static_cast<std::size_t>(file.gcount()));
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return std::string(trimmed(text));
}

// Whether a file can be nothing but data for a source: archives are large, and their start is
// enough. Nothing to read and only blanks are for whoever reads documents to complain about.
bool is_for_source(const std::string& path) {
    const auto start = start_of(path);
    return !start.empty() && !begins_like_json(start) && !is_yaml_document(path, start);
}

// Whether JSON is data of a source, such as a member snapshot, rather than a document.
bool is_json_of_source(const std::string& path, std::string_view start, engine::Plugins& plugins,
                       const std::string& options_json) {
    engine::SourceProblem problem;
    return !has_profile_key(start) &&
           (plugins.open_source(path, options_json, problem, engine::Sure::Wholly) ||
            problem.what != engine::SourceProblem::What::NoSource);
}

// Next to files of an export a document would be one file more that nobody knows.
bool is_document(const std::string& path, engine::Plugins& plugins,
                 const std::string& options_json) {
    if (path == "-") return true;
    const auto start = start_of(path);
    if (begins_like_json(start)) return !is_json_of_source(path, start, plugins, options_json);
    return !start.empty() && is_yaml_document(path, start);
}

std::variant<Data, Exit> yaml_document(const std::string& name, std::string text) {
    auto document = read_yaml_document(name, std::move(text));
    if (!document) return Exit::Data;
    Data data;
    data.documents.push_back({document->json, name == "-" ? std::string("stdin") : stem_of(name),
                              name, std::move(document)});
    return data;
}

}  // namespace

std::variant<Data, Exit> read_joined(const std::vector<std::string>& data, engine::Plugins& plugins,
                                     const std::string& options_json) {
    for (const auto& path : data) {
        if (!is_document(path, plugins, options_json)) continue;
        say_error(fmt::format("`{}`: found a document, expected an export", dsl::visible(path)),
                  "--join takes archives, files of one and member snapshots; `--with FILE` adds "
                  "facts that a person states");
        return Exit::Data;
    }
    const std::vector<fs::path> paths(data.begin(), data.end());
    const auto all = fmt::format("{}", fmt::join(data, ", "));
    engine::SourceProblem no_source;
    const auto reader = plugins.open_joined(paths, options_json, no_source);
    if (!reader) return say_source_problem(all, no_source);
    return read_all(all, *reader);
}

std::variant<Data, Exit> read_data(const std::string& data, engine::Plugins& plugins,
                                   const std::string& options_json) {
    std::error_code error;
    const bool is_piped = data == "-";
    if (!is_piped && (fs::is_directory(data, error) || is_for_source(data)))
        return read_source(data, plugins, options_json);
    auto content = engine::read_file(is_piped ? "/dev/stdin" : data, engine::MostDocumentBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return Exit::Data;
    }
    auto& text = std::get<std::string>(content);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    const auto start = trimmed(text);
    if (start.empty()) {
        say_error(fmt::format("`{}` is empty", dsl::visible(data)), KindsOfData);
        return Exit::Data;
    }
    if (begins_like_json(start)) {
        if (!is_piped && !has_profile_key(start)) {
            auto read = try_source(data, plugins, options_json, engine::Sure::Wholly);
            if (read) return std::move(*read);
        }
        return documents_in(data, text);
    }
    if (is_yaml_document(data, text)) return yaml_document(data, std::move(text));
    if (is_piped) {
        say_error("standard input holds no profile document",
                  "it takes JSON, YAML or NDJSON; a LinkedIn export is named by its path");
        return Exit::Data;
    }
    return read_source(data, plugins, options_json);
}

}  // namespace colonnade::cli
