// SPDX-License-Identifier: Apache-2.0
// Reading foreign data through a plugin's source.
#pragma once

#include <optional>
#include <string>

namespace colonnade::engine {

struct SourceProblem {
    enum class What {
        NoSource,    // no plugin reads this
        Unreadable,  // damaged, or the file could not be read
        Plugin,      // the plugin failed
    };
    What what = What::NoSource;
    std::string message;
};

// How sure a source must be that the data is for it.
enum class Sure { ALittle, Wholly };

class SourceReader {
public:
    virtual ~SourceReader() = default;
    // The next profile document as JSON text, or nothing at the end or after a failure.
    [[nodiscard]] virtual std::optional<std::string> next(
        std::optional<SourceProblem>& problem) = 0;
    // What was found, ignored and missing, as JSON text; after the last document.
    [[nodiscard]] virtual std::string report(std::optional<SourceProblem>& problem) = 0;
    // Id of the plugin.
    [[nodiscard]] virtual const std::string& plugin() const = 0;
};

}  // namespace colonnade::engine
