// SPDX-License-Identifier: Apache-2.0
#include "engine/load/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/extend.hpp"
#include "dsl/rulebook/keys.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/plugin_rules.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;
using dsl::Code;

void fail(LoadFailure& failure, ImageProblem problem) {
    failure.unreadable = std::move(problem.message);
    failure.unreadable_help = std::move(problem.help);
}

class Resolver {
public:
    Resolver(Library& library, Plugins& plugins, dsl::Diagnostics& diagnostics,
             LoadFailure& failure)
        : library_(library), plugins_(plugins), diagnostics_(diagnostics), failure_(failure) {}

    std::optional<Resolved> resolve(const fs::path& path) {
        auto own = library_.read(path);
        if (const auto* problem = std::get_if<FileProblem>(&own)) {
            failure_.unreadable = problem->message;
            return std::nullopt;
        }
        if (!add(path, std::move(std::get<Library::Text>(own)))) return std::nullopt;
        while (const auto* extends = layers_.roots.back().entry("extends")) {
            if (!add_parent(*extends)) return std::nullopt;
        }
        if (!lay_plugin_rules(layers_, plugins_, library_, diagnostics_, failure_))
            return std::nullopt;
        if (auto problem = library_.differs_from_image()) {
            fail(failure_, std::move(*problem));
            return std::nullopt;
        }
        return overlaid();
    }

private:
    bool add(const fs::path& path, Library::Text text) {
        if (!text.root) return false;
        layers_.sources.push_back(std::move(text.source));
        layers_.roots.push_back(std::move(*text.root));
        paths_.push_back(path);
        return true;
    }

    [[nodiscard]] dsl::Form form() const { return {layers_.sources, diagnostics_}; }

    bool add_parent(const dsl::Entry& extends) {
        const auto id = dsl::read_filled_text(form(), extends.value, extends.key.span);
        if (id.empty()) return false;
        if (!dsl::is_id(id)) {
            dsl::report_no_id(form(), extends.value.span, "a rulebook", id);
            return false;
        }
        if (layers_.sources.size() > dsl::MostParents) {
            form().report(Code::LimitExceeded, extends.value.span,
                          fmt::format("rulebooks that extend one another, more than {} levels",
                                      dsl::MostParents));
            return false;
        }
        const auto path = parent_path(id, extends.value.span);
        return path && read_parent(*path, extends.value.span);
    }

    // A rulebook may have the name of the one it extends: files already in use are passed over.
    std::optional<fs::path> parent_path(const std::string& id, dsl::Span span) const {
        const auto found = library_.find(id, "", {paths_.back().parent_path()});
        const auto is_new = [&](const fs::path& path) {
            return std::none_of(paths_.begin(), paths_.end(), [&](const fs::path& known) {
                return library_.is_same_file(path, known);
            });
        };
        const auto first = std::find_if(found.begin(), found.end(), is_new);
        if (first != found.end()) return *first;
        if (found.empty()) {
            form().report(Code::NotFound, span, fmt::format("no rulebook `{}` found", id),
                          fmt::format("looked beside this file and in {}", library_.searched()));
        } else {
            form().report(Code::ExtendsCycle, span, fmt::format("`{}` is extended by itself", id),
                          "one of the rulebooks in the circle must stand alone");
        }
        return std::nullopt;
    }

    bool read_parent(const fs::path& path, dsl::Span span) {
        auto text = library_.read(path, static_cast<std::uint32_t>(layers_.sources.size()));
        if (const auto* problem = std::get_if<FileProblem>(&text)) {
            form().report(Code::NotFound, span, problem->message);
            return false;
        }
        if (!add(path, std::move(std::get<Library::Text>(text)))) return false;
        // Its other keys are read with those of the child; the version is that of this one file.
        const auto parent = form();
        dsl::MapReader map(parent, layers_.roots.back(), layers_.roots.back().span,
                           dsl::RulebookKeys, "a rulebook");
        dsl::check_version(parent, map);
        return map.is_map();
    }

    Resolved overlaid() {
        auto root = std::move(layers_.roots.back());
        for (auto child = layers_.roots.rbegin() + 1; child != layers_.roots.rend(); ++child)
            root = dsl::extend(form(), std::move(root), std::move(*child));
        Resolved resolved{{layers_.sources, std::move(root)}, {}};
        for (const auto& path : paths_)
            resolved.folders.push_back(path.parent_path());
        return resolved;
    }

    Library& library_;
    Plugins& plugins_;
    dsl::Diagnostics& diagnostics_;
    LoadFailure& failure_;
    Layers layers_;  // the rulebook's own file, then its parents
    std::vector<fs::path> paths_;
};

}  // namespace

bool is_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".yaml") || is_image_name(name);
}

std::optional<Resolved> resolve_rulebook(const std::string& name, Library& library,
                                         Plugins& plugins, dsl::Diagnostics& diagnostics,
                                         LoadFailure& failure) {
    fs::path path = name;
    if (!is_path(name)) {
        const auto found = library.find(name, "", {});
        if (found.empty()) {
            failure.unreadable = fmt::format("no rulebook `{}` found; looked in {}",
                                             dsl::visible(name), library.searched());
            return std::nullopt;
        }
        path = found.front();
    } else if (is_image_name(name)) {
        auto opened = library.open_image(path);
        if (auto* problem = std::get_if<ImageProblem>(&opened)) {
            fail(failure, std::move(*problem));
            return std::nullopt;
        }
        path = std::get<fs::path>(opened);
    }
    return Resolver(library, plugins, diagnostics, failure).resolve(path);
}

std::optional<Resolved> resolve_image(Image image, const fs::path& name, Library& library,
                                      Plugins& plugins, dsl::Diagnostics& diagnostics,
                                      LoadFailure& failure) {
    const auto path = library.use_image(std::move(image), name);
    return Resolver(library, plugins, diagnostics, failure).resolve(path);
}

}  // namespace colonnade::engine
