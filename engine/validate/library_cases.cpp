// SPDX-License-Identifier: Apache-2.0
// Library: the file, its entry, how it is loaded, started and asked for what it does not have.
#include <fmt/format.h>

#include <array>
#include <limits>

#include "engine/host/abi.hpp"
#include "engine/host/entry.hpp"
#include "engine/host/library.hpp"
#include "engine/validate/elf_file.hpp"
#include "engine/validate/own_host.hpp"
#include "engine/validate/own_time.hpp"
#include "engine/validate/plugin_case.hpp"

namespace colonnade::engine {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// Plugins are loaded while somebody waits for a score.
constexpr milliseconds LongestLoad = 100ms;

void elf(Trial& trial) {
    std::string problem;
    const auto file = read_elf(trial.place().file, problem);
    if (!file) return trial.fault("it " + problem);
    if (!file->unsafe.message.empty()) trial.fault("it " + file->unsafe.message);
}

void one_symbol(Trial& trial) {
    std::string problem;
    const auto file = read_elf(trial.place().file, problem);
    if (!file) return trial.skip("it cannot be read, as `sound-elf` says");
    for (const auto& symbol : file->exported) {
        if (symbol != EntrySymbol) trial.fault(fmt::format("it exports `{}`", symbol));
    }
}

void loads(Trial& trial) {
    Refusal refusal;
    if (open_library(trial.place().file, refusal) == nullptr) trial.fault(refusal.message);
}

void loads_quickly(Trial& trial) {
    const OwnTime time;
    if (trial.entry() == nullptr) return;
    const auto took = std::chrono::duration_cast<milliseconds>(time.elapsed());
    if (took > LongestLoad) {
        trial.fault(fmt::format("loading took {} ms, expected at most {}", took.count(),
                                LongestLoad.count()));
    }
}

void entry(Trial& trial) {
    Refusal refusal;
    const auto* entry = open_library(trial.place().file, refusal);
    if (entry == nullptr) return trial.skip("it cannot be loaded, as `loads-at-once` says");
    if (!check_entry(*entry, trial.id(), refusal)) trial.fault(refusal.message);
}

void starts(Trial& trial) {
    const auto* entry = trial.entry();
    if (entry == nullptr) return;
    const auto host = own_host(COLONNADE_ABI_MINOR, no_services);
    const OwnStart start(*entry, host);
    if (!start.problem().empty()) trial.fault("`init` failed: " + start.problem());
}

// Ids of functions, as a plugin that was started gives them.
std::string ids_of(const colonnade_plugin& entry) {
    const auto* functions = functions_of(entry);
    std::string ids;
    const auto count = functions == nullptr ? 0 : functions->count();
    for (std::int32_t i = 0; i < count; ++i) {
        const auto* one = functions->describe(i);
        if (one != nullptr) ids += read_text(one->id, 64).value_or("?") + " ";
    }
    return ids;
}

void starts_again(Trial& trial) {
    const auto* entry = trial.entry();
    if (entry == nullptr) return;
    const auto host = own_host(COLONNADE_ABI_MINOR, no_services);
    std::array<std::string, 3> ids;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const OwnStart start(*entry, host);
        if (!start.problem().empty() && i == 0)
            return trial.skip("it does not start, as `starts` says");
        if (!start.problem().empty()) {
            return trial.fault(fmt::format("`init` after `deinit` failed the {} time: {}",
                                           i == 1 ? "second" : "third", start.problem()));
        }
        ids[i] = ids_of(*entry);
        if (ids[i] != ids[0])
            return trial.fault(
                fmt::format("after `deinit` and `init` its functions are `{}`, they "
                            "were `{}`",
                            ids[i], ids[0]));
    }
}

void must_be_unknown(Trial& trial, std::string_view id) {
    const void* found = nullptr;
    const bool contains = contained([&] { found = trial.entry()->get(abi_text(id)); });
    if (!contains) trial.fault(fmt::format("`get` of `{}` {}", id, ThrewMessage));
    if (found != nullptr)
        trial.fault(fmt::format("`get` of `{}` gave something, expected NULL", id));
}

void unknown_extension(Trial& trial) {
    if (trial.plugin() == nullptr) return;
    for (const auto* id : {"colonnade.nothing/1", "colonnade.functions/2", "org.example.other/1"})
        must_be_unknown(trial, id);
    must_be_unknown(trial, {});
}

void garbage_in_id(Trial& trial) {
    if (trial.plugin() == nullptr) return;
    using namespace std::string_view_literals;
    for (const auto id :
         {"colonnade.functions/1x"sv, "colonnade.functions/1\0"sv, "colonnade.functions/"sv,
          "xcolonnade.functions/1"sv, "Colonnade.functions/1"sv, "colonnade.source/10"sv})
        must_be_unknown(trial, id);
}

constexpr auto Most = std::numeric_limits<std::int32_t>::max();
constexpr auto Least = std::numeric_limits<std::int32_t>::min();

void describe_outside(Trial& trial) {
    if (trial.plugin() == nullptr) return;
    const auto* functions = trial.raw_functions();
    if (functions == nullptr) return;
    for (const auto index : {-1, functions->count(), Most, Least}) {
        if (functions->describe(index) != nullptr) {
            trial.fault(
                fmt::format("`describe({})` of {} functions gave a descriptor, expected "
                            "NULL",
                            index, functions->count()));
        }
    }
}

void create_outside(Trial& trial) {
    const auto plugin = trial.plugin();
    if (plugin == nullptr) return;
    const auto* functions = trial.raw_functions();
    if (functions == nullptr) return;
    for (const auto index : {-1, functions->count(), Most, Least}) {
        const OwnObject object(*functions, index, plugin->services().host());
        if (object.get() != nullptr) {
            trial.fault(fmt::format("`create({})` of {} functions gave an object, expected NULL",
                                    index, functions->count()));
        }
    }
}

constexpr PluginCase LibraryCases[] = {
    {"library", "sound-elf",
     "The file is a shared library for this machine that can be loaded safely from anywhere.", elf},
    {"library", "one-symbol", "Nothing is exported but `colonnade_plugin_entry`.", one_symbol},
    {"library", "loads-at-once", "The library loads with all symbols resolved at once.", loads},
    {"library", "loads-quickly", "Loading takes at most 100 ms.", loads_quickly},
    {"library", "sound-entry",
     "The entry has the size, the ABI, the id, the version and the functions of the contract.",
     entry},
    {"library", "starts", "`init` succeeds, also with a host that has no services.", starts},
    {"library", "starts-again", "`init` and `deinit` may be called again and again.", starts_again},
    {"library", "unknown-extension", "An extension that it does not have is NULL.",
     unknown_extension},
    {"library", "garbage-in-id", "An id of an extension is compared as a whole.", garbage_in_id},
    {"library", "describe-outside", "`describe` gives NULL outside its functions.",
     describe_outside},
    {"library", "create-outside", "`create` gives NULL outside its functions.", create_outside},
};

}  // namespace

std::span<const PluginCase> library_cases() {
    return LibraryCases;
}

}  // namespace colonnade::engine
