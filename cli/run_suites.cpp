// SPDX-License-Identifier: Apache-2.0
#include "cli/run_suites.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/places.hpp"
#include "cli/plugin_settings.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/render.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view TestEnding = ".test.yaml";

fs::path test_file_beside(const fs::path& rulebook) {
    return rulebook.parent_path() / (rulebook.stem().string() + std::string(TestEnding));
}

// The rulebook of a test file stands beside it, or is looked for like any other.
std::string rulebook_for(const fs::path& test_file, const std::string& id) {
    const auto beside = test_file.parent_path() / (id + ".yaml");
    std::error_code ignored;
    return fs::is_regular_file(beside, ignored) ? beside.string() : id;
}

class Runner {
public:
    Runner(const Options& options, double least_coverage)
        : options_(options), least_coverage_(least_coverage) {}

    TestRun run(const std::vector<std::string>& names) {
        for (const auto& name : names)
            run_.exit = graver(run_.exit, suite(name));
        if (!options_.run.empty() && run_.exit == Exit::Fine && cases_ == 0)
            run_.exit = missed(fmt::format("no case is called like `{}`", options_.run));
        return std::move(run_);
    }

private:
    Exit suite(const std::string& name) {
        engine::Plugins plugins(plugin_settings(options_));
        dsl::Diagnostics diagnostics;
        const auto end = is_test_file(name) ? test_file(name, plugins, diagnostics)
                                            : rulebook(name, plugins, diagnostics);
        say(dsl::render(diagnostics, wants_color(options_, 2)));
        return end;
    }

    Exit test_file(const std::string& name, engine::Plugins& plugins,
                   dsl::Diagnostics& diagnostics) {
        auto file = open(name, diagnostics);
        if (!file) return Exit::Rulebook;
        const auto header = dsl::read_suite_header(file->document, diagnostics);
        if (diagnostics.has_errors()) return Exit::Rulebook;
        engine::LoadFailure failure;
        const auto loaded = load(rulebook_for(name, header.rulebook), plugins, failure);
        if (loaded) return run(std::move(*file), *loaded, plugins, diagnostics);
        if (failure.unreadable)
            diagnostics.report({dsl::Code::NotFound, file->document.sources.front(), header.span,
                                *std::exchange(failure.unreadable, std::nullopt),
                                "a test file stands beside its rulebook"});
        return say_load_failure(failure);
    }

    Exit rulebook(const std::string& name, engine::Plugins& plugins,
                  dsl::Diagnostics& diagnostics) {
        engine::LoadFailure failure;
        const auto loaded = load(name, plugins, failure);
        if (!loaded) return say_load_failure(failure);
        const auto path = test_file_beside(loaded->files.front());
        std::error_code ignored;
        if (!fs::exists(path, ignored))
            return missed(fmt::format("the rulebook `{}` has no tests", loaded->rulebook.id),
                          fmt::format("they stand in `{}`", path.string()));
        auto file = open(path, diagnostics);
        return file ? run(std::move(*file), *loaded, plugins, diagnostics) : Exit::Rulebook;
    }

    std::optional<engine::SuiteFile> open(const fs::path& path, dsl::Diagnostics& diagnostics) {
        std::string unreadable;
        auto file = engine::open_suite(path, diagnostics, unreadable);
        if (!unreadable.empty()) say_error(unreadable);
        return file;
    }

    // A rulebook's own findings are said at once: without it nothing in the tests has a meaning.
    std::optional<engine::LoadedRulebook> load(const std::string& name, engine::Plugins& plugins,
                                               engine::LoadFailure& failure) {
        dsl::Diagnostics diagnostics;
        auto loaded = engine::load_rulebook(name, rule_folders(), plugins, diagnostics, failure);
        if (diagnostics.has_errors()) say(dsl::render(diagnostics, wants_color(options_, 2)));
        // Its cases would say what the plugin's rules give.
        if (!failure.plugins.empty()) loaded.reset();
        say_unpinned(plugins);
        return loaded;
    }

    Exit run(engine::SuiteFile file, const engine::LoadedRulebook& loaded, engine::Plugins& plugins,
             dsl::Diagnostics& diagnostics) {
        const auto suite = engine::load_suite(std::move(file), loaded, diagnostics);
        if (!suite) return Exit::Rulebook;
        if (suite->suite.cases.empty())
            return missed(fmt::format("`{}` has no cases", suite->path.string()));
        engine::Coverage coverage(loaded);
        SuiteReport report{suite->path.string(), loaded.rulebook.id, {}, {}, 0, 0};
        const auto wanted = dsl::lower(options_.run);
        for (const auto& test : suite->suite.cases) {
            if (dsl::lower(test.name).find(wanted) == std::string::npos) continue;
            report.cases.push_back(engine::run_case(loaded, *suite, test, plugins, coverage));
        }
        if (report.cases.empty()) return Exit::Fine;
        cases_ += report.cases.size();
        report.coverage = coverage.groups();
        report.touched = coverage.touched();
        report.items = coverage.total();
        run_.suites.push_back(std::move(report));
        return judge(run_.suites.back());
    }

    Exit judge(const SuiteReport& report) const {
        Exit exit = report.failed() > 0 ? Exit::Missed : Exit::Fine;
        const double share = 100 * static_cast<double>(report.touched) -
                             least_coverage_ * static_cast<double>(report.items);
        if (share < 0)
            exit = missed(fmt::format("the cases of `{}` cover {}% of the rulebook, less than {}%",
                                      report.file, report.percent(), least_coverage_));
        return exit;
    }

    static Exit missed(std::string_view message, std::string_view help = {}) {
        say_error(message, help);
        return Exit::Missed;
    }

    const Options& options_;
    double least_coverage_;
    std::size_t cases_ = 0;
    TestRun run_;
};

}  // namespace

bool is_test_file(const std::string& name) {
    return name.ends_with(TestEnding);
}

TestRun run_suites(const Options& options, const std::vector<std::string>& names,
                   double least_coverage) {
    return Runner(options, least_coverage).run(names);
}

}  // namespace colonnade::cli
