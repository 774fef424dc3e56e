// SPDX-License-Identifier: Apache-2.0
#include "cli/lock_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/project.hpp"
#include "cli/terminal.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/text/render.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/host/find_library.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* LockName = "colonnade.lock";
// Some thousand plugins.
constexpr std::size_t MostLockBytes = 1024 * 1024;
// A double counts exactly up to here.
constexpr double MostPinnedBytes = 9007199254740992.0;
constexpr std::size_t MostVersionBytes = 64;

constexpr dsl::Key EntryRows[]{
    {"version", dsl::Need::Required, dsl::Shape::Text, "Version of the plugin."},
    {"abi", dsl::Need::Required, dsl::Shape::Text, "Version of the contract it was built for."},
    {"sha256", dsl::Need::Required, dsl::Shape::Text, "What its file must hold."},
    {"size", dsl::Need::Required, dsl::Shape::Number, "Bytes of its file."},
};
constinit const dsl::KeyTable EntryKeys{"pinned plugin", EntryRows};
constexpr dsl::Key LockRows[]{
    {"colonnade", dsl::Need::Required, dsl::Shape::Version, "Version of the language."},
    {"plugins",
     dsl::Need::Required,
     dsl::Shape::MapOfIds,
     "The plugins that may run beside those that come with the program.",
     {},
     &EntryKeys},
};
constinit const dsl::KeyTable LockKeys{"lock", LockRows};

// What stands in it is written again as it is.
std::string read_version(const dsl::Form& form, const dsl::Node& node, dsl::Span key) {
    auto text = dsl::read_filled_text(form, node, key);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '+';
    });
    if (plain && text.size() <= MostVersionBytes) return text;
    form.report(dsl::Code::WrongValue, node.span, fmt::format("`{}` is no version", text),
                "a version looks like `1.0.0`");
    return {};
}

std::string read_hash(const dsl::Form& form, const dsl::Node& node, dsl::Span key) {
    constexpr std::size_t Digits = 64;
    auto text = dsl::read_filled_text(form, node, key);
    if (text.empty() ||
        (text.size() == Digits && text.find_first_not_of("0123456789abcdef") == std::string::npos))
        return text;
    form.report(dsl::Code::WrongValue, node.span, fmt::format("`{}` is no SHA-256", text),
                "64 digits from 0 to f, as `colonnade plugin lock` writes them");
    return {};
}

std::uint64_t read_size(const dsl::Form& form, const dsl::Node& node, dsl::Span key) {
    const double size = dsl::read_number(form, node, key);
    const auto whole = size <= MostPinnedBytes ? static_cast<std::uint64_t>(size) : 0;
    if (static_cast<double>(whole) != size)
        form.report(dsl::Code::WrongValue, node.span,
                    fmt::format("`{}` is no number of bytes", node.text));
    return whole;
}

engine::LockEntry read_entry(const dsl::Form& form, const dsl::Entry& entry) {
    dsl::MapReader map(form, entry.value, entry.key.span, EntryKeys, "a pinned plugin");
    engine::LockEntry pinned;
    const auto read = [&](const char* key, auto& into, const auto& reader) {
        if (const auto* node = map.required(key)) into = reader(form, *node, map.key_span(key));
    };
    read("version", pinned.version, read_version);
    read("abi", pinned.abi, read_version);
    read("sha256", pinned.sha256, read_hash);
    read("size", pinned.size, read_size);
    map.finish();
    return pinned;
}

void read_root(const dsl::Form& form, const dsl::Node& root, engine::PluginLock& lock) {
    dsl::MapReader map(form, root, root.span, LockKeys, "a lock");
    dsl::check_version(form, map);
    const auto place = map.key_span("plugins");
    if (const auto* plugins = map.required("plugins")) {
        for (const auto& entry : dsl::read_entries(form, *plugins, place, "plugins")) {
            if (!engine::is_plugin_id(entry.key.text))
                dsl::report_no_id(form, entry.key.span, "a plugin", entry.key.text);
            lock.entries.emplace(entry.key.text, read_entry(form, entry));
        }
    }
    map.finish();
}

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

// Whoever put something else there must not make the program wait, or believe that nothing is
// pinned.
std::variant<std::string, engine::FileProblem> content_of(const fs::path& file) {
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) return engine::read_file(file, MostLockBytes);
    return engine::FileProblem{fmt::format("cannot read `{}`: no regular file", file.string())};
}

}  // namespace

fs::path lock_file() {
    if (const auto project = project_file()) return project->parent_path() / LockName;
    std::error_code error;
    const auto current = fs::current_path(error);
    for (auto folder = current; !folder.empty(); folder = folder.parent_path()) {
        if (is_there(folder / LockName)) return folder / LockName;
        if (folder == folder.root_path()) break;
    }
    return current / LockName;
}

Exit read_lock(Options& options) {
    const auto file = lock_file();
    if (!is_there(file)) return Exit::Fine;
    auto content = content_of(file);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return Exit::Plugin;
    }
    auto source = std::make_shared<const dsl::Source>(file.string(),
                                                      std::move(std::get<std::string>(content)));
    dsl::Diagnostics diagnostics;
    const auto root = dsl::read_yaml(source, diagnostics);
    engine::PluginLock lock{file, {}};
    if (root) read_root({{source}, diagnostics}, *root, lock);
    say(dsl::render(diagnostics, wants_color(options, 2)));
    if (options.verbose) say_note(fmt::format("using {}", file.string()));
    options.lock = std::move(lock);
    return diagnostics.has_errors() ? Exit::Plugin : Exit::Fine;
}

std::string lock_text(const engine::PluginLock& lock) {
    std::string text =
        "# Which plugins may run beside those that come with Colonnade, and what is in them.\n"
        "# Written by `colonnade plugin lock`; keep it with your rulebooks.\n"
        "colonnade: 1\n";
    text += lock.entries.empty() ? "plugins: {}\n" : "plugins:\n";
    for (const auto& [id, entry] : lock.entries)
        text += fmt::format("  {}:\n    version: {}\n    abi: {}\n    sha256: {}\n    size: {}\n",
                            id, entry.version, entry.abi, entry.sha256, entry.size);
    return text;
}

}  // namespace colonnade::cli
