// SPDX-License-Identifier: Apache-2.0
#include "cli/score/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/same_file.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

Exit say_usage(const std::string& message, std::string_view help = {}) {
    say_error(message, help);
    return Exit::Usage;
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return path.ends_with('/') || std::filesystem::is_directory(path, error);
}

class Reader {
public:
    explicit Reader(const Options& options) : options_(options) {}

    Exit read() {
        for (const auto& text : options_.formats) {
            if (const auto end = add_named(text); end != Exit::Fine) return end;
        }
        if (outputs_.empty() || (!is_plain_named_ && !options_.output.empty())) {
            if (const auto end = add(usual_format(), options_.output); end != Exit::Fine)
                return end;
        }
        return Exit::Fine;
    }

    [[nodiscard]] std::vector<Output> take() { return std::move(outputs_); }

private:
    // `json`, which goes to where `-o` says, or `json=result.json`.
    Exit add_named(const std::string& text) {
        const auto equals = text.find('=');
        const auto name = text.substr(0, equals);
        const auto format = format_named(name);
        if (!format) return say_usage(fmt::format("no format `{}`", name), names_of_formats());
        if (equals != std::string::npos) {
            const auto path = text.substr(equals + 1);
            if (!path.empty()) return add(*format, path);
            return say_usage(
                fmt::format("`--format {}` names no file", text),
                fmt::format("for instance --format {}=result.{}", name, ending_of(*format)));
        }
        is_plain_named_ = true;
        return add(*format, options_.output);
    }

    [[nodiscard]] Format usual_format() const {
        if (options_.filter || !options_.partition.empty()) return Format::Ndjson;
        return is_folder(options_.output) ? Format::Html : format_of_file(options_.output);
    }

    Exit add(Format format, const std::string& path) {
        Output output{format, path == "-" ? "" : path, is_folder(path)};
        for (const auto& other : outputs_) {
            if (const auto end = compare(other, output); end != Exit::Fine) return end;
        }
        if (output.is_folder && table_format(format)) {
            return say_usage(fmt::format("`{}`: a table is one file, not a folder", path),
                             fmt::format("for instance -o scores.{}", ending_of(format)));
        }
        outputs_.push_back(std::move(output));
        return Exit::Fine;
    }

    [[nodiscard]] static Exit compare(const Output& one, const Output& other) {
        if (one.is_folder && other.is_folder) {
            if (!is_same_file(one.path, other.path))
                return say_usage("results go to one folder only",
                                 "several formats may go to the same one");
            return one.format == other.format
                       ? say_usage(fmt::format("`{}` is named twice for {}", one.path,
                                               name_of(one.format)))
                       : Exit::Fine;
        }
        if (one.path.empty() && other.path.empty())
            return say_usage(fmt::format("both {} and {} would go to standard output",
                                         name_of(one.format), name_of(other.format)),
                             fmt::format("name a file for one of them: --format {}=result.{}",
                                         name_of(other.format), ending_of(other.format)));
        return is_same_file(one.path, other.path)
                   ? say_usage(fmt::format("both {} and {} would go to `{}`", name_of(one.format),
                                           name_of(other.format), other.path))
                   : Exit::Fine;
    }

    const Options& options_;
    std::vector<Output> outputs_;
    bool is_plain_named_ = false;
};

}  // namespace

std::variant<std::vector<Output>, Exit> read_outputs(const Options& options) {
    Reader reader(options);
    if (const auto end = reader.read(); end != Exit::Fine) return end;
    return reader.take();
}

}  // namespace colonnade::cli
