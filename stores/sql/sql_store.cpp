// SPDX-License-Identifier: Apache-2.0
#include "stores/sql/sql_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "stores/sql/migrate.hpp"
#include "stores/sql/transaction.hpp"

namespace colonnade::stores {
namespace {

constexpr auto SaveResult =
    "INSERT INTO colonnade_results "
    "(profile, as_of, rulebook_sha256, summary, result, number) "
    "VALUES ($1, $2, $3, $4, $5, "
    "(SELECT COALESCE(MAX(number), 0) + 1 FROM colonnade_results WHERE profile = $1)) "
    "ON CONFLICT (profile, as_of, rulebook_sha256) DO UPDATE SET "
    "summary = excluded.summary, result = excluded.result, number = excluded.number";
constexpr auto LatestOfEach =
    "SELECT r.profile, r.as_of, r.rulebook_sha256, r.summary, c.results, c.first "
    "FROM colonnade_results r JOIN (SELECT profile, COUNT(*) AS results, MIN(as_of) AS first, "
    "MAX(as_of) AS last FROM colonnade_results GROUP BY profile) c "
    "ON c.profile = r.profile AND c.last = r.as_of ORDER BY r.number";
constexpr auto SummariesOfOne =
    "SELECT profile, as_of, rulebook_sha256, summary FROM colonnade_results "
    "WHERE profile = $1 ORDER BY as_of, number";
constexpr auto OneResult =
    "SELECT summary, result FROM colonnade_results "
    "WHERE profile = $1 AND as_of = $2 AND rulebook_sha256 = $3";
constexpr auto CountOfOne = "SELECT COUNT(*) FROM colonnade_results WHERE profile = $1";
constexpr auto DeleteOne = "DELETE FROM colonnade_results WHERE profile = $1";

StoredSummary summary_in(const Row& row) {
    return {{row.text(0), row.number(1), row.text(2)}, row.text(3)};
}

class SqlStore final : public Store {
public:
    explicit SqlStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    std::optional<StoreProblem> save(std::span<const StoredResult> results) override {
        Transaction transaction(*database_);
        if (auto problem = transaction.begin()) return problem;
        for (const auto& result : results) {
            const std::array<Value, 5> values{result.key.profile, result.key.as_of,
                                              result.key.rulebook_sha256, result.summary,
                                              result.result};
            if (auto problem = database_->run(SaveResult, values, {})) return problem;
        }
        return transaction.commit();
    }

    std::variant<std::vector<StoredPerson>, StoreProblem> people() override {
        std::map<std::string, StoredPerson> people;
        const auto take = [&](const Row& row) {
            auto latest = summary_in(row);
            auto& person = people[latest.key.profile];
            person = {latest.key.profile, row.number(4), row.number(5), std::move(latest)};
        };
        if (auto problem = database_->run(LatestOfEach, {}, take)) return std::move(*problem);
        std::vector<StoredPerson> sorted;
        for (auto& [id, person] : people)
            sorted.push_back(std::move(person));
        return sorted;
    }

    std::variant<std::vector<StoredSummary>, StoreProblem> summaries(
        std::string_view profile) override {
        std::vector<StoredSummary> found;
        const Value id = profile;
        const auto take = [&](const Row& row) { found.push_back(summary_in(row)); };
        if (auto problem = database_->run(SummariesOfOne, {&id, 1}, take))
            return std::move(*problem);
        return found;
    }

    std::variant<std::optional<StoredResult>, StoreProblem> result(const ResultKey& key) override {
        std::optional<StoredResult> found;
        const std::array<Value, 3> values{key.profile, key.as_of, key.rulebook_sha256};
        const auto take = [&](const Row& row) {
            found = StoredResult{key, row.text(0), row.text(1)};
        };
        if (auto problem = database_->run(OneResult, values, take)) return std::move(*problem);
        return found;
    }

    std::variant<std::int64_t, StoreProblem> remove(std::string_view profile) override {
        Transaction transaction(*database_);
        std::int64_t count = 0;
        const Value id = profile;
        if (auto problem = transaction.begin()) return std::move(*problem);
        const auto take = [&](const Row& row) { count = row.number(0); };
        if (auto problem = database_->run(CountOfOne, {&id, 1}, take)) return std::move(*problem);
        if (auto problem = database_->run(DeleteOne, {&id, 1}, {})) return std::move(*problem);
        if (auto problem = transaction.commit()) return std::move(*problem);
        if (auto problem = database_->forget_deleted()) return std::move(*problem);
        return count;
    }

private:
    std::unique_ptr<Database> database_;
};

}  // namespace

OpenedStore open_sql_store(std::unique_ptr<Database> database) {
    if (auto problem = migrate(*database)) return std::move(*problem);
    return std::make_unique<SqlStore>(std::move(database));
}

}  // namespace colonnade::stores
