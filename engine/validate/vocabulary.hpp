// SPDX-License-Identifier: Apache-2.0
// The categories of schemas and the words of lists that rules hand to functions. What is made up
// takes its names from here, for some functions refuse a category without the values that they
// count, and rightly so.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dsl/rulebook/word_list.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

struct Vocabulary {
    std::map<std::string, std::shared_ptr<const dsl::Category>> categories;  // by fact or field
    std::map<std::string, dsl::WordList> lists;

    // All schemas in `schemas/` of the folders; of their lists those that a function takes by
    // default. What cannot be read is left out.
    [[nodiscard]] static Vocabulary read(const std::vector<std::filesystem::path>& folders,
                                         const std::vector<dsl::Function>& functions);
};

}  // namespace colonnade::engine
