// SPDX-License-Identifier: Apache-2.0
// DATA: something for a source plugin (archive, folder, member snapshot), a profile document,
// NDJSON, or `-`.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "engine/host/plugins.hpp"

namespace colonnade::cli {

struct YamlDocument;

struct DataDocument {
    std::string json;
    std::string default_id;
    std::string place;                                   // `people.ndjson:3`, for messages
    std::shared_ptr<const YamlDocument> yaml = nullptr;  // where it was written so
};

struct Data {
    std::vector<DataDocument> documents;
    std::string report;  // JSON of the source, empty for documents
};

// Everything that DATA holds; what is wrong has been said where an exit code comes back.
// `options_json` goes to a source.
[[nodiscard]] std::variant<Data, Exit> read_data(const std::string& data, engine::Plugins& plugins,
                                                 const std::string& options_json);

// The same of several files and folders that are about one person.
[[nodiscard]] std::variant<Data, Exit> read_joined(const std::vector<std::string>& data,
                                                   engine::Plugins& plugins,
                                                   const std::string& options_json);

}  // namespace colonnade::cli
