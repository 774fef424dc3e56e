// SPDX-License-Identifier: Apache-2.0
#include "cli/parquet/duckdb.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace colonnade::cli {
namespace {

constexpr auto Wanted = "Parquet needs the DuckDB library: name libduckdb.so in $COLONNADE_DUCKDB";

// The handles of DuckDB are pointers; a result is six words that only DuckDB reads.
using Handle = void*;
struct Result {
    std::array<void*, 8> words{};
};

constexpr std::array<std::array<const char*, 2>, 4> Settings{
    {{"autoinstall_known_extensions", "false"},
     {"autoload_known_extensions", "false"},
     {"allow_community_extensions", "false"},
     {"temp_directory", ""}}};

}  // namespace

struct Duckdb::Library {
    void* library = nullptr;
    Handle database = nullptr;
    Handle connection = nullptr;
    int (*create_config)(Handle*) = nullptr;
    int (*set_config)(Handle, const char*, const char*) = nullptr;
    void (*destroy_config)(Handle*) = nullptr;
    int (*open)(const char*, Handle*, Handle, char**) = nullptr;
    int (*connect)(Handle, Handle*) = nullptr;
    int (*query)(Handle, const char*, Result*) = nullptr;
    const char* (*result_error)(Result*) = nullptr;
    void (*destroy_result)(Result*) = nullptr;
    void (*disconnect)(Handle*) = nullptr;
    void (*close)(Handle*) = nullptr;

    template <class Function>
    bool find(Function& function, const char* name) {
        function = reinterpret_cast<Function>(::dlsym(library, name));
        return function != nullptr;
    }

    bool find_all() {
        return find(create_config, "duckdb_create_config") &&
               find(set_config, "duckdb_set_config") &&
               find(destroy_config, "duckdb_destroy_config") && find(open, "duckdb_open_ext") &&
               find(connect, "duckdb_connect") && find(query, "duckdb_query") &&
               find(result_error, "duckdb_result_error") &&
               find(destroy_result, "duckdb_destroy_result") &&
               find(disconnect, "duckdb_disconnect") && find(close, "duckdb_close");
    }

    bool start() {
        Handle config = nullptr;
        bool works = create_config(&config) == 0;
        for (const auto& [name, value] : Settings)
            works = works && set_config(config, name, value) == 0;
        works = works && open(nullptr, &database, config, nullptr) == 0 &&
                connect(database, &connection) == 0;
        destroy_config(&config);
        return works;
    }
};

std::unique_ptr<Duckdb> Duckdb::load(std::string& problem) {
    const char* named = std::getenv("COLONNADE_DUCKDB");
    const char* name = named != nullptr && *named != '\0' ? named : "libduckdb.so";
    auto library = std::make_unique<Library>();
    library->library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library->library == nullptr) {
        problem = fmt::format("{} ({})", Wanted, ::dlerror());
    } else if (!library->find_all()) {
        problem = fmt::format("{} (`{}` is none)", Wanted, name);
    } else if (!library->start()) {
        problem = fmt::format("the DuckDB library `{}` does not start", name);
    } else {
        return std::unique_ptr<Duckdb>(new Duckdb(std::move(library)));
    }
    return nullptr;
}

Duckdb::Duckdb(std::unique_ptr<Library> library) : library_(std::move(library)) {}

// The library stays: threads of its own may be about to end.
Duckdb::~Duckdb() {
    library_->disconnect(&library_->connection);
    library_->close(&library_->database);
}

std::string Duckdb::run(const std::string& sql) {
    Result result;
    const bool fails = library_->query(library_->connection, sql.c_str(), &result) != 0;
    std::string problem;
    if (fails) {
        const char* why = library_->result_error(&result);
        problem = why != nullptr ? why : "DuckDB does not say why";
        // What follows shows a statement that nobody here wrote.
        problem.erase(std::min(problem.find('\n'), problem.size()));
    }
    library_->destroy_result(&result);
    return problem;
}

std::string sql_text(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'') quoted += '\'';
        quoted += c;
    }
    return quoted + '\'';
}

std::string path_of_descriptor(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

}  // namespace colonnade::cli
