// SPDX-License-Identifier: Apache-2.0
#include "plugins/stores/sql/sql_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "plugins/stores/sql/migrate.hpp"
#include "plugins/stores/sql/transaction.hpp"

namespace colonnade::stores {
namespace {

constexpr auto SaveResult =
    "INSERT INTO colonnade_results "
    "(profile, as_of, rulebook_sha256, summary, result, document, stated, number) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, "
    "(SELECT COALESCE(MAX(number), 0) + 1 FROM colonnade_results WHERE profile = $1)) "
    "ON CONFLICT (profile, as_of, rulebook_sha256) DO UPDATE SET "
    "summary = excluded.summary, result = excluded.result, document = excluded.document, "
    "stated = excluded.stated, number = excluded.number";
constexpr auto SaveRulebook =
    "INSERT INTO colonnade_rulebooks (sha256, texts) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr auto OneRulebook = "SELECT texts FROM colonnade_rulebooks WHERE sha256 = $1";
constexpr auto DeleteUnused =
    "DELETE FROM colonnade_rulebooks WHERE sha256 NOT IN "
    "(SELECT rulebook_sha256 FROM colonnade_results WHERE document IS NOT NULL)";
constexpr auto LatestOfEach =
    "SELECT r.profile, r.as_of, r.rulebook_sha256, r.summary, c.results, c.first "
    "FROM colonnade_results r JOIN (SELECT profile, COUNT(*) AS results, MIN(as_of) AS first, "
    "MAX(as_of) AS last FROM colonnade_results GROUP BY profile) c "
    "ON c.profile = r.profile AND c.last = r.as_of ORDER BY r.number";
constexpr auto SummariesOfOne =
    "SELECT profile, as_of, rulebook_sha256, summary FROM colonnade_results "
    "WHERE profile = $1 ORDER BY as_of, number";
constexpr auto OneResult =
    "SELECT summary, result, document, stated FROM colonnade_results "
    "WHERE profile = $1 AND as_of = $2 AND rulebook_sha256 = $3";
constexpr auto CountOfOne = "SELECT COUNT(*) FROM colonnade_results WHERE profile = $1";
constexpr auto DeleteOne = "DELETE FROM colonnade_results WHERE profile = $1";

StoredSummary summary_in(const Row& row) {
    return {{row.text(0), row.number(1), row.text(2)}, row.text(3)};
}

class SqlStore final : public Store {
public:
    explicit SqlStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    std::optional<StoreProblem> save(std::span<const StoredResult> results,
                                     std::span<const StoredRulebook> rulebooks) override {
        Transaction transaction(*database_);
        if (auto problem = transaction.begin()) return problem;
        for (const auto& rulebook : rulebooks) {
            const std::array<Value, 2> values{rulebook.sha256, rulebook.texts};
            if (auto problem = database_->run(SaveRulebook, values, {})) return problem;
        }
        for (const auto& result : results) {
            if (auto problem = save(result)) return problem;
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
            found = StoredResult{key, row.text(0), row.text(1), std::nullopt};
            if (!row.is_null(2)) found->document = StoredDocument{row.text(2), row.text(3)};
        };
        if (auto problem = database_->run(OneResult, values, take)) return std::move(*problem);
        return found;
    }

    std::variant<std::optional<std::string>, StoreProblem> rulebook(
        std::string_view sha256) override {
        std::optional<std::string> found;
        const Value id = sha256;
        const auto take = [&](const Row& row) { found = row.text(0); };
        if (auto problem = database_->run(OneRulebook, {&id, 1}, take)) return std::move(*problem);
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
        if (auto problem = database_->run(DeleteUnused, {}, {})) return std::move(*problem);
        if (auto problem = transaction.commit()) return std::move(*problem);
        if (auto problem = database_->forget_deleted()) return std::move(*problem);
        return count;
    }

private:
    Problem save(const StoredResult& result) {
        Value document;
        Value stated;
        if (result.document) {
            document = result.document->json;
            stated = result.document->stated;
        }
        const std::array<Value, 7> values{result.key.profile,
                                          result.key.as_of,
                                          result.key.rulebook_sha256,
                                          result.summary,
                                          result.result,
                                          document,
                                          stated};
        return database_->run(SaveResult, values, {});
    }

    std::unique_ptr<Database> database_;
};

}  // namespace

OpenedStore open_sql_store(std::unique_ptr<Database> database) {
    if (auto problem = migrate(*database)) return std::move(*problem);
    return std::make_unique<SqlStore>(std::move(database));
}

}  // namespace colonnade::stores
