// SPDX-License-Identifier: Apache-2.0
#include "cli/lenient_json.hpp"

#include "cli/render/canvas.hpp"

namespace colonnade::cli {

std::string text_in(const ForeignJson& json, std::string_view key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? clean(at->get<std::string>()) : std::string{};
}

std::int64_t number_in(const ForeignJson& json, std::string_view key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

const ForeignJson& object_in(const ForeignJson& json, std::string_view key) {
    static const ForeignJson none = ForeignJson::object();
    const auto at = json.find(key);
    return at != json.end() && at->is_object() ? *at : none;
}

std::vector<const ForeignJson*> list_in(const ForeignJson& json, std::string_view key) {
    std::vector<const ForeignJson*> objects;
    const auto at = json.find(key);
    if (at == json.end() || !at->is_array()) return objects;
    for (const auto& element : *at) {
        if (element.is_object()) objects.push_back(&element);
    }
    return objects;
}

}  // namespace colonnade::cli
