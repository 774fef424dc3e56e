// SPDX-License-Identifier: Apache-2.0
#include "cli/lock_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/form/reader.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/host/find_library.hpp"

namespace colonnade::cli {
namespace {

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

}  // namespace

engine::PluginLock parse_lock(const std::shared_ptr<const dsl::Source>& source,
                              dsl::Diagnostics& diagnostics) {
    engine::PluginLock lock;
    const auto root = dsl::read_yaml(source, diagnostics);
    if (root) read_root({{source}, diagnostics}, *root, lock);
    return lock;
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
