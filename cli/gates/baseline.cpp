// SPDX-License-Identifier: Apache-2.0
#include "cli/gates/baseline.hpp"

#include <fmt/format.h>

#include <string_view>

#include "cli/json.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// A result of one person is some tens of KiB.
constexpr std::size_t MostBaselineBytes = std::size_t{256} << 20U;
// Those of results; the pieces of `--explain` are as deep as expressions, two levels for each.
constexpr int MostBaselineDepth = 256;
// The form of results that is known: `result` in the schema.
constexpr int KnownForm = 1;

constexpr auto Expected = "--baseline takes what `colonnade score --format json` wrote";

// Unwinds to read_baseline.
struct Wrong {
    std::string message;
};

class Reader {
public:
    Reader(const dsl::Rulebook& rulebook, const std::string& sha256)
        : rulebook_(rulebook), sha256_(sha256) {}

    // One object, or one a line.
    void read(std::string_view text) {
        auto whole = ForeignJson::parse(text, depth_limit(), false);
        if (whole.is_object()) return take(whole);
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(line.size() + 1, text.size()));
            if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
            take(ForeignJson::parse(line, depth_limit(), false));
        }
        if (baseline_.empty()) throw Wrong{"it is empty"};
    }

    [[nodiscard]] Baseline take_baseline() { return std::move(baseline_); }
    [[nodiscard]] bool is_of_another_edition() const { return other_edition_; }

private:
    static ForeignJson::parser_callback_t depth_limit() {
        return [](int depth, ForeignJson::parse_event_t /*event*/, ForeignJson& /*parsed*/) {
            if (depth > MostBaselineDepth)
                throw Wrong{fmt::format("it is more than {} levels deep", MostBaselineDepth)};
            return true;
        };
    }

    void take(const ForeignJson& json) {
        if (json.is_discarded() || !json.is_object()) throw Wrong{"it is no JSON of results"};
        const auto form = json.find("result");
        const auto score = json.find("score");
        if (form == json.end() || score == json.end())
            throw Wrong{"it is JSON, but no result of colonnade"};
        if (*form != KnownForm) throw Wrong{"its results have a form of another version"};
        compare_rulebook(member(json, "rulebook"));
        const auto id = text(member(json, "profile"), "id");
        if (!score->is_null() && !score->is_number()) throw Wrong{"`score` is no number"};
        const auto total = score->is_null() ? std::nullopt : std::optional(score->get<double>());
        if (total && !(*total >= 0 && *total <= 100)) throw Wrong{"`score` is outside 0 to 100"};
        if (!baseline_.emplace(id, total).second)
            throw Wrong{fmt::format("it holds two results of `{}`", dsl::visible(id))};
    }

    void compare_rulebook(const ForeignJson& json) {
        const auto id = text(json, "id");
        if (id != rulebook_.id)
            throw Wrong{fmt::format("its results are by the rulebook `{}`, these by `{}`",
                                    dsl::visible(id), rulebook_.id)};
        other_edition_ = other_edition_ || text(json, "sha256") != sha256_;
    }

    static const ForeignJson& member(const ForeignJson& json, const char* key) {
        const auto found = json.find(key);
        if (found == json.end() || !found->is_object())
            throw Wrong{fmt::format("there is no `{}`", key)};
        return *found;
    }

    static std::string text(const ForeignJson& json, const char* key) {
        const auto found = json.find(key);
        if (found == json.end() || !found->is_string())
            throw Wrong{fmt::format("there is no text `{}`", key)};
        return found->get<std::string>();
    }

    const dsl::Rulebook& rulebook_;
    const std::string& sha256_;
    Baseline baseline_;
    bool other_edition_ = false;
};

}  // namespace

std::optional<Baseline> read_baseline(const std::string& path, const dsl::Rulebook& rulebook,
                                      const std::string& sha256) {
    const auto content = engine::read_file(path, MostBaselineBytes);
    if (const auto* problem = std::get_if<engine::FileProblem>(&content)) {
        say_error(problem->message);
        return std::nullopt;
    }
    try {
        Reader reader(rulebook, sha256);
        reader.read(std::get<std::string>(content));
        if (reader.is_of_another_edition()) {
            say_note(fmt::format("`{}`: the rulebook has changed since; a drop may come from that",
                                 dsl::visible(path)));
        }
        return reader.take_baseline();
    } catch (const Wrong& wrong) {
        say_error(fmt::format("`{}`: {}", dsl::visible(path), wrong.message), Expected);
        return std::nullopt;
    }
}

}  // namespace colonnade::cli
