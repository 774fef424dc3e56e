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

// The library writes `--threads: Value 0 not in range 1 to 256`.
std::string of_range(const std::string& message) {
    constexpr std::string_view Value = ": Value ";
    constexpr std::string_view Range = " not in range ";
    const auto value = message.find(Value);
    const auto range = message.rfind(Range);
    if (value == std::string::npos || range == std::string::npos) return message;
    const auto found = value + Value.size();
    return fmt::format("{}: found `{}`, expected a number from {}", message.substr(0, value),
                       message.substr(found, range - found), message.substr(range + Range.size()));
}

// The library writes `NAME: what it needs`.
std::string of_values(const std::string& message) {
    const auto name = message.substr(0, message.find(':'));
    if (message.ends_with("missing")) return fmt::format("`{}` needs a value", name);
    if (message.find("At Most 1") != std::string::npos)
        return fmt::format("more than one {}", name);
    return of_range(message);
}

std::string slip_in(const std::string& value, bool is_short) {
    if (value.empty()) return "value missing";
    return is_short && value.front() == '='
               ? fmt::format(
                     "found `{}`, expected a blank and then the value, or `=` behind the "
                     "long name",
                     value)
               : std::string{};
}

// A command with all words that lead to it: `new plugin`.
struct Chosen {
    const CLI::App* command;
    std::string name;
};

Chosen chosen_in(const CLI::App& app) {
    Chosen chosen{&app, {}};
    for (auto next = app.get_subcommands(); !next.empty();
         next = chosen.command->get_subcommands()) {
        if (!chosen.name.empty()) chosen.name += ' ';
        chosen.command = next.front();
        chosen.name += chosen.command->get_name();
    }
    return chosen;
}

std::vector<std::string> commands_of(const CLI::App& group) {
    std::vector<std::string> commands;
    for (const auto* command : group.get_subcommands({}))
        commands.push_back(command->get_name());
    return commands;
}

void say_wrong_arguments(const CLI::App& command, const std::string& see,
                         const CLI::ParseError& problem) {
    const auto rest = command.remaining();
    if (!rest.empty() && is_option(rest.front()))
        return say_unknown_option(command, rest.front(), see);
    if (!rest.empty()) {
        const bool takes_data = command.get_option_no_throw("--data") != nullptr;
        return say_error(fmt::format("unexpected `{}`", rest.front()),
                         takes_data ? "data is named by --data" : see);
    }
    say_error(of_values(problem.what()), see);
}

}  // namespace

void forbid_slips(CLI::App& app) {
    for (auto* option : app.get_options()) {
        if (option->get_lnames().empty() || option->get_items_expected_max() == 0) continue;
        const bool is_short = !option->get_snames().empty();
        option->check([is_short](const std::string& value) { return slip_in(value, is_short); });
    }
    for (auto* command : app.get_subcommands({}))
        forbid_slips(*command);
}

Exit say_usage(const CLI::App& app, const CLI::ParseError& problem,
               const std::vector<std::string>& words) {
    const bool is_misplaced = !words.empty() && is_option(words.front());
    const auto [command, name] = is_misplaced ? Chosen{&app, {}} : chosen_in(app);
    const auto lead = name.empty() ? name : name + " ";
    const auto see = fmt::format("colonnade {}--help", lead);
    const auto commands = commands_of(*command);
    const auto rest = name.empty() ? words : command->remaining();
    if (commands.empty()) {
        say_wrong_arguments(*command, see, problem);
    } else if (rest.empty() || is_option(rest.front())) {
        say_error(rest.empty() ? "no command is given" : "options stand behind the command",
                  fmt::format("one of {}; see {}", fmt::join(commands, ", "), see));
    } else {
        const auto near = dsl::did_you_mean(rest.front(), commands);
        say_error(fmt::format("no command `{}{}`", lead, rest.front()), near.empty() ? see : near);
    }
    return Exit::Usage;
}

}  // namespace colonnade::cli
