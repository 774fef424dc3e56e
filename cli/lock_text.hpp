// SPDX-License-Identifier: Apache-2.0
// What stands in `colonnade.lock`, without the file: text to pins and back.
#pragma once

#include <memory>
#include <string>

#include "dsl/text/diagnostic.hpp"
#include "dsl/text/source.hpp"
#include "engine/host/plugin_lock.hpp"

namespace colonnade::cli {

// What is wrong is reported; the entries count only where nothing is.
[[nodiscard]] engine::PluginLock parse_lock(const std::shared_ptr<const dsl::Source>& source,
                                            dsl::Diagnostics& diagnostics);

// The file's content.
[[nodiscard]] std::string lock_text(const engine::PluginLock& lock);

}  // namespace colonnade::cli
