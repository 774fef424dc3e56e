// SPDX-License-Identifier: Apache-2.0
// Profile documents in YAML: the same keys and values as in JSON, into which they are turned.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dsl/yaml/tree.hpp"

namespace colonnade::cli {

struct YamlDocument {
    std::string json;
    std::shared_ptr<const dsl::Source> source;
    dsl::Node tree;

    // Of what a reader of the JSON calls `posts[3].kind`, as near as it is there; from 1.
    [[nodiscard]] std::size_t line_of(std::string_view where) const;
};

// By the ending of the file, or because the first key is `profile`.
[[nodiscard]] bool is_yaml_document(const std::string& name, std::string_view text);

// Null where it is no YAML that can be read, which has been said.
[[nodiscard]] std::shared_ptr<const YamlDocument> read_yaml_document(const std::string& name,
                                                                     std::string text);

}  // namespace colonnade::cli
