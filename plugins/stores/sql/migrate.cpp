// SPDX-License-Identifier: Apache-2.0
#include "plugins/stores/sql/migrate.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "plugins/stores/sql/transaction.hpp"

namespace colonnade::stores {
namespace {

// One per version of the tables, from nothing on. What has been released never changes: a store
// that was made by it is out there.
constexpr std::array<std::array<const char*, 3>, 2> Steps{{
    {"CREATE TABLE colonnade_store (version BIGINT NOT NULL)",
     "INSERT INTO colonnade_store VALUES (0)",
     // `number` tells in which order a person's results were saved.
     "CREATE TABLE colonnade_results ("
     "profile TEXT NOT NULL, as_of BIGINT NOT NULL, rulebook_sha256 TEXT NOT NULL, "
     "number BIGINT NOT NULL, summary TEXT NOT NULL, result TEXT NOT NULL, "
     "PRIMARY KEY (profile, as_of, rulebook_sha256))"},
    // What a result was made of, to tell why the next one differs.
    {"ALTER TABLE colonnade_results ADD COLUMN document TEXT",
     "ALTER TABLE colonnade_results ADD COLUMN stated TEXT",
     "CREATE TABLE colonnade_rulebooks (sha256 TEXT PRIMARY KEY, texts TEXT NOT NULL)"},
}};

Problem read_version(Database& database, std::int64_t& version) {
    const auto content = database.content();
    if (const auto* problem = std::get_if<StoreProblem>(&content)) return *problem;
    version = 0;
    switch (std::get<Content>(content)) {
        case Content::Nothing:
            return std::nullopt;
        case Content::SomethingElse:
            return StoreProblem{"`" + database.name() + "` is no store of Colonnade", {}};
        case Content::Store:
            break;
    }
    return database.run("SELECT version FROM colonnade_store", {},
                        [&](const Row& row) { version = row.number(0); });
}

Problem check_version(const Database& database, std::int64_t version) {
    if (version >= 0 && version <= std::int64_t{Steps.size()}) return std::nullopt;
    return StoreProblem{
        "`" + database.name() + "` was made by a later version of Colonnade: its form is " +
            std::to_string(version) + ", this one knows " + std::to_string(Steps.size()),
        {}};
}

Problem take_steps(Database& database, std::int64_t version) {
    for (auto step = static_cast<std::size_t>(version); step < Steps.size(); ++step) {
        for (const auto* sql : Steps.at(step)) {
            if (sql == nullptr) continue;
            if (auto problem = database.run(sql, {}, {})) return problem;
        }
    }
    const Value latest = std::int64_t{Steps.size()};
    return database.run("UPDATE colonnade_store SET version = $1", {&latest, 1}, {});
}

}  // namespace

Problem migrate(Database& database) {
    std::int64_t version = 0;
    if (auto problem = read_version(database, version)) return problem;
    if (auto problem = check_version(database, version)) return problem;
    if (version == std::int64_t{Steps.size()}) return std::nullopt;
    Transaction transaction(database);
    if (auto problem = transaction.begin()) return problem;
    // Somebody else may have done it meanwhile.
    if (auto problem = read_version(database, version)) return problem;
    if (auto problem = check_version(database, version)) return problem;
    if (auto problem = take_steps(database, version)) return problem;
    return transaction.commit();
}

}  // namespace colonnade::stores
