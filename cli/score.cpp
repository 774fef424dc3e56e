// SPDX-License-Identifier: Apache-2.0
// `colonnade score DATA…`: whole results, a table of many people, or both.
#include <fmt/format.h>

#include <algorithm>

#include "cli/clients/clients_folder.hpp"
#include "cli/cohort/ranks.hpp"
#include "cli/commands.hpp"
#include "cli/history/save.hpp"
#include "cli/linkedin_ssi.hpp"
#include "cli/plan_goal.hpp"
#include "cli/population/call.hpp"
#include "cli/population/score_table.hpp"
#include "cli/score/outputs.hpp"
#include "cli/score/people.hpp"
#include "cli/score/result_file.hpp"
#include "cli/score/result_table.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

using Outputs = std::vector<Output>;

Exit say_usage(std::string_view message, std::string_view help) {
    say_error(message, help);
    return Exit::Usage;
}

// One table alone is made in memory that does not grow, whatever the number of people.
std::optional<TableFormat> table_alone(const Outputs& outputs) {
    return outputs.size() == 1 ? table_format(outputs.front().format) : std::nullopt;
}

// What the parts of the program that make tables know of one output.
Options options_of(const Options& options, const Output& output) {
    auto one = options;
    one.format = name_of(output.format);
    one.output = output.path;
    return one;
}

// For a table alone, and for all that only such a one can be.
Exit check_call(const Options& options, const Outputs& outputs) {
    const bool is_many = options.filter || !options.partition.empty() || !options.out.empty();
    const bool is_table = table_alone(outputs) || is_many;
    if (!check_save_call(options, is_table)) return Exit::Usage;
    if (is_table) return check_table_call(options_of(options, outputs.front()));
    const auto is_parquet = [](const Output& output) {
        return output.format == Format::Parquet && output.path.empty();
    };
    if (std::any_of(outputs.begin(), outputs.end(), is_parquet))
        return say_usage("a Parquet table is a file", "name it with -o or --format parquet=FILE");
    if (!options.rejects.empty())
        return say_usage("`--rejects` is for a table alone", "for instance -o scores.csv");
    return Exit::Fine;
}

Exit check_gates(const Options& options, const Gates& gates) {
    if (gates.need_results()) {
        return say_usage("a table has no cautions and is compared with no baseline",
                         "add whole results, for instance --format json=results.json");
    }
    if (gates.any() && !options.partition.empty())
        return say_usage("gates are about all people, and a part holds some",
                         "score them without --partition");
    return Exit::Fine;
}

// The plan in reports, where one is wanted.
std::variant<std::optional<engine::PlanGoal>, Exit> read_goal(const Options& options,
                                                              const Outputs& outputs) {
    if (!names_plan(options)) return std::nullopt;
    const auto is_report = [](const Output& output) { return output.format == Format::Html; };
    if (std::none_of(outputs.begin(), outputs.end(), is_report)) {
        return say_usage("a plan is part of a report",
                         "-o report.html; `colonnade plan` shows it in other forms");
    }
    const auto goal = plan_goal(options);
    if (!goal) return Exit::Usage;
    return goal;
}

class Outs {
public:
    Outs(const Options& options, Session& session) : options_(options), session_(session) {}

    Exit open(const Outputs& outputs) {
        std::vector<Format> in_folder;
        std::string folder;
        for (const auto& output : outputs) {
            if (output.is_folder) {
                folder = output.path;
                in_folder.push_back(output.format);
            } else if (const auto table = table_format(output.format)) {
                if (const auto end = add_table(output, *table); end != Exit::Fine) return end;
            } else {
                outs_.push_back(std::make_unique<ResultFile>(output, options_));
            }
        }
        if (!in_folder.empty())
            outs_.push_back(std::make_unique<ClientsFolder>(folder, in_folder, options_, session_));
        return Exit::Fine;
    }

    [[nodiscard]] const ResultOuts& all() const { return outs_; }

private:
    Exit add_table(const Output& output, TableFormat format) {
        auto table = choose_table(options_, session_, format);
        if (const auto* end = std::get_if<Exit>(&table)) return *end;
        auto& chosen = std::get<Table>(table);
        auto out = open_table(output.path, format, chosen);
        outs_.push_back(std::make_unique<ResultTable>(session_, chosen, std::move(out)));
        return Exit::Fine;
    }

    const Options& options_;
    Session& session_;
    ResultOuts outs_;
};

Exit score(const Options& options, const Outputs& outputs, const Beside& beside) {
    auto session = open_session(options, IfRefused::GoOn);
    if (const auto* end = std::get_if<Exit>(&session)) return *end;
    auto& opened = std::get<Session>(session);
    const auto& loaded = opened.loaded;
    const auto gates = read_gates(options, loaded.rulebook, loaded.sha256);
    if (const auto* end = std::get_if<Exit>(&gates)) return *end;
    const auto& wanted = std::get<Gates>(gates);
    if (const auto table = table_alone(outputs)) {
        const auto end = check_gates(options, wanted);
        return end != Exit::Fine
                   ? end
                   : score_table(options_of(options, outputs.front()), opened, *table, wanted);
    }
    const auto cohorts = Cohorts::open(options, opened);
    if (!cohorts) return Exit::Data;
    Outs outs(options, opened);
    if (const auto end = outs.open(outputs); end != Exit::Fine) return end;
    return score_people(options, opened, wanted, *cohorts, beside, outs.all());
}

}  // namespace

Exit run_score(const Options& options) {
    if (options.data.empty() && !options.filter)
        return say_usage("DATA is required", "colonnade score --help");
    const auto read = read_outputs(options);
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    const auto& outputs = std::get<Outputs>(read);
    if (const auto end = check_call(options, outputs); end != Exit::Fine) return end;
    const auto goal = read_goal(options, outputs);
    if (const auto* end = std::get_if<Exit>(&goal)) return *end;
    Beside beside{nullptr, std::get<std::optional<engine::PlanGoal>>(goal)};
    if (options.ssi.empty()) return score(options, outputs, beside);
    const auto ssi = read_linkedin_ssi(options.ssi);
    if (!ssi) return Exit::Data;
    beside.ssi = &*ssi;
    return score(options, outputs, beside);
}

}  // namespace colonnade::cli
