// SPDX-License-Identifier: Apache-2.0
#include "engine/host/choose_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace colonnade::engine {
namespace {

constexpr const char* BundledSource = "linkedin";
constexpr std::int32_t WhollySure = 100;
constexpr std::int32_t CannotLook = -1;

// 0 where it cannot read the stream, or with `refusal` filled. CannotLook, where nobody knows.
std::int32_t ask(const Plugin& plugin, const HostStream& stream, Refusal& refusal) {
    const auto sure = plugin.probe(stream, refusal);
    if (sure == CannotLook) {
        refusal = {
            fmt::format("plugin `{}` cannot look at this: it cannot be read, or there is not "
                        "enough memory",
                        plugin.id()),
            ""};
        return sure;
    }
    if (sure >= 0 && sure <= WhollySure) return sure;
    refusal = {fmt::format("plugin `{}` is {} of {} sure that it can read this", plugin.id(), sure,
                           WhollySure),
               ""};
    return 0;
}

// A plugin that could not be asked, or is not there, might have been the one.
SourceProblem nobody(std::span<const std::string> candidates, const std::string& first_refusal) {
    if (!first_refusal.empty()) return {SourceProblem::What::Plugin, first_refusal};
    if (std::find(candidates.begin(), candidates.end(), BundledSource) == candidates.end()) {
        return {SourceProblem::What::Plugin,
                fmt::format("no plugin reads this; the plugin `{}` is missing", BundledSource)};
    }
    return {SourceProblem::What::NoSource, "no plugin reads this"};
}

}  // namespace

std::vector<std::string> source_candidates(std::span<const FoundLibrary> libraries,
                                           const PluginSettings& settings) {
    std::map<std::string, int> ranks;  // the best of each id
    for (const auto& library : libraries) {
        const bool asked =
            library.bundled || !settings.lock || settings.lock->entries.contains(library.id);
        const int rank = library.id == BundledSource ? 0 : library.bundled ? 1 : 2;
        if (!asked) continue;
        auto& best = ranks.emplace(library.id, rank).first->second;
        best = std::min(best, rank);
    }
    std::vector<std::string> ordered;
    for (int rank = 0; rank <= 2; ++rank) {
        for (const auto& [id, own] : ranks) {
            if (own == rank) ordered.push_back(id);
        }
    }
    return ordered;
}

std::shared_ptr<const Plugin> choose_source(std::span<const std::string> candidates,
                                            const StartPlugin& start, const HostStream& stream,
                                            Sure sure_enough, SourceProblem& problem) {
    std::shared_ptr<const Plugin> best;
    std::int32_t surest = sure_enough == Sure::Wholly ? WhollySure - 1 : 0;
    std::string first_refusal;
    for (const auto& id : candidates) {
        Refusal refusal;
        auto plugin = start(id, refusal);
        const auto sure = plugin == nullptr ? 0 : ask(*plugin, stream, refusal);
        if (sure == CannotLook) {
            // It may be surer than all others.
            problem = {SourceProblem::What::Unreadable, refusal.message};
            return nullptr;
        }
        if (first_refusal.empty()) first_refusal = refusal.message;
        if (sure <= surest) continue;
        surest = sure;
        best = std::move(plugin);
        if (surest == WhollySure) break;
    }
    if (best == nullptr) {
        // What must be sure is not missed: the data can be read without a source.
        problem = sure_enough == Sure::Wholly
                      ? SourceProblem{SourceProblem::What::NoSource, "no plugin is sure of this"}
                      : nobody(candidates, first_refusal);
    }
    return best;
}

}  // namespace colonnade::engine
