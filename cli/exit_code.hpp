// SPDX-License-Identifier: Apache-2.0
// What the program tells the shell.
#pragma once

#include <algorithm>

namespace colonnade::cli {

enum class Exit {
    Fine = 0,
    Missed = 1,  // a gate or test failed
    Usage = 2,
    Rulebook = 3,  // the rulebook is wrong
    Data = 4,      // the data is wrong
    Plugin = 5,    // a plugin was refused or failed
    Output = 6,    // output could not be written
    Bug = 70,      // or not enough memory
};

// Of several ends the gravest: plugin, data, output, missed.
[[nodiscard]] inline Exit graver(Exit a, Exit b) {
    const auto rank = [](Exit e) {
        switch (e) {
            case Exit::Fine:
                return 0;
            case Exit::Missed:
                return 1;
            case Exit::Output:
                return 2;
            case Exit::Data:
                return 3;
            default:
                return 4;
        }
    };
    return rank(a) >= rank(b) ? a : b;
}

}  // namespace colonnade::cli
