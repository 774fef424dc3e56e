// SPDX-License-Identifier: Apache-2.0
// The functions that the language brings itself, as one table: what the checker accepts, what
// `colonnade facts` lists and what a typing mistake is compared with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace colonnade::dsl {

struct BuiltIn {
    std::string_view name;
    bool of_list = false;  // an aggregate: one value of a whole list
    // How it is called and the kind of what comes out: `count(LIST)`, "number".
    std::string_view call;
    std::string_view result;
    std::string_view de;
    std::string_view en;

    [[nodiscard]] std::string_view description(std::string_view language) const {
        return language == "de" ? de : en;
    }
};

// One entry for each way to call a function: `min` is there for lists and for values.
[[nodiscard]] const std::vector<BuiltIn>& built_in_functions();

[[nodiscard]] bool is_aggregate(std::string_view name);
// True for the functions that take values.
[[nodiscard]] bool takes_values(std::string_view name);
// Each name once.
[[nodiscard]] std::vector<std::string> built_in_names();

}  // namespace colonnade::dsl
