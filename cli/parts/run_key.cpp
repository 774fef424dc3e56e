// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/run_key.hpp"

#include <fmt/format.h>

#include "cli/parts/part_files.hpp"
#include "dsl/types/moment.hpp"
#include "engine/host/sealed_library.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

std::string columns_of(const Table& table) {
    std::string columns;
    for (const auto& column : table.columns)
        columns += fmt::format("{}{}", columns.empty() ? "" : ",", column.name);
    return columns;
}

// A plugin whose file is gone by now fits to no other run.
std::string digest_of(const std::filesystem::path& file) {
    const auto content = engine::read_file(file, engine::MostLibraryBytes);
    const auto* found = std::get_if<std::string>(&content);
    return found != nullptr ? engine::sha256(*found) : std::string();
}

}  // namespace

RunKey run_key(const Session& session, const Table& table, const std::string& data) {
    RunKey key{
        {"colonnade", COLONNADE_VERSION},
        {"rulebook", session.loaded.sha256},
        {"data", data},
        {"table", std::string(ending_of(table.style.form))},
        {"columns", columns_of(table)},
        {"figures", table.style.exact ? "exact" : "rounded"},
        {"as_of", session.as_of ? dsl::time_text(*session.as_of) : ""},
        {"facts", session.stated.empty() ? "" : engine::sha256(session.stated)},
    };
    for (const auto& plugin : session.plugins->loaded())
        key[fmt::format("plugin {}", plugin.id)] = digest_of(plugin.file);
    return key;
}

}  // namespace colonnade::cli
