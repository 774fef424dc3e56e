// SPDX-License-Identifier: Apache-2.0
#include "cli/lenient_json.hpp"

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::json;

}  // namespace

std::string text_in(const Json& json, std::string_view key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? clean(at->get<std::string>()) : std::string{};
}

std::int64_t number_in(const Json& json, std::string_view key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

const Json& object_in(const Json& json, std::string_view key) {
    static const Json none = Json::object();
    const auto at = json.find(key);
    return at != json.end() && at->is_object() ? *at : none;
}

std::vector<const Json*> list_in(const Json& json, std::string_view key) {
    std::vector<const Json*> objects;
    const auto at = json.find(key);
    if (at == json.end() || !at->is_array()) return objects;
    for (const auto& element : *at) {
        if (element.is_object()) objects.push_back(&element);
    }
    return objects;
}

}  // namespace colonnade::cli
