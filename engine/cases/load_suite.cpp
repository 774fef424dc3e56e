// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/load_suite.hpp"

#include <fmt/format.h>

#include "dsl/text/encoding.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/file.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::engine {
namespace {

using dsl::Code;

// The document of at most `most` bytes, or why there is none.
std::variant<CaseDocument, dsl::Diagnostic> read_document(const std::filesystem::path& path,
                                                          std::size_t most,
                                                          const LoadedRulebook& loaded) {
    auto content = read_file(path, most);
    if (const auto* problem = std::get_if<FileProblem>(&content))
        return dsl::Diagnostic{Code::NotFound, nullptr, {}, problem->message};
    CaseDocument document{std::move(std::get<std::string>(content))};
    ProfileReader reader(loaded.catalogue);
    const auto everything = Projection::all(loaded.catalogue);
    BatchBuilder builder(loaded.catalogue, everything);
    if (const auto problem = reader.read(document.json, {}, builder)) {
        const auto where = problem->where.empty() ? "" : fmt::format("`{}`: ", problem->where);
        return dsl::Diagnostic{
            Code::WrongValue,
            nullptr,
            {},
            fmt::format("the profile document is refused: {}{}", where, problem->message),
            problem->help};
    }
    document.as_of = builder.take().as_of[0] / MicrosPerSecond;
    return document;
}

void load_documents(LoadedSuite& loaded_suite, const LoadedRulebook& loaded,
                    dsl::Diagnostics& diagnostics) {
    std::map<std::string, bool> seen;
    auto left = MostCaseDocumentBytes;
    for (const auto& test : loaded_suite.suite.cases) {
        const auto& name = test.profile.file;
        if (name.empty() || !seen.emplace(name, true).second) continue;
        auto read = read_document(loaded_suite.path.parent_path() / name, left, loaded);
        if (auto* finding = std::get_if<dsl::Diagnostic>(&read)) {
            finding->source = loaded_suite.source;
            finding->span = test.profile.file_span;
            diagnostics.report(std::move(*finding));
        } else {
            auto& document = std::get<CaseDocument>(read);
            left -= document.json.size();
            loaded_suite.documents.emplace(name, std::move(document));
        }
    }
}

}  // namespace

std::optional<SuiteFile> open_suite(const std::filesystem::path& path,
                                    dsl::Diagnostics& diagnostics, std::string& unreadable) {
    auto content = read_file(path, dsl::MostFileBytes);
    if (const auto* problem = std::get_if<FileProblem>(&content)) {
        unreadable = problem->message;
        return std::nullopt;
    }
    auto source = std::make_shared<const dsl::Source>(path.string(),
                                                      std::move(std::get<std::string>(content)));
    auto tree = dsl::read_yaml(source, diagnostics);
    if (!tree) return std::nullopt;
    return SuiteFile{path, {{std::move(source)}, std::move(*tree)}};
}

std::optional<LoadedSuite> load_suite(SuiteFile file, const LoadedRulebook& loaded,
                                      dsl::Diagnostics& diagnostics) {
    LoadedSuite suite{
        dsl::read_suite(file.document, loaded.rulebook, loaded.catalogue, diagnostics),
        std::move(file.path),
        file.document.sources.front(),
        {}};
    load_documents(suite, loaded, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return suite;
}

}  // namespace colonnade::engine
