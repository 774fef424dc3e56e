// SPDX-License-Identifier: Apache-2.0
// A store in a file of SQLite, with a write-ahead log: readers and a writer do not wait for one
// another, and a process that is killed leaves the state before or after. What is deleted is
// overwritten.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

#include "plugins/stores/sql/sql_store.hpp"

namespace colonnade::stores {
namespace {

// Nobody but the owner; SQLite gives the files beside it the same.
constexpr mode_t OwnerOnly = 0600;

constexpr auto CountTables = "SELECT COUNT(*) FROM sqlite_master";
constexpr auto CountOwn =
    "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'colonnade_store'";

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    std::int64_t number(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    std::string text(int column) const override {
        const auto* bytes = sqlite3_column_blob(statement_, column);
        if (bytes == nullptr && sqlite3_errcode(sqlite3_db_handle(statement_)) == SQLITE_NOMEM)
            throw std::bad_alloc();
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return bytes == nullptr ? std::string()
                                : std::string(static_cast<const char*>(bytes), size);
    }
    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }

private:
    sqlite3_stmt* statement_;
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(std::string path) : path_(std::move(path)) {}
    ~SqliteDatabase() override { sqlite3_close(connection_); }

    // A path that begins with `file:` or is `:memory:` is a path like any other.
    Problem open() {
        const auto plain = path_.front() == '/' ? path_ : "./" + path_;
        if (sqlite3_open_v2(plain.c_str(), &connection_, SQLITE_OPEN_READWRITE, nullptr) !=
            SQLITE_OK)
            return problem();
        sqlite3_busy_timeout(connection_, MostWaitMilliseconds);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        // What somebody else put into the file must not undo what is saved.
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        // Sorting must not leave anybody's results in a temporary file.
        return run("PRAGMA temp_store = MEMORY", {}, {});
    }

    Problem run(const char* sql, std::span<const Value> values, const OnRow& on_row) override {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v2(connection_, sql, -1, &prepared, nullptr) != SQLITE_OK)
            return problem();
        std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
        bool good = true;
        for (std::size_t i = 0; i < values.size(); ++i)
            good = good && bind(prepared, static_cast<int>(i) + 1, values[i]);
        int code = SQLITE_DONE;
        while (good && (code = sqlite3_step(prepared)) == SQLITE_ROW) {
            if (on_row) on_row(SqliteRow(prepared));
        }
        // Which tells the connection why a step failed.
        statement.reset();
        return good && code == SQLITE_DONE ? std::nullopt : Problem(problem());
    }

    Problem begin_writing() override { return run("BEGIN IMMEDIATE", {}, {}); }

    std::variant<Content, StoreProblem> content() override {
        std::int64_t all = 0;
        std::int64_t own = 0;
        if (auto problem = run(CountTables, {}, [&](const Row& row) { all = row.number(0); }))
            return std::move(*problem);
        if (auto problem = run(CountOwn, {}, [&](const Row& row) { own = row.number(0); }))
            return std::move(*problem);
        if (all > 0 && own == 0) return Content::SomethingElse;
        if (auto problem = prepare()) return std::move(*problem);
        return own == 0 ? Content::Nothing : Content::Store;
    }

    // Pages are overwritten when they become free; older ones may stand in the log until it ends.
    Problem forget_deleted() override {
        std::int64_t busy = 0;
        auto problem = run("PRAGMA wal_checkpoint(TRUNCATE)", {},
                           [&](const Row& row) { busy = row.number(0); });
        if (problem || busy == 0) return problem;
        return StoreProblem{"deleted from `" + path_ +
                                "`, but still in the log beside it, because "
                                "another process reads it",
                            "it goes when that process ends"};
    }

    const std::string& name() const override { return path_; }

private:
    // Only once it is known that the file is ours.
    Problem prepare() {
        if (prepared_) return std::nullopt;
        prepared_ = true;
        if (auto problem = run("PRAGMA journal_mode = WAL", {}, {})) return problem;
        return run("PRAGMA secure_delete = ON", {}, {});
    }

    static bool bind(sqlite3_stmt* statement, int index, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return sqlite3_bind_int64(statement, index, *number) == SQLITE_OK;
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            return sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_STATIC,
                                       SQLITE_UTF8) == SQLITE_OK;
        }
        return sqlite3_bind_null(statement, index) == SQLITE_OK;
    }

    [[nodiscard]] StoreProblem problem() const {
        const auto quoted = "`" + path_ + "`";
        switch (sqlite3_errcode(connection_)) {
            case SQLITE_NOTADB:
                return {quoted + " is no store of Colonnade", {}};
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
                return {quoted + " is in use: another process has been writing for " +
                            std::to_string(MostWaitMilliseconds / 1000) + " seconds",
                        "try again when it has ended"};
            case SQLITE_CORRUPT:
                return {quoted + " is damaged", {}};
            default:
                break;
        }
        std::string why = sqlite3_errmsg(connection_);
        if (const int error = sqlite3_system_errno(connection_); error != 0)
            why += std::string(": ") + std::strerror(error);
        return {"cannot use " + quoted + ": " + why, {}};
    }

    std::string path_;
    sqlite3* connection_ = nullptr;
    bool prepared_ = false;
};

// Nothing where the file is there, or now is.
Problem find_file(const std::string& path, IfMissing if_missing) {
    struct stat found {};
    if (path.empty()) return StoreProblem{"a store without a name", {}};
    if (::stat(path.c_str(), &found) == 0) {
        if (S_ISREG(found.st_mode)) return std::nullopt;
        return StoreProblem{"`" + path + "` is no file, so no store of Colonnade", {}};
    }
    if (errno == ENOENT && if_missing == IfMissing::Refuse)
        return StoreProblem{"nothing has been saved yet: there is no `" + path + "`",
                            "`colonnade score DATA --save` begins one"};
    if (errno == ENOENT) {
        int file = -1;
        do {
            file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, OwnerOnly);
        } while (file < 0 && errno == EINTR);
        if (file >= 0) ::close(file);
        if (file >= 0 || errno == EEXIST) return std::nullopt;
    }
    return StoreProblem{"cannot use `" + path + "`: " + std::strerror(errno), {}};
}

OpenedStore open_store(const std::string& place, IfMissing if_missing) {
    if (auto problem = find_file(place, if_missing)) return std::move(*problem);
    auto database = std::make_unique<SqliteDatabase>(place);
    if (auto problem = database->open()) return std::move(*problem);
    return open_sql_store(std::move(database));
}

}  // namespace
}  // namespace colonnade::stores

extern "C" __attribute__((visibility("default"), used))
const colonnade::stores::StoreEntry colonnade_store_entry{colonnade::stores::InterfaceVersion,
                                                          colonnade::stores::open_store};
