// SPDX-License-Identifier: Apache-2.0
// A plugin started by a case itself, with a host of the case's own: for what the program's host
// would never do. At most one at a time, and never beside `Trial::plugin`.
#pragma once

#include <string>

#include "colonnade/plugin.h"
#include "engine/validate/inputs.hpp"
#include "engine/validate/trial.hpp"

namespace colonnade::engine {

// A host that knows the services that `get` gives.
[[nodiscard]] colonnade_host own_host(std::uint32_t abi_minor,
                                      const void* (*get)(const colonnade_host*, colonnade_text));
// Knows none.
[[nodiscard]] const void* no_services(const colonnade_host* host, colonnade_text id);

class OwnStart {
public:
    // `host` must outlive it. What keeps the plugin from starting is in `problem`.
    OwnStart(const colonnade_plugin& entry, const colonnade_host& host);
    ~OwnStart();
    OwnStart(const OwnStart&) = delete;
    OwnStart& operator=(const OwnStart&) = delete;

    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    const colonnade_plugin& entry_;
    std::string problem_;
};

// A function object as the plugin made it.
class OwnObject {
public:
    OwnObject(const colonnade_functions& functions, std::int32_t index, const colonnade_host& host);
    ~OwnObject();
    OwnObject(const OwnObject&) = delete;
    OwnObject& operator=(const OwnObject&) = delete;

    // Null where none was made; `error` then is what the plugin said.
    [[nodiscard]] const colonnade_function* get() const { return object_; }
    [[nodiscard]] const colonnade_error& error() const { return error_; }

private:
    const colonnade_function* object_ = nullptr;
    colonnade_error error_;
};

struct OwnCall {
    std::int32_t code = COLONNADE_OK;
    colonnade_error error;
    bool threw = false;
};

// `around` is told before (true) and after (false) the plugin's own code runs.
[[nodiscard]] OwnCall call_own(const dsl::Function& function, const OwnObject& object,
                               const Inputs& inputs, void (*around)(bool) = nullptr);

}  // namespace colonnade::engine
