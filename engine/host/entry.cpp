// SPDX-License-Identifier: Apache-2.0
#include "engine/host/entry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

bool refuse(Refusal& refusal, const std::string& id, const std::string& why, std::string help) {
    refusal = {fmt::format("plugin `{}` {}", id, why), std::move(help)};
    return false;
}

bool check_abi(const colonnade_plugin& entry, const std::string& id, Refusal& refusal) {
    constexpr auto VersionEnd = offsetof(colonnade_plugin, reserved);
    const char* const help = "build it again with the `colonnade/plugin.h` of this program";
    if (entry.size < VersionEnd) {
        return refuse(refusal, id,
                      fmt::format("has an entry of {} bytes, too few to tell its ABI", entry.size),
                      help);
    }
    if (entry.abi_major != COLONNADE_ABI_MAJOR) {
        return refuse(
            refusal, id,
            fmt::format("was built for plugin ABI {}.{}, this program speaks {}.{}",
                        entry.abi_major, entry.abi_minor, COLONNADE_ABI_MAJOR, COLONNADE_ABI_MINOR),
            entry.abi_major > COLONNADE_ABI_MAJOR
                ? "take a newer Colonnade, or build the plugin for this one"
                : help);
    }
    // 1.0 is the first edition, so every plugin of ABI 1 has at least what this host knows.
    if (entry.size < sizeof(colonnade_plugin)) {
        return refuse(refusal, id,
                      fmt::format("has an entry of {} bytes, ABI {}.{} has {}", entry.size,
                                  entry.abi_major, entry.abi_minor, sizeof(colonnade_plugin)),
                      help);
    }
    return true;
}

}  // namespace

bool is_version(const std::string& text) {
    const auto core = text.substr(0, text.find_first_of("-+"));
    if (std::count(core.begin(), core.end(), '.') != 2) return false;
    if (core.front() == '.' || core.back() == '.' || core.find("..") != std::string::npos) {
        return false;
    }
    if (core.find_first_not_of("0123456789.") != std::string::npos) return false;
    return text.find_first_not_of(
               "0123456789.-+ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
           std::string::npos;
}

bool check_entry(const colonnade_plugin& entry, const std::string& id, Refusal& refusal) {
    if (!check_abi(entry, id, refusal)) return false;
    if (entry.init == nullptr || entry.deinit == nullptr || entry.get == nullptr) {
        return refuse(refusal, id, "lacks `init`, `deinit` or `get`", "");
    }
    const auto own_id = read_text(entry.id, MostVersionBytes);
    if (own_id != id) {
        return refuse(
            refusal, id,
            own_id ? fmt::format("calls itself `{}`", *own_id) : "has an id that is no text",
            own_id ? "the library's file must be called `ID.so`" : "");
    }
    const auto version = read_text(entry.version, MostVersionBytes);
    if (!version || version->empty() || !is_version(*version)) {
        return refuse(refusal, id,
                      version ? fmt::format("has the version `{}`", *version)
                              : "has a version that is no text",
                      "a version looks like `1.0.0`");
    }
    return true;
}

}  // namespace colonnade::engine
