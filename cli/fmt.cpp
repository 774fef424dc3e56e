// SPDX-License-Identifier: Apache-2.0
// `colonnade fmt FILE…`: lays files out in place; `-` from standard input to standard output. With
// `--check` it only says which files differ.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/render/difference.hpp"
#include "cli/replace_file.hpp"
#include "cli/terminal.hpp"
#include "dsl/format/format.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/render.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

class Formatter {
public:
    explicit Formatter(const Options& options) : options_(options) {}

    Exit run() {
        Exit exit = Exit::Fine;
        for (const auto& name : options_.data)
            exit = graver(exit, lay_out(name));
        return output_.empty() ? exit : graver(exit, write_output(options_, output_));
    }

private:
    Exit lay_out(const std::string& name) {
        const bool piped = name == "-";
        const auto content = engine::read_file(piped ? "/dev/stdin" : name, dsl::MostFileBytes);
        if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
            say_error(problem->message);
            return Exit::Rulebook;
        }
        const auto& before = std::get<std::string>(content);
        const auto source = std::make_shared<const dsl::Source>(piped ? "stdin" : name, before);
        dsl::Diagnostics diagnostics;
        const auto after = dsl::lay_out_file(source, diagnostics);
        say(dsl::render(diagnostics, wants_color(options_, 2)));
        if (!after) return Exit::Rulebook;
        return options_.check ? compare(source->name(), before, *after) : put(name, before, *after);
    }

    Exit compare(const std::string& name, const std::string& before, const std::string& after) {
        if (before == after) return Exit::Fine;
        output_ += render_difference(name, before, after);
        return Exit::Missed;
    }

    Exit put(const std::string& name, const std::string& before, const std::string& after) {
        if (name == "-") {
            output_ += after;
            return Exit::Fine;
        }
        if (before == after) return Exit::Fine;
        const auto exit = replace_file(name, after);
        if (exit == Exit::Fine) say_note(fmt::format("`{}` is laid out", name));
        return exit;
    }

    const Options& options_;
    std::string output_;
};

}  // namespace

Exit run_fmt(const Options& options) {
    return Formatter(options).run();
}

}  // namespace colonnade::cli
