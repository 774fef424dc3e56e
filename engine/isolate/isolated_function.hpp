// SPDX-License-Identifier: Apache-2.0
// A function of a plugin in a process of its own. Where a call breaks the process, the rows are
// halved until the one that does it is found; all others keep their results.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/deadline.hpp"
#include "engine/isolate/column_writer.hpp"
#include "engine/isolate/isolated_plugin.hpp"

namespace colonnade::engine {

class IsolatedFunction final : public FunctionObject {
public:
    // Null with a sentence in `problem`.
    [[nodiscard]] static std::unique_ptr<IsolatedFunction> make(
        std::shared_ptr<const IsolatedPlugin> plugin, std::int32_t index, std::string& problem);
    ~IsolatedFunction() override;
    IsolatedFunction(const IsolatedFunction&) = delete;
    IsolatedFunction& operator=(const IsolatedFunction&) = delete;

    [[nodiscard]] std::vector<CallFailure> call(const colonnade_batch& batch,
                                                colonnade_output& output) override;

private:
    // What came of some rows: their results, or one of these.
    struct Attempt {
        std::vector<CallFailure> failures = {};
        std::optional<std::string> broke = {};
        bool does_not_fit = false;
    };

    // What is left to do of a call, and what came of the rest.
    struct Search {
        std::vector<Rows> pieces = {};  // a stack
        std::vector<CallFailure> failures = {};
        std::optional<std::string> broke = {};  // how it broke last
        std::optional<Deadline> end = {};       // once it broke
        bool is_found = false;                  // a row that is to blame
    };

    IsolatedFunction(std::shared_ptr<const IsolatedPlugin> plugin, std::int32_t index)
        : plugin_(std::move(plugin)), index_(index) {}
    // The object in the process that runs now.
    [[nodiscard]] Attempt make_object();
    [[nodiscard]] Attempt attempt(const colonnade_batch& batch, Rows rows, bool is_search,
                                  colonnade_output& output);
    void take(Attempt attempt, Rows rows, Search& search);
    [[nodiscard]] Attempt ask(const WrittenBatch& written, Rows rows,
                              std::chrono::milliseconds time, colonnade_output& output);
    [[nodiscard]] std::chrono::milliseconds time_for(Rows rows, bool is_search) const;

    std::shared_ptr<const IsolatedPlugin> plugin_;
    std::int32_t index_;
    std::uint32_t number_ = 0;
    int generation_ = -1;
};

}  // namespace colonnade::engine
