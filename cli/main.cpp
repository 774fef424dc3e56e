// SPDX-License-Identifier: Apache-2.0
// The program: reads the command line, runs the command, and turns what goes wrong into an exit
// code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <sstream>
#include <system_error>

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

// Says what went so wrong that nothing between here and there could tell it better.
void say_exception() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        say_no_memory();
    } catch (const std::system_error& e) {
        say_error(e.what());
    } catch (const std::exception& e) {
        say_error(e.what(), "this is a bug in Colonnade; please report it");
    }
}

std::terminate_handler usual_end = nullptr;

// Whether it is memory that the program ends for. Where there is no exception, there was none for
// it, or for a library that lists folders.
bool is_without_memory() {
    try {
        if (!std::current_exception()) return true;
        throw;
    } catch (const std::bad_alloc&) {
        return true;
    } catch (...) {
        return false;
    }
}

// Libraries promise here and there not to throw, and yet take memory.
[[noreturn]] void end_program() {
    if (is_without_memory()) {
        say_no_memory();
        std::_Exit(static_cast<int>(Exit::Bug));
    }
    usual_end();
    std::abort();
}

}  // namespace
}  // namespace colonnade::cli

int main(int argc, char** argv) {
    // A closed pipe and a file beyond its limit are failed writes, which are reported.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    colonnade::cli::usual_end = std::set_terminate(colonnade::cli::end_program);
    try {
        return colonnade::cli::run(argc, argv);
    } catch (...) {
        try {
            colonnade::cli::say_exception();
        } catch (const std::bad_alloc&) {
            colonnade::cli::say_no_memory();
        }
    }
    return static_cast<int>(colonnade::cli::Exit::Bug);
}
