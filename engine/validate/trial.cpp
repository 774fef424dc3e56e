// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/trial.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/entry.hpp"
#include "engine/host/library.hpp"

namespace colonnade::engine {
namespace {

// Enough to see what a fault depends on, few enough to be read.
constexpr std::size_t MostFaults = 4;
// Plugins may not depend on it.
constexpr const char* HostVersion = "0.0.0";

}  // namespace

void Trial::fault(const std::string& sentence) {
    if (faults_.size() < MostFaults) {
        faults_.push_back(dsl::visible(sentence));
    } else {
        ++more_faults_;
    }
}

const colonnade_plugin* Trial::entry() {
    Refusal refusal;
    const auto* entry = open_library(place_.file, refusal);
    if (entry == nullptr) {
        skip("it cannot be loaded, as `loads-at-once` says");
    } else if (!check_entry(*entry, id(), refusal)) {
        entry = nullptr;
        skip("its entry is refused, as `sound-entry` says");
    }
    return entry;
}

std::shared_ptr<const InProcessPlugin> Trial::plugin() {
    if (plugin_ != nullptr || entry() == nullptr) return plugin_;
    Refusal refusal;
    plugin_ = InProcessPlugin::start(place_.file, {.version = HostVersion}, refusal);
    if (plugin_ == nullptr) skip("it does not start, as `starts` says");
    return plugin_;
}

const std::vector<dsl::Function>* Trial::functions() {
    if (plugin() == nullptr) return nullptr;
    Refusal refusal;
    if (!functions_) functions_ = plugin_->functions(refusal);
    if (!functions_) {
        skip("its functions are refused, as `sound-descriptors` says");
        return nullptr;
    }
    if (!functions_->empty()) return &*functions_;
    skip("it has no functions");
    return nullptr;
}

Inputs Trial::inputs(const dsl::Function& function, const Recipe& recipe, std::uint64_t seed) {
    if (!vocabulary_)
        vocabulary_ = Vocabulary::read(place_.rule_folders,
                                       functions_.value_or(std::vector<dsl::Function>{}));
    return make_inputs(function, recipe, seed, *vocabulary_);
}

const colonnade_functions* functions_of(const colonnade_plugin& entry) {
    const void* found = nullptr;
    const bool contains = contained([&] { found = entry.get(abi_text(COLONNADE_FUNCTIONS_ID)); });
    return contains ? static_cast<const colonnade_functions*>(found) : nullptr;
}

const colonnade_functions* Trial::raw_functions() {
    const auto* entry = this->entry();
    if (entry == nullptr) return nullptr;
    const auto* functions = functions_of(*entry);
    if (functions == nullptr) {
        skip("it has no functions");
    } else if (functions->size < sizeof *functions || functions->count == nullptr ||
               functions->describe == nullptr || functions->create == nullptr) {
        functions = nullptr;
        skip("its functions are refused, as `sound-descriptors` says");
    }
    return functions;
}

PluginOutcome Trial::outcome(bool only_warns) const {
    if (faults_.empty()) {
        return skipped_ ? PluginOutcome{Verdict::Skipped, *skipped_} : PluginOutcome{};
    }
    auto message = fmt::format("{}", fmt::join(faults_, "\n"));
    if (more_faults_ > 0) message += fmt::format("\nand {} more of this kind", more_faults_);
    return {only_warns ? Verdict::Warned : Verdict::Failed, std::move(message)};
}

}  // namespace colonnade::engine
