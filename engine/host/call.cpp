// SPDX-License-Identifier: Apache-2.0
#include "engine/host/call.hpp"

#include <fmt/format.h>

#include "engine/host/arguments.hpp"
#include "engine/host/output.hpp"

namespace colonnade::engine {
namespace {

std::vector<CallFailure> whole(std::string message) {
    return {{CallFailure::EveryRow, std::move(message)}};
}

}  // namespace

HostedFunction::HostedFunction(std::shared_ptr<const Plugin> plugin, std::int32_t index)
    : plugin_(std::move(plugin)), index_(index) {}

std::vector<CallFailure> HostedFunction::call(const dsl::Function& description,
                                              std::span<const CallInput> inputs,
                                              std::span<const std::int64_t> as_of, Slot& out) {
    out.resize(as_of.size());
    if (as_of.empty()) return {};
    auto failures = run(description, inputs, as_of, out);
    for (auto& failure : failures) {
        failure.message = fmt::format("plugin `{}`: function `{}`: {}", description.plugin,
                                      description.name, failure.message);
    }
    return failures;
}

std::vector<CallFailure> HostedFunction::run(const dsl::Function& description,
                                             std::span<const CallInput> inputs,
                                             std::span<const std::int64_t> as_of, Slot& out) {
    Arguments arguments(description, inputs, as_of);
    if (!arguments.problem().empty()) return whole(arguments.problem());
    std::string problem;
    if (object_ == nullptr) object_ = plugin_->make_function(index_, problem);
    if (object_ == nullptr) return whole(std::move(problem));
    Output output(description, as_of.size());
    auto failures = object_->call(arguments.batch(), output.abi());
    for (const auto& failure : failures) {
        if (failure.row == CallFailure::EveryRow) return failures;
        arguments.drop(failure.row);
    }
    if (auto wrong = output.take(arguments.answerable(), out)) {
        out.resize(as_of.size());
        return whole(std::move(*wrong));
    }
    return failures;
}

}  // namespace colonnade::engine
