// SPDX-License-Identifier: Apache-2.0
// The sentences that phrases are made of, German beside English, with {0}, {1}, … for their parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/check/typed.hpp"

namespace colonnade::engine {

struct Wording {
    std::string_view de;
    std::string_view en;

    [[nodiscard]] std::string_view in(std::string_view language) const {
        return language == "de" ? de : en;
    }
};

// Of an operation whose parts are put in one after the other.
[[nodiscard]] Wording wording_of(dsl::Op op);
// Of a comparison or an earliest and latest of moments.
[[nodiscard]] Wording moment_wording_of(dsl::Op op);
// What stands between the parts where an operation takes any number of them, else empty.
[[nodiscard]] Wording between_parts_of(dsl::Op op);

// What several nodes say together.
namespace wording {
inline constexpr Wording Quoted{"„{0}“", "“{0}”"};
inline constexpr Wording Applies{"{0} trifft zu", "{0} applies"};
inline constexpr Wording Whether{"ob gilt: {0}", "whether it holds: {0}"};
inline constexpr Wording Always{"immer", "always"};
inline constexpr Wording Never{"nie", "never"};
inline constexpr Wording IsFilledIn{"{0} ist ausgefüllt", "{0} is filled in"};
inline constexpr Wording IsOneOf{"{0} ist {1}", "{0} is {1}"};
inline constexpr Wording Or{" oder ", " or "};
inline constexpr Wording InRange{"{0} liegt im Bereich von {1} bis {2}",
                                 "{0} lies in the range from {1} to {2}"};
inline constexpr Wording InLast{"{0} liegt {1}", "{0} lies {1}"};
inline constexpr Wording Age{"das Alter von {0}", "the age of {0}"};
inline constexpr Wording Negative{"minus {0}", "minus {0}"};
inline constexpr Wording InUnits{"{0} in {1}", "{0} in {1}"};
inline constexpr Wording Ramp{"ein Anteil, der mit {0} von 0 % bei {1} bis 100 % bei {2} steigt",
                              "a share that rises with {0} from 0% at {1} to 100% at {2}"};
inline constexpr Wording Entries{"Einträge unter {0}", "entries in {0}"};
inline constexpr Wording Where{"{0}, für die gilt: {1}", "{0} where {1}"};
inline constexpr Wording WhereOne{"{0}, für den gilt: {1}", "{0} where {1}"};
inline constexpr Wording Latest{"der jüngste der {1}", "the latest of {1}"};
inline constexpr Wording Earliest{"der älteste der {1}", "the earliest of {1}"};
}  // namespace wording

// The wording with its parts put in.
[[nodiscard]] std::string worded(Wording wording, std::string_view language,
                                 const std::vector<std::string>& parts);

// "in the last 12 weeks", "im letzten Jahr".
[[nodiscard]] std::string window_text(double seconds, std::string_view language);

// A literal exactly as it was written, in the language: `12 weeks`, `1 pro 4 Tage`, `0,125`.
[[nodiscard]] std::string literal_text(double value, const dsl::Type& type,
                                       std::string_view language);

}  // namespace colonnade::engine
