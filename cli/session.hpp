// SPDX-License-Identifier: Apache-2.0
// What several commands begin with: the rulebook, the stated facts, the moment.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "engine/host/plugins.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/read/answers.hpp"

namespace colonnade::cli {

struct Session {
    std::unique_ptr<engine::Plugins> plugins;
    engine::LoadedRulebook loaded;
    engine::Answers answers;
    std::string stated;                 // the texts that they were read from
    std::optional<std::int64_t> as_of;  // seconds; of `--as-of`
    std::string language;
    Exit exit = Exit::Fine;  // Plugin where one was refused, which has been said
};

// What to do where a plugin is refused: end, or go on with the rules that do not need it.
enum class IfRefused { End, GoOn };

// Loads what the options name; everything wrong has been said where an exit code comes back.
[[nodiscard]] std::variant<Session, Exit> open_session(const Options& options,
                                                       IfRefused if_refused = IfRefused::End);

// States in `session` what `stated`, of a session by whatever rulebook, says; nothing else is
// stated then. False where that is no longer possible.
[[nodiscard]] bool state_again(std::string_view stated, Session& session);

// Says why a rulebook did not load, and gives the exit code for it.
Exit say_load_failure(const engine::LoadFailure& failure);

}  // namespace colonnade::cli
