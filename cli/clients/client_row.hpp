// SPDX-License-Identifier: Apache-2.0
// What the page of a folder of clients says of each of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/score/person_result.hpp"

namespace colonnade::cli {

struct ClientFile {
    std::string_view format;
    std::string name;  // in the folder
};

// Figures have one decimal, as in the results.
struct ClientRow {
    std::string id;
    std::vector<ClientFile> files;
    std::optional<double> score;
    double low = 0;
    double high = 100;
    double assessed = 0;
    std::string rating;                          // HTML: marks, a span where it is open
    std::vector<std::optional<double>> pillars;  // in the rulebook's order
    std::vector<std::string> cautions;           // their titles
    std::optional<double> best_gain;
    std::string best_tip;
    std::size_t gates_missed = 0;
};

struct ClientsPage {
    std::string language;
    std::string rulebook;              // its title
    std::vector<std::string> pillars;  // their titles
    bool has_gates = false;
    std::vector<ClientRow> clients;
    std::vector<Unread> unread;
};

// One file that asks for nothing: `index.html`.
[[nodiscard]] std::string render_clients(const ClientsPage& page);

}  // namespace colonnade::cli
