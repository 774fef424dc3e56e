// SPDX-License-Identifier: Apache-2.0
// What only two files together tell: who became a connection, who is a co-worker, which position
// goes on, which skill was endorsed how often.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "as_of.hpp"
#include "findings.hpp"
#include "presence.hpp"

namespace colonnade::linkedin {

class Links {
public:
    Links(const Findings& findings, const FactStates& states, const AsOf& as_of);

    // Without an end, or with one that lies wholly in the future.
    [[nodiscard]] bool is_current(const Position& position) const;

    // At a company where the owner works; unknown where the connection tells no company.
    [[nodiscard]] YesNo is_coworker(const Connection& connection) const;

    // Whether the other person is a connection; unknown where links are missing.
    [[nodiscard]] YesNo is_accepted(const Invitation& invitation) const;

    [[nodiscard]] std::optional<std::int64_t> endorsements_of(const std::string& skill) const;

private:
    Seconds as_of_;
    bool knows_connections_;
    bool knows_positions_;
    bool knows_endorsements_;
    // Into the findings, which outlive this.
    std::unordered_set<std::string_view> slugs_;
    std::unordered_set<std::string_view> companies_;
    std::unordered_map<std::string_view, std::int64_t> endorsements_;
};

}  // namespace colonnade::linkedin
