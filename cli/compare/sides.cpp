// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/sides.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/compare/read_result.hpp"
#include "cli/history/open_store.hpp"
#include "cli/history/summary.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"
#include "cli/unread_files.hpp"
#include "dsl/types/moment.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

using Side = std::variant<ComparedSide, Exit>;

// A file that is a result is none of the data that `score` takes.
std::optional<Side> result_file(const std::string& path) {
    const auto content = engine::read_file(path, MostResultBytes);
    const auto* text = std::get_if<std::string>(&content);
    if (text == nullptr) return std::nullopt;
    if (auto read = read_result(*text))
        return ComparedSide{{std::move(read->result), std::move(read->program)}, {}, {}, {}, true};
    if (!is_meant_as_result(*text)) return std::nullopt;
    say_error(
        fmt::format("`{}` is a result that cannot be read: changed, or of another version", path),
        "`colonnade score DATA --format json` writes one");
    return Exit::Data;
}

// Data scored now; `session` is opened by the first that needs it.
Side scored_data(const std::string& path, const Options& options,
                 std::shared_ptr<Session>& session) {
    if (!session) {
        auto opened = open_session(options);
        if (const auto* end = std::get_if<Exit>(&opened)) return *end;
        session = std::make_shared<Session>(std::move(std::get<Session>(opened)));
    }
    const auto read = read_data(path, *session->plugins, source_options(*session, options));
    if (const auto* end = std::get_if<Exit>(&read)) return *end;
    const auto& documents = std::get<Data>(read).documents;
    say_unread_files(path, std::get<Data>(read));
    if (documents.size() != 1) {
        say_error(fmt::format("`{}` holds {} people, expected one", path, documents.size()));
        return Exit::Data;
    }
    const auto profile = score_document(*session, options, documents.front());
    if (!profile) return Exit::Data;
    auto result = profile->explain(session->language);
    if (result.has_failures()) {
        say_error(fmt::format("`{}`: a plugin failed", path));
        return Exit::Plugin;
    }
    KeptSource source{result.profile, result.as_of, documents.front().json, session->stated};
    return ComparedSide{
        {std::move(result), COLONNADE_VERSION}, std::move(source), session, {}, false};
}

class KeptResults {
public:
    KeptResults(const Options& options, OpenStore opened, std::string profile)
        : options_(options), opened_(std::move(opened)), profile_(std::move(profile)) {}

    // The latest as of `date` or, where that is empty, before the moment `before`; only those by
    // `rulebook`, where one is named.
    Side find(const std::string& date, std::optional<std::int64_t> before,
              const std::string& rulebook) {
        std::optional<std::int64_t> moment;
        if (before) moment = *before - 1;
        if (!date.empty()) {
            moment = dsl::parse_moment(date);
            if (!moment) {
                say_error(fmt::format("`{}` is no date", date), "write for instance 2026-01-31");
                return Exit::Usage;
            }
            if (date.size() == 10) *moment += dsl::SecondsPerDay - 1;
        }
        auto found = opened_.store->summaries(profile_);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&found)) return fail(*problem);
        auto& kept = std::get<std::vector<stores::StoredSummary>>(found);
        for (auto one = kept.rbegin(); one != kept.rend(); ++one) {
            if (moment && one->key.as_of > *moment) continue;
            auto summary = read_summary(*one, options_.language);
            if (!summary) return damaged();
            if (rulebook.empty() || summary->rulebook == rulebook) return side(*one, *summary);
        }
        say_error(fmt::format("no result of `{}` as of {} or before in `{}`", profile_,
                              moment ? dsl::time_text(*moment) : "any day", opened_.name),
                  "`colonnade history` names everybody");
        return Exit::Data;
    }

private:
    Side side(const stores::StoredSummary& kept, const engine::Result& summary) {
        auto found = opened_.store->result(kept.key);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&found)) return fail(*problem);
        auto& result = std::get<std::optional<stores::StoredResult>>(found);
        auto read = result ? read_result(result->result) : std::nullopt;
        if (!read || read->result.pillars.size() != summary.pillars.size()) return damaged();
        ComparedSide side{{std::move(read->result), std::move(read->program)}, {}, {}, {}, true};
        take_digits(summary, side.shown.result);
        if (!result->document) return side;
        side.source = {profile_, kept.key.as_of, std::move(result->document->json),
                       std::move(result->document->stated)};
        auto texts = opened_.store->rulebook(kept.key.rulebook_sha256);
        if (const auto* problem = std::get_if<stores::StoreProblem>(&texts)) return fail(*problem);
        side.rulebook_texts = std::get<std::optional<std::string>>(texts).value_or("");
        return side;
    }

    // A result has four decimals; what is shown with one is rounded from all of them.
    static void take_digits(const engine::Result& exact, engine::Result& result) {
        result.score = exact.score;
        result.low = exact.low;
        result.high = exact.high;
        for (std::size_t i = 0; i < exact.pillars.size(); ++i) {
            result.pillars[i].points = exact.pillars[i].points;
            result.pillars[i].of = exact.pillars[i].of;
            result.pillars[i].title = exact.pillars[i].title;
        }
        result.language = exact.language;
    }

    static Exit fail(const stores::StoreProblem& problem) {
        say_problem(problem);
        return Exit::Data;
    }

    [[nodiscard]] Exit damaged() const {
        say_error(fmt::format("`{}` is damaged: what it keeps of `{}` is no result", opened_.name,
                              profile_));
        return Exit::Data;
    }

    const Options& options_;
    OpenStore opened_;
    std::string profile_;
};

std::variant<ComparedSides, Exit> kept_before(const Options& options, ComparedSide to,
                                              KeptResults& results) {
    const auto rulebook = options.names_rules && !to.is_kept ? "" : to.shown.result.rulebook;
    auto from = results.find(options.from, to.shown.result.as_of, rulebook);
    if (const auto* end = std::get_if<Exit>(&from)) return *end;
    return ComparedSides{std::move(std::get<ComparedSide>(from)), std::move(to)};
}

std::variant<ComparedSides, Exit> two_kept(const Options& options) {
    auto opened = open_store(options, stores::IfMissing::Refuse);
    if (!opened.store) return Exit::Data;
    KeptResults results(options, std::move(opened), options.id);
    auto to = results.find(options.to, {}, options.names_rules ? options.rules : "");
    if (const auto* end = std::get_if<Exit>(&to)) return *end;
    return kept_before(options, std::move(std::get<ComparedSide>(to)), results);
}

std::variant<ComparedSides, Exit> kept_and_data(const Options& options) {
    std::shared_ptr<Session> session;
    auto to = scored_data(options.data.front(), options, session);
    if (const auto* end = std::get_if<Exit>(&to)) return *end;
    auto& side = std::get<ComparedSide>(to);
    auto opened = open_store(options, stores::IfMissing::Refuse);
    if (!opened.store) return Exit::Data;
    KeptResults results(options, std::move(opened), side.shown.result.profile);
    return kept_before(options, std::move(side), results);
}

std::variant<ComparedSides, Exit> two_files(const Options& options) {
    std::shared_ptr<Session> session;
    std::vector<ComparedSide> sides;
    for (const auto& path : options.data) {
        auto side = result_file(path);
        if (!side) side = scored_data(path, options, session);
        if (const auto* end = std::get_if<Exit>(&*side)) return *end;
        sides.push_back(std::move(std::get<ComparedSide>(*side)));
    }
    return ComparedSides{std::move(sides.front()), std::move(sides.back())};
}

}  // namespace

std::variant<ComparedSides, Exit> find_sides(const Options& options) {
    if (options.data.size() > 2) {
        say_error(fmt::format("found {} results or data, expected two", options.data.size()));
        return Exit::Usage;
    }
    if (options.data.size() == 2) return two_files(options);
    if (options.data.size() == 1) return kept_and_data(options);
    if (!options.id.empty()) return two_kept(options);
    say_error("compare what? Found neither data nor `--id`", "colonnade compare --help");
    return Exit::Usage;
}

}  // namespace colonnade::cli
