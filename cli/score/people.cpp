// SPDX-License-Identifier: Apache-2.0
#include "cli/score/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/data.hpp"
#include "cli/history/save.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"
#include "cli/unread_files.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/explain/explain_parts.hpp"

namespace colonnade::cli {
namespace {

// What holds many people in a form that only tables are made from.
bool is_packed_table(const std::string& data) {
    const auto ending = std::filesystem::path(data).extension();
    std::error_code error;
    return (ending == ".parquet" || ending == ".gz" || ending == ".zst" || ending == ".zstd") &&
           std::filesystem::is_regular_file(data, error);
}

class People {
public:
    People(const Options& options, Session& session, const Gates& gates, const Cohorts& cohorts,
           const Beside& beside, const ResultOuts& outs)
        : options_(options),
          session_(session),
          gates_(gates),
          cohorts_(cohorts),
          beside_(beside),
          outs_(outs),
          exit_(session.exit),
          saver_(options),
          several_(options.data.size() > 1 && !options.join) {}

    Exit run() {
        if (options_.join) {
            score(fmt::format("{}", fmt::join(options_.data, ", ")));
        } else {
            for (const auto& data : options_.data) {
                if (exit_ != Exit::Usage) score(data);
            }
        }
        if (exit_ == Exit::Usage) return exit_;
        exit_ = graver(exit_, saver_.finish());
        for (const auto& out : outs_)
            exit_ = graver(exit_, out->finish());
        return exit_;
    }

private:
    void score(const std::string& data) {
        const auto read = this->read(data);
        if (!read) return;
        say_unread_files(data, *read);
        several_ = several_ || read->documents.size() > 1;
        if (several_ && !may_be_several(std::max(options_.data.size(), read->documents.size()))) {
            exit_ = Exit::Usage;
            return;
        }
        for (const auto& document : read->documents)
            score(document);
    }

    [[nodiscard]] bool may_be_several(std::size_t people) const {
        if (beside_.ssi != nullptr) {
            say_error(fmt::format("`--ssi` is about one person; found {}", people));
            return false;
        }
        const bool have_room = std::all_of(outs_.begin(), outs_.end(),
                                           [](const auto& out) { return out->is_for_several(); });
        if (!have_room) {
            say_error(fmt::format("a report is about one person; found {}", people),
                      "-o DIR/ writes one for each");
        }
        return have_room;
    }

    // Nothing where it cannot be, which has been said and told to everybody who shows it.
    std::optional<Data> read(const std::string& data) {
        const Heard heard;
        auto read = read_all(data);
        if (auto* found = std::get_if<Data>(&read)) return std::move(*found);
        miss(data, heard, std::get<Exit>(read));
        return std::nullopt;
    }

    std::variant<Data, Exit> read_all(const std::string& data) {
        const auto json = source_options(session_, options_);
        if (options_.join) return read_joined(options_.data, *session_.plugins, json);
        if (!is_packed_table(data)) return read_data(data, *session_.plugins, json);
        say_error(fmt::format("`{}`: packed data of many people make a table", dsl::visible(data)),
                  "for instance -o scores.csv, or --format csv alone");
        return Exit::Data;
    }

    void score(const DataDocument& document) {
        auto profile = scored(document);
        if (!profile) return;
        PersonResult person{profile->explain(session_.language),
                            session_,
                            *profile,
                            document.place,
                            {},
                            beside_.ssi,
                            beside_.goal ? &*beside_.goal : nullptr,
                            {},
                            !several_};
        auto& result = person.result;
        cohorts_.add_ranks(*profile, result);
        if (!options_.save.empty() && shows_history())
            person.history = past_scores(options_, result);
        exit_ = graver(exit_, saver_.add(session_, document, result));
        if (options_.explain) engine::add_parts(*profile->scored, 0, result);
        exit_ = graver(exit_, say_failures(result));
        if (!result.score) exit_ = graver(exit_, Exit::Data);
        person.gates = decide(gates_, result);
        if (!all_passed(person.gates)) exit_ = graver(exit_, Exit::Missed);
        for (const auto& out : outs_)
            out->take(person);
    }

    [[nodiscard]] bool shows_history() const {
        return std::any_of(outs_.begin(), outs_.end(),
                           [](const auto& out) { return out->shows_history(); });
    }

    std::optional<ScoredProfile> scored(const DataDocument& document) {
        const Heard heard;
        auto profile = score_document(session_, options_, document);
        if (!profile) miss(document.place, heard, Exit::Data);
        return profile;
    }

    void miss(const std::string& place, const Heard& heard, Exit end) {
        exit_ = graver(exit_, end);
        const Unread unread{place, heard.first_error()};
        for (const auto& out : outs_)
            out->miss(unread);
    }

    const Options& options_;
    Session& session_;
    const Gates& gates_;
    const Cohorts& cohorts_;
    const Beside& beside_;
    const ResultOuts& outs_;
    Exit exit_;
    Saver saver_;
    bool several_;
};

}  // namespace

Exit score_people(const Options& options, Session& session, const Gates& gates,
                  const Cohorts& cohorts, const Beside& beside, const ResultOuts& outs) {
    return People(options, session, gates, cohorts, beside, outs).run();
}

}  // namespace colonnade::cli
