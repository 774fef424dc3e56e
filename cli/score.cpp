// SPDX-License-Identifier: Apache-2.0
// `colonnade score DATA…`: one result for each person.
#include <fmt/format.h>

#include <map>

#include "cli/cohort/ranks.hpp"
#include "cli/commands.hpp"
#include "cli/data.hpp"
#include "cli/history/save.hpp"
#include "cli/html/report.hpp"
#include "cli/linkedin_ssi.hpp"
#include "cli/population/call.hpp"
#include "cli/population/score_table.hpp"
#include "cli/profile.hpp"
#include "cli/render/json.hpp"
#include "cli/render/linkedin_ssi.hpp"
#include "cli/render/text.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "engine/explain/explain_parts.hpp"

namespace colonnade::cli {
namespace {

enum class Format { Text, Json, Html, Ndjson, Csv, Parquet };

std::optional<Format> format_of(const Options& options) {
    static const std::map<std::string, Format> known{
        {"text", Format::Text},     {"json", Format::Json}, {"html", Format::Html},
        {"ndjson", Format::Ndjson}, {"csv", Format::Csv},   {"parquet", Format::Parquet}};
    auto name = options.format;
    if (name.empty() && (options.filter || !options.partition.empty())) name = "ndjson";
    if (name.empty()) {
        const auto dot = options.output.rfind('.');
        name = dot == std::string::npos ? "text" : options.output.substr(dot + 1);
        if (name == "txt" || !known.contains(name)) name = "text";
    }
    const auto found = known.find(name);
    if (found == known.end()) return std::nullopt;
    return found->second;
}

std::optional<TableFormat> table_format(Format format) {
    switch (format) {
        case Format::Ndjson:
            return TableFormat::Ndjson;
        case Format::Csv:
            return TableFormat::Csv;
        case Format::Parquet:
            return TableFormat::Parquet;
        default:
            return std::nullopt;
    }
}

class Scorer {
public:
    Scorer(const Options& options, Session& session, Format format,
           const std::optional<LinkedinSsi>& ssi, const Cohorts& cohorts)
        : options_(options),
          session_(session),
          format_(format),
          ssi_(ssi),
          cohorts_(cohorts),
          exit_(session.exit),
          saver_(options) {}

    Exit run() {
        const auto json = source_options(session_, options_);
        std::vector<DataDocument> documents;
        if (options_.join) {
            take(read_joined(options_.data, *session_.plugins, json), documents);
        } else {
            for (const auto& data : options_.data)
                take(read_data(data, *session_.plugins, json), documents);
        }
        if (ssi_ && documents.size() > 1) {
            say_error(fmt::format("`--ssi` is about one person; found {}", documents.size()));
            return Exit::Usage;
        }
        if (format_ == Format::Html && documents.size() > 1) {
            say_error(fmt::format("a report is about one person; found {}", documents.size()));
            return Exit::Usage;
        }
        // One person is one JSON object; several are one a line, also where some cannot be read.
        const bool several = (options_.data.size() > 1 && !options_.join) || documents.size() > 1;
        is_indented_ = !several;
        for (const auto& document : documents)
            score(document);
        exit_ = graver(exit_, saver_.finish());
        if (output_.empty()) return exit_;
        return graver(exit_, write_output(options_, output_));
    }

private:
    void take(std::variant<Data, Exit> read, std::vector<DataDocument>& documents) {
        if (const auto* end = std::get_if<Exit>(&read)) {
            exit_ = graver(exit_, *end);
            return;
        }
        for (auto& document : std::get<Data>(read).documents)
            documents.push_back(std::move(document));
    }

    void score(const DataDocument& document) {
        const auto profile = score_document(session_, options_, document);
        if (!profile) {
            exit_ = graver(exit_, Exit::Data);
            return;
        }
        auto result = profile->explain(session_.language);
        cohorts_.add_ranks(*profile, result);
        exit_ = graver(exit_, saver_.add(session_, result));
        if (options_.explain) engine::add_parts(*profile->scored, 0, result);
        if (result.has_failures()) {
            say_failures(result);
            exit_ = graver(exit_, Exit::Plugin);
        }
        if (!result.score) exit_ = graver(exit_, Exit::Data);
        if (format_ == Format::Html) {
            output_ = render_html(report_of(*profile, session_, ssi_));
        } else {
            render(result);
        }
    }

    void say_failures(const engine::Result& result) const {
        for (const auto& pillar : result.pillars) {
            for (const auto& rule : pillar.rules) {
                if (!rule.failure.empty())
                    say_error(fmt::format("rule `{}.{}`: {}", pillar.id, rule.id, rule.failure));
            }
        }
        for (const auto& caution : result.failed_cautions)
            say_error(fmt::format("caution `{}`: {}", caution.id, caution.failure));
    }

    void render(const engine::Result& result) {
        if (format_ != Format::Text) {
            output_ += render_json(result, is_indented_, ssi_ ? &*ssi_ : nullptr);
            return;
        }
        if (!output_.empty()) output_ += "\n";
        const TextStyle style{wants_color(options_, 1) && options_.output.empty()};
        const bool every_rule = options_.details || options_.explain;
        output_ += every_rule ? render_details(result, style) : render_summary(result, style);
        if (ssi_) output_ += render_ssi(*ssi_, result);
    }

    const Options& options_;
    Session& session_;
    Format format_;
    const std::optional<LinkedinSsi>& ssi_;
    const Cohorts& cohorts_;
    Exit exit_;
    Saver saver_;
    bool is_indented_ = true;
    std::string output_;
};

}  // namespace

Exit run_score(const Options& options) {
    if (options.data.empty() && !options.filter) {
        say_error("DATA is required", "colonnade score --help");
        return Exit::Usage;
    }
    const auto format = format_of(options);
    if (!format) {
        say_error(fmt::format("no format `{}`", options.format),
                  "text, json, html, ndjson, csv or parquet");
        return Exit::Usage;
    }
    const auto table = table_format(*format);
    const bool is_many = options.filter || !options.partition.empty() || !options.out.empty();
    if (!check_save_call(options, table || is_many)) return Exit::Usage;
    if (table || is_many) {
        if (const auto end = check_table_call(options); end != Exit::Fine) return end;
    }
    std::optional<LinkedinSsi> ssi;
    if (!options.ssi.empty()) {
        ssi = read_linkedin_ssi(options.ssi);
        if (!ssi) return Exit::Data;
    }
    auto session = open_session(options, IfRefused::GoOn);
    if (const auto* end = std::get_if<Exit>(&session)) return *end;
    auto& opened = std::get<Session>(session);
    if (table) return score_table(options, opened, *table);
    const auto cohorts = Cohorts::open(options, opened);
    if (!cohorts) return Exit::Data;
    return Scorer(options, opened, *format, ssi, *cohorts).run();
}

}  // namespace colonnade::cli
