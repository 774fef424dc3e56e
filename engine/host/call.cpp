// SPDX-License-Identifier: Apache-2.0
#include "engine/host/call.hpp"

#include <fmt/format.h>

#include "engine/host/abi.hpp"
#include "engine/host/arguments.hpp"
#include "engine/host/output.hpp"

namespace colonnade::engine {

HostedFunction::HostedFunction(std::shared_ptr<const Plugin> plugin, std::int32_t index)
    : plugin_(std::move(plugin)), index_(index) {}

HostedFunction::~HostedFunction() {
    if (object_ == nullptr) return;
    // Nobody is left to be told.
    static_cast<void>(contained([&] { object_->destroy(object_); }));
}

std::optional<std::string> HostedFunction::call(const dsl::Function& description,
                                                std::span<const CallInput> inputs,
                                                std::span<const std::int64_t> as_of, Slot& out) {
    out.resize(as_of.size());
    if (as_of.empty()) return std::nullopt;
    const Arguments arguments(description, inputs, as_of);
    std::optional<std::string> problem;
    if (!arguments.problem().empty()) problem = arguments.problem();
    if (!problem) problem = create();
    Output output(description, as_of.size());
    if (!problem) problem = run(arguments.batch(), output.abi());
    if (!problem) problem = output.take(arguments.answerable(), out);
    if (!problem) return std::nullopt;
    out.resize(as_of.size());
    return fmt::format("plugin `{}`: function `{}`: {}", description.plugin, description.name,
                       *problem);
}

std::optional<std::string> HostedFunction::create() {
    if (object_ != nullptr) return std::nullopt;
    Refusal refusal;
    const auto* functions = plugin_->functions(refusal);
    if (functions == nullptr) return "its functions are gone";
    auto error = empty_error();
    const colonnade_function* made = nullptr;
    if (!contained([&] { made = functions->create(index_, &plugin_->host(), &error); }))
        return ThrewMessage;
    if (made == nullptr) return sentence_of(error, error.code);
    if (made->size < sizeof(colonnade_function) || made->call == nullptr ||
        made->destroy == nullptr) {
        return "its object lacks `call` or `destroy`";
    }
    object_ = made;
    return std::nullopt;
}

std::optional<std::string> HostedFunction::run(const colonnade_batch& batch,
                                               colonnade_output& output) const {
    auto error = empty_error();
    std::int32_t code = COLONNADE_OK;
    if (!contained([&] { code = object_->call(object_->self, &batch, &output, &error); }))
        return ThrewMessage;
    if (code == COLONNADE_OK) return std::nullopt;
    return sentence_of(error, code);
}

}  // namespace colonnade::engine
