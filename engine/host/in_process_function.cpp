// SPDX-License-Identifier: Apache-2.0
#include "engine/host/in_process_function.hpp"

#include "engine/host/abi.hpp"

namespace colonnade::engine {

std::unique_ptr<InProcessFunction> InProcessFunction::make(
    std::shared_ptr<const InProcessPlugin> plugin, const colonnade_functions& functions,
    std::int32_t index, std::string& problem) {
    auto error = empty_error();
    const colonnade_function* made = nullptr;
    if (!contained([&] { made = functions.create(index, &plugin->services().host(), &error); })) {
        problem = ThrewMessage;
    } else if (made == nullptr) {
        problem = sentence_of(error, error.code);
    } else if (made->size < sizeof(colonnade_function) || made->call == nullptr ||
               made->destroy == nullptr) {
        problem = "its object lacks `call` or `destroy`";
    } else {
        return std::unique_ptr<InProcessFunction>(new InProcessFunction(std::move(plugin), *made));
    }
    return nullptr;
}

InProcessFunction::~InProcessFunction() {
    // Nobody is left to be told.
    static_cast<void>(contained([&] { object_->destroy(object_); }));
}

std::vector<CallFailure> InProcessFunction::call(const colonnade_batch& batch,
                                                 colonnade_output& output) {
    const ServedCall served(plugin_->services());
    auto error = empty_error();
    std::int32_t code = COLONNADE_OK;
    if (!contained([&] { code = object_->call(object_->self, &batch, &output, &error); }))
        return {{CallFailure::EveryRow, ThrewMessage}};
    if (code == COLONNADE_OK) return {};
    return {{CallFailure::EveryRow, sentence_of(error, code)}};
}

}  // namespace colonnade::engine
