// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/terminal.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::cli {
namespace {

bool is_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames())
            names.push_back("--" + name);
    }
    return names;
}

void say_unknown_option(const CLI::App& command, const std::string& word, std::string see) {
    const auto name = word.substr(0, word.find('='));
    const auto near = dsl::nearest_name(name, options_of(command));
    say_error(fmt::format("no option `{}`", name),
              near ? fmt::format("did you mean `{}`?", *near) : std::move(see));
}

// The library writes `NAME: what it needs`.
std::string of_values(const std::string& message) {
    const auto name = message.substr(0, message.find(':'));
    if (message.ends_with("missing")) return fmt::format("`{}` needs a value", name);
    if (message.find("At Most 1") != std::string::npos)
        return fmt::format("more than one {}", name);
    return message;
}

void say_wrong_arguments(const CLI::App& command, const CLI::ParseError& problem) {
    const auto see = fmt::format("colonnade {} --help", command.get_name());
    const auto rest = command.remaining();
    if (!rest.empty() && is_option(rest.front()))
        return say_unknown_option(command, rest.front(), see);
    if (!rest.empty()) return say_error(fmt::format("unexpected `{}`", rest.front()), see);
    say_error(of_values(problem.what()), see);
}

}  // namespace

Exit say_usage(const CLI::App& app, const CLI::ParseError& problem,
               const std::vector<std::string>& words) {
    std::vector<std::string> commands;
    for (const auto* command : app.get_subcommands({}))
        commands.push_back(command->get_name());
    const auto chosen = app.get_subcommands();
    if (words.empty() || is_option(words.front())) {
        say_error(words.empty() ? "no command is given" : "options stand behind the command",
                  fmt::format("one of {}; see colonnade --help", fmt::join(commands, ", ")));
    } else if (!chosen.empty()) {
        say_wrong_arguments(*chosen.front(), problem);
    } else {
        say_error(fmt::format("no command `{}`", words.front()),
                  dsl::did_you_mean(words.front(), commands));
    }
    return Exit::Usage;
}

}  // namespace colonnade::cli
