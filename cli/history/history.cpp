// SPDX-License-Identifier: Apache-2.0
#include "cli/history/history.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>

#include "cli/check_written.hpp"
#include "cli/history/export.hpp"
#include "cli/history/open_store.hpp"
#include "cli/history/summary.hpp"
#include "cli/history/trend.hpp"
#include "cli/project.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/history.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

constexpr auto HistoryExamples = R"(Examples:
  colonnade score EXPORT.zip --id clara --save
  colonnade history
  colonnade history clara
  colonnade history clara --format csv -o clara.csv
  colonnade history --export clara -o clara.json
  colonnade history --delete clara
)";

enum class Form { Text, Json, Csv };

std::optional<Form> form_of(const Options& options) {
    auto name = options.format;
    if (name.empty() && options.output.ends_with(".json")) name = "json";
    if (name.empty() && options.output.ends_with(".csv")) name = "csv";
    if (name.empty() || name == "text") return Form::Text;
    if (name == "json") return Form::Json;
    if (name == "csv") return Form::Csv;
    say_error(fmt::format("no format `{}`", name), "text, json or csv");
    return std::nullopt;
}

// Bars that a terminal without UTF-8 would show as rubbish are drawn by other letters there.
Letters letters_for(const Options& options) {
    if (!options.output.empty()) return Letters::Unicode;
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        std::string locale = value;
        std::transform(locale.begin(), locale.end(), locale.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const bool is_utf8 =
            locale.find("UTF-8") != std::string::npos || locale.find("UTF8") != std::string::npos;
        return is_utf8 ? Letters::Unicode : Letters::Ascii;
    }
    return Letters::Ascii;
}

class History {
public:
    History(const Options& options, Form form, OpenStore opened)
        : options_(options), form_(form), opened_(std::move(opened)) {}

    Exit everybody() {
        const auto found = opened_.store->people();
        if (const auto* problem = std::get_if<stores::StoreProblem>(&found)) return fail(*problem);
        std::vector<KeptPerson> people;
        for (const auto& person : std::get<std::vector<stores::StoredPerson>>(found)) {
            auto latest = read_summary(person.latest, options_.language);
            if (!latest) return damaged(person.profile);
            engine::round_result(*latest, decimals());
            people.push_back({std::move(*latest), person.results, person.first});
        }
        const auto language = !options_.language.empty() || people.empty()
                                  ? options_.language
                                  : people.front().latest.language;
        switch (form_) {
            case Form::Json:
                return write_output(options_, people_json(people));
            case Form::Csv:
                return write_output(options_, people_csv(people));
            case Form::Text:
                break;
        }
        return write_output(options_, people_text(people, language));
    }

    Exit one(const std::string& profile) {
        const auto found = opened_.store->summaries(profile);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&found)) return fail(*problem);
        std::vector<engine::Result> results;
        for (const auto& stored : std::get<std::vector<stores::StoredSummary>>(found)) {
            auto result = read_summary(stored, options_.language);
            if (!result) return damaged(profile);
            if (!options_.names_rules || result->rulebook == options_.rules)
                results.push_back(std::move(*result));
        }
        if (results.empty()) return nothing_of(profile);
        const auto trends = trends_of(std::move(results), decimals());
        switch (form_) {
            case Form::Json:
                return write_output(options_, trends_json(trends));
            case Form::Csv:
                return write_output(options_, trends_csv(trends));
            case Form::Text:
                break;
        }
        const HistoryStyle style{{wants_color(options_, 1) && options_.output.empty()},
                                 letters_for(options_),
                                 options_.details};
        return write_output(options_, trends_text(trends, style));
    }

    Exit export_one(const std::string& profile) {
        const auto text = export_person(*opened_.store, profile);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&text)) return fail(*problem);
        const auto& json = std::get<std::string>(text);
        return json.empty() ? nothing_of(profile) : write_output(options_, json);
    }

    Exit delete_one(const std::string& profile) {
        const auto deleted = opened_.store->remove(profile);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&deleted)) {
            say_problem(*problem);
            return Exit::Output;
        }
        const auto count = std::get<std::int64_t>(deleted);
        if (count == 0) return nothing_of(profile);
        say_note(fmt::format("{} of `{}` deleted from `{}`",
                             counted(static_cast<std::size_t>(count), "result"), profile,
                             opened_.name));
        return Exit::Fine;
    }

private:
    [[nodiscard]] int decimals() const { return form_ == Form::Text ? TextDecimals : DataDecimals; }

    static Exit fail(const stores::StoreProblem& problem) {
        say_problem(problem);
        return Exit::Data;
    }

    [[nodiscard]] Exit damaged(const std::string& profile) const {
        say_error(fmt::format("`{}` is damaged: what it keeps of `{}` is no result", opened_.name,
                              profile));
        return Exit::Data;
    }

    [[nodiscard]] Exit nothing_of(const std::string& profile) const {
        const auto by = options_.names_rules ? fmt::format(" by `{}`", options_.rules) : "";
        say_error(fmt::format("no result of `{}`{} in `{}`", profile, by, opened_.name),
                  "`colonnade history` names everybody");
        return Exit::Data;
    }

    const Options& options_;
    Form form_;
    OpenStore opened_;
};

Exit run_history(const Options& options) {
    const auto form = form_of(options);
    if (!form) return Exit::Usage;
    if (!options.language.empty() && options.language != "de" && options.language != "en") {
        say_error(fmt::format("no texts in `{}`", options.language), "de or en");
        return Exit::Usage;
    }
    const auto profile =
        options.id.empty() && !options.data.empty() ? options.data.front() : options.id;
    if (profile.empty() && (options.exports || options.deletes)) {
        say_error("whose results? ID is required", "`colonnade history` names everybody");
        return Exit::Usage;
    }
    auto opened = open_store(options, stores::IfMissing::Refuse);
    if (!opened.store) return Exit::Data;
    History history(options, *form, std::move(opened));
    if (profile.empty()) return history.everybody();
    if (options.exports) return history.export_one(profile);
    return options.deletes ? history.delete_one(profile) : history.one(profile);
}

}  // namespace

void add_store_option(CLI::App& command, Options& options) {
    command
        .add_option("--store", options.store,
                    "Where results are kept: a file, or postgresql://HOST/DATABASE (default: "
                    "colonnade/history.db in the user's data folder)")
        ->type_name("PLACE");
}

void add_save_options(CLI::App& score, Options& options) {
    score.add_flag(
        "--save", options.save,
        "Keep each result, and the profile document for `compare`; --save=result: without");
    add_store_option(score, options);
    score.get_option("--store")->needs("--save");
}

// Needs no rulebook: what is shown of it is kept with the results.
void add_history(CLI::App& history, Options& options, Exit& exit) {
    history.footer(HistoryExamples);
    history.add_option("ID", options.data, "The person (default: name everybody)")->expected(0, 1);
    history.add_option("--id", options.id, "The same, for ids like --id=-x")->type_name("ID");
    add_store_option(history, options);
    history.add_option("--rules", options.rules, "Only results by this rulebook")->type_name("ID");
    history.add_flag("--details", options.details, "Every week");
    auto* exports = history.add_flag("--export", options.exports,
                                     "Write all that is kept of the person, as JSON");
    history
        .add_flag("--delete", options.deletes,
                  "Delete all that is kept of the person, without asking")
        ->excludes(exports);
    history
        .add_option("--lang", options.language,
                    "Language of the result (default: the project's, else the rulebook's first)")
        ->type_name("de|en");
    history
        .add_option("--format", options.format, "text, json or csv (default: by the ending of -o)")
        ->type_name("F");
    history.add_option("-o,--output", options.output, "Write to a file instead of standard output")
        ->type_name("FILE");
    history.callback([&options, &exit, &history] {
        options.names_rules = history.count("--rules") > 0;
        exit = apply_project(options);
        if (exit == Exit::Fine) exit = run_checked(options, run_history);
    });
}

}  // namespace colonnade::cli
