// SPDX-License-Identifier: Apache-2.0
// The program: reads the command line, runs the command, and turns what goes wrong into an exit
// code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <new>
#include <sstream>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"

namespace colonnade::cli {
namespace {

// Help and version are output like any other.
Exit print(CLI::App& app, const CLI::ParseError& asked, const Options& options) {
    std::ostringstream out;
    std::ostringstream err;
    (void)app.exit(asked, out, err);
    return write_output(options, out.str());
}

int run(int argc, char** argv) {
    Options options;
    Exit exit = Exit::Fine;
    CLI::App app{
        "Colonnade scores professional profiles by rules that you can read, and says what to do "
        "next.",
        "colonnade"};
    use_our_help(app);
    app.set_help_flag("-h,--help", "Print this help");
    app.set_version_flag("--version", "colonnade " COLONNADE_VERSION, "Print the version");
    app.require_subcommand(1);
    app.footer("Examples:\n  colonnade score EXPORT.zip\n  colonnade COMMAND --help\n");
    add_commands(app, options, exit);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return static_cast<int>(e.get_exit_code() == 0
                                    ? print(app, e, options)
                                    : say_usage(app, e, {argv + 1, argv + argc}));
    }
    return static_cast<int>(exit);
}

}  // namespace
}  // namespace colonnade::cli

int main(int argc, char** argv) {
    // A closed pipe and a file beyond its limit are failed writes, which are reported.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return colonnade::cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        colonnade::cli::say("error: not enough memory\n");
    } catch (const std::exception& e) {
        colonnade::cli::say_error(e.what(), "this is a bug in Colonnade; please report it");
    }
    return static_cast<int>(colonnade::cli::Exit::Bug);
}
