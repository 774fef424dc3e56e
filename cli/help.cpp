// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

// Wide enough for `--fact NAME=VALUE`.
constexpr std::size_t FirstColumn = 24;

std::string wrapped_to(std::size_t width, const std::string& text) {
    return fmt::format("{}", fmt::join(wrapped(text, width), "\n"));
}

// A positional takes several values as well, which the line `Usage` shows.
bool may_be_repeated(const CLI::Option* option) {
    return !option->get_positional() &&
           option->get_expected_max() == CLI::detail::expected_max_vector_size;
}

class Help : public CLI::Formatter {
public:
    Help() {
        column_width(FirstColumn);
        label("SUBCOMMAND", "COMMAND");
        label("Positionals", "Arguments");
    }

    // CLI11 prints the description first; the examples go before everything else.
    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override {
        auto text = CLI::Formatter::make_help(app, std::move(name), mode);
        const auto footer = app->get_footer();
        if (const auto at = text.rfind(footer); at != std::string::npos) text.erase(at);
        while (text.ends_with("\n\n"))
            text.pop_back();
        return wrapped_to(TextWidth, app->get_description()) + "\n\n" + footer + "\n" +
               text.substr(text.find("Usage:"));
    }

    std::string make_subcommand(const CLI::App* command) const override {
        return paragraph(padded("  " + command->get_name(), FirstColumn),
                         command->get_description());
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        const bool has_value = !option->get_positional() && option->get_type_size() != 0;
        return has_value ? " " + option->get_type_name() : "";
    }

    std::string make_option_desc(const CLI::Option* option) const override {
        const auto* repeated = may_be_repeated(option) ? "; may be given several times" : "";
        return wrapped_to(TextWidth - FirstColumn, option->get_description() + repeated);
    }
};

}  // namespace

void use_our_help(CLI::App& app) {
    app.formatter(std::make_shared<Help>());
}

}  // namespace colonnade::cli
