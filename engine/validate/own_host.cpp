// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/own_host.hpp"

#include "engine/host/abi.hpp"
#include "engine/host/arguments.hpp"
#include "engine/host/output.hpp"

namespace colonnade::engine {

colonnade_host own_host(std::uint32_t abi_minor,
                        const void* (*get)(const colonnade_host*, colonnade_text)) {
    return {sizeof(colonnade_host), COLONNADE_ABI_MAJOR, abi_minor, 0,
            abi_text("colonnade"),  abi_text("0.0.0"),   nullptr,   get};
}

const void* no_services(const colonnade_host* /*host*/, colonnade_text /*id*/) {
    return nullptr;
}

OwnStart::OwnStart(const colonnade_plugin& entry, const colonnade_host& host) : entry_(entry) {
    auto error = empty_error();
    std::int32_t code = COLONNADE_OK;
    if (!contained([&] { code = entry.init(&host, &error); })) {
        problem_ = ThrewMessage;
    } else if (code != COLONNADE_OK) {
        problem_ = sentence_of(error, code);
    }
}

OwnStart::~OwnStart() {
    if (problem_.empty()) static_cast<void>(contained([&] { entry_.deinit(); }));
}

OwnObject::OwnObject(const colonnade_functions& functions, std::int32_t index,
                     const colonnade_host& host)
    : error_(empty_error()) {
    if (!contained([&] { object_ = functions.create(index, &host, &error_); })) object_ = nullptr;
}

OwnObject::~OwnObject() {
    if (object_ != nullptr) static_cast<void>(contained([&] { object_->destroy(object_); }));
}

OwnCall call_own(const dsl::Function& function, const OwnObject& object, const Inputs& inputs,
                 void (*around)(bool)) {
    const auto views = inputs.views();
    const Arguments arguments(function, views, inputs.as_of);
    Output output(function, inputs.rows());
    OwnCall called{COLONNADE_OK, empty_error(), false};
    const auto* own = object.get();
    if (around != nullptr) around(true);
    called.threw = !contained([&] {
        called.code = own->call(own->self, &arguments.batch(), &output.abi(), &called.error);
    });
    if (around != nullptr) around(false);
    return called;
}

}  // namespace colonnade::engine
