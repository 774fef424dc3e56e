// SPDX-License-Identifier: Apache-2.0
// A test file and the profile documents that its cases name, read and checked.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "dsl/cases/suite.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::engine {

// Of all profile documents of a test file together; they are held in memory until all have run.
inline constexpr std::size_t MostCaseDocumentBytes = 64 * 1024 * 1024;

// A test file as far as it can be read without its rulebook.
struct SuiteFile {
    std::filesystem::path path;
    dsl::Document document;
};

struct CaseDocument {
    std::string json;
    std::int64_t as_of = 0;  // its own, seconds
};

struct LoadedSuite {
    dsl::Suite suite;
    std::filesystem::path path;
    std::shared_ptr<const dsl::Source> source;
    std::map<std::string, CaseDocument> documents;  // by the name that cases give them
};

// Nothing where the file cannot be read, which `unreadable` says, or where findings say why not.
[[nodiscard]] std::optional<SuiteFile> open_suite(const std::filesystem::path& path,
                                                  dsl::Diagnostics& diagnostics,
                                                  std::string& unreadable);

// Nothing where there are errors among the findings.
[[nodiscard]] std::optional<LoadedSuite> load_suite(SuiteFile file, const LoadedRulebook& loaded,
                                                    dsl::Diagnostics& diagnostics);

}  // namespace colonnade::engine
