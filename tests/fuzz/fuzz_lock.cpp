// SPDX-License-Identifier: Apache-2.0
// `colonnade.lock`, and names that come from others: a lock that is taken says the same when it is
// written again; a name is one word of a shell and one file of a folder, whatever it holds.
#include <optional>

#include "cli/clients/client_name.hpp"
#include "cli/lock_text.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/host/find_library.hpp"
#include "engine/host/shell_word.hpp"
#include "tests/fuzz/findings.hpp"

using namespace colonnade;
using fuzz::hold;

namespace {

bool is_one_of(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

constexpr std::string_view Small = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view Digits = "0123456789";

bool is_id(const std::string& text) {
    if (text.empty() || text.size() > 64 || !is_one_of(text[0], Small)) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_one_of(c, Small) || is_one_of(c, Digits) || c == '-';
    });
}

void check_entry(const std::string& id, const engine::LockEntry& entry) {
    hold(is_id(id), "a pinned plugin has an id", id);
    hold(entry.sha256.size() == 64 &&
             entry.sha256.find_first_not_of("0123456789abcdef") == std::string::npos,
         "a pin is a SHA-256", entry.sha256);
    hold(!entry.version.empty() && !entry.abi.empty(), "a pin has versions", id);
    for (const auto& version : {entry.version, entry.abi})
        hold(version.size() <= 64 && dsl::visible(version) == version, "a version can be shown",
             version);
}

std::optional<engine::PluginLock> taken(const std::string& text) {
    const auto source = std::make_shared<const dsl::Source>("fuzzed.lock", text);
    dsl::Diagnostics diagnostics;
    auto lock = cli::parse_lock(source, diagnostics);
    fuzz::check_findings(diagnostics);
    return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(lock));
}

void check_lock(const std::string& text) {
    const auto lock = taken(text);
    if (!lock) return;
    for (const auto& [id, entry] : lock->entries)
        check_entry(id, entry);
    const auto written = cli::lock_text(*lock);
    const auto again = taken(written);
    hold(again.has_value(), "a lock that is written is one", written);
    hold(again->entries == lock->entries, "a lock that is written pins the same", written);
    hold(cli::lock_text(*again) == written, "a lock is written alike", written);
}

// A word as a shell reads it: plain letters, or parts in single quotes and `\'`.
std::optional<std::string> word_of_shell(const std::string& word) {
    std::string read;
    bool quoted = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (c == '\'') {
            quoted = !quoted;
        } else if (!quoted && c == '\\' && at + 1 < word.size()) {
            read += word[++at];
        } else if (!quoted && is_one_of(c, " \t\n;&|<>()$`\"*?[]#~={}!\\")) {
            return std::nullopt;
        } else {
            read += c;
        }
    }
    if (quoted) return std::nullopt;
    return read;
}

void check_file_name(const std::string& name) {
    hold(!name.empty() && name.size() <= cli::MostClientNameBytes, "a name has a length", name);
    hold(name.find_first_of("/\\:*?\"<>|'`$&;") == std::string::npos, "a name is no path", name);
    hold(dsl::visible(name) == name, "a name can be shown", name);
    hold(!is_one_of(name.front(), ".- ") && !is_one_of(name.back(), ". "),
         "a name is no option and not hidden", name);
}

// Of which each line is one.
void check_names(const std::string& one, const std::string& other) {
    hold(engine::is_plugin_id(one) == is_id(one), "an id is told from a path", one);
    if (one.find('\0') == std::string::npos && !one.empty())
        hold(word_of_shell(engine::shell_word(one)) == dsl::visible(one), "a path is one word",
             one);
    const auto name = cli::client_name(one);
    check_file_name(name);
    hold(one == other || cli::client_name(other) != name, "two people have two files",
         one + "\n" + other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    check_lock(text);
    const auto end = std::min(text.find('\n'), text.size());
    check_names(text.substr(0, end), text.substr(std::min(end + 1, text.size())));
    return 0;
}
