// SPDX-License-Identifier: Apache-2.0
#include "cli/json.hpp"

#include "cli/render/plain_json.hpp"

template class nlohmann::basic_json<nlohmann::ordered_map>;
template class nlohmann::basic_json<>;

namespace colonnade::cli {

std::string json_document(const JsonValue& json) {
    return plain_json(json.dump(2, ' ', false, JsonValue::error_handler_t::replace)) + "\n";
}

std::string json_line(const JsonValue& json) {
    return plain_json(json.dump(-1, ' ', false, JsonValue::error_handler_t::replace));
}

}  // namespace colonnade::cli
