// SPDX-License-Identifier: Apache-2.0
// The extension `colonnade.functions/1` over a plugin's definitions.
#pragma once

#include <cstdint>
#include <new>
#include <string>
#include <string_view>

#include "colonnade/sdk/definition.hpp"
#include "colonnade/sdk/guard.hpp"

namespace colonnade::sdk {

[[nodiscard]] inline const colonnade_parameter& parameter_for(
    const colonnade_function_descriptor& descriptor, std::int32_t argument) {
    const std::int32_t last = descriptor.parameter_count - 1;
    return *descriptor.parameters[argument < last ? argument : last];
}

// Throws a Failure where an argument is not what the descriptor says. Costs no look at the rows.
inline void check_argument(const colonnade_parameter& wanted, const colonnade_column* given,
                           std::int64_t rows, std::int32_t index) {
    const auto refuse = [&](const char* why) { throw Failure(why).at_parameter(index); };
    if (given == nullptr || given->kind != wanted.kind) refuse("an argument of another kind");
    if (wanted.kind != COLONNADE_WORDS && given->length != rows) refuse("an argument too short");
    if (wanted.kind != COLONNADE_LIST) return;
    if (given->child_count != 1 || given->children[0]->child_count < wanted.field_count) {
        refuse("a list without the fields that are read");
    }
    for (std::int32_t i = 0; i < wanted.field_count; ++i) {
        const std::int32_t kind = given->children[0]->children[i]->kind;
        if (kind != wanted.fields[i]->kind) refuse("a list's field of another kind");
    }
}

inline void check_batch(const colonnade_function_descriptor& descriptor,
                        const colonnade_batch& batch, const colonnade_output& output) {
    const std::int32_t count = descriptor.parameter_count;
    const bool is_repeated =
        count > 0 && (descriptor.parameters[count - 1]->flags & COLONNADE_REPEATED) != 0;
    const std::int32_t given = batch.argument_count;
    if (given < count || (given > count && !is_repeated)) {
        throw Failure("found " + std::to_string(given) + " arguments, expected " +
                      std::to_string(count));
    }
    for (std::int32_t i = 0; i < given; ++i) {
        check_argument(parameter_for(descriptor, i), batch.arguments[i], batch.rows, i);
    }
    if (output.kind != descriptor.result_kind || output.rows != batch.rows) {
        throw Failure("an output that does not fit the function's result");
    }
}

// What `create` hands out: the contract's struct and, behind its `self`, the definition.
struct FunctionObject {
    FunctionObject(const Definition& of, const colonnade_host* by)
        : abi{sizeof(colonnade_function), 0, this, call, destroy}, definition(&of), host(by) {}

    static std::int32_t call(void* self, const colonnade_batch* batch, colonnade_output* out,
                             colonnade_error* error) noexcept {
        return guarded(error, [&] {
            const auto& object = *static_cast<FunctionObject*>(self);
            const Definition& called = *object.definition;
            check_batch(*called.descriptor, *batch, *out);
            called.run(Call(*called.descriptor, *batch, *out, object.host));
        });
    }
    static void destroy(const colonnade_function* function) noexcept {
        if (function != nullptr) delete static_cast<FunctionObject*>(function->self);
    }

    colonnade_function abi;
    const Definition* definition;
    Host host;
};

// `All` is an array of pointers to definitions.
template <const auto& All>
struct Functions {
    static constexpr auto Count = static_cast<std::int32_t>(All.size());

    static std::int32_t count() noexcept { return Count; }

    static const colonnade_function_descriptor* describe(std::int32_t index) noexcept {
        if (index < 0 || index >= Count) return nullptr;
        return All[static_cast<std::size_t>(index)]->descriptor;
    }

    static const colonnade_function* create(std::int32_t index, const colonnade_host* host,
                                            colonnade_error* error) noexcept {
        if (index < 0 || index >= Count) {
            report(error, COLONNADE_INVALID_ARGUMENT, "the plugin has no function of this index");
            return nullptr;
        }
        auto* object =
            new (std::nothrow) FunctionObject(*All[static_cast<std::size_t>(index)], host);
        if (object == nullptr) {
            report(error, COLONNADE_NO_MEMORY, "out of memory");
            return nullptr;
        }
        return &object->abi;
    }

    static constexpr colonnade_functions extension = {sizeof(colonnade_functions), 0, count,
                                                      describe, create};
};

}  // namespace colonnade::sdk
