// SPDX-License-Identifier: Apache-2.0
// Where results go, one person after the other.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/score/person_result.hpp"

namespace colonnade::cli {

// Whatever goes wrong is said once, and what `finish` gives tells.
class ResultOut {
public:
    ResultOut() = default;
    ResultOut(const ResultOut&) = delete;
    ResultOut& operator=(const ResultOut&) = delete;
    virtual ~ResultOut() = default;

    // Whether it has room for more than one person.
    [[nodiscard]] virtual bool is_for_several() const { return true; }
    // Whether it shows what was kept of a person before.
    [[nodiscard]] virtual bool shows_history() const { return false; }
    virtual void take(const PersonResult& person) = 0;
    virtual void miss(const Unread& unread) = 0;
    [[nodiscard]] virtual Exit finish() = 0;
};

}  // namespace colonnade::cli
