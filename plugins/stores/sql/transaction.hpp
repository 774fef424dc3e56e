// SPDX-License-Identifier: Apache-2.0
// A change that counts as a whole or not at all.
#pragma once

#include "plugins/stores/sql/database.hpp"

namespace colonnade::stores {

class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (open_) (void)database_.run("ROLLBACK", {}, {});
    }

    [[nodiscard]] Problem begin() {
        auto problem = database_.begin_writing();
        open_ = !problem;
        return problem;
    }
    [[nodiscard]] Problem commit() {
        auto problem = database_.run("COMMIT", {}, {});
        open_ = problem.has_value();
        return problem;
    }

private:
    Database& database_;
    bool open_ = false;
};

}  // namespace colonnade::stores
