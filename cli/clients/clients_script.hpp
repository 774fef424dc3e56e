// SPDX-License-Identifier: Apache-2.0
// What the page of a folder of clients looks like and does.
#pragma once

#include <string_view>

namespace colonnade::cli {

[[nodiscard]] std::string_view clients_style();
// Makes buttons of the headings that sort. The page is whole without it.
[[nodiscard]] std::string_view clients_script();

}  // namespace colonnade::cli
