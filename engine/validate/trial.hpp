// SPDX-License-Identifier: Apache-2.0
// One case at work on one plugin: the plugin as far as the case needs it, and what is found. What
// a case needs and the plugin does not have, or does so badly that another case says it, skips.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"
#include "engine/host/in_process.hpp"
#include "engine/validate/inputs.hpp"
#include "engine/validate/powers.hpp"
#include "engine/validate/verdict.hpp"

namespace colonnade::engine {

struct TrialPlace {
    std::filesystem::path file;
    std::vector<std::filesystem::path> rule_folders;  // schemas and word lists of its rules
    const Powers* powers = nullptr;                   // null in the program itself
};

// As a started plugin offers them, unchecked, or null.
[[nodiscard]] const colonnade_functions* functions_of(const colonnade_plugin& entry);

class Trial {
public:
    explicit Trial(TrialPlace place) : place_(std::move(place)) {}

    [[nodiscard]] const TrialPlace& place() const { return place_; }
    [[nodiscard]] std::string id() const { return place_.file.stem().string(); }

    // A sentence about what is wrong. More than a few are counted only.
    void fault(const std::string& sentence);
    // The case does not apply.
    void skip(std::string reason) { skipped_ = std::move(reason); }
    // What must be the same wherever the case runs.
    void note(std::string evidence) { evidence_ = std::move(evidence); }

    // The entry, loaded and not started. Null, like all that follows, where the case is skipped.
    [[nodiscard]] const colonnade_plugin* entry();
    [[nodiscard]] std::shared_ptr<const InProcessPlugin> plugin();
    // Ends what `plugin` started, so that a case can start it itself.
    void end_plugin() { plugin_.reset(); }
    // The functions of a started plugin, at least one.
    [[nodiscard]] const std::vector<dsl::Function>* functions();
    // Made-up arguments of one of them.
    [[nodiscard]] Inputs inputs(const dsl::Function& function, const Recipe& recipe,
                                std::uint64_t seed);
    // The same as the plugin offers them. The plugin must have been started and stay so.
    [[nodiscard]] const colonnade_functions* raw_functions();

    [[nodiscard]] PluginOutcome outcome(bool only_warns) const;
    [[nodiscard]] const std::string& evidence() const { return evidence_; }

private:
    TrialPlace place_;
    std::shared_ptr<const InProcessPlugin> plugin_;
    std::optional<std::vector<dsl::Function>> functions_;
    std::optional<Vocabulary> vocabulary_;
    std::vector<std::string> faults_;
    std::size_t more_faults_ = 0;
    std::optional<std::string> skipped_;
    std::string evidence_;
};

}  // namespace colonnade::engine
