// SPDX-License-Identifier: Apache-2.0
// A store in a database of PostgreSQL: the tables stand in the first schema of its search path.
// Values go as bytes with a length, so that nothing in them can end a text early.
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <vector>

#include "plugins/stores/sql/sql_store.hpp"

namespace colonnade::stores {
namespace {

// A server that does not answer for so long is not there.
constexpr auto ConnectSeconds = "10";
// The only writer holds this lock until its transaction ends ("colonnad" in ASCII).
constexpr auto BeginWriting = "SELECT pg_advisory_xact_lock(7165064758019645796)";
constexpr auto FindStore = "SELECT 1 WHERE to_regclass('colonnade_store') IS NOT NULL";

// Codes of the standard and of PostgreSQL.
constexpr std::string_view LockNotAvailable = "55P03";

struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, FreeResult>;

class PostgresqlRow final : public Row {
public:
    explicit PostgresqlRow(const PGresult* answer) : answer_(answer) {}
    std::int64_t number(int column) const override {
        std::int64_t value = 0;
        const auto digits = text(column);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }
    std::string text(int column) const override {
        return {PQgetvalue(answer_, 0, column),
                static_cast<std::size_t>(PQgetlength(answer_, 0, column))};
    }
    bool is_null(int column) const override { return PQgetisnull(answer_, 0, column) == 1; }

private:
    const PGresult* answer_;
};

// The values of a statement as libpq takes them.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values) {
        numbers_.reserve(values.size());  // so that they stay where they are
        for (const auto& value : values)
            add(value);
    }
    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    static constexpr int AsText = 0;
    static constexpr int AsBytes = 1;

    void add(const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            numbers_.push_back(std::to_string(*number));
            add(numbers_.back().c_str(), 0, AsText);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            add(text->data() == nullptr ? "" : text->data(), static_cast<int>(text->size()),
                AsBytes);
        } else {
            add(nullptr, 0, AsText);
        }
    }
    void add(const char* value, int length, int format) {
        values_.push_back(value);
        lengths_.push_back(length);
        formats_.push_back(format);
    }

    std::vector<std::string> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

class PostgresqlDatabase final : public Database {
public:
    // Of a connection string only the database is shown: a password may stand in it.
    ~PostgresqlDatabase() override { PQfinish(connection_); }

    Problem open(const std::string& place) {
        // What stands in the connection string wins.
        const std::array<const char*, 5> names{"connect_timeout", "application_name",
                                               "client_encoding", "dbname", nullptr};
        const std::array<const char*, 5> values{ConnectSeconds, "colonnade", "UTF8", place.c_str(),
                                                nullptr};
        connection_ = PQconnectdbParams(names.data(), values.data(), 1);
        if (PQstatus(connection_) != CONNECTION_OK) return problem("", PQerrorMessage(connection_));
        const auto* database = PQdb(connection_);
        name_ = std::string("postgresql: ") + (database != nullptr ? database : "");
        PQsetNoticeProcessor(
            connection_, [](void*, const char*) {}, nullptr);
        const auto wait = "SET lock_timeout = " + std::to_string(MostWaitMilliseconds);
        return run(wait.c_str(), {}, {});
    }

    Problem run(const char* sql, std::span<const Value> values, const OnRow& on_row) override {
        const Parameters parameters(values);
        if (PQsendQueryParams(connection_, sql, parameters.count(), nullptr, parameters.values(),
                              parameters.lengths(), parameters.formats(), 0) != 1)
            return problem("", PQerrorMessage(connection_));
        PQsetSingleRowMode(connection_);
        Problem found;
        for (Answer answer(PQgetResult(connection_)); answer;
             answer.reset(PQgetResult(connection_))) {
            const auto status = PQresultStatus(answer.get());
            if (status == PGRES_SINGLE_TUPLE) {
                if (on_row) on_row(PostgresqlRow(answer.get()));
            } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
                const char* code = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
                found = problem(code != nullptr ? code : "", PQresultErrorMessage(answer.get()));
            }
        }
        return found;
    }

    Problem begin_writing() override {
        if (auto problem = run("BEGIN", {}, {})) return problem;
        auto problem = run(BeginWriting, {}, {});
        if (problem) (void)run("ROLLBACK", {}, {});
        return problem;
    }

    // Tables of others beside ours do not matter.
    std::variant<Content, StoreProblem> content() override {
        auto content = Content::Nothing;
        if (auto problem = run(FindStore, {}, [&](const Row&) { content = Content::Store; }))
            return std::move(*problem);
        return content;
    }

    // Else rows stay in the files of the tables until somebody cleans up.
    Problem forget_deleted() override {
        for (const char* sql :
             {"VACUUM FULL colonnade_results", "VACUUM FULL colonnade_rulebooks"}) {
            if (auto problem = run(sql, {}, {})) return problem;
        }
        return std::nullopt;
    }

    const std::string& name() const override { return name_; }

private:
    [[nodiscard]] StoreProblem problem(std::string_view code, std::string_view why) const {
        if (code == LockNotAvailable) {
            return {"`" + name_ + "` is in use: another process has been writing for " +
                        std::to_string(MostWaitMilliseconds / 1000) + " seconds",
                    "try again when it has ended"};
        }
        // What follows shows statements, or repeats itself for each address.
        why = why.substr(0, why.find('\n'));
        return {"cannot use `" + name_ + "`: " + std::string(why), {}};
    }

    std::string name_ = "postgresql";
    PGconn* connection_ = nullptr;
};

OpenedStore open_store(const std::string& place, IfMissing /*if_missing*/) {
    auto database = std::make_unique<PostgresqlDatabase>();
    if (auto problem = database->open(place)) return std::move(*problem);
    return open_sql_store(std::move(database));
}

}  // namespace
}  // namespace colonnade::stores

extern "C" __attribute__((visibility("default"), used))
const colonnade::stores::StoreEntry colonnade_store_entry{colonnade::stores::InterfaceVersion,
                                                          colonnade::stores::open_store};
