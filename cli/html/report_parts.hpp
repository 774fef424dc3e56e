// SPDX-License-Identifier: Apache-2.0
// The sections of a report, each HTML or empty. Internal to drawing it: results are rounded to one
// decimal already.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/html/rating.hpp"
#include "cli/html/report.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {

// One decimal, and of what: `12.3 / 25.0`.
[[nodiscard]] std::string points_of(double points, double of, std::string_view language);
[[nodiscard]] std::string percent_text(double share, std::string_view language);

// A word in the language of a result.
[[nodiscard]] std::string word(engine::Wording wording, std::string_view language);
// A heading that its section is named by: `<section …><h2 …>TITLE</h2>\n`, to be closed.
[[nodiscard]] std::string section_start(std::string_view name, std::string_view title,
                                        const engine::Result& result);

struct Head {
    engine::Wording words;
    bool is_figure = false;  // above figures
};
// The first, the last, and what lies evenly between them, for ears.
[[nodiscard]] std::string in_words(const std::vector<std::string>& points);

// The row of heads of a table.
[[nodiscard]] std::string table_head(std::initializer_list<Head> heads, std::string_view language);

// Drawings. `low` to `high` is what is sure whatever is unknown.
[[nodiscard]] std::string gauge_svg(const engine::Result& result);
// A bar over `of` points.
[[nodiscard]] std::string bar_svg(double points, double low, double high, double of);
// Of what could not be assessed.
[[nodiscard]] std::string empty_bar_svg();
// `name` tells the person's value, if there is one.
// `levels`: what full, half and no height are called.
using Levels = std::array<std::string_view, 3>;
[[nodiscard]] std::string chart_svg(const Chart& chart, std::string_view name,
                                    const Levels& levels = {"100%", "50%", "0%"});

[[nodiscard]] std::string total_section(const engine::Result& result);
[[nodiscard]] std::string pillars_section(const engine::Result& result);
[[nodiscard]] std::string history_section(const std::vector<PastScore>& history,
                                          const engine::Result& result);
[[nodiscard]] std::string tips_section(const engine::Result& result);
[[nodiscard]] std::string plan_section(engine::Plan plan, const engine::Result& result);
[[nodiscard]] std::string cautions_section(const engine::Result& result);
[[nodiscard]] std::string rules_section(const engine::Result& result, const Reading& reading);
[[nodiscard]] std::string unknown_section(const engine::Result& result);
[[nodiscard]] std::string ssi_section(const LinkedinSsi& ssi, const engine::Result& result);
[[nodiscard]] std::string about_section(const engine::Result& result);

}  // namespace colonnade::cli
