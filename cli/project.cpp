// SPDX-License-Identifier: Apache-2.0
#include "cli/project.hpp"

#include <fmt/format.h>

#include "cli/lock_file.hpp"
#include "cli/terminal.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/text/render.hpp"
#include "dsl/yaml/read.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr dsl::Key ProjectRows[]{
    {"colonnade", dsl::Need::Required, dsl::Shape::Version, "Version of the language."},
    {"rules", dsl::Need::Optional, dsl::Shape::Id, "Id of the rulebook that is meant."},
    {"lang", dsl::Need::Optional, dsl::Shape::Text, "Language of results."},
};
constinit const dsl::KeyTable ProjectKeys{"project", ProjectRows};

void read_project(const dsl::Form& form, const dsl::Node& root, Options& options) {
    dsl::MapReader map(form, root, root.span, ProjectKeys, "a project");
    dsl::check_version(form, map);
    const auto* rules = map.optional("rules");
    const auto* language = map.optional("lang");
    if (rules != nullptr) {
        auto id = dsl::read_id(form, *rules, map.key_span("rules"));
        if (!options.names_rules) options.rules = std::move(id);
    }
    if (language != nullptr) {
        auto name = dsl::read_filled_text(form, *language, map.key_span("lang"));
        if (options.language.empty()) options.language = std::move(name);
    }
    map.finish();
}

Exit read_project_file(const fs::path& file, Options& options) {
    auto content = engine::read_file(file, MostProjectBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return Exit::Rulebook;
    }
    auto source = std::make_shared<const dsl::Source>(file.string(),
                                                      std::move(std::get<std::string>(content)));
    dsl::Diagnostics diagnostics;
    const auto root = dsl::read_yaml(source, diagnostics);
    if (root) read_project({{source}, diagnostics}, *root, options);
    say(dsl::render(diagnostics, wants_color(options, 2)));
    if (options.verbose) say_note(fmt::format("using {}", file.string()));
    return diagnostics.has_errors() ? Exit::Rulebook : Exit::Fine;
}

}  // namespace

std::optional<fs::path> project_file() {
    std::error_code error;
    for (auto folder = fs::current_path(error); !error; folder = folder.parent_path()) {
        auto file = folder / "colonnade.yaml";
        if (engine::may_be_file(file)) return file;
        if (folder == folder.root_path()) break;
    }
    return std::nullopt;
}

Exit apply_project(Options& options) {
    const auto file = project_file();
    const auto end = file ? read_project_file(*file, options) : Exit::Fine;
    return end == Exit::Fine ? read_lock(options) : end;
}

}  // namespace colonnade::cli
