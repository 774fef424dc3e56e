// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/host/calls.hpp"

#include <stdexcept>

namespace colonnade::tests {

using engine::Column;
using engine::ListColumn;

Column column(dsl::Kind kind, const std::vector<MaybeNumber>& values) {
    Column made;
    made.kind = kind;
    for (const auto& value : values) {
        if (value) {
            made.push_number(*value);
        } else {
            made.push_unknown();
        }
    }
    return made;
}

Column categories(const std::vector<std::string>& ids, const std::vector<MaybeNumber>& values) {
    auto made = column(dsl::Kind::Category, values);
    auto category = std::make_shared<dsl::Category>();
    category->values = ids;
    made.category = std::move(category);
    return made;
}

Column texts(const std::vector<MaybeText>& values) {
    Column made;
    made.kind = dsl::Kind::Text;
    for (const auto& value : values) {
        if (value) {
            made.push_text(*value);
        } else {
            made.push_unknown();
        }
    }
    return made;
}

ListColumn list(const std::vector<int>& counts, std::vector<Column> fields) {
    ListColumn made;
    for (const int count : counts) {
        made.offsets.push_back(made.offsets.back() + (count < 0 ? 0 : count));
        made.known.push_back(count >= 0);
    }
    made.fields = std::move(fields);
    return made;
}

Caller::Caller(const std::string& plugin, const char* folder) : plugins_({folder}, "0.1.0") {
    if (const auto problem = plugins_.load(plugin)) throw std::runtime_error(problem->message);
}

const dsl::Function& Caller::function(const std::string& name) const {
    for (const auto& function : plugins_.functions()) {
        if (function.name == name) return function;
    }
    throw std::runtime_error("no function " + name);
}

Called Caller::call(const std::string& name, const std::vector<engine::CallInput>& inputs,
                    const engine::Buffer<std::int64_t>& as_of) {
    const auto index = &function(name) - plugins_.functions().data();
    engine::Slot slot;
    Called called;
    const auto failures = plugins_.call(static_cast<int>(index), inputs, as_of, slot);
    if (!failures.empty()) called.problem = failures.front().message;
    for (std::size_t i = 0; i < slot.value.size(); ++i) {
        called.values.push_back(slot.known[i] != 0 ? MaybeNumber(slot.value[i]) : std::nullopt);
    }
    return called;
}

Called Caller::call(const std::string& name, const std::vector<engine::CallInput>& inputs,
                    std::size_t rows) {
    return call(name, inputs, engine::Buffer<std::int64_t>(rows, 0));
}

}  // namespace colonnade::tests
