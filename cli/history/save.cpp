// SPDX-License-Identifier: Apache-2.0
#include "cli/history/save.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/history/kept_texts.hpp"
#include "cli/history/open_store.hpp"
#include "cli/history/summary.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/json/result.hpp"
#include "cli/terminal.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

// What a flag without a value is to the reader of the command line.
constexpr std::string_view SaveAll = "true";
constexpr std::string_view SaveResult = "result";

}  // namespace

bool Saver::can_keep(const engine::Result& result) const {
    const auto& id = result.profile;
    if (id.empty() || id.size() > MostSavedIdBytes || id.find('\0') != std::string::npos) {
        say_error(fmt::format("a result is not saved without an id of 1 to {} bytes, none of "
                              "them NUL",
                              MostSavedIdBytes),
                  "--id ID names the person");
        return false;
    }
    if (result.has_failures()) {
        say_error(fmt::format("the result of `{}` is not saved: a plugin failed", id));
        return false;
    }
    const bool is_there = std::any_of(results_.begin(), results_.end(), [&](const auto& other) {
        return other.key.profile == id && other.key.as_of == result.as_of;
    });
    if (is_there) {
        say_error(fmt::format("two results of `{}` as of {}; the second is not saved", id,
                              dsl::time_text(result.as_of)),
                  "--id ID tells persons apart");
    }
    return !is_there;
}

Exit Saver::add(const Session& session, const DataDocument& document,
                const engine::Result& result) {
    if (options_.save.empty()) return Exit::Fine;
    if (!can_keep(result)) return Exit::Data;
    const auto& sha256 = session.loaded.sha256;
    results_.push_back({{result.profile, result.as_of, sha256},
                        summary_of(result, session.loaded),
                        render_json(result, false),
                        std::nullopt});
    if (options_.save == SaveResult) return Exit::Fine;
    results_.back().document = {kept_document(document.json, session.loaded.catalogue),
                                session.stated};
    if (rulebooks_.empty()) rulebooks_.push_back({sha256, rulebook_texts(session.loaded.inputs)});
    return Exit::Fine;
}

Exit Saver::finish() const {
    if (results_.empty()) return Exit::Fine;
    const auto opened = open_store(options_, stores::IfMissing::Create);
    if (!opened.store) return Exit::Output;
    if (const auto problem = opened.store->save(results_, rulebooks_)) {
        say_problem(*problem);
        return Exit::Output;
    }
    say_note(fmt::format("{} saved in `{}`{}", counted(results_.size(), "result"), opened.name,
                         rulebooks_.empty() ? "" : ", with the profile document"));
    return Exit::Fine;
}

bool check_save_call(const Options& options, bool is_table) {
    if (options.save.empty()) return true;
    if (is_table) {
        say_error("`--save` keeps the results of single persons; a table has none",
                  "colonnade score EXPORT.zip --save");
        return false;
    }
    if (options.save == SaveAll || options.save == SaveResult) return true;
    say_error(fmt::format("found `--save={}`, expected `--save` or `--save=result`", options.save));
    return false;
}

}  // namespace colonnade::cli
