// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/kept_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/plugin_settings.hpp"
#include "cli/profile.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/render.hpp"

namespace colonnade::cli {

std::unique_ptr<Session> open_kept(engine::Image image, const std::string& name,
                                   const std::string& language, const Options& options) {
    auto session = std::make_unique<Session>();
    session->plugins = std::make_unique<engine::Plugins>(plugin_settings(options));
    dsl::Diagnostics diagnostics;
    engine::LoadFailure failure;
    auto loaded =
        engine::load_rulebook(std::move(image), name, *session->plugins, diagnostics, failure);
    if (diagnostics.has_errors()) say(dsl::render(diagnostics, wants_color(options, 2)));
    if (!loaded || !failure.plugins.empty()) {
        (void)say_load_failure(failure);
        return nullptr;
    }
    session->loaded = std::move(*loaded);
    const auto& known = session->loaded.rulebook.languages;
    const bool has_language = std::find(known.begin(), known.end(), language) != known.end();
    session->language = has_language ? language : known.front();
    return session;
}

std::optional<engine::Result> score_again(const KeptSource& source, Session& session,
                                          const Options& options) {
    const auto place = fmt::format("the kept document of `{}`", source.profile);
    if (!state_again(source.stated, session)) {
        say_error(fmt::format("{}: what was stated beside it is no longer possible", place));
        return std::nullopt;
    }
    session.as_of = source.as_of;
    auto own = options;
    own.id = source.profile;
    const auto profile = score_document(session, own, {source.document, source.profile, place});
    if (!profile) return std::nullopt;
    auto result = profile->explain(session.language);
    if (!result.has_failures()) return result;
    say_error(fmt::format("{}: a plugin failed", place));
    return std::nullopt;
}

}  // namespace colonnade::cli
