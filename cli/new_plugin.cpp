// SPDX-License-Identifier: Apache-2.0
// `colonnade new plugin NAME`: the files of a template, with the plugin's name put in. The
// templates are data, as rulebooks are: plugins/template/, in it what all have in common and a
// folder for each language, each file with the ending `.in`.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/commands.hpp"
#include "cli/new_folder.hpp"
#include "cli/places.hpp"
#include "cli/terminal.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/host/shell_word.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr std::string_view Ending = ".in";
constexpr std::size_t MostBytes = 1 << 20;  // of a template's file; ours are a few thousand

Exit refuse(std::string_view message, std::string_view help = {}) {
    say_error(message, help);
    return Exit::Usage;
}

// What was probably meant: "My Plugin" is my-plugin. Empty where nothing of it is left.
std::string as_id(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const char lower = is_upper ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is_letter = lower >= 'a' && lower <= 'z';
        const bool is_digit = lower >= '0' && lower <= '9';
        if (is_letter || (is_digit && !id.empty())) {
            id += lower;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-'))
        id.pop_back();
    return id;
}

Exit check_name(const std::string& name) {
    if (!dsl::is_id(name)) {
        const auto meant = as_id(name);
        return refuse(
            fmt::format("found `{}`, expected an id: up to 64 small letters, digits and hyphens, "
                        "a letter first",
                        dsl::visible(name)),
            dsl::is_id(meant) ? fmt::format("did you mean `{}`?", meant) : "");
    }
    std::error_code ignored;
    if (fs::exists(bundled_plugins() / (name + ".so"), ignored))
        return refuse(fmt::format("`{}` is a plugin that comes with Colonnade", name),
                      "take another name");
    return Exit::Fine;
}

Exit check_free(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(folder, ignored))) return Exit::Fine;
    const bool is_free =
        fs::is_directory(fs::symlink_status(folder, ignored)) && fs::is_empty(folder, ignored);
    if (is_free) return Exit::Fine;
    say_error(fmt::format("`{}` is already there", folder.string()),
              "take another name, or move it away");
    return Exit::Output;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// `name` as the parts of a project write it: my-plugin, my_plugin, My plugin.
std::string filled_in(std::string text, const std::string& name) {
    auto identifier = name;
    replace_all(identifier, "-", "_");
    auto title = name;
    replace_all(title, "-", " ");
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    replace_all(text, "@NAME@", name);
    replace_all(text, "@NAME_ID@", identifier);
    replace_all(text, "@NAME_TITLE@", title);
    return text;
}

// Nothing, or what went wrong.
std::optional<engine::FileProblem> add_template(Files& files, const fs::path& folder,
                                                const std::string& name) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != Ending) continue;
        auto text = engine::read_file(at->path(), MostBytes);
        if (auto* problem = std::get_if<engine::FileProblem>(&text)) return *problem;
        files[at->path().stem().string()] = filled_in(std::get<std::string>(std::move(text)), name);
    }
    if (!error) return std::nullopt;
    return engine::FileProblem{
        fmt::format("cannot read `{}`: {}", folder.string(), error.message())};
}

Exit say_what_next(const Options& options, const std::string& name) {
    return write_output(options, fmt::format("`{0}/` holds a plugin that builds. Next:\n\n"
                                             "  cd {0}\n"
                                             "  cmake -S . -B build -D CMAKE_PREFIX_PATH={1}\n"
                                             "  cmake --build build\n"
                                             "  ctest --test-dir build\n\n"
                                             "Then see README.md there.\n",
                                             name, engine::shell_word(installation())));
}

}  // namespace

Exit run_new_plugin(const Options& options) {
    static const std::vector<std::string> kinds{"cpp", "c", "rust"};
    const auto& name = options.data.front();
    const auto& kind = options.plugin_template;
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        return refuse(fmt::format("no template `{}`", kind), dsl::did_you_mean(kind, kinds));
    if (const auto exit = check_name(name); exit != Exit::Fine) return exit;
    const fs::path folder = name;
    if (const auto exit = check_free(folder); exit != Exit::Fine) return exit;
    Files files;
    for (const auto& part : {std::string("common"), kind}) {
        if (const auto problem = add_template(files, plugin_templates() / part, name)) {
            say_error(problem->message);
            return Exit::Plugin;
        }
    }
    const auto exit = make_folder(folder, files);
    return exit == Exit::Fine ? say_what_next(options, name) : exit;
}

}  // namespace colonnade::cli
