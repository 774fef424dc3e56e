// SPDX-License-Identifier: Apache-2.0
// LinkedIn's own Social Selling Index as its page loads it, when a member has saved that: shown
// beside our score, never put into it, and never fetched.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::cli {

// The answer has 2 kB; a whole saved page that holds it would be no JSON.
inline constexpr std::size_t MostSsiBytes = 1024 * 1024;
// It is five levels deep.
inline constexpr std::size_t MostSsiDepth = 16;
// Industry, network, team.
inline constexpr std::size_t MostSsiGroups = 16;
// More than there are people.
inline constexpr std::uint64_t MostSsiMembers = 10'000'000'000;

inline constexpr double SsiPillarPoints = 25;
inline constexpr double SsiPoints = 100;

struct SsiPillar {
    std::string_view name;  // as LinkedIn names it
    std::string_view id;    // of the bundled rulebook's pillar about the same
    std::string_view english;
    std::string_view german;
};

// In LinkedIn's order.
inline constexpr std::array<SsiPillar, 4> SsiPillars{{
    {"PROFESSIONAL_BRAND", "brand", "Professional brand", "Professionelle Marke"},
    {"FIND_RIGHT_PEOPLE", "people", "Finding the right people", "Die richtigen Personen finden"},
    {"INSIGHT_ENGAGEMENT", "insights", "Engaging with insights",
     "Durch Einblicke Interesse wecken"},
    {"STRONG_RELATIONSHIP", "relationships", "Building relationships", "Beziehungen aufbauen"},
}};

struct SsiGroup {
    std::string type;                 // `industry`, `network`, `team` or what may follow
    std::optional<std::int64_t> top;  // "top N %", as LinkedIn gives it
    std::string industry;
    std::optional<std::int64_t> size;
    std::optional<double> average;  // score of its members
};

struct LinkedinSsi {
    double score = 0;
    std::array<double, SsiPillars.size()> pillars{};
    std::vector<SsiGroup> groups;
};

// Nothing where the file is not LinkedIn's answer, which has been said.
[[nodiscard]] std::optional<LinkedinSsi> read_linkedin_ssi(const std::string& path);

}  // namespace colonnade::cli
